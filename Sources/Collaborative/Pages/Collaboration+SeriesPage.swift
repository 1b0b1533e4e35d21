import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// A series in a few lines: its finding, its latest numbers, its target; the chart is one key on.
  func seriesPage(
    _ series: Series, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    let detail = try seriesDetail(series.id)
    let tile = MeasureTile(
      seriesID: series.id, measure: detail.measure, site: detail.site, chart: detail.chart)
    let assurance = detail.chart.assuranceWord
    var about = fields.lines("target.value", "target.from")
    if !assurance.isEmpty { about.append(.field(label: "Will it meet it?", value: assurance)) }
    about.append(.field(label: "Newest", value: detail.age.words))
    about += link("Measure", .measure, series.measure) + link("Site", .site, series.site)
    let latest = detail.points.suffix(6).reversed().map { point -> PageLine in
      .field(
        label: point.period?.label ?? point.periodText, value: ObservationText.edit(point),
        tone: point.status == .reported ? .plain : .quiet)
    }
    return Page(
      target, title: title(of: try document(series.id)),
      subtitle: "\(detail.chart.measure.kind.label) measure · Enter opens the chart",
      groups: [
        PageGroup("", [.measure(tile, label: "Chart")]),
        PageGroup("Finding", detail.caption.map { .paragraph($0) }),
        PageGroup("Latest numbers", latest), PageGroup("About", about),
        PageGroup("Phases", fields.lines("phases", "baseline.from", "baseline.to", "baseline.frozen")),
      ])
  }
}
