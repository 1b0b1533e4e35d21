import JSONTree

extension DocumentStore {
  /// An edit against the document as it is now: as it stands where nobody else was quicker, else
  /// merged.
  ///
  /// - Throws: `conflict` where the document is gone, or where the policy refuses what a merge
  ///   gives.
  func planEditing(
    _ tree: JSON, from base: StoredDocument, _ transaction: Transaction
  ) throws(StoreError) -> PlannedChange {
    let found = try current(base)
    guard let place = place(at: found.place) else { throw .noSuchDocument(base.id) }
    if found.revision == base.revision {
      let (bytes, document) = try encode(tree, at: place)
      return PlannedChange(
        place: place, condition: .base(found.revision), document: document,
        writes: [(place.path, bytes)], removes: [])
    }
    let merge = JSON.merge(
      base: base.tree, mine: tree, theirs: found.tree,
      rules: schemasByType[found.type]?.merging ?? .natural)
    // The change may be younger than what was last seen of the journal.
    state.withLock { $0.lastChanges?.generation = -1 }
    let other = try lastChange(of: base.id)
    let kept = merge.conflicts.map { conflict in
      KeptConflict(
        path: conflict.path,
        versions: [
          .init(value: conflict.mine, by: transaction.by, at: transaction.at),
          .init(value: conflict.theirs, by: other?.by, at: other?.at),
        ])
    }
    let merged = KeptConflict.adding(kept, to: merge.value)
    let policy = transaction.merging
    guard merge.isClean || policy.keepsConflicts, policy.accepts(merged, found) else {
      throw .conflict(try conflict(base.id, expected: base.revision, found: found.revision))
    }
    let (bytes, document) = try encode(merged, at: place)
    return PlannedChange(
      place: place, condition: .base(found.revision), document: document,
      writes: [(place.path, bytes)], removes: [],
      merged: MergedEdit(document: document, other: other, conflicts: merge.conflicts))
  }

  /// The document as it is now; gone meanwhile is a conflict.
  private func current(_ base: StoredDocument) throws(StoreError) -> StoredDocument {
    do throws(StoreError) {
      return try document(base.id)
    } catch {
      guard case .noSuchDocument = error else { throw error }
      throw .conflict(try conflict(base.id, expected: base.revision, found: nil))
    }
  }
}
