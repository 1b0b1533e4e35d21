import Cells
import TestSupport
import Testing

@Suite("Wrapping")
struct TextWrapTests {
  @Test("a number and its per cent sign stay on one line")
  func perCent() {
    #expect(TextWrap.lines("latest 87 % so far", width: 10) == ["latest", "87 % so", "far"])
  }

  @Test("lines break between words and paragraphs stay apart")
  func words() {
    #expect(
      TextWrap.lines("if hands are washed\n\nthen fewer infections", width: 12)
        == ["if hands are", "washed", "", "then fewer", "infections"])
  }

  @Test("a word longer than a line is broken")
  func longWord() {
    #expect(TextWrap.lines("a counterintuitive", width: 7) == ["a", "counter", "intuiti", "ve"])
  }

  @Test("wide text breaks between any two characters")
  func wide() {
    #expect(TextWrap.lines("日本語ab", width: 5) == ["日本", "語ab"])
  }

  @Test("styled pieces keep their meaning across a break")
  func styled() {
    let lines = TextWrap.lines([Span("one two", .link), Span(" three", .error)], width: 5)
    #expect(lines.map(\.text) == ["one", "two", "three"])
    #expect(lines[1].spans == [Span("two", .link)])
    #expect(lines[2].spans == [Span("three", .error)])
  }

  @Test("rows hold every character once and fit the width")
  func rowsAreComplete() {
    var random = SeededGenerator(seed: 11)
    let alphabet: [Character] = ["a", "b", " ", " ", "日", "é", "👍🏽"]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let width = Int.random(in: 0...9, using: &random)
      let rows = TextWrap.rows(of: text, width: width)
      #expect(rows.flatMap { Array($0) } == Array(text.indices))
      for line in TextWrap.lines(String(text), width: width) where line.count > 1 {
        #expect(TextWidth.of(line) <= max(1, width))
      }
    }
  }
}

@Suite("The end of a styled line") struct EndingTests {
  @Test("what fits is kept whole, of the rest the end, with its roles")
  func ending() {
    let line = StyledLine([Span("▁▂▃", .text), Span("▄▅", .chartConcern, underlined: true)])
    #expect(line.ending(columns: 5) == line)
    #expect(line.ending(columns: 3).text == "▃▄▅")
    #expect(line.ending(columns: 1).spans.last == Span("▅", .chartConcern, underlined: true))
    #expect(line.ending(columns: 0).isEmpty)
    // A wide letter that would be cut in two goes as a whole.
    #expect(StyledLine("漢字ab").ending(columns: 3).columns() <= 3)
  }
}
