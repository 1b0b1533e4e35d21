import DocumentStore
import Improvement
import Insights
import JSONTree

extension Collaboration {
  /// Keeps what a meeting decided: an action where somebody shall do it or it has a day, else a
  /// decision.
  ///
  /// Each person who types keeps a note of their own for the day, because a note is its author's;
  /// the meeting reads them all.
  public func decide(
    _ text: String, who: String = "", due: String = "", about project: DocumentID
  ) throws(CollaborationError) -> Outcome {
    let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard words.contains(where: { !$0.isWhitespace }) else {
      let label = "What was decided or agreed"
      throw .invalid(
        .note, [Finding(path: "what", label: label, problem: .missing(when: nil))])
    }
    let isAction = !(who + due).allSatisfy(\.isWhitespace)
    let known = try meetingNote(about: project)
    var tree: JSON
    if let known { tree = known.tree } else { tree = try emptyMeetingNote(about: project) }
    if isAction {
      let index = Note(tree).actions.count
      tree = try assigning(
        [
          Assignment("actions.\(index).what", words), Assignment("actions.\(index).who", who),
          Assignment("actions.\(index).due", due),
        ], to: tree, .note)
    } else {
      tree["body"] = .string(FieldText.normalised("\(Note(tree).body)\n- \(words)"))
    }
    let said = isAction ? "agreed: \(words)" : "decided: \(words)"
    let saved: Outcome
    if let known {
      saved = try save(tree, over: known, note: said)
    } else {
      saved = try add(tree, .note)
    }
    return Outcome(
      id: saved.id, revision: saved.revision, words: said, hasChanged: saved.hasChanged,
      needsChoice: saved.needsChoice)
  }

  /// Keeps that a meeting was held on this day, also where nothing was decided.
  public func holdMeeting(about project: DocumentID) throws(CollaborationError) -> Outcome {
    let words = "minutes copied; the meeting of \(clock.today.label) is kept"
    if let known = try meetingNote(about: project) {
      return Outcome(id: known.id, revision: known.revision, words: words, hasChanged: false)
    }
    let saved = try add(emptyMeetingNote(about: project), .note)
    return Outcome(id: saved.id, revision: saved.revision, words: words)
  }

  private func meetingNote(
    about project: DocumentID
  ) throws(CollaborationError) -> StoredDocument? {
    let notes = try documents(.note, mentioning: [project]).filter { document in
      let note = Note(document.tree)
      return note.targetId == project && note.isOfMeeting
        && note.createdBy == principal.author && note.createdDay == clock.today
    }
    return notes.max { $0.id < $1.id }
  }

  private func emptyMeetingNote(about project: DocumentID) throws(CollaborationError) -> JSON {
    try begun(
      .note,
      assignments: [
        Assignment("body", "Meeting of \(clock.today.label)"), Assignment("kind", "decision"),
        Assignment("target.type", DocumentType.project.rawValue),
        Assignment("target.id", project), Assignment("tags", Self.meetingTag),
      ])
  }

  // MARK: Ticking

  /// Marks something as done today, or as open again.
  ///
  /// Who may see what is to be done and belongs to the team may say that it is done, also where a
  /// coach's note asks for it: a tick is no change of what somebody wrote.
  public func tick(_ toDo: ToDo) throws(CollaborationError) -> Outcome {
    var attemptsLeft = 5
    while true {
      do throws(CollaborationError) {
        return try tickOnce(toDo)
      } catch {
        attemptsLeft -= 1
        guard attemptsLeft > 0, error.isOvertaken else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }

  private func tickOnce(_ toDo: ToDo) throws(CollaborationError) -> Outcome {
    let base = try document(toDo.target.id)
    let type = try knownType(base)
    let list = toDo.list
    let records = base.tree[list]?.elements ?? []
    // Others may have put something before it meanwhile.
    let index =
      records.indices.contains(toDo.index) && records[toDo.index]["what"]?.string == toDo.what
      ? toDo.index : records.firstIndex { $0["what"]?.string == toDo.what }
    guard let index else {
      throw .noSuchEntry(field: try field(list.description, of: type), count: records.count)
    }
    try requireTicking(base, type, who: toDo.who)
    let path = JSONPath(list.steps + [String(index), "done"])
    let isDone = Completion.of(records[index]).isDone
    var tree = base.tree
    tree[path] = isDone ? nil : .string(clock.today.description)
    try check(tree, type, over: base.tree)
    let words = isDone ? "open again: \(toDo.what)" : "done: \(toDo.what)"
    let change = PreparedChange(
      operation: .edit(tree, from: base), tree: tree, type: type, verb: "set", note: words,
      did: "saved", keepsConflicts: false)
    let saved = try carryOut(.change(change))
    return Outcome(
      id: saved.id, revision: saved.revision, words: words, isMerged: saved.isMerged)
  }

  private func requireTicking(
    _ base: StoredDocument, _ type: DocumentType, who: DocumentID?
  ) throws(CollaborationError) {
    renewPrincipal()
    let standing = standing(of: base.tree, type: type)
    guard let denial = principal.reasonNotToWrite(standing, isNew: false) else { return }
    let isTheirs = who != nil && who == principal.memberID
    let isAtHome = !standing.siteIDs.isDisjoint(with: principal.reachedSiteIDs)
    let isOnTeam = principal.memberID.map(standing.teamIDs.contains) ?? false
    let mayTick = type == .note && !principal.isVisitor && principal.mayRead(standing)
    guard mayTick, isTheirs || isAtHome || isOnTeam else { throw denied(denial) }
  }
}

extension ToDo {
  fileprivate var index: Int {
    switch source {
    case .action(_, let index), .task(_, let index), .milestone(_, let index): index
    }
  }

  /// The list of the document that it stands in.
  fileprivate var list: JSONPath {
    switch source {
    case .action: "actions"
    case .task: "plan.tasks"
    case .milestone: "milestones"
    }
  }
}

extension Completion {
  fileprivate static func of(_ record: JSON) -> Completion { NoteAction(record).done }
}
