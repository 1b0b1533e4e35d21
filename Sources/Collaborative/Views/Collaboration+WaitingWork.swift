import DocumentStore
import Improvement
import Insights

/// What waits for somebody: at their sites, and what they took on.
extension Collaboration {
  /// All of it, the sites first.
  func waitingRows() throws(CollaborationError) -> [TodayRow] {
    try siteWorkRows() + workRows()
  }

  /// What waits at sites.
  func siteWorkRows() throws(CollaborationError) -> [TodayRow] {
    try principal.role.looksAfterTeams ? coachRows() : numberRows() + milestoneRows()
  }

  /// What else waits.
  func workRows() throws(CollaborationError) -> [TodayRow] {
    try questionRows() + suggestionRows() + cycleTodayRows() + actionRows()
  }

  /// A coach's and a steward's own is what they do themselves: their sites' work is told by site.
  private func isMine(_ project: Project) -> Bool {
    !principal.role.looksAfterTeams && principal.isIn(project, on: clock.today)
  }

  /// A coach's sites with the one reason that presses most and how many more there are.
  private func coachRows() throws(CollaborationError) -> [TodayRow] {
    try siteRows().compactMap { site in
      guard let reason = site.reasons.first else { return nil }
      let more = site.reasons.count - 1
      return TodayRow(
        kind: reason.kind == .harm ? .harm : .attention, text: reason.words,
        detail: more > 0 ? "+\(more)" : "", place: site.name, when: "",
        tone: reason.kind == .harm ? .bad : .plain, target: site.target,
        evidence: Target(reason.evidence.type, reason.evidence.id))
    }
  }

  /// Questions of others about what is mine, and questions put to me.
  private func questionRows() throws(CollaborationError) -> [TodayRow] {
    let forMe = try notes(mentioning: [principal.memberID].compactMap(\.self))
      .filter { $0.to == principal.memberID }
    var seen: Set<DocumentID> = []
    let all = try notes(about: idsOfMine()) + withAnswers(forMe)
    let open = OpenQuestions.among(all.filter { seen.insert($0.id).inserted })
      // A question to somebody is theirs to answer.
      .filter { $0.to == nil || $0.to == principal.memberID }
    return open.sorted { $0.id < $1.id }.compactMap { note in
      guard note.createdBy != principal.author, let id = note.targetId else { return nil }
      return TodayRow(
        kind: .question, text: note.body, detail: "answer it", place: name(of: id),
        when: note.createdDay?.label ?? "", tone: .plain, target: Target(.note, note.id))
    }
  }

  /// What is this person's own: what they shared and, but for those who see all teams, their sites
  /// with the numbers there, their projects and cycles.
  func idsOfMine() throws(CollaborationError) -> Set<DocumentID> {
    var ids = Set([principal.memberID].compactMap(\.self))
    ids.formUnion(try ownResources().map(\.id))
    guard !principal.role.looksAfterTeams else { return ids }
    ids.formUnion(principal.siteIDs)
    ids.formUnion(try ownProjects().map(\.id))
    ids.formUnion(try ownCycles().map(\.id))
    for site in principal.siteIDs { ids.formUnion(try documents(.series, at: site).map(\.id)) }
    return ids
  }

  /// My cycles: past their planned end first, then those under way; what goes on in a next cycle is
  /// told by that one.
  private func cycleTodayRows() throws(CollaborationError) -> [TodayRow] {
    let own = principal.role.looksAfterTeams ? RowFilter.Kind.ownCycles : .mine
    return try cycleRows(narrowedTo: own).compactMap { row in
      guard !row.isOver else { return nil }
      return TodayRow(
        kind: row.isOverdue ? .overdueCycle : .cycle, text: row.title, detail: row.stage.label,
        place: row.sites, when: row.state, tone: row.isOverdue ? .caution : .plain,
        target: row.target)
    }
  }

  /// Numbers of my sites that are due, for those who may enter them, and the outcome measures.
  private func numberRows() throws(CollaborationError) -> [TodayRow] {
    let mayEnter = Rights.reach(.change, .series, principal.role) >= .ownSites
    var rows: [TodayRow] = []
    for site in try ownSites() {
      let file = try siteFile(site)
      for chart in file.charts {
        let age = DataAge(
          chart.points, chart.measure.frequency, reportingDay: file.site.reportingDay,
          today: clock.today)
        let isDue = age.isOverdue && mayEnter && file.isReported(chart.measure)
        guard isDue || chart.measure.kind == .outcome else { continue }
        let tile = MeasureTile(chart, at: file.site)
        rows.append(
          TodayRow(
            kind: isDue ? .numbersDue : .measure, text: tile.measure,
            detail: isDue ? "enter with o" : "", place: tile.site, when: age.words,
            tone: isDue ? .caution : .plain, target: tile.target, tile: tile))
      }
    }
    return rows
  }

  /// The sites somebody belongs to, as far as they are there.
  func ownSites() throws(CollaborationError) -> [Site] {
    var sites: [Site] = []
    for id in principal.siteIDs.sorted() {
      guard case .known(.site, _) = naming(of: id) else { continue }
      sites.append(Site(try document(id).tree))
    }
    return sites
  }

  /// Actions and tasks as one list of what I have to do.
  private func actionRows() throws(CollaborationError) -> [TodayRow] {
    guard let me = principal.memberID else { return [] }
    let agreed = ToDoList.all(
      notes: try notes(mentioning: [me]), cycles: try cycles(mentioning: [me]))
    return agreed.filter { $0.who == me && !$0.isDone }.map(row)
  }

  /// The milestones of my projects that are due, or soon will be.
  private func milestoneRows() throws(CollaborationError) -> [TodayRow] {
    ToDoList.all(projects: try ownProjects().filter(isMine)).filter { milestone in
      guard !milestone.isDone, let due = milestone.due else { return false }
      return due.days(since: clock.today) <= Self.milestoneDays
    }.map(row)
  }

  private func row(_ toDo: ToDo) -> TodayRow {
    let isLate = toDo.isLate(on: clock.today)
    return TodayRow(
      kind: .action, text: toDo.what, detail: isLate ? "past due" : "",
      place: toDo.about.map(shownName) ?? "", when: toDo.due?.label ?? "",
      tone: isLate ? .caution : .plain, target: toDo.target, toDo: toDo,
      due: toDo.due?.daysSince1970)
  }

  /// How long before its day a milestone is shown, in days.
  private static let milestoneDays = 30
}
