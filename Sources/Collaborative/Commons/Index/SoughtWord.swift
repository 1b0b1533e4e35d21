import DocumentStore

/// One word that somebody looks for, and how near another word is to it.
///
/// ```
/// as typed         1      blanket
/// plural           0.95   blankets
/// begins with it   0.6–0.9   only the last word, which may not be finished
/// a typing error   0.12   blnaket; two in words of eight letters or more 0.08; none below four
/// begins with one  0.06
/// ```
///
/// A word much like it in a title, which weighs eight, counts less than the word itself anywhere.
public struct SoughtWord: Hashable, Sendable {
  /// Folded, UTF-8.
  let bytes: [UInt8]
  /// Whether more letters may follow.
  let isBeginning: Bool
  /// How many typing errors are forgiven.
  private(set) var tolerance = 0

  /// Whether words were taken for it that are only much like it.
  public var isForgiving: Bool { tolerance > 0 }
  private let letters: UInt64

  init(_ bytes: [UInt8], isBeginning: Bool = false) {
    self.bytes = bytes
    self.isBeginning = isBeginning
    letters = Self.letters(of: bytes)
  }

  /// The words somebody typed; of a long text the first twelve.
  static func words(in text: String, isTyping: Bool) -> [SoughtWord] {
    let words = SearchWords.all(in: text).prefix(12)
    return words.enumerated().map { index, word in
      SoughtWord(word, isBeginning: isTyping && index == words.count - 1)
    }
  }

  /// The same word with the typing errors forgiven that its length allows.
  ///
  /// - Parameter least: how many are forgiven however short it is.
  func forgiving(atLeast least: Int = 0) -> SoughtWord {
    var word = self
    word.tolerance = max(least, bytes.count < 4 ? 0 : bytes.count < 8 ? 1 : 2)
    return word
  }

  /// How near a word is, from 0 to 1; nil for another word.
  func nearness(of word: some Collection<UInt8>) -> Float? {
    word.withContiguousStorageIfAvailable { nearness(of: $0, letters: Self.letters(of: $0)) }
      ?? nearness(of: Array(word))
  }

  /// - Parameter letters: those that are in the word, as `letters(of:)` says.
  func nearness(of word: UnsafeBufferPointer<UInt8>, letters other: UInt64) -> Float? {
    if let near = nearnessAsTyped(of: word) { return near }
    guard tolerance > 0 else { return nil }
    // Each error takes at most one letter away.
    guard (letters & ~other).nonzeroBitCount <= tolerance else { return nil }
    if !isBeginning {
      guard (other & ~letters).nonzeroBitCount <= tolerance,
        abs(word.count - bytes.count) <= tolerance
      else { return nil }
    } else if word.count + tolerance < bytes.count {
      return nil
    }
    let (whole, beginning) = errors(in: word)
    if whole <= tolerance { return whole == 1 ? 0.12 : 0.08 }
    // The first letter of something unfinished is rarely wrong, and much else would fit.
    return isBeginning && beginning <= tolerance && word.first == bytes.first ? 0.06 : nil
  }

  private func nearnessAsTyped(of word: UnsafeBufferPointer<UInt8>) -> Float? {
    let (short, long) =
      word.count < bytes.count
      ? (word.count, bytes.count) : (bytes.count, word.count)
    guard short > 0 else { return nil }
    for index in 0..<short where word[index] != bytes[index] { return nil }
    if short == long { return 1 }
    let isLonger = word.count == long
    if short >= 3, isPlural(long - short, of: isLonger ? word[...] : nil, behind: short) {
      return 0.95
    }
    guard isBeginning, isLonger else { return nil }
    return 0.6 + 0.3 * Float(short) / Float(long)
  }

  /// Whether what stands behind the common beginning is `s` or `es`.
  private func isPlural(
    _ count: Int, of word: Slice<UnsafeBufferPointer<UInt8>>?, behind start: Int
  ) -> Bool {
    func letter(_ index: Int) -> UInt8 { word.map { $0[index] } ?? bytes[index] }
    let s = UInt8(ascii: "s")
    switch count {
    case 1: return letter(start) == s
    case 2: return letter(start) == UInt8(ascii: "e") && letter(start + 1) == s
    default: return false
    }
  }

  /// How many letters are wrong, missing, too many or swapped with their neighbour: in the whole
  /// word, and in that beginning of it that fits best.
  ///
  /// The restricted edit distance (optimal string alignment; Damerau 1964, Communications of the
  /// ACM 7, 171–176) over bytes. Complexity: O(m·n).
  private func errors(in word: UnsafeBufferPointer<UInt8>) -> (whole: Int, beginning: Int) {
    // Beyond so many letters a beginning can't fit any better.
    let count = isBeginning ? min(word.count, bytes.count + tolerance) : word.count
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * (bytes.count + 1)) { rows in
      let width = bytes.count + 1
      for index in 0..<rows.count { rows[index] = index < width ? index : 0 }
      var best = bytes.count
      var (before, previous, current) = (2 * width, 0, width)
      for column in 0..<count {
        rows[current] = column + 1
        for row in 1..<width {
          let isSame = bytes[row - 1] == word[column]
          var least = min(
            rows[previous + row] + 1, rows[current + row - 1] + 1,
            rows[previous + row - 1] + (isSame ? 0 : 1))
          if column > 0, row > 1, bytes[row - 1] == word[column - 1],
            bytes[row - 2] == word[column]
          {
            least = min(least, rows[before + row - 2] + 1)
          }
          rows[current + row] = least
        }
        best = min(best, rows[current + width - 1])
        (before, previous, current) = (previous, current, before)
      }
      return (count == word.count ? rows[previous + width - 1] : .max, best)
    }
  }

  /// Which letters and digits are in a word, a bit each; what is neither shares bits.
  static func letters(of word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(into: 0) { letters, byte in letters |= 1 << UInt64(byte & 63) }
  }
}

extension SoughtWord {
  /// Where the words that are meant stand in a text, in order.
  public static func places(
    of sought: [SoughtWord], in text: String
  ) -> [Range<String.Index>] {
    guard !sought.isEmpty else { return [] }
    var places: [Range<String.Index>] = []
    SearchWords.forEach(in: text) { place, word in
      if sought.contains(where: { $0.nearness(of: word) != nil }) { places.append(place) }
    }
    return places
  }
}
