import Cells
import ControlCharts

/// Counts by category as bars, the largest on top, with the share that they make up together.
public struct ParetoPlot: Sendable {
  public let chart: ParetoChart
  /// Sentences below the drawing, wrapped to its width.
  public let caption: [String]

  public init(chart: ParetoChart, caption: [String] = []) {
    self.chart = chart
    self.caption = caption
  }

  /// The drawing as text, without blanks at the ends of lines.
  public func text(columns: Int, rows: Int, glyphs: Glyphs = .unicode) -> String {
    var grid = Grid(Size(columns: columns, rows: rows), glyphs: glyphs)
    draw(into: &grid, rect: grid.bounds)
    return grid.text
  }

  /// The rows that all bars, the line below the vital few and the caption need at a width.
  public func rows(columns: Int, glyphs: Glyphs = .unicode) -> Int {
    let caption = PlotLayout.wrapped(
      caption, width: columns - 3, rows: .max, glyphs: glyphs)
    return 2 + chart.bars.count + caption.count
  }

  /// One row a category: its count, its share and the share of all so far, in percent.
  public var table: ChartTable {
    ChartTable(
      headers: ["category", "count", "share %", "together %"],
      rows: chart.bars.map { bar in
        [
          bar.category, NumberText.short(bar.count), percent(bar.share), percent(bar.cumulative),
        ]
      })
  }

  func percent(_ share: Double) -> String { NumberText.decimal(share * 100, places: 1) }

  /// The length of a bar in so many steps: the largest takes all of them, and any that was counted
  /// at all takes one.
  ///
  /// Rounding keeps the order: of two bars the larger is never the shorter.
  func length(of bar: ParetoChart.Bar, steps: Int) -> Int {
    guard let largest = chart.bars.first?.count, largest > 0, bar.count > 0, steps > 0 else {
      return 0
    }
    let part = bar.count / largest
    return Int((min(max(part, 0), 1) * Double(steps)).rounded()).clamped(1, steps)
  }
}
