/// What a spreadsheet would take for a formula when it opens a table that people filled in.
///
/// A cell that begins with one of a few signs is calculated there, and may fetch or send something.
/// An apostrophe before it makes it a text for every spreadsheet; reading takes it off again.
public enum CSVFormula {
  private static let signs: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠",
  ]

  /// A cell's text that no spreadsheet calculates; numbers stay as they are.
  public static func harmless(_ text: String) -> String {
    isFormula(text) ? "'" + text : text
  }

  /// The text of a cell that was made harmless, as it was before.
  public static func original(_ text: String) -> String {
    guard text.unicodeScalars.first == "'" else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return isFormula(rest) ? rest : text
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, signs.contains(first) else { return false }
    return !isNumber(text)
  }

  /// Whether it is a number with a sign, and nothing else.
  private static func isNumber(_ text: String) -> Bool {
    let rest = text.utf8.dropFirst()
    let digits = rest.filter { (0x30...0x39).contains($0) }.count
    let points = rest.filter { $0 == UInt8(ascii: ".") }.count
    return digits > 0 && points <= 1 && digits + points == rest.count
  }
}
