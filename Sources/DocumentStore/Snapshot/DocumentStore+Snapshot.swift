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
    for schema in schemas { try list(schema) }
    if !isAlone {
      // Whoever was at it has just kept everything.
      return try useSnapshots()
    }
    let listings = state.withLock { $0.listings }
    let base = Self.openSnapshot(disk, at: Self.basePath)
    let kept = listings.filter { $0.value.kept.map { $0.snapshot.isSame(as: base) } ?? false }
    let all = listings.values.reduce(0) { $0 + $1.count }
    let isBase = base == nil || (all - kept.values.reduce(0) { $0 + $1.count }) * 4 > all
    let wanted = isBase ? listings : listings.filter { kept[$0.key] == nil }
    try write(wanted, journal, to: isBase ? Self.basePath : Self.changesPath)
    if isBase { try disk.remove(Self.changesPath) }
    try useSnapshots()
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
      try disk.files.open(folder, "lock", .locking(mode: disk.fileMode))
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

  private static func openSnapshot(_ disk: Disk, at path: String) -> Snapshot? {
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

  private func write(
    _ listings: [String: Listing], _ journal: JournalPosition, to path: String
  ) throws(StoreError) {
    let (folderPath, name) = Disk.split(path)
    let folder = try disk.makeFolder(folderPath)
    defer { disk.files.close(folder) }
    let temporary = ".\(ULID().text).tmp"
    do throws(StoreError) {
      let file = try disk.call(path) { () throws(SystemFailure) in
        try disk.files.open(folder, temporary, .creating(mode: disk.fileMode))
      }
      defer { disk.files.close(file) }
      func write(_ bytes: [UInt8]) throws(StoreError) {
        try disk.call(path) { () throws(SystemFailure) in try disk.files.write(file, bytes) }
      }
      var writer = SnapshotWriter(journal: journal)
      for schema in schemas {
        let own = listings.filter { $0.value.type == schema.type && $0.value.count > 0 }
        for (path, listing) in own.sorted(by: { $0.key < $1.key }) {
          try add(listing, at: path, schema, to: &writer)
          if writer.isFull { try write(writer.take()) }
        }
      }
      try writer.finish(write: write)
      try disk.call(path) { () throws(SystemFailure) in
        // A snapshot that a power cut leaves in pieces must not bear the name of a whole one.
        try disk.files.synchronise(file)
        try disk.files.rename(folder, temporary, folder, name)
      }
    } catch {
      try? disk.files.remove(folder, temporary)
      throw error
    }
  }

  private func add(
    _ listing: Listing, at path: String, _ schema: Schema, to writer: inout SnapshotWriter
  ) throws(StoreError) {
    let now = Clock.nanoseconds
    guard let folder = try disk.openFolder(path) else { return }
    defer { disk.files.close(folder) }
    let kept = state.withLock { $0.snapshots }.entries(ofFolder: path)
    let ids = try ids(of: listing, schema)
    var found: [(id: DocumentID, stamp: FileStamp, bytes: [UInt8], document: StoredDocument)] = []
    found.reserveCapacity(ids.count)
    for id in ids {
      guard let place = Place(id: id, site: listing.site, schema: schema) else { continue }
      if let (entry, snapshot) = kept[id], try stamp(place, in: folder) == entry.stamp,
        let (bytes, finding) = snapshot.withBytes(
          of: entry,
          { (Array($0), parse($0.bindMemory(to: UInt8.self), entry.revision, at: place)) }),
        let document = try? finding.get()
      {
        found.append((id, entry.stamp, bytes, document))
        continue
      }
      let limit = JSONLimits.document.documentBytes
      // What can't be read stays out and is met again by whoever asks for it.
      guard let (bytes, stamp) = (try? disk.read(place.file, in: folder, limit: limit)) ?? nil,
        stamp.isSettled(at: now), let document = try? parse(bytes, at: place).get()
      else { continue }
      found.append((id, stamp, bytes, document))
    }
    // The names in a folder are taken from the snapshot only where it has them all.
    let isSure = listing.isSettled && !listing.isTouched && found.count == ids.count
    writer.beginFolder(path, ofType: schema.type, stamp: isSure ? listing.stamp : nil)
    for entry in found { writer.add(entry.document, entry.stamp, entry.bytes, schema) }
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

extension [Snapshot] {
  /// What is kept of a folder's documents, from the newest that has them; nothing where that is not
  /// what it was.
  func entries(
    ofFolder path: String
  ) -> [DocumentID: (entry: Snapshot.Entry, snapshot: Snapshot)] {
    var found: [DocumentID: (entry: Snapshot.Entry, snapshot: Snapshot)] = [:]
    for snapshot in reversed() {
      guard let index = snapshot.folderIndex(path) else { continue }
      for entry in snapshot.entries(snapshot.folders[index]) ?? [] {
        found[entry.id] = (entry, snapshot)
      }
    }
    return found
  }
}
