import Collaborative
import TestSupport
import Testing

@testable import Exchange

@Suite("Reports as Markdown") struct MarkdownReportTests {
  private static let marks = Set("\\`*_[]<>|~&$".unicodeScalars)

  /// The text without the backslashes that escape punctuation, and the scalars that had none.
  private func read(_ markdown: String) -> (text: String, bare: [Unicode.Scalar]) {
    var text = String.UnicodeScalarView()
    var bare: [Unicode.Scalar] = []
    var isEscaped = false
    for scalar in markdown.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if !isEscaped { bare.append(scalar) }
      isEscaped = false
      text.append(scalar)
    }
    return (String(text), bare)
  }

  @Test("escaped text reads as what was written, and none of its marks is bare")
  func escaping() {
    for seed in 0..<2_000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let written = HostileText.next(&generator)
      let markdown = MarkdownText.line(written)
      let (text, bare) = read(markdown)
      #expect(
        text.unicodeScalars.elementsEqual(ReportText.line(written).unicodeScalars), "seed \(seed)")
      #expect(Self.marks.isDisjoint(with: bare), "seed \(seed): \(markdown)")
      let unescaped = String(String.UnicodeScalarView(bare)).lowercased()
      #expect(!unescaped.contains("://") && !unescaped.contains("www."), "\(markdown)")
    }
  }

  @Test(
    "at its beginning no text makes a heading, a list, a quotation or a rule",
    arguments: ["# h", "- a", "+ a", "1. a", "12) a", "---", "===", "> q", ": d", "1."])
  func beginnings(_ text: String) {
    let first = MarkdownText.line(text).drop { $0.isNumber }.first
    #expect(first == "\\", "\(MarkdownText.line(text))")
  }

  @Test("numbers stay as they are written", arguments: ["2.5 days", "3.14", "v1.0) later"])
  func numbers(_ text: String) { #expect(MarkdownText.line(text) == text) }

  @Test("whatever people wrote, blocks stay where they are: as many headings, items and rows")
  func blocks() {
    func shape(_ markdown: String) -> [String] {
      var fence = ""
      return markdown.split(separator: "\n").compactMap { line in
        let ticks = line.prefix { $0 == "`" }
        if ticks.count >= 3 {
          if fence.isEmpty { fence = String(ticks) } else if line == fence { fence = "" }
        }
        guard fence.isEmpty else { return nil }
        let line = line.drop { $0 == " " }
        for mark in ["# ", "## ", "### ", "- ", "| ", "> ", "---"] where line.hasPrefix(mark) {
          let bars = line.indices.count { index in
            line[index] == "|"
              && (index == line.startIndex || line[line.index(before: index)] != "\\")
          }
          return "\(mark)\(bars)"
        }
        return nil
      }
    }
    let plain = shape(MarkdownReport(.filled { "word" }).text)
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let markdown = MarkdownReport(.filled { "a" + HostileText.next(&generator) }).text
      #expect(shape(markdown) == plain, "seed \(seed)")
    }
  }

  @Test("a fence is longer than any run of backticks within it")
  func fences() {
    #expect(MarkdownReport.fenced("a").hasPrefix("```text\n"))
    #expect(MarkdownReport.fenced("a ```` b").hasPrefix("`````text\n"))
  }

  @Test("the sample's reports are as they were looked at", arguments: ["project", "site", "month"])
  func golden(_ kind: String) throws {
    let report =
      switch kind {
      case "site": try DemoReports.site()
      case "month": try DemoReports.month()
      default: try DemoReports.project()
      }
    expectGolden(MarkdownReport(report).text, named: "\(kind)-markdown")
  }
}
