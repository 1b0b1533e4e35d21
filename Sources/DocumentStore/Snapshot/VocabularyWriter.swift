import Glibc

/// Gathers terms with the numbers of the documents that have them, in ascending order of numbers.
///
/// Terms lie one behind another in one array and are found by a table with open addressing, because
/// there are some hundred to a document. Complexity: O(1) for each term of a document.
struct VocabularyWriter: Sendable {
  private var texts: [UInt8] = []
  private var offsets: [Int] = [0]
  /// Where each term is found, plus one; 0 where nothing is.
  private var table: [UInt32] = Array(repeating: 0, count: 1 << 12)
  private var numbers: [[UInt8]] = []
  /// The last document that had each term, plus one.
  private var last: [UInt32] = []

  var count: Int { numbers.count }

  mutating func add(_ term: UnsafeBufferPointer<UInt8>, document number: Int) {
    let term = index(of: term)
    let next = UInt32(truncatingIfNeeded: number + 1)
    guard last[term] != next else { return }
    append(next - last[term], to: term)
    last[term] = next
  }

  /// Takes over what another one gathered of documents that come behind all of these.
  ///
  /// - Parameter count: how many documents these are.
  /// - Complexity: O(the other's terms and the bytes of their numbers).
  mutating func add(_ other: VocabularyWriter, behind count: Int) {
    let offset = UInt32(truncatingIfNeeded: count)
    other.texts.withUnsafeBufferPointer { texts in
      for theirs in 0..<other.count {
        let own = index(
          of: UnsafeBufferPointer(
            rebasing: texts[other.offsets[theirs]..<other.offsets[theirs + 1]]))
        // Only the first number is counted from what was there before.
        var first: UInt32 = 0
        var shift: UInt32 = 0
        var rest = other.numbers[theirs][...]
        while let byte = rest.popFirst() {
          first |= UInt32(byte & 0x7F) << shift
          shift += 7
          if byte < 0x80 { break }
        }
        append(first + offset - last[own], to: own)
        numbers[own] += rest
        last[own] = other.last[theirs] + offset
      }
    }
  }

  private mutating func append(_ distance: UInt32, to term: Int) {
    var distance = distance
    while distance >= 0x80 {
      numbers[term].append(UInt8(distance & 0x7F) | 0x80)
      distance >>= 7
    }
    numbers[term].append(UInt8(distance))
  }

  private mutating func index(of term: UnsafeBufferPointer<UInt8>) -> Int {
    if count * 2 >= table.count { grow() }
    var slot = Self.hash(term) & (table.count - 1)
    while table[slot] != 0 {
      let found = Int(table[slot]) - 1
      if isTerm(found, term) { return found }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = UInt32(count + 1)
    texts += term
    offsets.append(texts.count)
    numbers.append([])
    last.append(0)
    return count - 1
  }

  private func isTerm(_ index: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = offsets[index]
    guard offsets[index + 1] - start == term.count, let wanted = term.baseAddress else {
      return false
    }
    return texts.withUnsafeBufferPointer { texts in
      texts.baseAddress.map { memcmp($0 + start, wanted, term.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    table = Array(repeating: 0, count: table.count * 2)
    for index in 0..<count {
      let hash = texts.withUnsafeBufferPointer { texts in
        Self.hash(UnsafeBufferPointer(rebasing: texts[offsets[index]..<offsets[index + 1]]))
      }
      var slot = hash & (table.count - 1)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = UInt32(index + 1)
    }
  }

  /// FNV-1a (Fowler, Noll and Vo 1991).
  private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// The bytes of a `Vocabulary`.
  ///
  /// - Complexity: O(n log n) for n terms.
  func bytes() -> [UInt8] {
    let order = texts.withUnsafeBufferPointer { texts in
      (0..<count).sorted { left, right in
        texts[offsets[left]..<offsets[left + 1]]
          .lexicographicallyPrecedes(texts[offsets[right]..<offsets[right + 1]])
      }
    }
    var bytes: [UInt8] = []
    func add(_ number: Int) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { bytes += $0 }
    }
    add(count)
    var offset = 0
    for term in order {
      add(offset)
      offset += offsets[term + 1] - offsets[term] + 1
    }
    add(offset)
    offset = 0
    for term in order {
      add(offset)
      offset += numbers[term].count
    }
    add(offset)
    for term in order {
      bytes += texts[offsets[term]..<offsets[term + 1]]
      bytes.append(0)
    }
    for term in order { bytes += numbers[term] }
    return bytes
  }
}
