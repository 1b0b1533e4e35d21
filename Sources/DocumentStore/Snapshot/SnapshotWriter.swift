import JSONTree

/// Puts a snapshot together from its parts, so that the documents need not all be in memory.
struct SnapshotWriter {
  /// What was made and not yet taken.
  private var bytes: [UInt8] = []
  private var taken = 0
  private var positions: [Int] = []
  private var ids: [DocumentID] = []
  private var folders: [SnapshotPart.Folder] = []
  private var words = VocabularyWriter()
  private var names = VocabularyWriter()
  private let journal: JournalPosition

  /// - Parameter journal: how far it had been followed before anything else was looked at.
  init(journal: JournalPosition) {
    self.journal = journal
    bytes.append(number: Snapshot.header)
  }

  /// The bytes made since this was last called.
  mutating func take() -> [UInt8] {
    defer {
      taken += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
    return bytes
  }

  /// Takes over what there is to know of a part whose documents were written behind all that was
  /// taken. Parts come type by type.
  mutating func add(_ part: SnapshotPart) {
    let first = positions.count
    for var folder in part.folders {
      folder.first += first
      folders.append(folder)
    }
    for position in part.positions { positions.append(taken + position) }
    taken += part.bytes.count
    ids += part.ids
    words.add(part.words, behind: first)
    names.add(part.names, behind: first)
  }

  /// Calls `write` with what comes behind the documents.
  mutating func finish(
    write: ([UInt8]) throws(StoreError) -> Void
  ) throws(StoreError) {
    try write(take())
    var sections: [(start: Int, sum: UInt64)] = []
    func endSection() throws(StoreError) {
      sections.append((taken, bytes.withUnsafeBytes { Checksum.of($0) }))
      try write(take())
    }
    let (ids, words, names) = (ids, words, names)
    let sorted = inParallel(
      [
        { @Sendable in
          ids.indices.sorted { ids[$0] < ids[$1] }
            .reduce(into: [UInt8]()) { $0.append(number: UInt32($1)) }
        }, { @Sendable in words.bytes() }, { @Sendable in names.bytes() },
      ], threads: 2
    ) { $0() }
    for position in positions { bytes.append(number: UInt64(position)) }
    try endSection()
    bytes += sorted[0]
    try endSection()
    addFolders()
    try endSection()
    addTypes()
    try endSection()
    bytes.append(number: UInt32(journal.offsets.count))
    for (path, offset) in journal.offsets.sorted(by: { $0.key < $1.key }) {
      bytes.append(text: path)
      bytes.append(number: UInt64(offset))
    }
    try endSection()
    bytes += sorted[1]
    try endSection()
    bytes += sorted[2]
    try endSection()
    for section in sections {
      bytes.append(number: UInt64(section.start))
      bytes.append(number: section.sum)
    }
    bytes.append(number: Snapshot.header)
    try write(take())
  }

  private mutating func addFolders() {
    bytes.append(number: UInt32(folders.count))
    for folder in folders {
      bytes.append(text: folder.path)
      bytes.append(stamp: folder.stamp ?? FileStamp(inode: 0, size: 0, modified: 0))
      bytes.append(number: UInt32(folder.first))
      bytes.append(number: folder.names.value)
    }
  }

  private mutating func addTypes() {
    var types: [(name: String, firstFolder: Int)] = []
    for (index, folder) in folders.enumerated() where folder.type != types.last?.name {
      types.append((folder.type, index))
    }
    bytes.append(number: UInt32(types.count))
    for type in types {
      bytes.append(text: type.name)
      bytes.append(number: UInt32(type.firstFolder))
    }
  }
}
