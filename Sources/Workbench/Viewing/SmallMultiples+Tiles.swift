import Collaborative
import Insights
import Plots

extension SmallMultiples {
  /// One measure's charts as panels.
  public init(_ tiles: [MeasureTile], caption: [String] = [], hasOwnScales: Bool = false) {
    self.init(
      panels: tiles.map { MultiplesPanel($0) }, caption: caption,
      unit: tiles.first?.chart.measure.valueUnit ?? "", hasOwnScales: hasOwnScales)
  }
}

extension MultiplesPanel {
  /// A chart at a site, with its newest value and finding.
  public init(_ tile: MeasureTile) {
    let group = tile.chart.stratum.map { " (\($0))" } ?? ""
    self.init(
      title: tile.site + group, chart: tile.chart.chart, verdict: tile.chart.verdict,
      labels: tile.chart.labels, latest: tile.chart.latestText, word: tile.chart.variationWord,
      problem: tile.chart.problem ?? "no numbers yet")
  }
}
