import JSONTree

/// Some folders of a snapshot that is being made; several parts can be made at once.
struct SnapshotPart: Sendable {
  struct Folder: Sendable {
    var type: String
    var path: String
    var stamp: FileStamp?
    /// The place of its first document among those of the part.
    var first: Int
    var names: Checksum
  }

  private(set) var bytes: [UInt8] = []
  /// Where each document begins among the part's bytes.
  private(set) var positions: [Int] = []
  private(set) var ids: [DocumentID] = []
  private(set) var folders: [Folder] = []
  private(set) var words = VocabularyWriter()
  private(set) var names = VocabularyWriter()

  /// Folders come type by type.
  ///
  /// - Parameter stamp: nil where the folder changed too lately to be sure of.
  mutating func beginFolder(_ path: String, ofType type: String, stamp: FileStamp?) {
    folders.append(
      Folder(
        type: type, path: path, stamp: stamp, first: positions.count, names: Checksum(path, stamp)))
  }

  /// Documents come in ascending order of ids.
  mutating func add(
    _ stored: StoredDocument, _ stamp: FileStamp, _ document: [UInt8], _ schema: Schema
  ) {
    let (id, tree, revision) = (stored.id, stored.tree, stored.revision)
    let number = positions.count
    positions.append(bytes.count)
    ids.append(id)
    folders[folders.count - 1].names.add(id)
    bytes.append(text: id)
    bytes.append(stamp: stamp)
    for index in 0..<4 { bytes.append(number: revision.words[index]) }
    bytes.append(number: document.withUnsafeBytes { Checksum.of($0, id, stamp, revision) })
    bytes.append(number: UInt32(document.count))
    bytes += document
    DocumentTerms.forEachWord(of: tree, schema) { words.add($0, document: number) }
    DocumentTerms.forEachName(of: tree, schema) { name in
      var name = name
      name.withUTF8 { names.add($0, document: number) }
    }
  }
}

/// How a snapshot's parts are written; `SnapshotReader` reads them.
extension [UInt8] {
  mutating func append(number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 }
  }

  mutating func append(text: String) {
    append(number: UInt16(text.utf8.count))
    self += text.utf8
  }

  mutating func append(stamp: FileStamp) {
    append(number: stamp.inode)
    append(number: Int64(stamp.size))
    append(number: Int64(stamp.modified))
  }
}
