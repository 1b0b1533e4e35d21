import ControlCharts

/// Text and numbers as they can stand in an SVG picture.
enum SVGText {
  /// Text that can stand in XML: markup spelt out, what XML forbids replaced.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      default:
        let isForbidden =
          scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || scalar.value & 0xFFFE == 0xFFFE
        result.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }

  /// A coordinate in pixels, with two decimals at most; 0 for what is no number.
  static func number(_ number: Double) -> String {
    NumberText.trimmed(number.isFinite ? number : 0, places: 2)
  }

  /// An identifier without anything that could end an attribute.
  static func identifier(_ text: String) -> String {
    String(
      text.unicodeScalars.filter {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || $0 == "-"
      })
  }
}
