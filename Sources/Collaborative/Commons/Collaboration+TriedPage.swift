import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// How many try-outs stand on the resource's own page; all of them have a page of their own.
  private static let shownOnResource = 5

  /// Who tried it, on the resource's own page: the summary, its numbers, a line for each try-out.
  func triedGroup(of resource: Resource) throws(CollaborationError) -> PageGroup {
    let evidence = try judgedTries(of: resource.id)
    let tried = evidence.entries.filter { $0.judgement.belongs(to: .tried) }
    var lines = [PageLine.paragraph(try summaryWords(evidence))]
    if !tried.isEmpty {
      lines.append(
        .item(
          text: "Its numbers, charts and cycles, site by site",
          target: Target(resource, tried: .everyone)))
    }
    lines += tried.prefix(Self.shownOnResource).map { entry in
      .item(
        mark: entry.adoption.stage.label, text: entry.siteName, note: notes(on: entry),
        target: Target(.adoption, entry.adoption.id))
    }
    if let others = TriedAt(evidence.entries.map(\.adoption)).othersSummary {
      lines.append(.paragraph(others))
    }
    if tried.count > Self.shownOnResource {
      lines.append(
        .paragraph("\(tried.count - Self.shownOnResource) more: w shows them all.", tone: .quiet))
    }
    return PageGroup("Who tried it", lines)
  }

  /// What the try-outs add up to; of a package that nobody tried as a whole, who tried its parts.
  private func summaryWords(_ evidence: ResourceEvidence) throws(CollaborationError) -> String {
    guard !evidence.resource.items.isEmpty, evidence.summary.count(.tried) == 0 else {
      return evidence.summary.words
    }
    let sites = try bundleMatrix(of: evidence.resource, hasNumbers: false).rows.count(
      where: \.isPart)
    guard sites > 0 else { return evidence.summary.words }
    let parts =
      "\(sites) \(sites == 1 ? "site knows" : "sites know") or tried parts of it: P shows them."
    return evidence.entries.isEmpty
      ? "Nobody took the whole package; \(parts)" : "\(evidence.summary.words) \(parts)"
  }

  /// How many versions stand on the page of what they were made from.
  private static let shownVersions = 5

  /// What came of the versions that others made of it: an idea lives on in them.
  func versionsGroup(of resource: Resource, in family: [Resource]) throws(CollaborationError)
    -> PageGroup
  {
    var generation: Set<DocumentID> = [resource.id]
    var versions: [Resource] = []
    var known = generation
    while !generation.isEmpty {
      let next = family.filter { member in
        !known.contains(member.id)
          && member.derivedFrom.contains { generation.contains($0.resource) }
      }
      versions += next
      generation = Set(next.map(\.id))
      known.formUnion(generation)
    }
    var lines: [PageLine] = []
    for version in versions.prefix(Self.shownVersions) {
      let evidence = try judgedTries(of: version.id)
      lines.append(
        .item(
          mark: version.site.map(shownName) ?? "", text: version.title,
          note: [evidence.summary.shortWords, Self.places(evidence)].compactMap(\.self)
            .joined(separator: " "), target: Target(.resource, version.id)))
    }
    if versions.count > Self.shownVersions {
      let more = versions.count - Self.shownVersions
      lines.append(.paragraph("\(more) more: L shows the family.", tone: .quiet))
    }
    return PageGroup("Versions made from it", lines)
  }

  /// Where a version is tried and how far each is: `Hillview Clinic: in use.`
  private static func places(_ evidence: ResourceEvidence) -> String? {
    let tried = evidence.entries.filter { $0.judgement.belongs(to: .tried) }
    guard !tried.isEmpty else { return nil }
    let named = tried.prefix(3).map {
      "\($0.siteName): \($0.adoption.stage.label.lowercasedFirst)"
    }
    let more = tried.count > 3 ? ["and \(tried.count - 3) more"] : []
    return (named + more).joined(separator: ", ") + "."
  }

  /// What a line says beside the site: what its charts show, what was changed, why it stopped.
  private func notes(on entry: ResourceEvidence.Entry) -> String {
    let adoption = entry.adoption
    return [
      sinceWords(adoption), entry.judgement.words,
      adoption.whatWasAdapted.map { "adapted: \($0)" },
      adoption.reasonStopped.map { "stopped because: \($0)" },
    ].compactMap(\.self).joined(separator: " · ")
  }

  private func sinceWords(_ adoption: Adoption) -> String? {
    adoption.day(of: adoption.stage).map { "since \($0.label)" }
  }

  /// The try-outs that a number counts, each with its cycles and the charts at its site.
  func triedPage(
    _ resource: Resource, _ group: EvidenceSummary.Group, _ target: Target
  ) throws(CollaborationError) -> Page {
    let evidence = try evidence(of: resource.id)
    let shown = evidence.entries(group)
    let count = group == .everyone ? evidence.entries.count : evidence.summary.count(group)
    var groups: [PageGroup] = []
    if group == .everyone {
      groups.append(PageGroup("", [.paragraph(try summaryWords(evidence))]))
      groups.append(PageGroup("In numbers", numberLines(evidence)))
    } else {
      groups.append(PageGroup("", [.paragraph("\(count) \(group.words(count)).")]))
    }
    for (index, entry) in shown.enumerated() {
      groups.append(try triedGroup(entry, drawsCharts: index < Self.sitesWithCharts))
    }
    if shown.count > Self.sitesWithCharts {
      groups[0].lines.append(
        .paragraph(
          "The first \(Self.sitesWithCharts) sites are shown with their charts; a number opens fewer.",
          tone: .quiet))
    }
    if evidence.entries.isEmpty {
      groups.append(
        PageGroup("", [.paragraph("t on this page tries it at your site.", tone: .quiet)]))
    }
    return Page(
      target, title: "Who tried it: \(resource.title)",
      subtitle: "Each chart is divided where the site took it into use", groups: groups)
  }

  /// Each number of the summary, which opens the sites it counts.
  private func numberLines(_ evidence: ResourceEvidence) -> [PageLine] {
    EvidenceSummary.Group.allCases.compactMap { group in
      let count = evidence.summary.count(group)
      guard count > 0, group != .everyone else { return nil }
      return .item(
        mark: "\(count)", text: group.words(count),
        target: Target(evidence.resource, tried: group))
    }
  }

  /// Beyond so many sites nobody reads a page from top to bottom.
  private static let sitesWithCharts = 40

  private func triedGroup(
    _ entry: ResourceEvidence.Entry, drawsCharts: Bool
  ) throws(CollaborationError) -> PageGroup {
    let (adoption, judgement) = (entry.adoption, entry.judgement)
    var lines: [PageLine] = [
      .item(
        mark: "Stage", text: adoption.stage.label, note: sinceWords(adoption) ?? "",
        target: Target(.adoption, adoption.id))
    ]
    if judgement.belongs(to: .tried) {
      lines.append(
        .item(mark: "Charts", text: judgement.words, tone: judgement.tone))
    }
    let told: [(String, String?)] = [
      ("Adapted", adoption.whatWasAdapted), ("As planned?", adoption.fidelity),
      ("Stopped", adoption.reasonStopped),
    ]
    lines += told.compactMap { label, text in text.map { .item(mark: label, text: $0) } }
    if drawsCharts { lines += try chartLines(entry) }
    lines += entry.cycles.map { cycle in
      .item(
        mark: cycle.decision?.label ?? cycle.stage.label, text: cycle.title,
        note: cycle.record ?? "", target: Target(.cycle, cycle.id))
    }
    return PageGroup(entry.siteName, lines)
  }

  /// How many charts of a site are shown, those that decide first.
  private static let shownCharts = 4

  private func chartLines(
    _ entry: ResourceEvidence.Entry
  ) throws(CollaborationError) -> [PageLine] {
    let tiles = try tiles(at: entry.adoption.site)
    let known = Dictionary(tiles.map { ($0.seriesID, $0) }, uniquingKeysWith: { old, _ in old })
    return entry.seriesIDs.prefix(Self.shownCharts).flatMap { id -> [PageLine] in
      guard var tile = known[id] else { return [] }
      let judged = entry.judgement.charts.first { $0.seriesID == id }
      tile.divide = judged?.split
      let kind = tile.chart.measure.kind.label
      let words = judged.map { "\(tile.measure): \($0.comparedWords)" } ?? tile.measure
      return [.measure(tile, label: kind), .item(mark: "", text: words, tone: .quiet, depth: 1)]
    }
  }
}

extension Target {
  /// Some of the sites that tried a resource.
  init(_ resource: Resource, tried: EvidenceSummary.Group) {
    self.init(.resource, resource.id)
    self.tried = tried
  }
}

extension AdoptionJudgement {
  var tone: Tone {
    switch verdict {
    case .better: .good
    case .worse: .bad
    case .unchanged: .plain
    case .notYet: .quiet
    }
  }
}

extension Cycle {
  /// How its predictions came out; nil where none was compared.
  var recordWords: String? {
    let record = PredictionRecord(of: self)
    return record.judged > 0 ? "\(record)" : nil
  }
}
