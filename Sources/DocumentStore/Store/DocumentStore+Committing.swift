import Glibc
import JSONTree

extension DocumentStore {
  /// Makes all changes of a transaction or none, and returns when they survive a power cut.
  ///
  /// Files are staged and synchronised before the lock is taken; with it held, revisions are
  /// compared with the bytes on the disk, files renamed, folders synchronised and the journal's
  /// line written.
  /// - Throws: `conflict` where a document is not the expected one, `alreadyThere`,
  ///   `noSuchDocument`, `damaged`, `newerDocument`, `invalidDocument`, `changedTwice`, and the
  ///   failures of the disk. Nothing is changed then.
  @discardableResult
  public func commit(_ transaction: Transaction) throws(StoreError) -> Receipt {
    try checkWritable()
    while true {
      let plan = try plan(transaction)
      let staged = try stage(plan)
      // What a committed transaction still has to put in place is no longer ours to remove.
      var isStagedOurs = true
      defer { if isStagedOurs { unstage(staged) } }
      let outcome = try withLock { () throws(StoreError) -> Outcome in
        try finish(plan, staged, transaction)
      }
      switch outcome {
      case .movedOn: continue
      case .committed(let changes, let isInPlace):
        isStagedOurs = isInPlace
        return Receipt(changes: changes, generation: generation)
      }
    }
  }

  private enum Outcome {
    /// Nothing was written: a document is not what the plan was made from.
    case movedOn
    /// What is not in place yet comes there when the lock is next taken.
    case committed([DocumentChange], isInPlace: Bool)
  }

  /// How a planned change stands against the disk.
  private enum Standing {
    case movedOn
    /// Nil where nothing is at the place.
    case sound(Revision?)
  }

  private func finish(
    _ plan: [PlannedChange], _ staged: [[String]], _ transaction: Transaction
  ) throws(StoreError) -> Outcome {
    var steps: [Step] = []
    var changes: [DocumentChange] = []
    var changed: [PlannedChange] = []
    for (change, names) in zip(plan, staged) {
      guard case .sound(let old) = try verify(change) else { return .movedOn }
      let new = change.document?.revision
      if let new, old == new { continue }
      changed.append(change)
      changes.append(
        DocumentChange(id: change.place.id, type: change.place.type, old: old, new: new))
      for (write, name) in zip(change.writes, names) {
        steps.append(.put(staged: name, place: write.path))
      }
      steps += change.removes.map { Step.remove(place: $0) }
    }
    guard !changes.isEmpty else { return .committed([], isInPlace: true) }
    let entry = JournalEntry(
      host: try hostID(), at: transaction.at, by: transaction.by, verb: transaction.verb,
      documents: changes, note: transaction.note)
    if steps.count == 1, case .put(let name, let place) = steps[0] {
      let line = try putSingle(name, at: place, isNew: changes[0].old == nil, entry)
      remember(changed, journal: line)
      return .committed(changes, isInPlace: true)
    }
    let isInPlace = try commitSeveral(Intent(steps: steps, entry: entry))
    remember(changed, journal: nil)
    return .committed(changes, isInPlace: isInPlace)
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

  private func writable(_ found: StoredDocument) throws(StoreError) -> Revision {
    if found.isNewer {
      throw .newerDocument(
        found.id, found: found.tree["schema"]?.int ?? 0,
        known: schemasByType[found.type]?.version ?? 0)
    }
    return found.revision
  }
<<<<<<< ours
=======

  /// Puts one file in its place and journals it; what was there comes back where a call fails.
  private func putSingle(
    _ staged: String, at path: String, isNew: Bool, _ entry: JournalEntry
  ) throws(StoreError) -> (path: String, before: Int, after: Int) {
    let files = disk.files
    let temporary = try disk.makeFolder(".store/tmp")
    defer { files.close(temporary) }
    let (folderPath, name) = Disk.split(path)
    let folder = try disk.makeFolder(folderPath)
    defer { files.close(folder) }
    let spare = "\(ULID().text).old"
    var hasSpare = false
    if !isNew {
      hasSpare = try disk.call(path) { () throws(SystemFailure) in
        try linkIfPossible(folder, name, temporary, spare)
      }
    }
    defer { if hasSpare { try? files.remove(temporary, spare) } }
    try disk.call(path) { () throws(SystemFailure) in
      try files.rename(temporary, staged, folder, name)
    }
    do throws(StoreError) {
      try disk.call(path) { () throws(SystemFailure) in try files.synchronise(folder) }
      return try appendToJournal(entry)
    } catch {
      if isNew {
        try? files.remove(folder, name)
      } else if hasSpare, (try? files.rename(temporary, spare, folder, name)) != nil {
        hasSpare = false
      }
      try? files.synchronise(folder)
      throw error
    }
  }

  /// Not every file system knows second names; there a failure behind the rename cannot be taken
  /// back, and the new bytes stay.
  private func linkIfPossible(
    _ folder: Descriptor, _ name: String, _ newFolder: Descriptor, _ newName: String
  ) throws(SystemFailure) -> Bool {
    do throws(SystemFailure) {
      try disk.files.link(folder, name, newFolder, newName)
      return true
    } catch {
      switch error.code {
      case EPERM, ENOTSUP, ENOSYS, EMLINK: return false
      default: throw error
      }
    }
  }

  /// Takes several steps as one: from the intent's second name on they have happened.
  ///
  /// - Returns: whether everything is in its place.
  private func commitSeveral(_ intent: Intent) throws(StoreError) -> Bool {
    let files = disk.files
    let folder = try disk.makeFolder(".store/intent")
    defer { files.close(folder) }
    // The staged files' names must survive as the intent does.
    try disk.synchronise(".store/tmp")
    let id = intent.entry.id
    let path = ".store/intent/\(id)"
    try disk.call(path) { () throws(SystemFailure) in
      try disk.create(
        "\(id).json", in: folder, bytes: intent.tree.compactBytes, mode: disk.fileMode,
        isSynchronised: true)
      do throws(SystemFailure) {
        try files.rename(folder, "\(id).json", folder, "\(id).ok")
      } catch {
        try? files.remove(folder, "\(id).json")
        throw error
      }
      do throws(SystemFailure) {
        try files.synchronise(folder)
      } catch {
        // Not known to be durable: taken back, or finished where that is not possible.
        if (try? files.remove(folder, "\(id).ok")) != nil { throw error }
      }
    }
    // It has happened now. Whoever next takes the lock finishes what cannot be finished here.
    guard (try? rollForward(intent)) != nil else { return false }
    try? files.remove(folder, "\(id).ok")
    return true
  }

  // MARK: Afterwards

  private func remember(
    _ changes: [PlannedChange], journal: (path: String, before: Int, after: Int)?
  ) {
    state.withLock { state in
      state.generation += 1
      for change in changes { state.remember(change) }
      if let journal, state.journalSeen.offsets[journal.path] ?? 0 == journal.before {
        state.journalSeen.offsets[journal.path] = journal.after
      }
    }
  }
}

extension StoreState {
  /// Takes over what this store has just written.
  fileprivate mutating func remember(_ change: PlannedChange) {
    let place = change.place
    guard let document = change.document else {
      forget(place)
      listings[place.folder]?.isTouched = true
      return
    }
    places[place.id] = place
    damage[place.path] = nil
    arrays[place.type] = nil
    documents[place.id] = RememberedDocument(
      document: document, stamp: FileStamp(inode: 0, size: 0, modified: 0), isSettled: false,
      isVerified: true)
    let site =
      place.folder.hasPrefix("sites/") ? String(place.folder.split(separator: "/")[1]) : nil
    if let site, sites?.ids.contains(site) == false {
      sites?.ids.append(site)
      sites?.ids.sort()
      sites?.isSettled = false
    }
    guard listedTypes.contains(place.type) else { return }
    var listing =
      listings[place.folder]
      ?? Listing(site: site, type: place.type, stamp: nil, isSettled: false, ids: [])
    listing.isTouched = true
    let index = listing.ids.partitioningIndex { $0 >= place.id }
    if index == listing.ids.count || listing.ids[index] != place.id {
      listing.ids.insert(place.id, at: index)
    }
    listings[place.folder] = listing
  }
}

extension Array {
  /// The first index of a sorted array whose element, and so every later one, is in the second part.
  func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
>>>>>>> theirs
}
