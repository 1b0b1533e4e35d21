import Cells
import DocumentStore
import Glibc

/// Makes text fit to be shown on a terminal, whoever wrote it.
enum TerminalText {
  /// How many marks may stand on one letter; no language writes more.
  private static let mostMarks = 8

  /// The text with control characters as visible marks, so that no document commands a terminal, and
  /// one such mark for all that pile up on a letter and would cover the lines around it.
  /// Ends of lines stay where lines are wanted, else they become spaces.
  static func visible(_ text: String, keepsLines: Bool = true) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks {
        if marks == mostMarks + 1 { result.append("\u{FFFD}") }
        continue
      }
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

  /// JSON in which no character commands a terminal, turns the direction of a text or floods a line
  /// with marks: each such character, which can only stand in a string, is written as the escape
  /// that means the same.
  static func visibleJSON(_ json: String) -> String {
    if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in json.unicodeScalars {
      marks = isMark(scalar) ? marks + 1 : 0
      guard isCommand(scalar) || marks > mostMarks else {
        result.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        result.append(contentsOf: "\\u\(padding)\(digits)".unicodeScalars)
      }
    }
    return String(result)
  }

  /// Whether a character is drawn onto the one before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
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
      let folded = SearchText(value)
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
