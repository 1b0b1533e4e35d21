import Cells
import ControlCharts
import Testing

@testable import Plots

@Suite("The numbers of a chart as a table")
struct ChartTableTests {
  private func table() throws -> ChartTable {
    let chart = try Samples.falls(provisional: true)
    return ChartPlot(
      chart: chart, verdict: CautiousVerdict(chart),
      annotations: [
        PlotAnnotation(position: 3, kind: .tick("1")), PlotAnnotation(position: 3, kind: .tick("")),
        PlotAnnotation(position: 18, kind: .line("implemented: hourly rounding on every ward")),
      ]
    ).table
  }

  @Test("a test is told with its size")
  func happened() throws {
    let table = try table()
    #expect(table.rows[3].last == "test of 1; test of a change")
    #expect(table.rows[18].last == "implemented: hourly rounding on every ward")
  }

  @Test("no row is wider than the screen at any width", arguments: [Glyphs.unicode, .ascii])
  func anyWidth(_ glyphs: Glyphs) throws {
    let table = try table()
    for columns in 0...200 {
      let fitting = table.fitting(columns: columns, glyphs: glyphs)
      #expect(fitting.width(glyphs) <= columns)
      #expect(fitting.rows.allSatisfy { $0.count == fitting.headers.count })
      #expect(fitting.rows.count == table.rows.count)
    }
    #expect(table.fitting(columns: 200) == table)
  }

  @Test("the least important columns go first, numbers whole")
  func order() throws {
    let table = try table()
    var kept = table.headers
    for columns in (20...table.width(.unicode)).reversed() {
      let headers = table.fitting(columns: columns).headers
      #expect(Set(headers).isSubset(of: kept))
      kept = headers
    }
    let eighty = table.fitting(columns: 80)
    #expect(!eighty.headers.contains("denominator"))
    #expect(eighty.headers.starts(with: ["period", "value"]))
    #expect(eighty.headers.suffix(2) == ["finding", "happened"])
    #expect(eighty.rows.map { $0[1] } == table.rows.map { $0[1] })
  }
}
