import Cells
import Testing
import Widgets

@Suite("Lists, tables and trees")
struct ListTests {
  @Test("only the rows in sight are asked for")
  func windowed() {
    var asked: [Int] = []
    var list = List(count: 100_000)
    list.layout(rows: 5)
    list.toEnd()
    var grid = Grid(Size(columns: 20, rows: 5))
    list.draw(into: &grid, rect: grid.bounds, focused: true) {
      asked.append($0)
      return "row \($0)"
    }
    #expect(asked == Array(99_995..<100_000))
    #expect(grid.text.hasSuffix("› row 99999"))
  }

  @Test("the selection keeps a margin and moving back does not scroll at once")
  func margin() {
    var list = List(count: 50)
    list.layout(rows: 10)
    list.move(by: 8)
    #expect(list.top == 1)
    list.move(by: -3)
    #expect(list.top == 1)
    list.move(by: -4)
    #expect(list.top == 0)
  }

  @Test("the selection never leaves the list, however it shrinks or is moved")
  func clamped() {
    var list = List(count: 9, selection: 8)
    list.setCount(3)
    #expect(list.selection == 2)
    list.move(by: .max)
    #expect(list.selection == 2)
    list.move(by: .min)
    #expect(list.selection == 0)
    list.setCount(0)
    #expect(list.selected == nil)
  }

  @Test("scrolling by the wheel takes the selection along only at the edge")
  func wheel() {
    var list = List(count: 50, selection: 5)
    list.layout(rows: 10)
    list.scroll(by: 1)
    #expect((list.top, list.selection) == (1, 5))
    list.scroll(by: 10)
    #expect((list.top, list.selection) == (11, 13))
    #expect(list.window(rows: 10) == 11..<21)
  }

  @Test("what is clicked is what is drawn there")
  func click() {
    var list = List(count: 50, selection: 30)
    list.layout(rows: 10)
    let rect = Rect(column: 3, row: 4, columns: 20, rows: 10)
    #expect(list.row(at: Point(column: 5, row: 6), in: rect) == list.top + 2)
    #expect(list.row(at: Point(column: 0, row: 6), in: rect) == nil)
  }

  @Test("a narrow table leaves out the columns that matter least")
  func priorities() {
    let columns = [
      TableColumn("Measure", minimum: 10, ideal: nil),
      TableColumn("Trend", minimum: 12, ideal: 24, priority: 2),
      TableColumn("Latest", minimum: 6, ideal: 8, priority: 1),
    ]
    #expect(TableLayout.widths(of: columns, available: 60) == [24, 24, 8])
    #expect(TableLayout.widths(of: columns, available: 20) == [10, 0, 8])
    #expect(TableLayout.widths(of: columns, available: 17) == [17, 0, 0])
    for available in 0...100 {
      let widths = TableLayout.widths(of: columns, available: available).filter { $0 > 0 }
      #expect(widths.reduce(0, +) + TableLayout.gap * max(0, widths.count - 1) <= available)
    }
  }

  @Test("a row's name is cut before a column goes that always stays")
  func names() {
    let columns = [
      TableColumn("Measure", minimum: 20, ideal: 32), TableColumn("Latest", minimum: 6, ideal: 6),
      TableColumn("Finding", minimum: 9, ideal: 9),
    ]
    #expect(TableLayout.widths(of: columns, available: 60) == [32, 6, 9])
    #expect(TableLayout.widths(of: columns, available: 37) == [18, 6, 9])
    #expect(TableLayout.widths(of: columns, available: 31) == [12, 6, 9])
    #expect(TableLayout.widths(of: columns, available: 30) == [22, 6, 0])
  }

  @Test("a table has a header and aligned cells")
  func table() {
    let table = Table(
      columns: [
        TableColumn("Measure", minimum: 8, ideal: nil),
        TableColumn("Latest", minimum: 6, ideal: 6, alignment: .right),
      ], list: List(count: 2, selection: 1))
    var grid = Grid(Size(columns: 22, rows: 3))
    table.draw(into: &grid, rect: grid.bounds, focused: true) { ["Falls", "\($0 + 9).5"] }
    #expect(
      grid.text == """
          Measure       Latest
          Falls            9.5
        › Falls           10.5
        """)
    #expect(grid.roles.hasSuffix(String(repeating: "S", count: 22)))
  }

  @Test("the mark of a selected row may end behind some columns, where there are others")
  func marked() {
    let columns = [
      TableColumn("Site", minimum: 6, ideal: 6), TableColumn("Why", minimum: 4, ideal: 4),
      TableColumn("Sign", minimum: 4, ideal: 4, priority: 1),
    ]
    let table = Table(columns: columns, list: List(count: 1), marked: 2)
    func marks(columns: Int) -> Int {
      var grid = Grid(Size(columns: columns, rows: 2))
      table.draw(into: &grid, rect: grid.bounds, focused: true) { _ in
        ["North", "late", StyledLine("up", .chartImprovement)]
      }
      let marked = (0..<columns).filter { grid[$0, 1].role == .selection }
      #expect(marked == Array(0..<marked.count))
      return marked.count
    }
    // A pointer's two columns, the two columns of the table with what is between them, a blank.
    #expect(marks(columns: 22) == 2 + 6 + 2 + 4 + 1)
    #expect(marks(columns: 16) == 16)
  }
}
