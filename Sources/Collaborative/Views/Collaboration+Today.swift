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
    // Two threads share it piece by piece, the longest first.
    let pieces = [.ideas] + (try sitesOfToday()).map(PieceOfToday.site) + [.elsewhere, .work]
    let parts = inParallel(pieces, threads: 2) { piece in
      Result { () throws(CollaborationError) in try todayRows(of: piece) }
    }
    var rows = try drafts + siteWorkRows()
    for part in parts { rows += try part.get() }
    return try ordered(rows + troubleRows(), words)
  }

  /// A part of Today that takes its time.
  private enum PieceOfToday: Sendable {
    case ideas, elsewhere, work
    case site(Site)
  }

  private func todayRows(of piece: PieceOfToday) throws(CollaborationError) -> [TodayRow] {
    switch piece {
    case .ideas: return try ideaRows()
    case .elsewhere: return try elsewhereRows()
    case .work: return try workRows()
    case .site(let site):
      // The rows are made of what is known then; what cannot be worked out is said by them.
      if principal.role.looksAfterTeams { _ = try? siteRow(site) } else { _ = try? siteFile(site) }
      return []
    }
  }

  private func sitesOfToday() throws(CollaborationError) -> [Site] {
    try principal.role.looksAfterTeams ? sitesLookedAfter() : ownSites()
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

  /// What became of what somebody asked for and gave, what others changed, and what may concern them,
  /// but for new ideas.
  private func elsewhereRows() throws(CollaborationError) -> [TodayRow] {
    try askedRows() + exchangeRows() + suggestedRows() + changeRows() + newsRows()
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
