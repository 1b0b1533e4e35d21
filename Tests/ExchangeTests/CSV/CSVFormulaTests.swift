import Exchange
import TestSupport
import Testing

@Suite("Cells that a spreadsheet would calculate") struct CSVFormulaTests {
  @Test(
    "formulas are written as texts",
    arguments: [
      "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "=", "-", "+", "+-3", "-1.2.3",
      "＝1+1", "-1e5",
    ])
  func harmless(text: String) {
    #expect(CSVFormula.harmless(text) == "'" + text)
    #expect(CSVFormula.original("'" + text) == text)
  }

  @Test(
    "numbers and everything else stay", arguments: ["-3", "+2.5", "", "Anna", "a=b", "'tis", "3-4"])
  func same(text: String) {
    #expect(CSVFormula.harmless(text) == text)
    #expect(CSVFormula.original(text) == text)
  }

  @Test("reading takes off what writing put on, whatever the text", arguments: 0..<200)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs = ["=", "+", "-", "@", "'", "1", ".", "a", " ", "\t", "é"]
    let text = (0..<Int.random(in: 0...6, using: &random))
      .map { _ in signs.randomElement(using: &random) ?? "" }.joined()
    // An apostrophe before a formula can't be told from the one that makes it harmless.
    guard CSVFormula.original(text) == text else { return }
    #expect(CSVFormula.original(CSVFormula.harmless(text)) == text)
  }
}
