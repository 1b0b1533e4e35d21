/// What people wrote, made fit to stand in a document for others, whoever wrote it.
enum ReportText {
  /// The text with a mark for every character that commands, hides or turns round what follows;
  /// line ends are one newline each, tabs are spaces.
  static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where before == "\r": break
      case 0x0A, 0x0D, 0x2028, 0x2029: result.append("\n")
      case 0x09: result.append(" ")
      default: result.append(commands(scalar) ? "\u{FFFD}" : scalar)
      }
      before = scalar
    }
    return String(result)
  }

  /// The text in one line.
  static func line(_ text: String) -> String {
    visible(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The lines that say something.
  static func lines(_ text: String) -> [String] {
    visible(text).split(separator: "\n").map { line(String($0)) }.filter { !$0.isEmpty }
  }

  /// Controls, marks of direction, tags nobody sees, and what is no character at all.
  private static func commands(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F:
      true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
