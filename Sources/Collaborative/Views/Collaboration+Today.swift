import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// What waits for whoever is signed in, most pressing first, then what is new to them.
  ///
  /// - Parameter drafts: what they typed and have not saved, as whoever knows the forms tells it.
  public func todayRows(
    words: String = "", drafts: [TodayRow] = []
  ) throws(CollaborationError) -> [TodayRow] {
    let parts = inParallel([waitingRows, elsewhereRows], threads: 2) { part in
      Result { () throws(CollaborationError) in try part() }
    }
    var rows = drafts
    for part in parts { rows += try part.get() }
    return try ordered(rows + troubleRows(), words)
  }

  /// What waits for somebody, before it is known what is new elsewhere; nil where the one does not
  /// stand above all of the other, or where all is soon known.
  ///
  /// In a large network it takes longer to find out what is new elsewhere than what waits.
  public func pressingTodayRows(
    words: String = "", drafts: [TodayRow] = []
  ) throws(CollaborationError) -> [TodayRow]? {
    guard principal.role == .lead, !principal.comesForNews, try isLarge() else { return nil }
    let rows = try ordered(drafts + waitingRows() + troubleRows(), words)
    return rows.isEmpty ? nil : rows
  }

  private func waitingRows() throws(CollaborationError) -> [TodayRow] {
    var rows = try principal.role.looksAfterTeams ? coachRows() : numberRows() + milestoneRows()
    rows += try questionRows() + suggestionRows() + cycleTodayRows() + actionRows()
    return rows
  }

  /// What became of what somebody asked for and gave, what others changed, and what may concern them.
  private func elsewhereRows() throws(CollaborationError) -> [TodayRow] {
    try askedRows() + exchangeRows() + suggestedRows() + changeRows() + newsRows() + ideaRows()
      + perspectiveRows()
  }

  /// What cannot be read, as far as the reading of the others met it, and what waits for a choice.
  private func troubleRows() throws(CollaborationError) -> [TodayRow] {
    try damageRows() + choiceRows()
  }

  private func ordered(_ rows: [TodayRow], _ words: String) -> [TodayRow] {
    let wanted = Words(words)
    let order = principal.todayOrder
    return rows.filter { wanted.match([$0.text, $0.detail, $0.place]) }
      .enumerated().sorted { left, right in
        (order(left.element.kind), left.element.due ?? Int.max, left.offset)
          < (order(right.element.kind), right.element.due ?? Int.max, right.offset)
      }
      .map(\.element)
  }

  /// A coach's and a steward's own is what they do themselves: their sites' work is told by site.
  private func isMine(_ project: Project) -> Bool {
    !principal.role.looksAfterTeams && principal.isIn(project, on: clock.today)
  }

  /// Documents that can't be read, as far as this day's reading met them: shown, never hidden.
  private func damageRows() -> [TodayRow] {
    guard !principal.isVisitor else { return [] }
    return store.damaged.map { damage in
      TodayRow(
        kind: .damage, text: "\(damage.problem)", detail: damage.place,
        place: "this document can't be read", when: "", tone: .bad,
        target: Target(damage.type.flatMap(DocumentType.init) ?? .note, damage.id))
    }
  }

  /// What this person may change and two people changed differently, among the kinds of documents
  /// that this screen reads anyway.
  private func choiceRows() throws(CollaborationError) -> [TodayRow] {
    var rows: [TodayRow] = []
    for type in [DocumentType.project, .cycle, .note, .resource] {
      let found = try attempt { () throws(StoreError) in
        try store.documentsInConflict(ofType: type.rawValue)
      }
      for document in found where mayRead(document) {
        let standing = standing(of: document.tree, type: type)
        guard principal.reasonNotToWrite(standing, isNew: false) == nil else { continue }
        let fields = twoVersions(in: document).map(\.label).joined(separator: ", ")
        rows.append(
          TodayRow(
            kind: .choice, text: "two versions: \(fields)", detail: "choose one",
            place: title(of: document), when: "", tone: .caution,
            target: Target(type, document.id)))
      }
    }
    return rows
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
    for id in principal.siteIDs.sorted() {
      guard case .known(.site, _) = naming(of: id) else { continue }
      let file = try siteFile(Site(try document(id).tree))
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

extension Principal {
  /// Whether somebody looks at care from the other side, and comes for what they asked first.
  fileprivate var comesForNews: Bool {
    switch perspective {
    case .patient, .family, .peer, .community, .researcher: true
    default: false
    }
  }

  /// Who looks at care from the other side comes for what they asked and what is new; the others
  /// for the work that waits.
  fileprivate var todayOrder: (TodayRow.Kind) -> Int {
    if role.looksAfterTeams {
      // Sites first, as their coach has put them in order.
      return { $0 == .harm ? -3 : $0 == .damage ? -2 : $0 == .attention ? -1 : $0.rawValue }
    }
    let elsewhere: [TodayRow.Kind] = [.change, .news, .idea, .care, .could]
    let order: [TodayRow.Kind] =
      comesForNews
      ? [
        .harm, .damage, .choice, .draft, .question, .action, .news, .care, .change, .could, .idea,
        .overdueCycle, .cycle, .attention, .numbersDue, .measure,
      ]
      // A lead's own cycles and key measures come before what is new elsewhere.
      : role == .lead
        ? TodayRow.Kind.allCases.filter { !elsewhere.contains($0) } + elsewhere
        : TodayRow.Kind.allCases
    return { kind in order.firstIndex(of: kind) ?? order.count }
  }
}

extension DocumentView {
  /// The day it was made.
  var createdDay: CalendarDate? { createdAt.flatMap { CalendarDate($0.prefix(10)) } }
}
