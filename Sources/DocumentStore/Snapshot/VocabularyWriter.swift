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
  /// The number of the first document that had each term, plus one; most names have no other.
  private var firsts: [UInt32] = []
  /// The distances to the documents behind it.
  private var distances: [[UInt8]] = []
  /// The hash of each term, which tells most of them apart.
  private var hashes: [UInt32] = []
  /// The last document that had each term, plus one.
  private var last: [UInt32] = []

  var count: Int { firsts.count }

  mutating func add(_ term: UnsafeBufferPointer<UInt8>, document number: Int) {
    add(UInt32(truncatingIfNeeded: number + 1), to: index(of: term))
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
        add(other.firsts[theirs] + offset, to: own)
        distances[own] += other.distances[theirs]
        last[own] = other.last[theirs] + offset
      }
    }
  }

  private mutating func add(_ next: UInt32, to term: Int) {
    let before = last[term]
    guard before != next else { return }
    last[term] = next
    guard before != 0 else {
      firsts[term] = next
      return
    }
    let distance = next - before
    if distance < 0x80 {
      distances[term].append(UInt8(distance))
    } else {
      Self.append(distance, to: &distances[term])
    }
  }

  /// Seven bits to a byte, the lowest first; the last byte is the one without the highest bit.
  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    var number = number
    while number >= 0x80 {
      bytes.append(UInt8(number & 0x7F) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(number))
  }

  private mutating func index(of term: UnsafeBufferPointer<UInt8>) -> Int {
    if count * 2 >= table.count { grow() }
    let hash = Self.hash(term)
    var slot = Int(hash) & (table.count - 1)
    while table[slot] != 0 {
      let found = Int(table[slot]) - 1
      if hashes[found] == hash, isTerm(found, term) { return found }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = UInt32(count + 1)
    texts += term
    offsets.append(texts.count)
    firsts.append(0)
    distances.append([])
    hashes.append(hash)
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
      var slot = Int(hashes[index]) & (table.count - 1)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = UInt32(index + 1)
    }
  }

  /// Eight bytes at a time, multiplied as in Knuth (The Art of Computer Programming 3, 1998, 6.4);
  /// the last eight may have been among those before.
  private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(term)
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    guard bytes.count >= 8 else {
      mix(bytes.reduce(0) { $0 << 8 | UInt64($1) })
      return UInt32(truncatingIfNeeded: hash)
    }
    var position = 0
    while position + 8 < bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    mix(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    return UInt32(truncatingIfNeeded: hash)
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
    var numbers: [UInt8] = []
    for term in order {
      add(numbers.count)
      Self.append(firsts[term], to: &numbers)
      numbers += distances[term]
    }
    add(numbers.count)
    for term in order {
      bytes += texts[offsets[term]..<offsets[term + 1]]
      bytes.append(0)
    }
    return bytes + numbers
  }
}
