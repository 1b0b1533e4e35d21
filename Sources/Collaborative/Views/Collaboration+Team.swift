import DocumentStore
import Improvement

extension Collaboration {
  /// Every project's roster with its gaps; a role nobody fills is a row of its own.
  public func rosterRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [RosterRow] {
    let wanted = Words(words)
    let projects = try projects(narrowedTo: filter).filter { admits($0, filter) }
    let ids = Set(projects.flatMap { $0.roster.map(\.member) })
    let members = Dictionary(
      try documents(.member, mentioning: ids).map { ($0.id, Member(visible($0))) },
      uniquingKeysWith: { old, _ in old })
    var rows: [RosterRow] = []
    for project in ownFirst(projects) {
      var own = project.roster.enumerated().filter { $0.element.isHeld(on: clock.today) }
        .map { row($0.element, at: $0.offset, in: project, members) }
      own += RosterGaps.unfilled(in: project, on: clock.today).map { gap($0, in: project) }
      rows += own.filter { wanted.match([$0.project, $0.role, $0.person, $0.sites]) }
    }
    return rows
  }

  private func row(
    _ entry: RosterEntry, at position: Int, in project: Project, _ members: [DocumentID: Member]
  ) -> RosterRow {
    let member = members[entry.member]
    return RosterRow(
      project: project.name, projectID: project.id, role: entry.role.label,
      roleValue: entry.role.rawValue, memberID: entry.member,
      person: member?.name ?? entry.member, perspective: member?.perspective.label ?? "",
      sites: (member?.siteIds ?? []).map(name).joined(separator: ", "),
      since: entry.from?.label ?? "", position: position)
  }

  private func gap(_ role: RosterRole, in project: Project) -> RosterRow {
    RosterRow(
      project: project.name, projectID: project.id, role: role.label, roleValue: role.rawValue,
      memberID: nil, person: "nobody yet", perspective: "", sites: "", since: "", position: nil)
  }
}
