/// Text as it can stand in HTML, between tags and in attributes.
enum HTMLText {
  /// One line, markup spelt out.
  static func line(_ text: String) -> String { escaped(ReportText.line(text)) }

  /// One line as it can stand in an attribute or a title, where no tag can.
  static func plain(_ text: String) -> String { spelt(ReportText.line(text)) }

  /// One line for each that says something.
  static func lines(_ text: String) -> [String] { ReportText.lines(text).map(escaped) }

  /// How long a word may be before it gets places to break at, and how far these are apart, so that
  /// no word is wider than a page.
  private static let longestWord = 24

  private static func escaped(_ text: String) -> String {
    guard text.utf8.count > longestWord else { return spelt(text) }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.utf8.count > longestWord else { return spelt(String(word)) }
      var parts: [String] = []
      var rest = word
      while !rest.isEmpty {
        parts.append(spelt(String(rest.prefix(longestWord))))
        rest = rest.dropFirst(longestWord)
      }
      return parts.joined(separator: "<wbr>")
    }.joined(separator: " ")
  }

  private static func spelt(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
