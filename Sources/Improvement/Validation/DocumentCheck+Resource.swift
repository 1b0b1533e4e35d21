import JSONTree

extension DocumentCheck {
  /// A resource does not lead back to itself at once, its files are among the store's own, and its
  /// links say where they lead. What leads back by way of others takes those to see.
  mutating func checkResource() {
    checkRange("version", 1...1_000_000, "Version")
    checkNotItself("supersedes", "Replaces")
    for index in (tree["derivedFrom"]?.elements ?? []).indices {
      checkNotItself(JSONPath(["derivedFrom", String(index), "resource"]), "Made from")
    }
    for index in (tree["items"]?.elements ?? []).indices {
      checkNotItself(JSONPath(["items", String(index)]), "Items")
    }
    for (index, value) in (tree["attachments"]?.elements ?? []).enumerated() {
      guard let text = value.string, !AttachmentPath.isWithin(text) else { continue }
      report(.leavesTheStore(text), at: JSONPath(["attachments", String(index)]), "Attachments")
    }
    for field in DocumentType.resource.table.fields {
      checkLinks(in: tree[field.path], at: field.path, field.label)
    }
  }

  private mutating func checkLinks(in value: JSON?, at path: JSONPath, _ label: String) {
    switch value {
    case .string(let text)?:
      // A citation is a link or may hold one anywhere; elsewhere only what begins as one is.
      let isWhole = path.steps.first == "citations"
      if let found = LinkText.unseenSign(in: text, isLink: isWhole) {
        report(.unseenSign(found.link, code: found.code), at: path, label)
      }
      if isWhole, let link = LinkText.strangeLink(in: text) {
        report(.strangeLink(link), at: path, label)
      }
    case .array(let elements)?:
      for (index, element) in elements.enumerated() {
        checkLinks(in: element, at: path.appending(index), label)
      }
    case .object(let object)?:
      for field in object.fields {
        checkLinks(in: field.value, at: path.appending(field.key), label)
      }
    default: break
    }
  }
}

/// Which names of files belong to the store.
public enum AttachmentPath {
  /// Whether a name leads to a file below the store's own folder of attachments, or to a page on
  /// the web.
  public static func isWithin(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard !scalars.isEmpty, !scalars.contains(where: LinkText.isUnseen) else { return false }
    if isOnTheWeb(text) { return true }
    // Scalars, because a combining sign after it would hide a slash from characters.
    if scalars.first == "/" || scalars.first == "~" { return false }
    if scalars.contains("\\") || scalars.contains(":") { return false }
    return scalars.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.elementsEqual(".".unicodeScalars)
        && !$0.elementsEqual("..".unicodeScalars)
    }
  }

  public static func isOnTheWeb(_ text: String) -> Bool {
    let lowered = text.lowercased()
    return lowered.hasPrefix("https://") || lowered.hasPrefix("http://")
  }
}

/// What hides in a link.
public enum LinkText {
  /// The first link of a text that has a control sign, or one that turns the direction of writing,
  /// with that sign.
  ///
  /// A link ends at a blank or the end of a line. Complexity: O(n).
  ///
  /// - Parameter isLink: whether every word of the text counts as a link.
  public static func unseenSign(
    in text: String, isLink: Bool = false
  ) -> (link: String, code: UInt32)? {
    guard text.unicodeScalars.contains(where: isUnseen) else { return nil }
    let words = text.unicodeScalars.split {
      $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r"
    }
    for word in words {
      guard isLink || holdsLink(word), let sign = word.first(where: isUnseen) else { continue }
      return (String(String.UnicodeScalarView(word)), sign.value)
    }
    return nil
  }

  /// The first word of a text that would do something where it is followed, or leads elsewhere than
  /// to the web: `javascript:alert(1)`, `file:///etc/passwd`. What only has a colon in it, such as
  /// `doi:10.1000/182` or `PMID:12345`, is text. Complexity: O(n).
  public static func strangeLink(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    for word in text.split(whereSeparator: \.isWhitespace) {
      // A link may stand in brackets or quotes.
      let link = word.drop { !$0.isLetter }
      guard let colon = link.firstIndex(of: ":") else { continue }
      let scheme = link[..<colon].lowercased()
      if ["http", "https"].contains(scheme) { continue }
      let leadsElsewhere = link[colon...].hasPrefix("://")
      if leadsElsewhere || ["javascript", "vbscript", "data", "file", "blob"].contains(scheme) {
        return String(word)
      }
    }
    return nil
  }

  private static func holdsLink(_ word: Substring.UnicodeScalarView) -> Bool {
    let lowered = String(String.UnicodeScalarView(word.filter { !isUnseen($0) })).lowercased()
    return ["://", "www.", "mailto:"].contains { mark in
      lowered.utf8.count >= mark.utf8.count && lowered.contains(mark)
    }
  }

  /// Whether a sign is a control, or turns the direction of writing.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
