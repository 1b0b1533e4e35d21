import Cells
import Collaborative
import Widgets

/// Small multiples: a measure at a site in one line, with sparkline, latest value and verdict.
enum MeasuresSection {
  static let columns = [
    TableColumn("measure", minimum: 16, ideal: 32),
    TableColumn("site", minimum: 14, ideal: 28, priority: 2),
    TableColumn("trend", minimum: 8, ideal: 12, priority: 1, keepsEnd: true),
    TableColumn("latest", minimum: 6, ideal: 6, alignment: .right),
    TableColumn("finding", minimum: 12, ideal: 12),
    TableColumn("newest", minimum: 6, ideal: 6, priority: 3),
    TableColumn("target", minimum: 14, ideal: 14, priority: 4),
  ]

  /// The widest finding, `· too few`, before the sign for the target.
  private static let findingColumns = 9

  /// What the chart says, and whether the target will be met: `● usual   ■M`.
  private static func finding(_ tile: MeasureTile, _ glyphs: Glyphs) -> StyledLine {
    let variation = tile.variation(glyphs: glyphs)
    let gap = max(1, findingColumns + 1 - variation.columns(glyphs: glyphs))
    return variation + StyledLine(String(repeating: " ", count: gap)) + tile.assuranceSign(glyphs)
  }

  static func cells(_ tile: MeasureTile, _ glyphs: Glyphs) -> [StyledLine] {
    [
      StyledLine(tile.measure), StyledLine(tile.site, .dim),
      tile.sparkline(columns: 12, glyphs: glyphs), StyledLine(tile.chart.latestText, .strong),
      finding(tile, glyphs),
      StyledLine(tile.chart.latest?.period?.briefLabel ?? "", .dim),
      StyledLine(tile.chart.assuranceWord, .dim),
    ]
  }
}
