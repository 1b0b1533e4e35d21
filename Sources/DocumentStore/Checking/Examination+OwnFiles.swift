import JSONTree

extension Examination {
  /// The folders and files that every store is made of, where they are there.
  mutating func examineSkeleton() throws(StoreError) {
    let folders = ["shared", "sites", "trash", "journal", ".store"]
    let own = ["tmp", "intent", "index", "undo", "quarantine", "git", "members"]
    for path in folders { try examine(path, is: .folder) }
    guard try kind(at: ".store") == .folder else { return }
    for name in own { try examine(".store/\(name)", is: .folder) }
    for name in ["lock", "history-lock", "host"] { try examine(".store/\(name)", is: .file) }
  }

  private mutating func examine(_ path: String, is expected: FileStatus.Kind) throws(StoreError) {
    guard let found = try kind(at: path), found != expected else { return }
    note(path, nil, found == .other ? .notFollowed : .misplaced)
  }

  private func kind(at path: String) throws(StoreError) -> FileStatus.Kind? {
    try disk.find(path) { () throws(SystemFailure) in
      try disk.files.statusBelow(disk.root, path).kind
    }
  }

  mutating func examineTrash() throws(StoreError) {
    for entry in try disk.list("trash")?.entries ?? [] {
      let path = "trash/\(entry.name)"
      let id = entry.name.hasSuffix(".json") ? String(entry.name.dropLast(5)) : ""
      switch try kind(of: entry, in: "trash") {
      case nil: continue
      case .other?: note(path, nil, .notFollowed)
      case .folder?: note(path, nil, .noDocument)
      case .file? where !Place.isName(id[...]): note(path, nil, .noDocument)
      case .file?: try examineTombstone(path, id)
      }
    }
  }

  private mutating func examineTombstone(_ path: String, _ id: DocumentID) throws(StoreError) {
    let limit = DocumentStore.trashLimits.documentBytes
    guard let bytes = try disk.read(path, limit: limit) else { return }
    do throws(StoreError) {
      _ = try store.readTombstone(bytes, id: id)
    } catch {
      guard case .damaged(let damage) = error else { throw error }
      note(path, id, .damagedTrash(damage.problem))
    }
  }

  mutating func examineJournal() throws(StoreError) {
    for host in try disk.list("journal")?.entries ?? [] {
      let folder = "journal/\(host.name)"
      guard try kind(of: host, in: "journal") == .folder, Place.isName(host.name[...]) else {
        note(folder, nil, .noDocument)
        continue
      }
      for file in try disk.list(folder)?.entries ?? [] {
        let path = "\(folder)/\(file.name)"
        if file.name.hasSuffix(".jsonl"), try kind(of: file, in: folder) == .file {
          try examineJournal(path, host: host.name)
        } else {
          note(path, nil, .noDocument)
        }
      }
    }
  }

  private mutating func examineJournal(_ path: String, host: String) throws(StoreError) {
    guard let bytes = try disk.read(path, limit: .max) else { return }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Behind the last line's end stands nothing, or a line that is being written or was torn.
    let rest = lines.popLast() ?? []
    for (index, line) in lines.enumerated() where !line.isEmpty {
      report.journalLines += 1
      do throws(JSONError) {
        let tree = try JSON.parse(Array(line), limits: .file)
        if JournalEntry(tree, host: host) == nil {
          note(path, nil, .unreadableLine(number: index + 1))
        }
      } catch {
        if case .endOfText = error.reason {
          note(path, nil, .tornLine(number: index + 1))
        } else {
          note(path, nil, .unreadableLine(number: index + 1))
        }
      }
    }
    if !rest.isEmpty, try disk.stamp(path)?.size == bytes.count {
      note(path, nil, .tornLine(number: lines.count + 1))
    }
  }

  mutating func examineOwnFiles() throws(StoreError) {
    for path in try store.committedIntents() {
      guard let bytes = try disk.read(path, limit: JSONLimits.file.documentBytes) else { continue }
      let tree = try? JSON.parse(bytes, limits: .file)
      if tree.flatMap(Intent.init) == nil { note(path, nil, .unreadableIntent) }
    }
    for path in try store.unfinishedIntents(forSeconds: 5) { note(path, nil, .unfinishedIntent) }
    for path in try store.leftBehind() { note(path, nil, .leftBehind) }
    try examineDrafts()
  }

  private mutating func examineDrafts() throws(StoreError) {
    for entry in try disk.list(".store/members")?.entries ?? [] {
      let path = ".store/members/\(entry.name)"
      let status = try disk.find(path) { () throws(SystemFailure) in
        try disk.files.statusBelow(disk.root, path)
      }
      guard let status, status.kind == .folder, status.mode & 0o077 != 0 else { continue }
      note(path, nil, .wideRights(found: status.mode, expected: 0o700))
    }
  }
}

extension DocumentStore {
  /// Transactions that are committed and have not been in place for so long, which the next to take
  /// the lock would finish if they could.
  func unfinishedIntents(forSeconds seconds: Int) throws(StoreError) -> [String] {
    let aWhileAgo = Clock.nanoseconds - seconds * 1_000_000_000
    var paths: [String] = []
    for path in try committedIntents() {
      guard let stamp = try disk.stamp(path), stamp.modified <= aWhileAgo,
        let intent = try intent(at: path), try !hasLine(intent.entry)
      else { continue }
      paths.append(path)
    }
    return paths
  }

  /// Staged and temporary files that no program can still be about to use: a day old.
  func leftBehind() throws(StoreError) -> [String] {
    let yesterday = Clock.milliseconds - 86_400_000
    var paths: [String] = []
    for entry in try disk.list(".store/tmp")?.entries ?? [] {
      guard let id = ULID(String(entry.name.prefix(26))), id.milliseconds < yesterday else {
        continue
      }
      paths.append(".store/tmp/\(entry.name)")
    }
    for folder in ["", ".store"] {
      for entry in try disk.list(folder)?.entries ?? [] where Disk.isTemporary(entry.name) {
        guard let id = ULID(String(entry.name.dropFirst().dropLast(4))),
          id.milliseconds < yesterday
        else { continue }
        paths.append(folder.isEmpty ? entry.name : "\(folder)/\(entry.name)")
      }
    }
    return paths.sorted()
  }
}
