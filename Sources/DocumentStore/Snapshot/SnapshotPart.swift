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

  /// Folders come type by type; their documents follow, then their end.
  mutating func beginFolder(_ path: String, ofType type: String) {
    folders.append(
      Folder(type: type, path: path, stamp: nil, first: positions.count, names: Checksum()))
  }

  /// - Parameter stamp: nil where the folder changed too lately to be sure of.
  mutating func endFolder(stamp: FileStamp?) {
    var folder = folders.removeLast()
    folder.stamp = stamp
    folder.names = Checksum(folder.path, stamp)
    for id in ids[folder.first...] { folder.names.add(id) }
    folders.append(folder)
  }

  /// Documents come in ascending order of ids.
  mutating func add(
    _ stored: StoredDocument, _ stamp: FileStamp, _ document: UnsafeBufferPointer<UInt8>,
    _ schema: Schema
  ) {
    let number = begin(stored.id, stamp, stored.revision, document)
    DocumentTerms.forEachWord(of: stored.tree, schema) { words.add($0, document: number) }
    DocumentTerms.forEachName(of: stored.tree, schema) { name in
      var name = name
      name.withUTF8 { names.add($0, document: number) }
    }
  }

  /// The same of a document that was only scanned.
  mutating func add(
    _ id: DocumentID, _ stamp: FileStamp, _ revision: Revision,
    _ document: UnsafeBufferPointer<UInt8>, _ scan: DocumentScan
  ) {
    let number = begin(id, stamp, revision, document)
    scan.forEachWord(of: document) { words.add($0, document: number) }
    scan.forEachName(of: document) { names.add($0, document: number) }
  }

  /// Puts down a document's bytes and what they are checked by; its number in the part.
  private mutating func begin(
    _ id: DocumentID, _ stamp: FileStamp, _ revision: Revision,
    _ document: UnsafeBufferPointer<UInt8>
  ) -> Int {
    positions.append(bytes.count)
    ids.append(id)
    bytes.append(text: id)
    bytes.append(stamp: stamp)
    for index in 0..<4 { bytes.append(number: revision.words[index]) }
    bytes.append(
      number: Checksum.of(UnsafeRawBufferPointer(document), id, stamp, revision))
    bytes.append(number: UInt32(document.count))
    bytes += document
    return positions.count - 1
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
