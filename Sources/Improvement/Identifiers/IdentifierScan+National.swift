/// Numbers that a state or a health service gives to one person.
extension IdentifierScan {
  mutating func findNationalNumbers() {
    for index in text.digits.indices {
      for phrase in phrases(from: index) where standsAlone(phrase.range) {
        guard ![46, 44].contains(text[phrase.range.lowerBound - 1]), NationalNumber.isOne(phrase)
        else { continue }
        report(.nationalNumber, phrase.range)
        break
      }
    }
    for word in text.words where isFree(word.range) {
      if let range = letteredNumber(word) { report(.nationalNumber, range) }
    }
  }

  /// Forms with letters in them; the letters are capitals, as on the cards.
  private func letteredNumber(_ word: ScannedText.Word) -> Range<Int>? {
    guard
      (word.range.lowerBound..<word.range.upperBound).allSatisfy({
        text.isUpper[$0] || ScannedText.isDigit(text[$0])
      })
    else { return nil }
    if let end = insuranceNumber(word.range.lowerBound) { return word.range.lowerBound..<end }
    return NationalNumber.isLettered(word.text) ? word.range : nil
  }

  /// `QQ 12 34 56 C`, the British national insurance number.
  private func insuranceNumber(_ start: Int) -> Int? {
    var end = start
    var kept = ""
    while kept.utf8.count < 9, end < text.signs.count {
      if text[end] == 32 || text[end] == 45 {
        guard kept.utf8.count % 2 == 0, text[end - 1] != 32 else { return nil }
      } else if ScannedText.isDigit(text[end]) || text.isUpper[end] {
        kept.unicodeScalars.append(Unicode.Scalar(text[end]))
      } else {
        return nil
      }
      end += 1
    }
    guard NationalNumber.hasForm(kept, "aa999999a"), ("a"..."d").contains(kept.suffix(1)),
      standsAlone(start..<end)
    else { return nil }
    return end
  }
}
