import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// A measure's definition and its chart at every site.
  func measurePage(
    _ measure: Measure, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    let charts = try tiles().filter { $0.chart.measure.id == measure.id }.map { tile in
      PageLine.measure(tile, label: tile.chart.stratum.map { "\(tile.site) (\($0))" } ?? tile.site)
    }
    return Page(
      target, title: measure.name, subtitle: "\(measure.kind.label) measure",
      groups: [
        PageGroup("Sites", charts), fields.own(without: "kind"),
        PageGroup("Notes", try noteLines(about: measure.id)), fields.about,
      ])
  }
}
