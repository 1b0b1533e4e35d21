import Cells
import ControlCharts
import Plots
import TestSupport
import Testing

@Suite("Any chart at any size")
struct RobustnessTests {
  private static func charts() throws -> [ControlChart] {
    var charts = [
      try Samples.falls(), try Samples.run([3, 1, 4, 1, 5, nil, 9, 2, 6]),
      try Samples.run([nil, nil]), try Samples.individuals([7]),
      try Samples.individuals(Array(repeating: 100, count: 18), target: 100),
      try Samples.individuals([1e99, -1e99, 3, nil, 1e-300]),
      try Samples.individuals([.leastNonzeroMagnitude, 2 * .leastNonzeroMagnitude, 0]),
      try Samples.individuals([1, 2, 1, 2], target: 1e100),
      try Samples.individuals([1e9, (1e9).nextUp, 1e9]),
    ]
    charts.append(
      try ControlChart(
        (0..<30).map { Observation(x: "\($0)", numerator: 0, denominator: Double($0 + 1)) },
        ChartOptions(type: .p, improvement: .decrease, target: 0)))
    charts.append(
      try ControlChart(
        (0..<12).map {
          Observation(x: "\($0)", numerator: 1e100, denominator: 1e-100 * Double($0 + 1))
        },
        ChartOptions(type: .u, multiplier: 1e100)))
    return charts
  }

  @Test("nothing traps and nothing is drawn outside, from nothing up")
  func sizes() throws {
    for chart in try RobustnessTests.charts() {
      let plot = ChartPlot(
        chart: chart,
        annotations: [
          PlotAnnotation(position: 0, kind: .tick("1 Bett\u{1B}[31m")),
          PlotAnnotation(position: 1, kind: .line("漢字 name")),
          PlotAnnotation(position: 99, kind: .line("beyond the end")),
        ],
        caption: ["A finding in some words that are long enough to be wrapped."])
      for columns in [0, 1, 2, 3, 8, 15, 16, 24, 41, 130] {
        for rows in [0, 1, 2, 3, 4, 6, 7, 9, 13] {
          for cursor in [nil, 0, 5] {
            var grid = Grid(Size(columns: columns + 4, rows: rows + 2))
            let rect = Rect(column: 2, row: 1, columns: columns, rows: rows)
            plot.draw(into: &grid, rect: rect, cursor: cursor)
            #expect(isBlank(grid, outside: rect), "\(columns)×\(rows)")
            #expect(!grid.text.contains("nan") && !grid.text.contains("inf "))
          }
        }
      }
    }
  }

  private func isBlank(_ grid: Grid, outside rect: Rect) -> Bool {
    for row in 0..<grid.size.rows {
      for column in 0..<grid.size.columns
      where !rect.contains(Point(column: column, row: row)) && grid[column, row] != .blank {
        return false
      }
    }
    return true
  }

  @Test("pictures hold no number that isn't one and no markup from outside")
  func pictures() throws {
    for chart in try RobustnessTests.charts() {
      let plot = ChartPlot(
        chart: chart, annotations: [PlotAnnotation(position: 0, kind: .line("<script>&\u{0}"))],
        caption: ["less < more"])
      for size in [(0, 0), (400, 200), (900, 360)] {
        let svg = plot.svg(width: size.0, height: size.1, title: "A \"title\" <b>")
        #expect(!svg.contains("nan") && !svg.contains("inf\"") && !svg.contains("–"))
        #expect(!svg.contains("<script") && !svg.contains("<b>"))
        #expect(svg.contains("<title id=\"chart-title\">A &quot;title&quot; &lt;b&gt;</title>"))
        #expect(svg.contains("<desc id=\"chart-desc\">less &lt; more</desc>"))
      }
    }
  }

  @Test("one marker per point, and points that don't fit are announced and reached")
  func panning() throws {
    let chart = try Samples.individuals((0..<61).map { Double($0 % 7) })
    let plot = ChartPlot(chart: chart)
    let last = plot.text(columns: 60, rows: 12)
    #expect(last.contains(" of 61 ◂"))
    let first = plot.text(columns: 60, rows: 12, cursor: 0)
    #expect(first.contains(" of 61 ▸"))
    for cursor in 0..<61 {
      let text = plot.text(columns: 60, rows: 12, cursor: cursor)
      #expect(text.contains("▴"), "the cursor is always in sight")
      #expect(text.contains(Samples.months(61)[cursor]))
    }
  }

  @Test("every point has its row in the table")
  func table() throws {
    let plot = Samples.fallsPlot(try Samples.falls(provisional: true))
    let table = plot.table
    #expect(table.rows.count == 28)
    #expect(table.rows.allSatisfy { $0.count == table.headers.count })
    #expect(table.rows[15].contains("missing"))
    #expect(table.rows[13].contains("left out"))
    #expect(table.rows[16].contains("above limit, worse"))
    #expect(table.rows[27].contains("provisional"))
    #expect(table.rows[18].contains("implemented: hourly rounding"))
  }
}
