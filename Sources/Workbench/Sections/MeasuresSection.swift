import Cells
import Collaborative
import Widgets

/// Small multiples: a measure at a site in one line, with sparkline, latest value and verdict.
enum MeasuresSection {
  static let columns = [
    TableColumn("measure", minimum: 16, ideal: 26),
    TableColumn("site", minimum: 8, ideal: 20, priority: 2),
    TableColumn("", minimum: 12, ideal: 24, priority: 1),
    TableColumn("latest", minimum: 6, ideal: 7, alignment: .right),
    TableColumn("variation", minimum: 9, ideal: 9),
    TableColumn("target", minimum: 14, ideal: 15, priority: 4),
    TableColumn("newest", minimum: 8, ideal: 9, priority: 3),
  ]

  static func cells(_ tile: MeasureTile, _ glyphs: Glyphs) -> [StyledLine] {
    [
      StyledLine(tile.measure), StyledLine(tile.site, .dim),
      tile.sparkline(columns: 24, glyphs: glyphs), StyledLine(tile.chart.latestText, .strong),
      tile.variation(glyphs: glyphs), StyledLine(tile.chart.assuranceWord, .dim),
      StyledLine(tile.chart.latest?.period?.label ?? "", .dim),
    ]
  }
}
