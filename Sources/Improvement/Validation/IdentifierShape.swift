/// What ids, codes and logins look like.
public enum IdentifierShape {
  /// Whether a text is a lower-case ULID: 26 digits of Crockford's base 32, at most 128 bits.
  public static func isULID(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard bytes.count == 26, let first = bytes.first, (48...55).contains(first) else {
      return false
    }
    return bytes.allSatisfy(isCrockfordDigit)
  }

  private static func isCrockfordDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57: true
    case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
    case 97...122: true
    default: false
    }
  }

  /// Whether a text is the id of a series: `site.measure` or `site.measure.stratum`.
  public static func isSeriesId(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return false }
    return parts[0...1].allSatisfy(isULID) && (parts.count == 2 || isCode(String(parts[2])))
  }

  /// Whether a text may be the id of a document of a type.
  public static func isId(_ text: String, of type: DocumentType) -> Bool {
    type == .series ? isSeriesId(text) : isULID(text)
  }

  /// Whether a text may be who did something: a member's id, or `visitor:LOGIN`.
  public static func isAuthor(_ text: String) -> Bool {
    if isULID(text) { return true }
    return text.hasPrefix("visitor:") && isLogin(String(text.dropFirst(8)))
  }

  /// Letters, digits, `-` and `_`; at most 24.
  public static func isCode(_ text: String) -> Bool {
    (1...24).contains(text.utf8.count)
      && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 45 || $0 == 95 }
  }

  /// Letters, digits, `.`, `-`, `_` and `@`, beginning with none of the marks but `_`; at most 64.
  public static func isLogin(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 64 else { return false }
    guard isLetterOrDigit(first) || first == 95 else { return false }
    return text.utf8.allSatisfy { isLetterOrDigit($0) || [45, 46, 64, 95].contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
