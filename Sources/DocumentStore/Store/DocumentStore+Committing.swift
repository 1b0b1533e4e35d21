import Glibc
import JSONTree

extension DocumentStore {
  /// Makes all changes of a transaction or none, and returns when they survive a power cut.
  ///
  /// Files are staged and synchronised before the lock is taken; with it held, revisions are
  /// compared with the bytes on the disk, files renamed, folders synchronised and the journal's
  /// line written. Where somebody else was quicker, a merge is made and staged with it held.
  /// - Throws: `conflict` where a document is not the expected one, `alreadyThere`,
  ///   `noSuchDocument`, `damaged`, `newerDocument`, `invalidDocument`, `changedTwice`,
  ///   `overtaken`, and the failures of the disk. Nothing is changed then.
  @discardableResult
  public func commit(_ transaction: Transaction) throws(StoreError) -> Receipt {
    try checkWritable()
    var plan = try plan(transaction)
    var staged = try stage(plan)
    // What a committed transaction still has to put in place is no longer ours to remove.
    var isStagedOurs = true
    defer { if isStagedOurs { unstage(staged) } }
    let committed = try withLock { () throws(StoreError) -> Committed in
      while true {
        if let committed = try finish(plan, staged, transaction) { return committed }
        // Somebody was quicker. While the lock is held nobody is again; to stage once more without
        // it could lose the race for ever where many change the same.
        plan = try self.plan(transaction)
        staged = try stage(plan, over: staged)
      }
    }
    isStagedOurs = committed.isInPlace
    if let spare = committed.spare { unstage([[spare]]) }
    if let entry = committed.entry { keepVersions(committed.changes, of: entry) }
    return Receipt(
      changes: committed.changes.map(\.change), merges: plan.compactMap(\.merged),
      generation: generation)
  }

  private struct Committed {
    var changes: [CommittedChange] = []
    var entry: JournalEntry?
    /// What is not in place yet comes there when the lock is next taken.
    var isInPlace = true
    /// What was replaced, under its second name.
    var spare: String?
  }

  /// How a planned change stands against the disk.
  private enum Standing {
    case movedOn
    /// Nil where nothing is at the place.
    case sound(StoredDocument?)
  }

  /// Nil where nothing was written, because a document is not what the plan was made from.
  private func finish(
    _ plan: [PlannedChange], _ staged: [[String]], _ transaction: Transaction
  ) throws(StoreError) -> Committed? {
    try verifyNothingAdded(of: transaction.settledTypes)
    var steps: [Step] = []
    var changes: [CommittedChange] = []
    var changed: [PlannedChange] = []
    for (change, names) in zip(plan, staged) {
      guard case .sound(let old) = try verify(change) else { return nil }
      let new = change.document
      if let new, old?.revision == new.revision { continue }
      changed.append(change)
      changes.append(CommittedChange(place: change.place, old: old, new: new))
      for (write, name) in zip(change.writes, names) {
        steps.append(.put(staged: name, place: write.path))
      }
      steps += change.removes.map { Step.remove(place: $0) }
    }
    guard !changes.isEmpty else { return Committed() }
    let entry = JournalEntry(
      host: try hostID(), at: transaction.at, by: transaction.by, verb: transaction.verb,
      documents: changes.map(\.change), note: transaction.note, undoes: transaction.undoes)
    if steps.count == 1, case .put(let name, let place) = steps[0] {
      let (line, spare) = try putSingle(name, at: place, isNew: changes[0].old == nil, entry)
      remember(changed, journal: line)
      return Committed(changes: changes, entry: entry, spare: spare)
    }
    let (isInPlace, growth) = try commitSeveral(Intent(steps: steps, entry: entry))
    remember(changed, journal: growth)
    return Committed(changes: changes, entry: entry, isInPlace: isInPlace)
  }

  /// With the lock held, the journal tells of all that others added since it was last looked at.
  private func verifyNothingAdded(of types: Set<String>) throws(StoreError) {
    if types.isEmpty { return }
    let seen = state.withLock { $0.journalSeen }
    for change in try readJournal(since: seen).entries.flatMap(\.documents)
    where change.old == nil && types.contains(change.type) {
      throw .overtaken(type: change.type)
    }
  }

  private func verify(_ change: PlannedChange) throws(StoreError) -> Standing {
    let place = change.place
    if let source = change.source {
      let bytes = try disk.read(source.path, limit: Self.trashLimits.documentBytes)
      guard bytes.map(Revision.init(of:)) == source.revision else { return .movedOn }
    }
    var finding = Finding.nothing
    if let folder = try disk.openFolder(place.folder) {
      defer { disk.files.close(folder) }
      finding = try read(place, in: folder)
    }
    switch (change.condition, finding) {
    case (.nothing, .nothing): return .sound(nil)
    case (.nothing, _): throw .alreadyThere(place.id, place: place.path)
    case (_, .damage(let damage)): throw .damaged(damage)
    case (.document(let expected?), .nothing):
      throw .conflict(try conflict(place.id, expected: expected, found: nil))
    case (.base, .nothing): return .movedOn
    case (_, .nothing): throw .noSuchDocument(place.id)
    case (.base(let base), .document(let found, _)):
      if found.revision != base { return .movedOn }
      return .sound(try writable(found))
    case (.document(let expected), .document(let found, _)):
      if let expected, expected != found.revision {
        throw .conflict(try conflict(place.id, expected: expected, found: found.revision))
      }
      return .sound(try writable(found))
    }
  }

  private func writable(_ found: StoredDocument) throws(StoreError) -> StoredDocument {
    if found.isNewer {
      throw .newerDocument(
        found.id, found: found.tree["schema"]?.int ?? 0,
        known: schemasByType[found.type]?.version ?? 0)
    }
    return found
  }
}
