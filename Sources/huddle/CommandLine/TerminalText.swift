import Cells
import Glibc

/// Makes text fit to be shown on a terminal, whoever wrote it.
enum TerminalText {
  /// The text with control characters as visible marks, so that no document commands a terminal.
  /// Ends of lines stay where lines are wanted, else they become spaces.
  static func visible(_ text: String, keepsLines: Bool = true) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result.append(keepsLines ? "\n" : " ")
      case 0x09: result.append(" ")
      case 0x0D where !keepsLines: result.append(" ")
      case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.append("\u{2421}")
      default: result.append(isCommand(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  /// JSON in which no character commands a terminal or turns the direction of a text: each such
  /// character, which can only stand in a string, is written as the escape that means the same.
  static func visibleJSON(_ json: String) -> String {
    if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard isCommand(scalar) else {
        result.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      let padding = String(repeating: "0", count: max(0, 4 - digits.count))
      result.append(contentsOf: "\\u\(padding)\(digits)".unicodeScalars)
    }
    return String(result)
  }

  /// Whether a character beyond ASCII is a control or changes the direction of what follows.
  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2066...0x206F,
      0xFEFF:
      true
    default: false
    }
  }

  /// The signs that a locale without UTF-8 can show, or all of them.
  static func glyphs(_ asked: Glyphs?) -> Glyphs {
    if let asked { return asked }
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = Environment[name], !value.isEmpty else { continue }
      let folded = value.lowercased()
      return folded.contains("utf-8") || folded.contains("utf8") ? .unicode : .ascii
    }
    return .ascii
  }
}

/// The variables a program is started with.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }
}
