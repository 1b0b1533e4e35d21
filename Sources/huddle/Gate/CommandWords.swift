/// Splits what somebody asked for over SSH into words, as a shell would, without being one.
///
/// Words stand apart by spaces; `'…'` and `"…"` hold them together, in the second `\"` and `\\`
/// stand for themselves. What only a shell could give a meaning is refused where it is not quoted,
/// so that nobody waits for what never happens.
enum CommandWords {
  /// Bytes.
  static let longest = 64 << 10
  static let most = 1_000

  private static let shellSigns: Set<Unicode.Scalar> = [
    ";", "&", "|", "<", ">", "`", "$", "(", ")", "{", "}", "#", "\\",
  ]

  static func split(_ text: String) throws(GateRefusal) -> [String] {
    guard text.utf8.count <= longest else { throw .tooLong }
    var words: [String] = []
    var word: String.UnicodeScalarView?
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isControl(scalar) { throw .controlCharacter(scalar) }
      if isEscaped {
        isEscaped = false
        word?.append(scalar)
      } else if let open = quote {
        if scalar == open {
          quote = nil
        } else if open == "\"", scalar == "\\" {
          isEscaped = true
        } else {
          word?.append(scalar)
        }
      } else if scalar == " " {
        if let word { words.append(String(word)) }
        word = nil
      } else {
        word = word ?? String.UnicodeScalarView()
        if scalar == "'" || scalar == "\"" {
          quote = scalar
        } else if shellSigns.contains(scalar) {
          throw .shellSign(scalar)
        } else {
          word?.append(scalar)
        }
      }
    }
    guard quote == nil, !isEscaped else { throw .openQuote }
    if let word { words.append(String(word)) }
    guard words.count <= most else { throw .tooLong }
    return words
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{2028}"
      || scalar == "\u{2029}"
  }
}
