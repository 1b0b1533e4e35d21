import Cells
import TestSupport
import Testing

@Suite("Grid")
struct GridTests {
  @Test("what does not fit is cut with an ellipsis")
  func truncation() {
    var grid = Grid(Size(columns: 8, rows: 1))
    #expect(grid.write("infections", at: Point(column: 1, row: 0)) == 7)
    #expect(grid.text == " infect…")
    var ascii = Grid(Size(columns: 8, rows: 1), glyphs: .ascii)
    ascii.write("infections", at: Point(column: 0, row: 0))
    #expect(ascii.text == "infecti~")
  }

  @Test("a wide character is left out rather than halved")
  func wideAtTheEdge() {
    var grid = Grid(Size(columns: 4, rows: 1))
    #expect(grid.write("a日本", at: Point(column: 0, row: 0)) == 4)
    #expect(grid.text == "a日…")
    #expect(grid.write("日本語", at: Point(column: 0, row: 0)) == 3)
  }

  @Test("writing over half of a wide character leaves no half behind")
  func overwritingHalf() {
    var grid = Grid(Size(columns: 4, rows: 1))
    grid.write("日本", at: Point(column: 0, row: 0))
    grid.write("x", at: Point(column: 1, row: 0))
    #expect(grid.text == " x本")
    grid.write("y", at: Point(column: 2, row: 0))
    #expect(grid.text == " xy")
  }

  @Test("a styled line is cut as one text and keeps its roles")
  func styled() {
    var grid = Grid(Size(columns: 6, rows: 1))
    grid.write([Span("abc", .title), Span("def"), Span("g", .error)], at: Point(column: 0, row: 0))
    #expect(grid.text == "abcde…")
    #expect(grid.roles == "ttt")
  }

  @Test("text is aligned right and in the centre")
  func alignment() {
    var grid = Grid(Size(columns: 10, rows: 2))
    grid.write("4.4", at: Point(column: 0, row: 0), columns: 10, alignment: .right)
    grid.write("4.4", at: Point(column: 0, row: 1), columns: 10, alignment: .centre)
    #expect(grid.text == "       4.4\n   4.4")
  }

  @Test("a box is drawn in both alphabets")
  func boxes() {
    var grid = Grid(Size(columns: 10, rows: 3))
    grid.drawBox(grid.bounds, title: "Add")
    #expect(grid.text == "╭─ Add ──╮\n│        │\n╰────────╯")
    var ascii = Grid(Size(columns: 10, rows: 3), glyphs: .ascii)
    ascii.drawBox(ascii.bounds, title: "Add")
    #expect(ascii.text == "+- Add --+\n|        |\n+--------+")
  }

  @Test("every role has a letter of its own")
  func letters() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    #expect(Role.allCases.enumerated().allSatisfy { $0 == $1.index })
  }

  @Test("any writing at any place keeps the grid whole")
  func wholeness() {
    var random = SeededGenerator(seed: 7)
    var grid = Grid(Size(columns: 12, rows: 3))
    let pieces = ["日", "a", "e\u{301}", "🇬🇧", "\u{1B}", "語文"]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let place = Point(
        column: Int.random(in: -4...14, using: &random),
        row: Int.random(in: -1...3, using: &random))
      grid.write(text, at: place, limit: Int.random(in: 0...9, using: &random))
      for row in 0..<3 {
        for column in 0..<12 where grid[column, row].text.isEmpty {
          #expect(column > 0 && TextWidth.of(grid[column - 1, row].text) == 2)
        }
        for column in 0..<12 where TextWidth.of(grid[column, row].text) == 2 {
          #expect(column < 11 && grid[column + 1, row].text.isEmpty)
        }
      }
    }
  }

  @Test("a grid laid over another covers what it covers")
  func blit() {
    var grid = Grid(Size(columns: 6, rows: 1))
    grid.write("abcdef", at: Point(column: 0, row: 0))
    var top = Grid(Size(columns: 3, rows: 1))
    top.write("日x", at: Point(column: 0, row: 0))
    grid.blit(top, at: Point(column: 2, row: 0))
    #expect(grid.text == "ab日xf")
  }
}
