/// A text made easy to look through: one small sign per character that matters, and where it came
/// from.
struct ScannedText {
  /// A letter beyond ASCII.
  static let letter: UInt8 = 0x80

  /// A run of letters and digits.
  struct Word {
    var range: Range<Int>
    var text: String
  }

  /// A run of digits.
  struct Digits {
    var range: Range<Int>
    var count: Int { range.count }
  }

  /// Lower-case ASCII, with digits of any script as ASCII digits and dashes and spaces of any kind as
  /// `-` and a space; `letter` for other letters and 0 for other signs.
  private(set) var signs: [UInt8] = []
  private(set) var isUpper: [Bool] = []
  private var starts: [Int] = []
  private var ends: [Int] = []
  private(set) var words: [Word] = []
  private(set) var digits: [Digits] = []

  init(_ text: String) {
    signs.reserveCapacity(text.utf8.count)
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      defer { offset += length }
      guard let sign = Self.sign(of: scalar) else { continue }
      signs.append(sign)
      isUpper.append((65...90).contains(scalar.value))
      starts.append(offset)
      ends.append(offset + length)
    }
    words = runs(where: { Self.isLetterOrDigit($0) }).map { range in
      Word(range: range, text: String(decoding: signs[range], as: UTF8.self))
    }
    digits = runs(where: Self.isDigit).map { Digits(range: $0) }
  }

  /// - Returns: nil for a sign that nobody sees.
  private static func sign(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      if byte == 9 { return 32 }
      return (65...90).contains(byte) ? byte + 32 : byte
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .format: return nil
    case .dashPunctuation: return UInt8(ascii: "-")
    case .mathSymbol: return scalar.value == 0x2212 ? UInt8(ascii: "-") : 0
    case .spaceSeparator: return 32
    case .decimalNumber: return properties.numericValue.map { 48 + UInt8($0) } ?? 0
    default: break
    }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      let byte = UInt8(scalar.value - 0xFF01 + 33)
      return (65...90).contains(byte) ? byte + 32 : byte
    default: return properties.isAlphabetic ? letter : 0
    }
  }

  private func runs(where holds: (UInt8) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, sign) in signs.enumerated() {
      if holds(sign) {
        if start == nil { start = index }
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    if let start { runs.append(start..<signs.count) }
    return runs
  }

  static func isDigit(_ sign: UInt8) -> Bool { (48...57).contains(sign) }
  static func isLetter(_ sign: UInt8) -> Bool { (97...122).contains(sign) || sign == letter }
  static func isLetterOrDigit(_ sign: UInt8) -> Bool { isDigit(sign) || isLetter(sign) }

  /// The sign at a place; 0 beyond either end.
  subscript(index: Int) -> UInt8 { signs.indices.contains(index) ? signs[index] : 0 }

  func text(_ range: Range<Int>) -> String { String(decoding: signs[range], as: UTF8.self) }

  /// Where a stretch stands in the text itself, in bytes.
  func place(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return 0..<0 }
    return starts[range.lowerBound]..<ends[last]
  }

  /// The words that end at a place or before it, nearest first.
  func words(before index: Int, atMost count: Int) -> [Word] {
    let end = firstWord(from: index, by: \.range.upperBound, exclusive: true)
    return words[max(0, end - count)..<end].reversed()
  }

  /// The words that begin at a place or after it, nearest first.
  func words(after index: Int, atMost count: Int) -> [Word] {
    let start = firstWord(from: index, by: \.range.lowerBound, exclusive: false)
    return Array(words[start..<min(words.count, start + count)])
  }

  /// Whether a sentence ends between two places.
  func endsSentence(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let sign = signs[index]
      if sign == 10 { return signs.indices.contains(index + 1) && signs[index + 1] == 10 }
      guard [46, 33, 63, 59].contains(sign), self[index + 1] == 32 || self[index + 1] == 10 else {
        return false
      }
      // A point after one letter or a short title ends no sentence.
      var first = index
      while first > 0, Self.isLetter(signs[first - 1]) { first -= 1 }
      return sign != 46 || index - first > 3
    }
  }

  private func firstWord(
    from index: Int, by edge: KeyPath<Word, Int>, exclusive: Bool
  ) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      let value = words[middle][keyPath: edge]
      if exclusive ? value <= index : value < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
