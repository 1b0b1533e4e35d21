/// A set of documents by their numbers in a snapshot, one bit each.
struct NumberSet: Sendable, Hashable {
  private var words: [UInt64]

  /// - Parameter count: how many numbers there are, from 0 on.
  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ number: Int) {
    guard number >= 0, number >> 6 < words.count else { return }
    words[number >> 6] |= 1 << UInt64(number & 63)
  }

  func contains(_ number: Int) -> Bool {
    number >= 0 && number >> 6 < words.count && words[number >> 6] & 1 << UInt64(number & 63) != 0
  }

  mutating func formUnion(_ other: NumberSet) {
    for index in words.indices where index < other.words.count {
      words[index] |= other.words[index]
    }
  }

  mutating func formIntersection(_ other: NumberSet) {
    for index in words.indices {
      words[index] &= index < other.words.count ? other.words[index] : 0
    }
  }

  /// The numbers in a range, ascending.
  func numbers(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    guard !range.isEmpty else { return found }
    for index in (range.lowerBound >> 6)...((range.upperBound - 1) >> 6) where index < words.count {
      var word = words[index]
      while word != 0 {
        let number = index << 6 + word.trailingZeroBitCount
        if range.contains(number) { found.append(number) }
        word &= word - 1
      }
    }
    return found
  }
}
