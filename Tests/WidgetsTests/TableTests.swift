import Cells
import Testing

@testable import Widgets

@Suite("Cells of a table") struct TableTests {
  private func drawn(_ rows: [[StyledLine]], spills: Bool) -> String {
    let table = Table(
      columns: [
        TableColumn("what", minimum: 8, ideal: 8, spills: spills),
        TableColumn("when", minimum: 5, ideal: 5), TableColumn("where", minimum: 6, ideal: 6),
      ], list: List(count: rows.count))
    var grid = Grid(Size(columns: 25, rows: rows.count + 1))
    table.draw(into: &grid, rect: grid.bounds, focused: false) { rows[$0] }
    return grid.text
  }

  @Test("go on over what is empty behind them where their column says so, and no further")
  func spills() {
    let long: StyledLine = "a text of many words indeed"
    #expect(
      drawn(
        [[long, "", ""], [long, "", "ward"], [long, "noon", ""], ["short", "", ""]], spills: true)
          == """
            what      when   where
          › a text of many words i…
            a text of many…  ward
            a text …  noon
            short
          """)
  }

  @Test("are cut at their column else")
  func cuts() {
    #expect(
      drawn([["a text of many words", "", ""]], spills: false)
        == """
          what      when   where
        › a text …
        """)
  }
}
