import JSONTree

/// What was kept in a backup.
public struct BackupSummary: Sendable, Hashable {
  public let files: Int
  /// Of the files in the backup, without the archive's own.
  public let bytes: Int
  /// Links and devices, which are never followed and so not kept.
  public let leftOut: [String]
}

extension DocumentStore {
  /// Keeps everything but this host's own in one archive (ustar), as it is at one moment, and reads
  /// the archive again before it gets its name.
  ///
  /// ```
  /// journal's end noted ─► all files read ─► lock: what the journal says changed since, again
  ///                        (others write)          ─► manifest ─► read again ─► named
  /// ```
  /// Others may write all the while: a file that changed meanwhile is in the archive twice, and the
  /// manifest, which is the archive's last file, says which one counts.
  /// - Throws: `fileThere`, because a backup never replaces one.
  public func backup(to path: String) throws(StoreError) -> BackupSummary {
    var archive = try ArchiveWriter(path, disk.files)
    var manifest = Manifest()
    var sizes: [String: Int] = [:]
    var leftOut: [String] = []
    let start = try journalSizes()
    func keep(
      _ name: String, _ archive: inout ArchiveWriter
    ) throws(StoreError) {
      guard let bytes = try readToKeep(name) else {
        manifest.files[name] = nil
        return
      }
      let revision = Revision(of: bytes)
      if manifest.files[name] == revision { return }
      manifest.files[name] = revision
      sizes[name] = bytes.count
      try archive.add(name, bytes, modified: Clock.nanoseconds / 1_000_000_000)
    }
    for name in try keepable(&leftOut) { try keep(name, &archive) }
    try heldStill(since: start) { (changed) throws(StoreError) in
      for name in try places(of: changed, among: manifest) { try keep(name, &archive) }
    }
    let kept = manifest
    try archive.add(
      Manifest.name, kept.bytes, modified: Clock.nanoseconds / 1_000_000_000)
    try archive.finish { (disk, name) throws(StoreError) in
      try Self.check(name, in: disk, path: path, against: kept)
    }
    return BackupSummary(
      files: kept.files.count, bytes: kept.files.keys.reduce(0) { $0 + (sizes[$1] ?? 0) },
      leftOut: leftOut)
  }

  private func readToKeep(_ name: String) throws(StoreError) -> [UInt8]? {
    do throws(StoreError) {
      return try disk.read(name, limit: ArchiveReader.fileLimit)
    } catch {
      if case .notPermitted(let path) = error { throw .notReadable(path: path) }
      throw error
    }
  }

  /// Runs with nobody else writing, given the documents that changed since. Where this person may
  /// not take the lock, it runs until nobody wrote meanwhile.
  private func heldStill(
    since start: JournalPosition, _ body: (Set<DocumentID>) throws(StoreError) -> Void
  ) throws(StoreError) {
    do throws(StoreError) {
      return try withLock { () throws(StoreError) in
        try body(Set(readJournal(since: start).entries.flatMap(\.documents).map(\.id)))
      }
    } catch {
      switch error {
      case .readOnly, .notPermitted: break
      default: throw error
      }
    }
    for _ in 0..<5 {
      let before = try journalSizes()
      try body(Set(readJournal(since: start).entries.flatMap(\.documents).map(\.id)))
      // Half of what was committed and is not in place yet would be kept for good.
      if try journalSizes() == before, try unfinishedIntents(forSeconds: 0).isEmpty { return }
    }
    throw .unstoppable(path: disk.rootPath)
  }

  /// The files that changed with some documents: their own, the trash's and the journal's.
  private func places(
    of changed: Set<DocumentID>, among manifest: Manifest
  ) throws(StoreError) -> Set<String> {
    if changed.isEmpty { return [] }
    var names = Set(try journalSizes().offsets.keys)
    for name in manifest.files.keys {
      if let id = place(at: name)?.id, changed.contains(id) { names.insert(name) }
    }
    for id in changed {
      if let place = try locate(id) { names.insert(place.path) }
      names.insert(Self.trashPath(id))
    }
    return names
  }

  /// The files below the root that a backup holds, in the order of their names.
  private func keepable(_ leftOut: inout [String]) throws(StoreError) -> [String] {
    var names: [String] = []
    try addKeepable(in: "", to: &names, &leftOut)
    return names.sorted()
  }

  private func addKeepable(
    in folder: String, to names: inout [String], _ leftOut: inout [String]
  ) throws(StoreError) {
    for entry in try disk.list(folder)?.entries ?? [] {
      let name = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if name == ".store" || name == Manifest.name || Disk.isTemporary(entry.name) { continue }
      switch try disk.kind(of: entry, at: name) {
      case .folder?: try addKeepable(in: name, to: &names, &leftOut)
      case .file? where ArchiveReader.isSafe(name): names.append(name)
      case .file?, .other?: leftOut.append(name)
      case nil: break
      }
    }
  }

  /// Reads an archive that was just written, from its file.
  private static func check(
    _ name: String, in disk: Disk, path: String, against manifest: Manifest
  ) throws(StoreError) {
    let file = try disk.call(name) { () throws(SystemFailure) in
      try disk.files.open(disk.root, name, .reading)
    }
    defer { disk.files.close(file) }
    var reader = try ArchiveReader(file, of: disk, path: path)
    var found = Manifest()
    var last: String?
    while let (name, bytes) = try reader.next() {
      found.files[name] = Revision(of: bytes)
      last = name
    }
    guard last == Manifest.name,
      found.files[Manifest.name] == Revision(of: manifest.bytes)
    else { throw .badArchive(path: path, .noManifest) }
    for (name, revision) in manifest.files where found.files[name] != revision {
      throw .badArchive(path: path, .changed(name: name))
    }
  }
}
