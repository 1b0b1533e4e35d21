/// Every document's bytes in one mapped file, with the stamps of the files they were read from.
///
/// Opening hundreds of files takes longer than reading what is in them. What the snapshot says of a
/// file holds as long as the file's stamp is the same; whoever asks compares, so that nothing is
/// ever taken from it that the files do not say. It may be deleted at any time.
///
/// ```
/// header    the kind of file and the layout's version, 8 bytes
/// folders   each: its stamp, a checksum of it and of the ids, how many documents;
///           each of them: id, stamp, revision, a checksum of it and of the bytes, bytes
/// table     how many folders; each: path, position
/// end       the table's position, the header again
/// ```
/// Numbers have their lowest byte first.
final class Snapshot: Sendable {
  static let path = ".store/index/documents"
  /// `huddle`, and the layout's version in two bytes.
  static let header: UInt64 = 0x0001_656C_6464_7568

  /// A document as it was read.
  struct Entry: Sendable {
    var id: DocumentID
    var stamp: FileStamp
    var revision: Revision
    var checksum: UInt64
    var bytes: Range<Int>
  }

  struct Folder: Sendable {
    /// Nil where the folder had changed too lately to be sure of.
    var stamp: FileStamp?
    /// In ascending order of ids.
    var entries: [Entry]

    func entry(_ id: DocumentID) -> Entry? {
      var (low, high) = (0, entries.count)
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].id < id { low = middle + 1 } else { high = middle }
      }
      return low < entries.count && entries[low].id == id ? entries[low] : nil
    }
  }

  private let file: MappedFile
  private let positions: [String: Int]

  /// Nil where the file is no snapshot of this layout, or not a whole one.
  init?(_ file: MappedFile) {
    self.file = file
    let table = file.withBytes(0..<file.count) { bytes -> [String: Int]? in
      var head = SnapshotReader(bytes, at: 0)
      var end = SnapshotReader(bytes, at: bytes.count - 16)
      guard head.number(UInt64.self) == Self.header,
        let position = end.number(UInt64.self).flatMap({ Int(exactly: $0) }),
        end.number(UInt64.self) == Self.header
      else { return nil }
      var table = SnapshotReader(bytes, at: position)
      guard let count = table.number(UInt32.self) else { return nil }
      var found: [String: Int] = [:]
      for _ in 0..<count {
        guard let path = table.text(),
          let position = table.number(UInt64.self).flatMap({ Int(exactly: $0) })
        else { return nil }
        found[path] = position
      }
      return found
    }
    guard let table else { return nil }
    positions = table
  }

  /// What is known of a folder; nil where nothing is.
  ///
  /// - Complexity: O(documents in the folder).
  func folder(_ path: String) -> Folder? {
    guard let position = positions[path] else { return nil }
    return file.withBytes(0..<file.count) { bytes -> Folder? in
      var reader = SnapshotReader(bytes, at: position)
      guard let stamp = reader.stamp(), let checksum = reader.number(UInt64.self),
        let count = reader.number(UInt32.self)
      else { return nil }
      var names = Checksum(path, stamp)
      var folder = Folder(stamp: stamp.inode == 0 ? nil : stamp, entries: [])
      for _ in 0..<count {
        guard let id = reader.text(), let stamp = reader.stamp(),
          let revision = reader.revision(), let checksum = reader.number(UInt64.self),
          let bytes = reader.skipBytes()
        else { return nil }
        names.add(id)
        folder.entries.append(
          Entry(id: id, stamp: stamp, revision: revision, checksum: checksum, bytes: bytes))
      }
      return names.value == checksum ? folder : nil
    }
  }

  /// Does something with a document's bytes; nil where they are not those that were kept.
  func withBytes<Value>(of entry: Entry, _ body: (UnsafeRawBufferPointer) -> Value) -> Value? {
    file.withBytes(entry.bytes) { bytes in
      Checksum.of(bytes, entry.revision) == entry.checksum ? body(bytes) : nil
    }
  }
}
