import JSONTree

extension DocumentStore {
  /// Folders with what is known of them, small enough to be held in memory with all their documents.
  private typealias Portion = [(path: String, listing: Listing, schema: Schema)]

  /// On how many threads documents are read where there are many: they wait for the disk, and share
  /// two processors.
  static let threads = 4
  private static let documentsInPortion = 1000

  private func portions(of listings: [String: Listing]) -> [Portion] {
    var portions: [Portion] = []
    var portion: Portion = []
    var count = 0
    for schema in schemas {
      let own = listings.filter { $0.value.type == schema.type && $0.value.count > 0 }
      for (path, listing) in own.sorted(by: { $0.key < $1.key }) {
        portion.append((path, listing, schema))
        count += listing.count
        guard count >= Self.documentsInPortion else { continue }
        portions.append(portion)
        (portion, count) = ([], 0)
      }
    }
    return portion.isEmpty ? portions : portions + [portion]
  }

  /// Writes the whole of some folders into a new file, which then takes its name.
  func write(
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
      try inParallel(
        portions(of: listings), threads: Self.threads, atOnce: Self.threads * 2,
        { portion in self.part(portion) },
        use: { (result: Result<SnapshotPart, StoreError>) throws(StoreError) in
          let part = try result.get()
          try write(writer.take())
          try write(part.bytes)
          writer.add(part)
        })
      try writer.finish(write: write)
      try disk.call(path) { () throws(SystemFailure) in
        // It is not waited for: what a power cut leaves of it in pieces its sums tell, and it is made
        // anew.
        try disk.files.rename(folder, temporary, folder, name)
      }
    } catch {
      try? disk.files.remove(folder, temporary)
      throw error
    }
  }

  /// Reads and gathers what belongs into a part of a snapshot.
  private func part(_ portion: Portion) -> Result<SnapshotPart, StoreError> {
    var part = SnapshotPart()
    do throws(StoreError) {
      for (path, listing, schema) in portion { try add(listing, at: path, schema, to: &part) }
    } catch {
      return .failure(error)
    }
    return .success(part)
  }

  private func add(
    _ listing: Listing, at path: String, _ schema: Schema, to part: inout SnapshotPart
  ) throws(StoreError) {
    let now = Clock.nanoseconds
    guard let folder = try disk.openFolder(path) else { return }
    defer { disk.files.close(folder) }
    let kept = state.withLock { $0.snapshots }.entries(ofFolder: path)
    let ids = try ids(of: listing, schema)
    var scan = DocumentScan(schema)
    var count = 0
    part.beginFolder(path, ofType: schema.type)
    for id in ids {
      guard let place = Place(id: id, site: listing.site, schema: schema) else { continue }
      if let (entry, snapshot) = kept[id], try stamp(place, in: folder) == entry.stamp,
        snapshot.withBytes(
          of: entry,
          {
            add(
              $0.bindMemory(to: UInt8.self), entry.revision, entry.stamp, at: place, schema, &scan,
              &part)
          }) == true
      {
        count += 1
        continue
      }
      let limit = JSONLimits.document.documentBytes
      // What can't be read stays out and is met again by whoever asks for it.
      guard let (bytes, stamp) = (try? disk.read(place.file, in: folder, limit: limit)) ?? nil,
        stamp.isSettled(at: now)
      else { continue }
      let revision = Revision(of: bytes)
      let isWhole = bytes.withUnsafeBufferPointer {
        add($0, revision, stamp, at: place, schema, &scan, &part)
      }
      if isWhole { count += 1 }
    }
    // The names in a folder are taken from the snapshot only where it has them all.
    let isSure = listing.isSettled && !listing.isTouched && count == ids.count
    part.endFolder(stamp: isSure ? listing.stamp : nil)
  }

  /// - Returns: whether the document is whole; if not, it is left out.
  private func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ revision: Revision, _ stamp: FileStamp, at place: Place,
    _ schema: Schema, _ scan: inout DocumentScan?, _ part: inout SnapshotPart
  ) -> Bool {
    if scan?.look(at: bytes, id: place.id) == true, let scan {
      part.add(place.id, stamp, revision, bytes, scan)
      return true
    }
    guard let document = try? parse(bytes, revision, at: place).get() else { return false }
    part.add(document, stamp, bytes, schema)
    return true
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
