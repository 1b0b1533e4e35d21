extension Snapshot {
  /// A document by its number; nil where the file is not what it was.
  func entry(_ number: Int) -> Entry? {
    read(number) { reader -> Entry? in
      guard let id = reader.text(), let stamp = reader.stamp(), let revision = reader.revision(),
        let checksum = reader.number(UInt64.self), let range = reader.skipBytes()
      else { return nil }
      return Entry(id: id, stamp: stamp, revision: revision, checksum: checksum, bytes: range)
    }
  }

  /// The documents of a folder in ascending order of ids; nil where the file is not what it was.
  ///
  /// - Complexity: O(documents in the folder).
  func entries(_ folder: Folder) -> [Entry]? {
    var names = Checksum(folder.path, folder.stamp)
    var entries: [Entry] = []
    entries.reserveCapacity(folder.numbers.count)
    for number in folder.numbers {
      guard let entry = entry(number) else { return nil }
      names.add(entry.id)
      entries.append(entry)
    }
    return names.value == folder.checksum ? entries : nil
  }

  /// Whether the ids of a folder's documents are as they were written; nothing else of them is read.
  ///
  /// - Complexity: O(documents in the folder).
  func hasSoundIDs(_ folder: Folder) -> Bool {
    var names = Checksum(folder.path, folder.stamp)
    for number in folder.numbers {
      guard read(number, { reader in reader.textBytes().map { names.add($0) } }) != nil else {
        return false
      }
    }
    return names.value == folder.checksum
  }

  /// The number of the document with an id; nil where it is not kept.
  ///
  /// - Complexity: O(log n).
  func number(of id: DocumentID) -> Int? {
    withSection(.order) { order in
      func number(_ place: Int) -> Int {
        Int(UInt32(littleEndian: order.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)))
      }
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        guard let other = self.id(number(middle)) else { return nil }
        if other < id { low = middle + 1 } else { high = middle }
      }
      guard low < count, self.id(number(low)) == id else { return nil }
      return number(low)
    }
  }

  /// Where the document with a number lies; nil where the file is not what it was.
  func place(_ number: Int, _ schemas: [String: Schema]) -> Place? {
    guard let index = folderIndex(ofNumber: number), let entry = entry(number),
      let schema = schemas[folders[index].type]
    else { return nil }
    return Place(id: entry.id, site: folders[index].site, schema: schema)
  }

  /// The first of some documents in ascending order of their ids.
  ///
  /// - Complexity: O(documents in the snapshot), as fast as memory is read.
  func firstInOrder(_ numbers: [Int], limit: Int) -> [Int] {
    var wanted = NumberSet(count: count)
    for number in numbers { wanted.insert(number) }
    let most = min(limit, numbers.count)
    return withSection(.order) { order in
      var found: [Int] = []
      var place = 0
      while found.count < most, place < count {
        let number = Int(
          UInt32(littleEndian: order.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)))
        if wanted.contains(number) { found.append(number) }
        place += 1
      }
      return found
    }
  }

  func id(_ number: Int) -> DocumentID? { read(number) { $0.text() } }

  private func read<Value>(_ number: Int, _ body: (inout SnapshotReader) -> Value?) -> Value? {
    guard (0..<count).contains(number) else { return nil }
    let position = withSection(.positions) { bytes in
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self))
    }
    guard let start = Int(exactly: position) else { return nil }
    return file.withBytes(0..<file.count) { bytes in
      var reader = SnapshotReader(bytes, at: start)
      return body(&reader)
    }
  }

  /// Does something with a document's bytes; nil where they are not those that were kept.
  func withBytes<Value>(of entry: Entry, _ body: (UnsafeRawBufferPointer) -> Value) -> Value? {
    file.withBytes(entry.bytes) { bytes in
      Checksum.of(bytes, entry.id, entry.stamp, entry.revision) == entry.checksum
        ? body(bytes) : nil
    }
  }

  /// The documents that bear one of these names; nil where the file is not what it was.
  func numbers(bearing names: Set<String>) -> NumberSet? {
    guard isSound(.names) else { return nil }
    var found = NumberSet(count: count)
    withSection(.names) { bytes in
      guard let vocabulary = Vocabulary(bytes) else { return }
      for name in names { vocabulary.collect(Array(name.utf8), into: &found) }
    }
    return found
  }

  /// The documents in whose searchable texts all of these words are, each a part of a word there;
  /// nil where the file is not what it was.
  func numbers(with words: [SearchText]) -> NumberSet? {
    guard isSound(.words) else { return nil }
    var found: NumberSet?
    withSection(.words) { bytes in
      guard let vocabulary = Vocabulary(bytes) else { return }
      for word in words {
        var these = NumberSet(count: count)
        vocabulary.collect(containing: word.bytes, into: &these)
        if found == nil { found = these } else { found?.formIntersection(these) }
      }
    }
    return found ?? NumberSet(count: count)
  }
}
