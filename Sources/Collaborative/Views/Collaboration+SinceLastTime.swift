import DocumentStore
import Improvement
import Insights
import JSONTree

/// What others changed in someone's own projects, cycles and numbers since they last looked.
extension Collaboration {
  /// How many changed documents are told of, the newest first.
  private static let mostChanges = 20
  /// The name under which a member's own folder remembers how far they have read.
  private static let stateName = "journal"

  /// One row for each document of theirs that somebody else changed, with the newest change.
  ///
  /// Whoever sees all teams is told by site instead. The first look tells nothing, because
  /// everything would be new.
  ///
  /// - Complexity: O(what was changed since).
  func changeRows() throws(CollaborationError) -> [TodayRow] {
    guard principal.memberID != nil, !principal.role.looksAfterTeams,
      let since = findings.lastLook(finding: lookOn)
    else { return [] }
    let entries = try attempt { () throws(StoreError) in
      try store.journalEntries(since: since)
    }
    let others = entries.filter { $0.by != principal.author }
    guard !others.isEmpty else { return [] }
    let mine = try idsOfMine()
    var told: Set<DocumentID> = []
    var rows: [TodayRow] = []
    for entry in others.reversed() where rows.count < Self.mostChanges {
      for change in entry.documents where !told.contains(change.id) {
        guard let row = row(of: change, in: entry, mine) else { continue }
        told.insert(change.id)
        rows.append(row)
      }
    }
    return rows
  }

  private func row(
    of change: DocumentChange, in entry: JournalEntry, _ mine: Set<DocumentID>
  ) -> TodayRow? {
    guard case .known(let type, let title) = naming(of: change.id) else { return nil }
    let who = shownName(of: entry.by)
    let day = CalendarDate(entry.at.description.prefix(10))
    func row(_ words: String, _ target: Target, _ place: String) -> TodayRow {
      TodayRow(
        kind: .change, text: "\(who): \(words)", detail: "", place: place,
        when: day?.label ?? "", tone: .plain, target: target)
    }
    if mine.contains(change.id) {
      let plain = EntryVerb(done: entry).words
      let words = entry.note ?? "\(plain.past) the \(type.label) “\(title)” \(plain.end)"
      let trimmed = words.hasSuffix(" ") ? String(words.dropLast()) : words
      return row(trimmed, Target(type, change.id), "")
    }
    // Questions, suggestions and the answers to them have rows of their own.
    guard type == .note, change.old == nil,
      let note = (try? document(change.id)).map({ Note($0.tree) }),
      let about = note.targetId, mine.contains(about), note.answer == nil,
      note.kind != .question, note.kind != .suggestion
    else { return nil }
    return row(note.excerpt, Target(.note, note.id), shownName(of: about))
  }

  /// Where the journal stood at the last look; from now on it stands where it is.
  private func lookOn() -> JournalPosition? {
    guard let me = principal.memberID, var state = try? store.privateState(of: me) else {
      return nil
    }
    let last = state[Self.stateName].map { JournalPosition($0) }
    guard let now = try? store.readJournal(since: last ?? .start).position else { return last }
    if now != last {
      state[Self.stateName] = now.json
      // A store that only can be read is looked at all the same.
      try? store.setPrivateState(state, of: me)
    }
    return last
  }
}
