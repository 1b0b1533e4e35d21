import Cells
import Collaborative
import Widgets

/// Small multiples: a measure at a site in one line, with sparkline, latest value and verdict.
enum MeasuresSection {
  static let columns = [
    TableColumn("measure", minimum: 20, ideal: 32),
    TableColumn("site", minimum: 15, ideal: 28, priority: 2),
    TableColumn("last 12", minimum: 12, ideal: 12, priority: 1),
    TableColumn("latest", minimum: 6, ideal: 6, alignment: .right),
    TableColumn("finding", minimum: 9, ideal: 9),
    TableColumn("newest", minimum: 8, ideal: 8, priority: 3),
    TableColumn("target", minimum: 14, ideal: 14, priority: 4),
  ]

  static func cells(_ tile: MeasureTile, _ glyphs: Glyphs) -> [StyledLine] {
    [
      StyledLine(tile.measure), StyledLine(tile.site, .dim),
      tile.sparkline(columns: 12, glyphs: glyphs), StyledLine(tile.chart.latestText, .strong),
      tile.variation(glyphs: glyphs),
      StyledLine(tile.chart.latest?.period?.label ?? "", .dim),
      StyledLine(tile.chart.assuranceWord, .dim),
    ]
  }
}
