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
    textBytes().flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// A text as its bytes, which are not looked at.
  mutating func textBytes() -> UnsafeRawBufferPointer? {
    guard let count = number(UInt16.self), let range = take(Int(count)) else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[range])
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

extension SnapshotReader {
  /// Where a snapshot's parts lie; nil where the file is none, or not a whole one.
  static func sections(_ bytes: UnsafeRawBufferPointer) -> [Snapshot.SectionRange]? {
    let count = Snapshot.Section.allCases.count
    let endStart = bytes.count - count * 16 - 8
    guard endStart >= 8 else { return nil }
    var head = SnapshotReader(bytes, at: 0)
    var end = SnapshotReader(bytes, at: endStart)
    guard head.number(UInt64.self) == Snapshot.header else { return nil }
    var sections: [Snapshot.SectionRange] = []
    for _ in 0..<count {
      guard let start = end.number(UInt64.self).flatMap({ Int(exactly: $0) }),
        let sum = end.number(UInt64.self), (8...endStart).contains(start)
      else { return nil }
      if let last = sections.indices.last {
        guard sections[last].range.lowerBound <= start else { return nil }
        sections[last].range = sections[last].range.lowerBound..<start
      }
      sections.append(Snapshot.SectionRange(range: start..<endStart, sum: sum))
    }
    return end.number(UInt64.self) == Snapshot.header ? sections : nil
  }

  /// How far the journal had been followed; nil where that is not what it should be.
  static func journal(
    _ bytes: UnsafeRawBufferPointer, _ sections: [Range<Int>]
  ) -> JournalPosition? {
    var reader = SnapshotReader(bytes, at: sections[Snapshot.Section.journal.rawValue].lowerBound)
    guard let count = reader.number(UInt32.self) else { return nil }
    var position = JournalPosition()
    for _ in 0..<count {
      guard let path = reader.text(), let offset = reader.number(UInt64.self) else { return nil }
      position.offsets[path] = Int(exactly: offset)
    }
    return position
  }

  /// The folders of a snapshot; nil where they are not what they should be.
  static func folders(
    _ bytes: UnsafeRawBufferPointer, _ sections: [Range<Int>]
  ) -> [Snapshot.Folder]? {
    var types = SnapshotReader(bytes, at: sections[Snapshot.Section.types.rawValue].lowerBound)
    guard let typeCount = types.number(UInt32.self) else { return nil }
    var starts: [(type: String, first: Int)] = []
    for _ in 0..<typeCount {
      guard let type = types.text(), let first = types.number(UInt32.self) else { return nil }
      starts.append((type, Int(first)))
    }
    var reader = SnapshotReader(bytes, at: sections[Snapshot.Section.folders.rawValue].lowerBound)
    guard let count = reader.number(UInt32.self) else { return nil }
    let documents = sections[Snapshot.Section.positions.rawValue].count / 8
    var folders: [Snapshot.Folder] = []
    var type = 0
    for index in 0..<Int(count) {
      guard let path = reader.text(), let stamp = reader.stamp(),
        let first = reader.number(UInt32.self).map(Int.init),
        let checksum = reader.number(UInt64.self), first <= documents,
        folders.last.map({ $0.numbers.lowerBound <= first }) ?? (first == 0)
      else { return nil }
      while type + 1 < starts.count, starts[type + 1].first <= index { type += 1 }
      guard starts.indices.contains(type) else { return nil }
      if let last = folders.indices.last {
        folders[last].numbers = folders[last].numbers.lowerBound..<first
      }
      folders.append(
        Snapshot.Folder(
          type: starts[type].type, path: path, stamp: stamp.inode == 0 ? nil : stamp,
          checksum: checksum, numbers: first..<documents))
    }
    return folders
  }
}
