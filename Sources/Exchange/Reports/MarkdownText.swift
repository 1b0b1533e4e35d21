/// Text as it can stand in Markdown and means nothing but itself (CommonMark 0.31.2, section 2.4:
/// any ASCII punctuation may be escaped by a backslash).
enum MarkdownText {
  /// One line: what would make emphasis, code, links, HTML, entities, formulas or a table's next
  /// cell is escaped, and at the beginning what would make a heading, a list or a rule.
  static func line(_ text: String) -> String { escaped(ReportText.line(text)) }

  /// One line for each that says something.
  static func lines(_ text: String) -> [String] { ReportText.lines(text).map(escaped) }

  private static func escaped(_ line: String) -> String {
    var result = ""
    let scalars = Array(line.unicodeScalars)
    var isAtNumber = true
    for (index, scalar) in scalars.enumerated() {
      let isDigit = ("0"..."9").contains(scalar)
      if needsEscape(scalar, at: index, in: scalars, afterNumber: isAtNumber && index > 0) {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
      isAtNumber = isAtNumber && isDigit
    }
    return result
  }

  private static func needsEscape(
    _ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar], afterNumber: Bool
  ) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$": true
    case "#", "+", "-", "=", ":": index == 0 || begins("://", at: index, in: scalars)
    case ".":
      afterNumber && endsWord(index, in: scalars)
        || index >= 3 && begins("www.", at: index - 3, in: scalars)
    case ")": afterNumber && endsWord(index, in: scalars)
    default: false
    }
  }

  private static func endsWord(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    index + 1 == scalars.count || scalars[index + 1] == " "
  }

  private static func begins(
    _ text: String, at index: Int, in scalars: [Unicode.Scalar]
  ) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard index + wanted.count <= scalars.count else { return false }
    return zip(wanted, scalars[index...]).allSatisfy { wanted, found in
      wanted == found || wanted.properties.lowercaseMapping == found.properties.lowercaseMapping
    }
  }
}
