import ControlCharts
import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// A series as its chart in words: the finding, where the limits come from, the newest numbers.
  func seriesPage(
    _ series: Series, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    let about = link("Measure", .measure, series.measure) + link("Site", .site, series.site)
    var settings = fields.lines("target.value", "target.from")
    guard let detail = try? seriesDetail(target.id) else {
      return Page(
        target, title: "\(shownName(of: series.measure)) at \(shownName(of: series.site))",
        subtitle: target.type.label.capitalisedFirst,
        groups: [PageGroup("", about + settings), fields.about])
    }
    let assurance = detail.chart.assuranceWord
    if !assurance.isEmpty {
      settings.append(.field(label: "Will it meet it?", value: assurance))
    }
    settings += fields.lines("baseline.from", "baseline.to", "baseline.frozen")
    let tile = MeasureTile(
      seriesID: target.id, siteID: series.site, measure: detail.measure, site: detail.site,
      chart: detail.chart)
    return Page(
      target, title: "\(detail.measure) at \(detail.site)",
      subtitle: "\(detail.chart.measure.kind.label) measure · Enter opens the chart",
      groups: [
        PageGroup("", [.measure(tile, label: detail.measure)]),
        PageGroup("What it shows", detail.caption.map { .paragraph($0) }),
        PageGroup("Newest numbers", newestLines(detail)),
        PageGroup(
          "Series",
          [.field(label: "Newest", value: detail.age.words)] + settings + about),
        PageGroup("Notes", try noteLines(about: target.id)), fields.about,
      ])
  }

  /// How many of the newest numbers a page lists; the chart has them all.
  private static let newestCount = 12

  private func newestLines(_ detail: SeriesDetail) -> [PageLine] {
    detail.points.indices.suffix(Self.newestCount).reversed().map { index in
      let point = detail.points[index]
      let drawn = detail.chart.chart?.points[index]
      let value = drawn?.value.map { value in
        let number = NumberText.trimmed(value, places: detail.chart.chart?.places ?? 1)
        return [number, detail.chart.measure.valueUnit].filter { !$0.isEmpty }
          .joined(separator: " ")
      }
      let counts = point.numerator.flatMap { above in
        point.denominator.map { "\(NumberText.short(above)) of \(NumberText.short($0))" }
      }
      let notes = [
        counts ?? "", point.quality == .final ? "" : point.quality.label.lowercased(),
        point.leftOutReason.map { "left out: \($0)" } ?? "", point.note ?? "",
      ]
      return .item(
        mark: detail.chart.labels[index], text: value ?? point.status.label,
        note: notes.filter { !$0.isEmpty }.joined(separator: " · "),
        tone: value == nil ? .quiet : .plain)
    }
  }
}
