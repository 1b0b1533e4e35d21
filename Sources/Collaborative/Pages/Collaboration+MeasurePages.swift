import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// How the measure is defined now, since when and why, and how it was before, newest first.
  private func definitionLines(_ measure: Measure) -> [PageLine] {
    let versions = measure.definitionVersions
    guard let newest = versions.last else {
      return measure.operationalDefinition.map { [.paragraph($0)] } ?? [
        .paragraph("Nobody has defined it yet: e says what is counted, exactly.", tone: .caution)
      ]
    }
    var lines: [PageLine] = [.paragraph(newest.definition)]
    var since = newest
    for version in versions.dropLast().reversed() {
      lines.append(.field(label: since.words, value: "", tone: .quiet))
      lines.append(.field(label: "before that", value: version.definition, tone: .quiet))
      since = version
    }
    lines.append(.field(label: since.words, value: "", tone: .quiet))
    if let first = measure.operationalDefinition {
      lines.append(.field(label: "at first", value: first, tone: .quiet))
    }
    return lines
  }

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
        PageGroup("Definition", definitionLines(measure)),
        PageGroup(
          "Sites",
          charts.isEmpty
            ? [
              .paragraph(
                "No numbers yet. o on its row in Measures enters the first one, T a whole period's.",
                tone: .quiet)
            ] : charts),
        fields.own(without: "kind", "operationalDefinition", "definitionVersions"),
        PageGroup("Notes", try noteLines(about: measure.id)), fields.about,
      ])
  }
}

extension DefinitionVersion {
  /// `since 1 Mar 2026: national definition changed`
  fileprivate var words: String {
    let day = from.map { "since \($0.label)" } ?? "since then"
    return reason.map { "\(day): \($0)" } ?? day
  }
}
