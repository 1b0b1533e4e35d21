/// Terms in ascending order of their bytes, each with the numbers of the documents that have it.
///
/// ```
/// count     how many terms
/// offsets   of each term in the texts, then where they end; of each term's numbers, likewise
/// texts     each followed by a zero
/// numbers   each as its distance from the one before, seven bits to a byte, the lowest first
/// ```
/// Nothing is copied: a term is looked for in the mapped bytes.
struct Vocabulary {
  private let bytes: UnsafeRawBufferPointer
  private let count: Int
  private let textsStart: Int
  private let numbersStart: Int

  /// Nil where the bytes are too few for what they say is in them.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = SnapshotReader(bytes, at: 0)
    guard let count = reader.number(UInt32.self).map(Int.init) else { return nil }
    self.bytes = bytes
    self.count = count
    textsStart = 4 + (count + 1) * 8
    guard textsStart <= bytes.count else { return nil }
    numbersStart = textsStart + Int(Self.number(bytes, at: 4 + count * 4))
    guard numbersStart <= bytes.count else { return nil }
  }

  /// Adds the documents that have exactly this term.
  func collect(_ term: [UInt8], into found: inout NumberSet) {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(text(middle), term) { low = middle + 1 } else { high = middle }
    }
    if low < count, text(low).elementsEqual(term) { collectNumbers(of: low, into: &found) }
  }

  /// Adds the documents that have a term with this part in it.
  ///
  /// - Complexity: O(bytes of all terms), as fast as memory is read.
  func collect(containing part: [UInt8], into found: inout NumberSet) {
    guard !part.isEmpty, let base = bytes.baseAddress else { return }
    var position = textsStart
    while position < numbersStart,
      let hit = memmem(base + position, numbersStart - position, part, part.count)
    {
      let term = self.term(at: base.distance(to: UnsafeRawPointer(hit)) - textsStart)
      collectNumbers(of: term, into: &found)
      position = textsStart + textOffset(term + 1)
    }
  }

  /// The term whose text lies at an offset.
  private func term(at offset: Int) -> Int {
    var (low, high) = (0, count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if textOffset(middle) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func text(_ term: Int) -> Slice<UnsafeRawBufferPointer> {
    let start = textsStart + textOffset(term)
    return bytes[start..<max(start, min(numbersStart, textsStart + textOffset(term + 1)) - 1)]
  }

  private func precedes(_ text: Slice<UnsafeRawBufferPointer>, _ term: [UInt8]) -> Bool {
    text.lexicographicallyPrecedes(term)
  }

  private func textOffset(_ term: Int) -> Int {
    min(Int(Self.number(bytes, at: 4 + term * 4)), numbersStart - textsStart)
  }

  private func numbersOffset(_ term: Int) -> Int {
    let offset = Int(Self.number(bytes, at: 4 + (count + 1 + term) * 4))
    return min(offset, bytes.count - numbersStart)
  }

  private func collectNumbers(of term: Int, into found: inout NumberSet) {
    var position = numbersStart + numbersOffset(term)
    let end = numbersStart + numbersOffset(term + 1)
    var number = -1
    while position < end {
      var (distance, shift) = (0, 0)
      while position < end {
        let byte = bytes[position]
        position += 1
        distance |= Int(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 || shift > 28 { break }
      }
      number += distance
      found.insert(number)
    }
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, at position: Int) -> UInt32 {
    guard position + 4 <= bytes.count else { return 0 }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
  }
}

/// glibc's `memmem`, which its headers show to GNU sources only and Swift's import is not one.
@_silgen_name("memmem")
private func memmem(
  _ bytes: UnsafeRawPointer, _ count: Int, _ part: UnsafeRawPointer, _ partCount: Int
) -> UnsafeMutableRawPointer?
