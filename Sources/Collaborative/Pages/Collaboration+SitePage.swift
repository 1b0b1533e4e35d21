import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// A site as its coach needs it: why it needs attention, what goes well, charts, projects, story.
  func sitePage(
    _ site: Site, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    let file = try siteFile(site)
    let reviewed = reviewedReasons(of: file)
    func line(_ reason: AttentionReason, note: String) -> PageLine {
      .item(
        mark: reason.kind.label, text: reason.words, note: note,
        tone: reason.kind == .harm ? .bad : .plain,
        target: Target(reason.evidence.type, reason.evidence.id))
    }
    func line(_ chart: SeriesChart) -> PageLine {
      .measure(MeasureTile(chart, at: site), label: chart.measureName)
    }
    let good = Attention.favourable(in: file)
    let others = file.charts.filter { chart in
      !good.contains { $0.seriesID == chart.seriesID }
    }
    let projects = file.projects.map { project -> PageLine in
      .item(
        mark: project.status.label, text: project.name, target: Target(.project, project.id))
    }
    var needs = reviewed.now.map { line($0, note: reviewed.new.contains($0) ? "new" : "") }
    if reviewed.now.contains(where: { $0.kind == .harm }) {
      needs.append(
        .paragraph(
          "huddle does not replace the incident system: harm is to be reported there as well.",
          tone: .quiet))
    }
    if reviewed.now.isEmpty, principal.role.looksAfterTeams {
      needs.append(.paragraph("Nothing needs you here just now.", tone: .quiet))
    }
    var groups = [
      PageGroup("", [sinceReviewLine(file, reviewed)].compactMap(\.self)),
      PageGroup("Needs attention", needs),
      PageGroup(
        "Waits", reviewed.waiting.map { line($0.reason, note: "until \($0.until.label)") }),
      PageGroup("Going well", good.map(line)),
      PageGroup("Measures", others.map(line)), PageGroup("Projects", projects),
      storyGroup(file, reviewed), PageGroup("People", try memberLines(at: site.id)),
      PageGroup("Among sites", try siteTreeLines(site)),
    ]
    groups += [
      PageGroup("Notes", try noteLines(about: site.id)), PageGroup("Site", siteLines(fields)),
    ]
    return Page(
      target, title: site.name,
      subtitle: [
        site.kind.label, site.region ?? "", site.cohort ?? "", site.code,
      ].filter { !$0.isEmpty }
        .joined(separator: " · "), groups: groups + [fields.about])
  }

  private func siteLines(_ fields: FieldGroups) -> [PageLine] {
    fields.lines(
      "joined", "left", "coachIds", "dataUseAgreement.reference",
      "dataUseAgreement.expiry", "reportingDay", "contextNotes")
  }

  private func memberLines(at site: DocumentID) throws(CollaborationError) -> [PageLine] {
    try documents(.member, mentioning: [site]).filter(isListed).map { Member($0.tree) }
      .filter { $0.siteIds.contains(site) && $0.isActive(on: clock.today) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      .map { member in
        .item(
          text: member.name, note: "\(member.perspective.label) · \(member.networkRole.label)",
          target: Target(.member, member.id))
      }
  }
}
