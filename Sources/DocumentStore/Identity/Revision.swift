/// Which bytes a document has: the SHA-256 of its file, computed and never stored.
///
/// A stored revision number makes every plain merge of two edited copies conflict; a hash of the
/// bytes cannot, and is the same on every host.
public struct Revision: Hashable, Sendable, CustomStringConvertible {
  /// The digest as four big-endian words: no allocation for each of many documents.
  let words: SIMD4<UInt64>

  init(words: SIMD4<UInt64>) { self.words = words }

  /// Reads a revision as it is written; nil where the text is not 64 hexadecimal digits.
  public init?(hex text: String) {
    guard text.utf8.count == 64 else { return nil }
    var words = SIMD4<UInt64>()
    for (index, byte) in text.utf8.enumerated() {
      guard let digit = Self.value(of: byte) else { return nil }
      words[index / 16] = words[index / 16] << 4 | digit
    }
    self.words = words
  }

  /// 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = (0..<64).map { index in
      digits[Int(words[index / 16] >> UInt64(60 - index % 16 * 4) & 15)]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first eight digits, for people.
  public var short: String { String(hex.prefix(8)) }

  public var description: String { hex }

  private static func value(of byte: UInt8) -> UInt64? {
    switch byte {
    case 48...57: UInt64(byte - 48)
    case 65...70: UInt64(byte - 55)
    case 97...102: UInt64(byte - 87)
    default: nil
    }
  }
}
