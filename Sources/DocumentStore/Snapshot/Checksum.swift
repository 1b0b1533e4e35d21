/// A sum that tells a decayed file from a whole one.
///
/// Words are mixed by multiplication and rotation, as in the hash of Fowler, Noll and Vo but eight
/// bytes at a time: computing the documents' revisions anew would take twenty times as long.
struct Checksum {
  private(set) var value: UInt64 = 0

  init() {}

  /// The beginning of a folder's sum, to which its ids are added.
  init(_ path: String, _ stamp: FileStamp?) {
    add(path)
    add(stamp)
  }

  /// The sum of a document's id, stamp, revision and bytes.
  static func of(
    _ bytes: UnsafeRawBufferPointer, _ id: DocumentID, _ stamp: FileStamp, _ revision: Revision
  ) -> UInt64 {
    var sum = Checksum(id, stamp)
    for index in 0..<4 { sum.add(revision.words[index]) }
    sum.add(bytes)
    return sum.value
  }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = Checksum()
    sum.add(bytes)
    return sum.value
  }

  mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value = value << 29 | value >> 35
  }

  private mutating func add(_ stamp: FileStamp?) {
    add(stamp?.inode ?? 0)
    add(UInt64(bitPattern: Int64(stamp?.size ?? 0)))
    add(UInt64(bitPattern: Int64(stamp?.modified ?? 0)))
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    var position = 0
    while position + 8 <= bytes.count {
      add(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian)
      position += 8
    }
    for byte in bytes[position...] { add(UInt64(byte)) }
  }
}
