import JSONTree

extension DocumentStore {
  /// The journal of all hosts from a position on, in the order of time.
  ///
  /// A line that a power cut left half written is passed over.
  public func journalEntries(
    since position: JournalPosition = .start
  ) throws(StoreError) -> [JournalEntry] {
    try readJournal(since: position).entries
  }

  /// The journal from a position on, and the position to go on from; with it, again each time, what
  /// it has still to tell of committed transactions.
  public func readJournal(
    since position: JournalPosition
  ) throws(StoreError) -> (entries: [JournalEntry], position: JournalPosition) {
    var next = position
    var entries: [JournalEntry] = []
    for (path, host) in try journalFiles() {
      let (found, offset) = try readJournalFile(path, host, from: position.offsets[path] ?? 0)
      entries += found
      next.offsets[path] = offset
    }
    for entry in disk.overlay.entries where !entries.contains(where: { $0.id == entry.id }) {
      entries.append(entry)
    }
    // Within a second the order in the file is the order in which things happened.
    let ordered = entries.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    return (ordered.map(\.element), next)
  }

  /// Who changed a document last; nil where no journal tells.
  public func lastChange(of id: DocumentID) throws(StoreError) -> LastChange? {
    let (known, generation) = state.withLock { ($0.lastChanges, $0.generation) }
    if let known, known.generation == generation { return known.byDocument[id] }
    return try lastChanges(known, at: generation).byDocument[id]
  }

  private func lastChanges(
    _ known: LastChanges?, at generation: Int
  ) throws(StoreError) -> LastChanges {
    var changes = known ?? LastChanges()
    let (entries, position) = try readJournal(since: changes.position)
    for entry in entries {
      for document in entry.documents {
        if let last = changes.byDocument[document.id], last.at > entry.at { continue }
        changes.byDocument[document.id] = LastChange(at: entry.at, by: entry.by)
      }
    }
    changes.position = position
    changes.generation = generation
    let updated = changes
    state.withLock { $0.lastChanges = updated }
    return updated
  }

  /// The journal's files with their hosts, in the order of their paths.
  private func journalFiles() throws(StoreError) -> [(path: String, host: String)] {
    var files: [(path: String, host: String)] = []
    for host in try disk.list("journal")?.entries ?? [] where Place.isName(host.name[...]) {
      for file in try disk.list("journal/\(host.name)")?.entries ?? []
      where file.name.hasSuffix(".jsonl") {
        files.append(("journal/\(host.name)/\(file.name)", host.name))
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// This host's files of the journal, the oldest month first.
  func ownJournal() throws(StoreError) -> [(path: String, host: String)] {
    guard let bytes = try disk.read(".store/host") else { return [] }
    let host = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    return try journalFiles().filter { $0.host == host }
  }

  /// How long each of the journal's files is.
  func journalSizes() throws(StoreError) -> JournalPosition {
    var position = JournalPosition()
    for (path, _) in try journalFiles() {
      if let stamp = try disk.stamp(path) { position.offsets[path] = stamp.size }
    }
    return position
  }

  func readJournalFile(
    _ path: String, _ host: String, from start: Int
  ) throws(StoreError) -> (entries: [JournalEntry], offset: Int) {
    let (lines, offset) = try readJournalLines(path, host, from: start)
    return (lines.map(\.entry), offset)
  }

  /// Entries with where their lines end, and where to go on.
  ///
  /// - Parameter limit: about how many bytes to read at most; a longer line is read nevertheless.
  func readJournalLines(
    _ path: String, _ host: String, from start: Int, limit: Int = .max
  ) throws(StoreError) -> (lines: [(entry: JournalEntry, end: Int)], offset: Int) {
    guard let size = try disk.stamp(path)?.size, size > start else { return ([], start) }
    let (folderPath, name) = Disk.split(path)
    guard let folder = try disk.openFolder(folderPath) else { return ([], start) }
    defer { disk.files.close(folder) }
    let bytes = try disk.call(path) { () throws(SystemFailure) in
      let file = try disk.files.open(folder, name, .reading)
      defer { disk.files.close(file) }
      return try disk.files.read(file, start, min(size - start, limit))
    }
    guard let end = bytes.lastIndex(of: 0x0A) else {
      if bytes.count < size - start {
        return try readJournalLines(path, host, from: start, limit: limit * 2)
      }
      return ([], start)
    }
    var lines: [(entry: JournalEntry, end: Int)] = []
    for line in bytes[..<end].split(separator: 0x0A) {
      guard let tree = try? JSON.parse(Array(line), limits: .file),
        let entry = JournalEntry(tree, host: host)
      else { continue }
      lines.append((entry, start + line.endIndex + 1))
    }
    return (lines, start + end + 1)
  }

  static func journalPath(_ entry: JournalEntry) -> String {
    "journal/\(entry.host)/\(entry.at.month).jsonl"
  }

  /// Whether the entry's line can be read in the journal, which a power cut may still take back.
  func hasLine(_ entry: JournalEntry) throws(StoreError) -> Bool {
    let line = entry.tree.compactBytes
    return try disk.read(Self.journalPath(entry), limit: .max)?
      .split(separator: 0x0A).contains(line[...]) ?? false
  }

  /// Whether the entry's line is in the journal, and then durably; called with the lock held.
  ///
  /// Complexity: O(the month's journal), which only what was left unfinished makes necessary.
  func isInJournal(_ entry: JournalEntry) throws(StoreError) -> Bool {
    guard try hasLine(entry) else { return false }
    let path = Self.journalPath(entry)
    let (folderPath, name) = Disk.split(path)
    guard let folder = try disk.openFolder(folderPath) else { return false }
    defer { disk.files.close(folder) }
    // Whoever wrote it may have ended before it was on the disk.
    try disk.call(path) { () throws(SystemFailure) in
      let file = try disk.files.open(folder, name, .appending(mode: disk.fileMode))
      defer { disk.files.close(file) }
      try disk.files.synchronise(file)
      try disk.files.synchronise(folder)
    }
    return true
  }

  /// Appends a line durably, on a line of its own even behind a torn one; called with the lock held.
  func appendToJournal(_ entry: JournalEntry) throws(StoreError) -> JournalGrowth {
    let path = Self.journalPath(entry)
    let (folderPath, name) = Disk.split(path)
    let files = disk.files
    let folder = try disk.makeFolder(folderPath)
    defer { files.close(folder) }
    return try disk.call(path) { () throws(SystemFailure) in
      let file = try files.open(folder, name, .appending(mode: disk.fileMode))
      defer { files.close(file) }
      let before = try files.status(file).stamp.size
      var line = entry.tree.compactBytes + [0x0A]
      if before > 0, try files.read(file, before - 1, 1) != [0x0A] { line.insert(0x0A, at: 0) }
      do throws(SystemFailure) {
        if before == 0 {
          try files.setMode(file, disk.fileMode)
          try files.synchronise(folder)
        }
        try files.write(file, line)
        try files.synchronise(file)
      } catch {
        // What did not happen must not be read; where this fails too, a torn line is passed over.
        try? files.truncate(file, before)
        try? files.synchronise(file)
        throw error
      }
      return JournalGrowth(path: path, before: before, after: before + line.count)
    }
  }
}

/// By how much one of the journal's files grew.
struct JournalGrowth: Sendable {
  let path: String
  /// Bytes.
  let before: Int
  let after: Int
}
