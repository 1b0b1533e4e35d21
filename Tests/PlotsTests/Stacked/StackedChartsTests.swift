import Cells
import ControlCharts
import TestSupport
import Testing

@testable import Plots

@Suite("Charts above each other on one time axis")
struct StackedChartsTests {
  /// Falls over 28 months, waiting from the fifth month on, and a measure without numbers.
  private static func stack() throws -> StackedCharts {
    let falls = try Samples.falls()
    var minutes: [Double?] = []
    for month in 0..<24 {
      let level: Double = month > 14 ? 24 : 30
      minutes.append(month == 7 ? nil : level + Double(month % 5))
    }
    let waiting = try Samples.individuals(minutes)
    return StackedCharts(
      panels: [
        StackedPanel(
          kind: "Outcome", name: "Falls", chart: falls, verdict: CautiousVerdict(falls),
          places: Array(0..<28), latest: "1.8", finding: "fewer since January 2026.",
          unit: "per 1,000 bed days"),
        StackedPanel(
          kind: "Process", name: "Waiting", chart: waiting, verdict: CautiousVerdict(waiting),
          places: Array(4..<28), latest: "27 min", finding: "shorter.", unit: "min"),
        StackedPanel(
          kind: "Balancing", name: "Calls", chart: nil, problem: "no numbers yet"),
      ], labels: Samples.months(28),
      annotations: [
        PlotAnnotation(position: 3, kind: .tick("1")),
        PlotAnnotation(position: 9, kind: .tick("5")),
        PlotAnnotation(position: 18, kind: .line("hourly rounding")),
      ])
  }

  private static func grid(_ stack: StackedCharts, _ size: Size, cursor: Int? = nil) -> Grid {
    var grid = Grid(size)
    stack.draw(into: &grid, rect: grid.bounds, cursor: cursor)
    return grid
  }

  @Test("one day stands in one column of every chart, and a change goes through all of them")
  func columns() throws {
    let stack = try Self.stack()
    let size = Size(columns: 100, rows: 33)
    let layout = StackedLayout(size, stack, panel: 0, cursor: nil)
    let grid = Self.grid(stack, size)
    for index in layout.window {
      guard let plot = stack.panels[index].plot else { continue }
      let rect = layout.rect(of: index)
      let ladder = plot.ladder(rows: rect.rows - 1)
      for (position, point) in plot.chart.points.enumerated() {
        guard let row = plot.row(of: point, ladder) else { continue }
        let column = layout.column(of: stack.panels[index].places[position])
        #expect(grid[column, rect.row + 1 + row].text == plot.marks[position].sign(.unicode))
      }
      let line = try #require(layout.lineColumn(before: 18))
      for row in rect.row + 1..<rect.endRow {
        let sign = grid[line, row].text
        #expect(sign == "│" || sign == "┊")
      }
    }
    #expect(layout.window == 0..<3)
  }

  @Test("a point keeps its side of the centre line in every chart, at every height")
  func sides() throws {
    let stack = try Self.stack()
    for rows in 8...60 {
      let layout = StackedLayout(Size(columns: 90, rows: rows), stack, panel: 0, cursor: 3)
      for panel in stack.panels[layout.window] {
        guard let plot = panel.plot else { continue }
        let ladder = plot.ladder(rows: layout.panelRows - 1)
        for point in plot.chart.points {
          guard let row = plot.row(of: point, ladder), let value = point.value,
            let centre = point.centre, let line = plot.rungs(at: point, ladder).centre
          else { continue }
          if value > centre { #expect(row < line) }
          if value < centre { #expect(row > line) }
        }
      }
    }
  }

  @Test("what a window of 80 columns and 19 rows holds, with the rest said")
  func small() throws {
    let text = try Self.stack().text(columns: 80, rows: 19, cursor: 27)
    #expect(text.contains("Outcome: Falls") && text.contains("Process: Waiting"))
    #expect(!text.contains("Balancing"))
    #expect(text.contains("charts 1–2 of 3"))
    #expect(text.contains("│ hourly rounding"))
    let last = try Self.stack().text(columns: 80, rows: 19, panel: 2, cursor: 27)
    #expect(last.contains("Balancing: Calls") && last.contains("no numbers yet"))
    #expect(!last.contains("Outcome"))
  }

  @Test("every size is drawn without a trap, in Unicode and in ASCII")
  func anySize() throws {
    let stack = try Self.stack()
    for columns in [0, 1, 7, 16, 40, 133] {
      for rows in 0...40 {
        for glyphs in Glyphs.allCases {
          let text = stack.text(
            columns: columns, rows: rows, glyphs: glyphs, panel: rows % 4,
            cursor: rows.isMultiple(of: 2) ? rows : nil)
          if glyphs == .ascii { #expect(!text.contains { !$0.isASCII }) }
        }
      }
    }
  }

  @Test("the table has a row for each period and a column for each chart with numbers")
  func table() throws {
    let table = try Self.stack().table
    #expect(table.headers == ["period", "Falls", "Waiting", "happened"])
    #expect(table.rows.count == 28)
    #expect(table.rows[0][2] == "" && table.rows[4][2] == "30 min")
    #expect(table.rows[11][2] == "missing")
    #expect(table.rows[18][3] == "hourly rounding" && table.rows[9][3] == "test of 5")
  }

  @Test("points that fall on one place are drawn as the newest, and the caption says so")
  func shared() throws {
    let chart = try Samples.individuals([1, 2, 3, 4])
    let panel = StackedPanel(
      kind: "Outcome", name: "Days between", chart: chart, places: [0, 0, 1, 1],
      finding: "too few.")
    #expect(panel.words.contains("2 of 4 stand behind a newer one"))
    #expect(panel.words(at: 0) == "2")
  }
}
