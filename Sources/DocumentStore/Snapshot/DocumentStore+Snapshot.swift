import JSONTree

extension DocumentStore {
  /// How many files have to be read beside the snapshot before another one is worth making.
  private static let fewestReadFiles = 32

  /// Whether so much was read from files that a snapshot made now would spare the next opening time.
  public var isWorthASnapshot: Bool {
    state.withLock { $0.readFiles >= max(Self.fewestReadFiles, $0.documents.count / 20) }
  }

  /// Keeps what all documents say in one file, from which the next opening reads them.
  ///
  /// Files that changed a moment ago are left out: they may change again under the same stamp.
  /// - Complexity: O(documents); a file is read only where its stamp is not the one that is kept.
  public func keepSnapshot() throws(StoreError) {
    for schema in schemas { try list(schema) }
    let (listings, old) = state.withLock { state in
      state.readFiles = 0
      return (state.listings.sorted { $0.key < $1.key }, state.snapshot)
    }
    let (folderPath, name) = Disk.split(Snapshot.path)
    let folder = try disk.makeFolder(folderPath)
    defer { disk.files.close(folder) }
    let temporary = ".\(ULID().text).tmp"
    do throws(StoreError) {
      let file = try disk.call(Snapshot.path) { () throws(SystemFailure) in
        try disk.files.open(folder, temporary, .creating(mode: disk.fileMode))
      }
      defer { disk.files.close(file) }
      var writer = SnapshotWriter()
      for (path, listing) in listings where !listing.ids.isEmpty {
        try add(listing, at: path, old, to: &writer)
        try write(writer.take(), to: file)
      }
      writer.finish()
      try write(writer.take(), to: file)
      try disk.call(Snapshot.path) { () throws(SystemFailure) in
        // A snapshot that a power cut leaves in pieces must not bear the name of a whole one.
        try disk.files.synchronise(file)
        try disk.files.rename(folder, temporary, folder, name)
      }
    } catch {
      try? disk.files.remove(folder, temporary)
      throw error
    }
    let snapshot = Self.openSnapshot(disk)
    state.withLock { $0.snapshot = snapshot }
  }

  /// Removes the snapshot, so that a text that has to go is in it no longer.
  public func forgetSnapshot() throws(StoreError) {
    try disk.remove(Snapshot.path)
    state.withLock { $0.snapshot = nil }
  }

  /// The snapshot of an earlier session; nil where there is none that can be read.
  static func openSnapshot(_ disk: Disk) -> Snapshot? {
    let (folderPath, name) = Disk.split(Snapshot.path)
    guard let folder = (try? disk.openFolder(folderPath)) ?? nil else { return nil }
    defer { disk.files.close(folder) }
    guard let file = try? disk.files.open(folder, name, .reading) else { return nil }
    defer { disk.files.close(file) }
    guard let status = try? disk.files.status(file), status.kind == .file,
      let mapped = try? disk.files.map(file, status.stamp.size)
    else { return nil }
    return Snapshot(mapped)
  }

  private func write(_ bytes: [UInt8], to file: Descriptor) throws(StoreError) {
    try disk.call(Snapshot.path) { () throws(SystemFailure) in try disk.files.write(file, bytes) }
  }

  private func add(
    _ listing: Listing, at path: String, _ old: Snapshot?, to writer: inout SnapshotWriter
  ) throws(StoreError) {
    let now = Clock.nanoseconds
    let kept = old?.folder(path)
    guard let folder = try disk.openFolder(path), let schema = schemasByType[listing.type] else {
      return
    }
    defer { disk.files.close(folder) }
    var found: [(id: DocumentID, stamp: FileStamp, revision: Revision, bytes: [UInt8])] = []
    for id in listing.ids {
      guard let place = Place(id: id, site: listing.site, schema: schema) else { continue }
      if let entry = kept?.entry(id), try disk.stamp(place.path) == entry.stamp,
        let bytes = old?.withBytes(of: entry, { Array($0) })
      {
        found.append((id, entry.stamp, entry.revision, bytes))
        continue
      }
      let limit = JSONLimits.document.documentBytes
      // What can't be read stays out and is met again by whoever asks for it.
      guard let read = (try? disk.read(place.file, in: folder, limit: limit)) ?? nil,
        read.stamp.isSettled(at: now)
      else { continue }
      found.append((id, read.stamp, Revision(of: read.bytes), read.bytes))
    }
    // The names in a folder are taken from the snapshot only where it has them all.
    let isSure =
      listing.isSettled && !listing.isTouched && found.count == listing.ids.count
    writer.beginFolder(path, stamp: isSure ? listing.stamp : nil, ids: found.map(\.id))
    for entry in found { writer.add(entry.id, entry.stamp, entry.revision, entry.bytes) }
  }
}
