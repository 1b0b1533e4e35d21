import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Takes back what this person changed last on this host, as a change of its own.
  ///
  /// What others changed since stays: where theirs and the undo would meet, nothing is changed.
  public func undo() throws(CollaborationError) -> Outcome { try takeBack(isRedo: false) }

  /// Does again what this person last took back.
  public func redo() throws(CollaborationError) -> Outcome { try takeBack(isRedo: true) }

  private func takeBack(isRedo: Bool) throws(CollaborationError) -> Outcome {
    try requireMember()
    let next = try attempt { () throws(StoreError) in
      try store.nextUndo(by: principal.author, isRedo: isRedo)
    }
    guard let entry = next else {
      let beyond = try attempt { () throws(StoreError) in
        try store.nextBeyondUndo(by: principal.author, isRedo: isRedo)
      }
      guard let beyond else { throw .nothingToUndo(isRedo: isRedo) }
      throw .cannotUndo(words(of: beyond), isRedo: isRedo, .notKept)
    }
    let done = words(of: entry)
    let versions = try attempt { () throws(StoreError) in try store.versions(of: entry) }
    guard let versions, let first = versions.first else {
      throw .cannotUndo(done, isRedo: isRedo, .notKept)
    }
    var operations: [Operation] = []
    for version in versions { operations.append(try inverse(of: version)) }
    let object = entry.verb.split(separator: ":").last.map(String.init) ?? first.change.type
    let receipt: Receipt
    do throws(CollaborationError) {
      receipt = try commit(
        operations, verb: "\(isRedo ? "redo" : "undo"):\(object)", note: entry.note,
        merging: mergePolicy(keepsConflicts: false), undoes: entry.id)
    } catch {
      switch error {
      case .conflict(_, _, let found, let by, let at):
        throw .cannotUndo(
          done, isRedo: isRedo, found == nil ? .gone : .changedSince(by: by, at: at))
      case .store(.noSuchDocument), .store(.alreadyThere):
        throw .cannotUndo(done, isRedo: isRedo, .gone)
      default: throw error
      }
    }
    let others = Set(receipt.merges.compactMap(otherName)).sorted()
    let kept = others.isEmpty ? "" : "; what \(others.joined(separator: " and ")) changed stays"
    let change = receipt.changes.first ?? first.change
    return Outcome(
      id: change.id, revision: change.new ?? change.old ?? Revision(of: []),
      words: "\(isRedo ? "done again" : "undone"): \(done)\(kept)",
      hasChanged: !receipt.changes.isEmpty, isGone: change.new == nil)
  }

  /// The change that takes back what happened to one document, if this person may make it.
  private func inverse(of version: KeptVersions) throws(CollaborationError) -> Operation {
    let change = version.change
    guard let type = DocumentType(rawValue: change.type) else {
      throw .store(.noSuchType(change.type))
    }
    let standing = standing(of: version.after ?? version.before ?? .null, type: type)
    if !version.isOfMatching { try require(standing, isNew: false) }
    guard let after = version.after, let new = change.new else { return .restore(change.id) }
    guard let before = version.before else { return .trash(change.id, expecting: new) }
    // What somebody might do when they did it, they may not do now by taking it back.
    try requireUnguarded(before, after, type)
    return .edit(
      before,
      from: StoredDocument(
        id: change.id, type: change.type, tree: after, revision: new, place: ""))
  }
}

extension KeptVersions {
  /// Whether nothing changed but where a need or an offer stands: what one side of a match may do to
  /// the other, it may take back.
  fileprivate var isOfMatching: Bool {
    guard [DocumentType.need.rawValue, DocumentType.offer.rawValue].contains(change.type),
      var before, var after
    else { return false }
    for name in ["state", "matches", "fulfilled"] {
      before[name] = nil
      after[name] = nil
    }
    return before == after
  }
}
