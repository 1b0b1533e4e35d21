import Collaborative
import Improvement
import Insights
import Plots

extension StackedCharts {
  /// A project's charts as panels on their time axis.
  public init(_ detail: StackDetail) {
    var places = detail.time.places[...]
    let panels = detail.entries.map { entry -> StackedPanel in
      let kind = entry.measure.kind.label
      guard let tile = entry.tile else {
        return StackedPanel(
          kind: kind, name: entry.measure.name, chart: nil,
          problem: "no numbers yet: T in Measures enters the first")
      }
      let unit = entry.measure.valueUnit
      let latest = tile.chart.latestText
      return StackedPanel(
        kind: kind, name: tile.measure, chart: tile.chart.chart, verdict: tile.chart.verdict,
        places: places.popFirst() ?? [],
        latest: unit.isEmpty || unit.count > 8 || latest.isEmpty ? latest : "\(latest) \(unit)",
        finding: tile.chart.shortFinding, problem: tile.chart.problem ?? "no numbers yet",
        unit: unit)
    }
    self.init(
      panels: panels, labels: detail.time.labels,
      annotations: detail.time.marks.map { mark in
        PlotAnnotation(
          position: mark.point, kind: mark.kind == .test ? .tick(mark.text) : .line(mark.text))
      })
  }
}

extension SeriesChart {
  /// The finding without the measure's and the site's name, which stand beside it.
  fileprivate var shortFinding: String {
    let parts = finding.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0].contains(measure.name) else { return finding }
    return String(parts[1].drop(while: \.isWhitespace))
  }
}
