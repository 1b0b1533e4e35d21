/// Reads a snapshot's parts one after another; nil from the first that does not fit in the file.
struct SnapshotReader {
  private let bytes: UnsafeRawBufferPointer
  private var position: Int

  init(_ bytes: UnsafeRawBufferPointer, at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private mutating func take(_ count: Int) -> Range<Int>? {
    guard position >= 0, position <= bytes.count, count >= 0, count <= bytes.count - position
    else { return nil }
    defer { position += count }
    return position..<position + count
  }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
    guard let range = take(MemoryLayout<Number>.size) else { return nil }
    return Number(
      littleEndian: bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: Number.self))
  }

  mutating func text() -> String? {
    guard let count = number(UInt16.self), let range = take(Int(count)) else { return nil }
    return String(validating: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  mutating func stamp() -> FileStamp? {
    guard let inode = number(UInt64.self), let size = number(Int64.self),
      let modified = number(Int64.self)
    else { return nil }
    return FileStamp(inode: inode, size: Int(size), modified: Int(modified))
  }

  mutating func revision() -> Revision? {
    var words = SIMD4<UInt64>()
    for index in 0..<4 {
      guard let word = number(UInt64.self) else { return nil }
      words[index] = word
    }
    return Revision(words: words)
  }

  /// Where a document's bytes lie, which are not looked at.
  mutating func skipBytes() -> Range<Int>? {
    guard let count = number(UInt32.self) else { return nil }
    return take(Int(count))
  }
}
