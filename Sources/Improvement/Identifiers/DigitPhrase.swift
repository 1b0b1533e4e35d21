/// Groups of digits that follow one another with no more than a sign or two between them.
struct DigitPhrase {
  var range: Range<Int>
  var digits: [UInt8]
  var lengths: [Int]
  /// What stands between the groups.
  var separators: [String]

  /// Whether the groups are set as phone numbers are, without any word beside them.
  ///
  /// National numbers with a leading 0 and 9 to 11 digits, international ones with 00, and the
  /// North American 3-3-4 (NANP, area and exchange from 2 to 9).
  var hasPhoneShape: Bool {
    let count = digits.count
    let isEven =
      Set(separators.map { $0.filter { $0 != " " } }).count <= 1
      || separators.contains { $0.contains(")") }
    guard isEven, !separators.contains("/") || separators.count == 1 else { return false }
    if digits.starts(with: [0, 0]) {
      return (11...15).contains(count) && lengths.count <= 6 && digits[2] != 0
    }
    if digits[0] == 0 {
      guard (10...11).contains(count), digits[1] != 0 else { return false }
      if lengths == [2, 2, 2, 2, 2] { return true }
      return (1...4).contains(lengths.count) && (lengths.count == 1 || lengths[0] >= 2)
        && (lengths.max() ?? 0) >= 3 && !(separators.first == "." && lengths.count == 2)
    }
    let isLong = lengths == [1, 3, 3, 4] && digits[0] == 1
    guard lengths == [3, 3, 4] || isLong else { return false }
    let area = isLong ? 1 : 0
    return digits[area] >= 2 && digits[area + 3] >= 2
  }
}

extension IdentifierScan {
  /// The phrases of one group or more from a group on, longest first.
  func phrases(from first: Int, atMost most: Int = 7) -> [DigitPhrase] {
    let group = text.digits[first]
    guard !ScannedText.isLetterOrDigit(text[group.range.lowerBound - 1]) else { return [] }
    var phrase = DigitPhrase(
      range: group.range, digits: text.signs[group.range].map { $0 - 48 }, lengths: [group.count],
      separators: [])
    var phrases: [DigitPhrase] = []
    var index = first
    while isFree(phrase.range), phrase.digits.count <= 15 {
      phrases.append(phrase)
      index += 1
      guard index < text.digits.count, phrases.count < most else { break }
      let next = text.digits[index]
      let between = phrase.range.upperBound..<next.range.lowerBound
      guard between.count <= 2, between.allSatisfy({ [32, 45, 46, 47, 40, 41].contains(text[$0]) })
      else { break }
      phrase.range = phrase.range.lowerBound..<next.range.upperBound
      phrase.digits += text.signs[next.range].map { $0 - 48 }
      phrase.lengths.append(next.count)
      phrase.separators.append(text.text(between))
    }
    return phrases.filter { !ScannedText.isLetter(text[$0.range.upperBound]) }.reversed()
  }
}
