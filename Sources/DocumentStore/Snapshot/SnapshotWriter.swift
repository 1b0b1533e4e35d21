/// Makes a snapshot's parts one after another, so that it need not fit in memory.
struct SnapshotWriter {
  /// What was made and not yet taken.
  private var bytes: [UInt8] = []
  private var taken = 0
  private var folders: [(path: String, position: Int)] = []

  init() { add(Snapshot.header) }

  /// The bytes made since this was last called.
  mutating func take() -> [UInt8] {
    defer {
      taken += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
    return bytes
  }

  /// - Parameter stamp: nil where the folder changed too lately to be sure of.
  mutating func beginFolder(_ path: String, stamp: FileStamp?, ids: [DocumentID]) {
    folders.append((path, taken + bytes.count))
    let stamp = stamp ?? FileStamp(inode: 0, size: 0, modified: 0)
    var names = Checksum(path, stamp)
    for id in ids { names.add(id) }
    add(stamp)
    add(names.value)
    add(UInt32(ids.count))
  }

  mutating func add(
    _ id: DocumentID, _ stamp: FileStamp, _ revision: Revision, _ document: [UInt8]
  ) {
    add(id)
    add(stamp)
    for index in 0..<4 { add(revision.words[index]) }
    add(document.withUnsafeBytes { Checksum.of($0, revision) })
    add(UInt32(document.count))
    bytes += document
  }

  mutating func finish() {
    let table = taken + bytes.count
    add(UInt32(folders.count))
    for (path, position) in folders {
      add(path)
      add(UInt64(position))
    }
    add(UInt64(table))
    add(Snapshot.header)
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
