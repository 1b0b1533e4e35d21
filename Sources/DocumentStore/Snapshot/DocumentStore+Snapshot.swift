import JSONTree

extension DocumentStore {
  /// How many files have to be read beside the snapshots before another one is worth making.
  private static let fewestReadFiles = 32

  /// Whether so much was read from files that a snapshot made now would spare the next opening time.
  public var isWorthASnapshot: Bool {
    state.withLock {
      $0.believedTypes.isEmpty && $0.readFiles >= max(Self.fewestReadFiles, $0.documents.count / 20)
    }
  }

  /// Keeps what the documents say and can be found by, for the next opening.
  ///
  /// The base has all documents. What changed since is kept beside it, with the whole of each
  /// changed folder, until that is a fourth of everything; then the base is made anew. Both are
  /// replaced as whole files. Files that changed a moment ago are left out: they may change again
  /// under the same stamp.
  /// - Parameter waits: whether to wait where somebody else is at it, and take over what they kept;
  ///   else nothing is done then.
  /// - Complexity: O(documents of the changed folders), now and then O(documents); a file is read
  ///   only where its stamp is not the one that is kept.
  public func keepSnapshot(waits: Bool = false) throws(StoreError) {
    try verifyBelieved()
    let journal = state.withLock { state in
      state.readFiles = 0
      return state.journalSeen
    }
    guard let (lock, isAlone) = try lockIndex(waits: waits) else { return }
    defer { disk.files.close(lock) }
    if !isAlone {
      // Whoever was at it has just kept everything.
      return try useSnapshots()
    }
    let listings = try allListings()
    let base = Self.openSnapshot(disk, at: Self.basePath)
    let kept = listings.filter { $0.value.kept.map { $0.snapshot.isSame(as: base) } ?? false }
    let all = listings.values.reduce(0) { $0 + $1.count }
    let isBase = base == nil || (all - kept.values.reduce(0) { $0 + $1.count }) * 4 > all
    let wanted = isBase ? listings : listings.filter { kept[$0.key] == nil }
    try write(wanted, journal, to: isBase ? Self.basePath : Self.changesPath)
    if isBase { try disk.remove(Self.changesPath) }
    try useSnapshots()
  }

  /// What all folders hold. Those of types that nobody has asked for are only looked at: they are
  /// taken from the snapshot when somebody does.
  private func allListings() throws(StoreError) -> [String: Listing] {
    let (known, types) = state.withLock { ($0.listings, $0.listedTypes) }
    let others = schemas.filter { !types.contains($0.type) }
    var listings = known
    for listing in try readListings(of: others) {
      guard let schema = schemasByType[listing.type] else { continue }
      let path = Place.folder(site: listing.site, collection: schema.collection)
      if listings[path] == nil { listings[path] = listing }
    }
    return listings
  }

  /// Removes the snapshots, so that a text that has to go is in them no longer; whoever next needs
  /// them makes them anew.
  ///
  /// Somebody who is just making one has perhaps read the text: they are waited for.
  func forgetSnapshots() throws(StoreError) {
    guard let (lock, _) = try lockIndex(waits: true) else { return }
    defer { disk.files.close(lock) }
    for entry in try disk.list(".store/index")?.entries ?? [] where entry.name != "lock" {
      try disk.remove(".store/index/\(entry.name)")
    }
    try disk.synchronise(".store/index")
    state.withLock { $0.distrustSnapshots() }
  }

  /// The lock that whoever makes snapshots holds, and whether nobody else had it; nil where somebody
  /// has it and is not waited for. Closing it gives it back.
  private func lockIndex(
    waits: Bool
  ) throws(StoreError) -> (lock: Descriptor, isAlone: Bool)? {
    let path = ".store/index/lock"
    let folder = try disk.makeFolder(".store/index")
    defer { disk.files.close(folder) }
    let lock = try disk.call(path) { () throws(SystemFailure) in
      try disk.openLock("lock", in: folder)
    }
    do throws(StoreError) {
      let isAlone = try disk.call(path) { () throws(SystemFailure) in
        if try disk.files.tryLock(lock) { return true }
        if waits { try disk.files.lock(lock) }
        return false
      }
      if isAlone || waits { return (lock, isAlone) }
    } catch {
      disk.files.close(lock)
      throw error
    }
    disk.files.close(lock)
    return nil
  }

  static let basePath = ".store/index/documents"
  static let changesPath = ".store/index/changes"

  /// The snapshots of earlier sessions that can be read, the newest first.
  static func openSnapshots(_ disk: Disk) -> [Snapshot] {
    [changesPath, basePath].compactMap { openSnapshot(disk, at: $0) }
  }

  static func openSnapshot(_ disk: Disk, at path: String) -> Snapshot? {
    let (folderPath, name) = Disk.split(path)
    guard let folder = (try? disk.openFolder(folderPath)) ?? nil else { return nil }
    defer { disk.files.close(folder) }
    guard let file = try? disk.files.open(folder, name, .reading) else { return nil }
    defer { disk.files.close(file) }
    guard let status = try? disk.files.status(file), status.kind == .file,
      let mapped = try? disk.files.map(file, status.stamp.size)
    else { return nil }
    return Snapshot(mapped, stamp: status.stamp)
  }

  /// Takes the names of folders from the snapshots that are there now, as far as those have them,
  /// which spares memory.
  private func useSnapshots() throws(StoreError) {
    let opened = Self.openSnapshots(disk)
    let listings = state.withLock { state in
      // One that is open already stays the same one.
      let snapshots = opened.map { new in state.snapshots.first { $0.isSame(as: new) } ?? new }
      state.snapshots = snapshots
      return state.listings.filter { _, listing in
        guard let kept = listing.kept else { return !listing.isTouched }
        return !snapshots.contains { $0 === kept.snapshot }
      }
    }
    for (path, listing) in listings {
      guard let schema = schemasByType[listing.type] else { continue }
      let found = try readListing(site: listing.site, schema: schema)
      if listing.kept == nil, found.kept == nil { continue }
      state.withLock { state in
        guard state.listings[path]?.isTouched == false else { return }
        _ = state.apply(found, schema)
        guard found.kept != nil else { return }
        for id in listing.ids ?? [] where state.places[id]?.folder == path {
          state.places[id] = nil
        }
      }
    }
  }
}
