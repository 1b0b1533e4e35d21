import DocumentStore
import Improvement

extension Collaboration {
  /// Every project's roster with its gaps; a role nobody fills is a row of its own.
  public func rosterRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [RosterRow] {
    let projects = try projects(narrowedTo: filter).filter { admits($0, filter) }
    return Self.chosen(ownFirst(projects).flatMap(rosterRows), words, filter)
  }

  /// The rows with the words that a filter lets through.
  static func chosen(
    _ rows: [RosterRow], _ words: String, _ filter: RowFilter.Kind?
  ) -> [RosterRow] {
    let wanted = Words(words)
    return rows.filter { row in
      let fits =
        switch filter {
        case .gaps: row.kind == .gap || row.kind == .withoutPeople
        case .odd: row.isOdd && row.kind != .gap && row.kind != .withoutPeople
        default: true
        }
      return fits && wanted.match(row.searchTexts)
    }
  }

  /// One project's roster: who holds a role or will, in its order, then the gaps of one that goes on.
  func rosterRows(of project: Project) -> [RosterRow] {
    let today = clock.today
    let held = project.roster.enumerated().filter { $0.element.isHeld(on: today) }
    let ahead = project.roster.enumerated().filter { $0.element.isAhead(on: today) }
    let isOver = project.status == .completed || project.status == .stopped
    let gaps = isOver ? [] : RosterGaps.unfilled(in: project, on: today)
    let rows =
      (held + ahead).map { row($0.element, at: $0.offset, in: project) }
      + gaps.map { .gap($0, in: project) }
    let denial = whyNoRoster(of: project)
    return rows.map { row in
      var row = row
      row.denial = denial
      return row
    }
  }

  /// Why this person may not say who does what in a project, in words.
  func whyNoRoster(of project: Project) -> String? {
    whyNotChange(project.tree, .project)
  }

  private func row(
    _ entry: RosterEntry, at position: Int, in project: Project
  ) -> RosterRow {
    let person = person(entry.member)
    let isAhead = entry.isAhead(on: clock.today)
    let absence = person.absence.flatMap { absence -> String? in
      // Whoever joins later is expected for a role that begins later.
      if isAhead, case .notYet(let day) = absence, let from = entry.from, day <= from { return nil }
      return absence.words
    }
    let isTwice = project.roster.enumerated().contains { other in
      other.offset < position && other.element.member == entry.member
        && other.element.role == entry.role && !other.element.hasEnded(by: clock.today)
    }
    let remarks = [
      absence ?? "", isTwice ? "stands here twice" : "", entry.to.map { "until \($0.label)" } ?? "",
    ]
    return RosterRow(
      kind: isAhead ? .ahead : .held, group: project.name, groupID: project.id,
      project: project.name, projectID: project.id, role: entry.role.label,
      roleValue: entry.role.rawValue, memberID: entry.member, person: person.name,
      perspective: person.perspective,
      sites: (person.member?.siteIds ?? []).map(name).joined(separator: ", "),
      since: entry.from?.label ?? "", time: timeWords(of: entry),
      remark: remarks.filter { !$0.isEmpty }.joined(separator: ", "),
      isOdd: absence != nil || isTwice, position: position)
  }

  /// How long a role is held, or from when on it will be.
  func timeWords(of entry: RosterEntry) -> String {
    guard let from = entry.from else { return "" }
    return entry.isAhead(on: clock.today)
      ? "from \(from.label)" : clock.today.elapsedWords(since: from)
  }
}
