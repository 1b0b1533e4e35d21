import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// What waits for whoever is signed in, most pressing first, then what is new to them.
  public func todayRows(words: String = "") throws(CollaborationError) -> [TodayRow] {
    let wanted = Words(words)
    var rows = try principal.role == .coach || principal.role == .steward ? coachRows() : []
    rows += try questionRows() + cycleTodayRows() + numberRows() + actionRows() + ideaRows()
    return rows.filter { wanted.match([$0.text, $0.detail, $0.place]) }
      .enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }
      .map(\.element)
  }

  private var mySites: Set<DocumentID> { Set(principal.siteIDs) }

  private func isMine(_ project: Project) -> Bool {
    !mySites.isDisjoint(with: project.siteIds)
      || project.roster.contains { $0.member == principal.memberID && $0.isHeld(on: clock.today) }
  }

  /// A coach's sites with the one reason that presses most and how many more there are.
  private func coachRows() throws(CollaborationError) -> [TodayRow] {
    try siteRows().compactMap { site in
      guard let reason = site.reasons.first else { return nil }
      let more = site.reasons.count - 1
      return TodayRow(
        kind: reason.kind == .harm ? .harm : .attention, text: reason.words,
        detail: more > 0 ? "+\(more)" : "", place: site.name, when: "",
        tone: reason.kind == .harm ? .bad : .plain, target: site.target)
    }
  }

  /// Questions about what is mine, and questions put to me.
  private func questionRows() throws(CollaborationError) -> [TodayRow] {
    let notes = try documents(.note).map { Note($0.tree) }
    let answered = Set(notes.compactMap(\.replyTo))
    let projects = try Set(self.projects().filter(isMine).map(\.id))
    let cycles = try Set(self.cycles().filter { projects.contains($0.project ?? "") }.map(\.id))
    return notes.compactMap { note in
      guard note.kind == .question, !note.isResolved, !answered.contains(note.id),
        note.createdBy != principal.memberID, let id = note.targetId,
        projects.contains(id) || cycles.contains(id) || mySites.contains(id)
          || id == principal.memberID
      else { return nil }
      return TodayRow(
        kind: .question, text: note.body, detail: "answer it", place: name(of: id),
        when: note.createdAt.flatMap { CalendarDate($0.prefix(10)) }?.label ?? "", tone: .plain,
        target: Target(.note, note.id))
    }
  }

  /// My cycles: past their planned end first, then those under way.
  private func cycleTodayRows() throws(CollaborationError) -> [TodayRow] {
    try cycleRows(narrowedTo: .mine).compactMap { row in
      guard row.stage != .closed else { return nil }
      return TodayRow(
        kind: row.isOverdue ? .overdueCycle : .cycle, text: row.title, detail: row.stage.label,
        place: row.sites, when: row.state, tone: row.isOverdue ? .caution : .plain,
        target: row.target)
    }
  }

  /// Numbers of my sites that are due, and the outcome measures among the others.
  private func numberRows() throws(CollaborationError) -> [TodayRow] {
    let sites = Dictionary(
      try documents(.site).map { ($0.id, Site($0.tree)) }, uniquingKeysWith: { old, _ in old })
    return try tiles().compactMap { tile in
      let siteID = String(tile.seriesID.prefix { $0 != "." })
      guard mySites.contains(siteID) else { return nil }
      let age = DataAge(
        tile.chart.points, tile.chart.measure.frequency,
        reportingDay: sites[siteID]?.reportingDay, today: clock.today)
      guard age.isOverdue || tile.chart.measure.kind == .outcome else { return nil }
      return TodayRow(
        kind: age.isOverdue ? .numbersDue : .measure, text: tile.measure,
        detail: age.isOverdue ? "enter with o" : "", place: tile.site, when: age.words,
        tone: age.isOverdue ? .caution : .plain, target: tile.target, tile: tile)
    }
  }

  /// Actions, tasks and milestones as one list of what I have to do.
  private func actionRows() throws(CollaborationError) -> [TodayRow] {
    guard let me = principal.memberID else { return [] }
    var rows: [(day: Int, row: TodayRow)] = []
    func add(_ what: String, _ due: CalendarDate?, _ place: String, _ target: Target) {
      let isLate = due.map { $0 < clock.today } ?? false
      rows.append(
        (
          due?.daysSince1970 ?? Int.max,
          TodayRow(
            kind: .action, text: what, detail: isLate ? "past due" : "", place: place,
            when: due?.label ?? "", tone: isLate ? .caution : .plain, target: target)
        ))
    }
    for note in try documents(.note).map({ Note($0.tree) }) {
      for action in note.actions where action.who == me && !action.done.isDone {
        add(action.what, action.due, note.targetId.map(name) ?? "", Target(.note, note.id))
      }
    }
    for cycle in try cycles() where cycle.stage != .closed {
      for task in cycle.tasks where task.who == me && !task.done.isDone {
        add(task.what, task.when, cycle.title, Target(.cycle, cycle.id))
      }
    }
    for project in try projects().filter(isMine) where project.status == .active {
      for milestone in project.milestones
      where !milestone.done.isDone && milestone.due.map({ $0.days(since: clock.today) < 31 }) ?? false {
        add(milestone.what, milestone.due, project.name, Target(.project, project.id))
      }
    }
    return rows.sorted { $0.day < $1.day }.map(\.row)
  }

  /// Shared ideas that fit what a person says they are interested in, the newest first.
  private func ideaRows() throws(CollaborationError) -> [TodayRow] {
    let member = principal.memberID.flatMap { try? document($0) }.map { Member($0.tree) }
    let interests = (member?.interests ?? []) + [member?.caresAbout ?? ""].filter { !$0.isEmpty }
    let resources = try documents(.resource).map { Resource($0.tree) }
      .sorted { ($0.createdAt ?? "") > ($1.createdAt ?? "") }
    let fitting = resources.filter { resource in
      interests.contains { interest in Words(interest).match(resource.searchTexts) }
    }
    let shown = fitting.isEmpty ? resources.prefix(3) : fitting.prefix(5)
    return shown.map { resource in
      TodayRow(
        kind: .idea, text: resource.title, detail: resource.kind.label,
        place: resource.site.map(name) ?? "",
        when: resource.createdAt.flatMap { CalendarDate($0.prefix(10)) }?.label ?? "",
        tone: .plain, target: Target(.resource, resource.id))
    }
  }
}
