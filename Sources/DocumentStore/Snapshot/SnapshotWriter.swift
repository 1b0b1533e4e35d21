import JSONTree

/// Makes a snapshot's parts one after another, so that the documents need not all be in memory.
struct SnapshotWriter {
  /// What was made and not yet taken.
  private var bytes: [UInt8] = []
  private var taken = 0
  private var positions: [Int] = []
  private var ids: [DocumentID] = []
  private var folders: [(path: String, stamp: FileStamp?, first: Int, names: Checksum)] = []
  private var types: [(name: String, firstFolder: Int)] = []
  private var words = VocabularyWriter()
  private var names = VocabularyWriter()
  private let journal: JournalPosition

  /// - Parameter journal: how far it had been followed before anything else was looked at.
  init(journal: JournalPosition) {
    self.journal = journal
    add(Snapshot.header)
  }

  /// Whether enough was made to be worth a write.
  var isFull: Bool { bytes.count > 1 << 20 }

  /// The bytes made since this was last called.
  mutating func take() -> [UInt8] {
    defer {
      taken += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
    return bytes
  }

  /// Folders come type by type.
  ///
  /// - Parameter stamp: nil where the folder changed too lately to be sure of.
  mutating func beginFolder(_ path: String, ofType type: String, stamp: FileStamp?) {
    if types.last?.name != type { types.append((type, folders.count)) }
    folders.append((path, stamp, positions.count, Checksum(path, stamp)))
  }

  /// Documents come in ascending order of ids.
  mutating func add(
    _ stored: StoredDocument, _ stamp: FileStamp, _ document: [UInt8], _ schema: Schema
  ) {
    let (id, tree, revision) = (stored.id, stored.tree, stored.revision)
    let number = positions.count
    positions.append(taken + bytes.count)
    ids.append(id)
    folders[folders.count - 1].names.add(id)
    add(id)
    add(stamp)
    for index in 0..<4 { add(revision.words[index]) }
    add(document.withUnsafeBytes { Checksum.of($0, id, stamp, revision) })
    add(UInt32(document.count))
    bytes += document
    DocumentTerms.forEachWord(of: tree, schema) { words.add($0, document: number) }
    DocumentTerms.forEachName(of: tree, schema) { name in
      var name = name
      name.withUTF8 { names.add($0, document: number) }
    }
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
    for position in positions { add(UInt64(position)) }
    try endSection()
    for number in ids.indices.sorted(by: { ids[$0] < ids[$1] }) { add(UInt32(number)) }
    try endSection()
    add(UInt32(folders.count))
    for folder in folders {
      add(folder.path)
      add(folder.stamp ?? FileStamp(inode: 0, size: 0, modified: 0))
      add(UInt32(folder.first))
      add(folder.names.value)
    }
    try endSection()
    add(UInt32(types.count))
    for type in types {
      add(type.name)
      add(UInt32(type.firstFolder))
    }
    try endSection()
    add(UInt32(journal.offsets.count))
    for (path, offset) in journal.offsets.sorted(by: { $0.key < $1.key }) {
      add(path)
      add(UInt64(offset))
    }
    try endSection()
    bytes += words.bytes()
    try endSection()
    bytes += names.bytes()
    try endSection()
    for section in sections {
      add(UInt64(section.start))
      add(section.sum)
    }
    add(Snapshot.header)
    try write(take())
  }

  private mutating func add(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  private mutating func add(_ text: String) {
    add(UInt16(text.utf8.count))
    bytes += text.utf8
  }

  private mutating func add(_ stamp: FileStamp) {
    add(stamp.inode)
    add(Int64(stamp.size))
    add(Int64(stamp.modified))
  }
}
