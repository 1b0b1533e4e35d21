/// Numbers by which people are called, or under which they are filed.
extension IdentifierScan {
  /// Takes what is known to be a reference to something published or coded.
  mutating func passOverReferences() {
    for group in text.digits
    where text.text(group.range) == "10" && text[group.range.upperBound] == 46 {
      var end = group.range.upperBound + 1
      while ScannedText.isDigit(text[end]) { end += 1 }
      guard (4...9).contains(end - group.range.upperBound - 1), text[end] == UInt8(ascii: "/")
      else {
        continue
      }
      while end < text.signs.count, text[end] > 32 { end += 1 }
      pass(group.range.lowerBound..<end)
    }
    for word in text.words where Self.codes.contains(word.text) { passOver(after: word) }
  }

  /// What stands right before a code of a thing and not of a person.
  private static let codes: Set = [
    "snomed", "sct", "sctid", "concept", "pmid", "isbn", "issn", "gtin", "nct", "isrctn", "loinc",
    "icd", "opcs", "atc", "rxnorm", "udi", "lot", "batch", "ref", "catalogue", "catalog", "version",
    "budget", "code", "grant", "ean", "dmd", "invoice", "po", "order", "protocol", "iso", "chapter",
    "crd", "doi", "cpt", "dm", "eudract", "model", "part",
  ]

  private mutating func passOver(after word: ScannedText.Word) {
    var index = word.range.upperBound
    let reach = min(text.signs.count, index + 24)
    while index < reach, !ScannedText.isDigit(text[index]) {
      let sign = text[index]
      guard
        !ScannedText.isLetter(sign) || ScannedText.isLetterOrDigit(text[index - 1])
          || ["ct", "id", "code", "no", "number", "concept"].contains(wordText(at: index))
      else { return }
      if sign == 10 { return }
      index += 1
    }
    var end = index
    while ScannedText.isLetterOrDigit(text[end])
      || ([45, 46, 47, 32].contains(text[end]) && ScannedText.isDigit(text[end + 1]))
    { end += 1 }
    if index < end { pass(index..<end) }
  }

  private func wordText(at index: Int) -> String {
    text.words(after: index, atMost: 1).first?.text ?? ""
  }

  // MARK: - Records

  private static let recordNames: Set = [
    "mrn", "urn", "chi", "nhi", "ssn", "nin", "dossier", "fallnummer", "patientennummer", "pid",
    "aktenzeichen", "nhs", "cpr", "bsn", "medicare", "medicaid", "passport", "empi", "hn",
  ]
  private static let numbered: Set = [
    "patient", "pt", "hospital", "record", "records", "chart", "case", "file", "unit", "episode",
    "accession", "client", "resident", "admission", "encounter", "registration", "insurance",
    "member", "identity", "security", "visit", "account", "licence", "license", "policy", "donor",
  ]
  private static let numberWords: Set = ["number", "no", "num", "nr", "id", "identifier"]

  /// `MRN 0012345`, `hospital number A12-3456`, `patient 48213`.
  mutating func findNamedRecords() {
    for word in text.words where !word.text.allSatisfy(\.isNumber) {
      let isName = Self.recordNames.contains(word.text)
      let before = text.words(before: word.range.lowerBound, atMost: 1).first?.text ?? ""
      let isNumbered = Self.numberWords.contains(word.text) && Self.numbered.contains(before)
      let isPerson = ["patient", "pt", "resident", "client"].contains(word.text)
      guard isName || isNumbered || isPerson else { continue }
      guard let range = record(after: word.range.upperBound) else { continue }
      let count = range.count { ScannedText.isDigit(text[$0]) }
      if count >= (isPerson ? 5 : 4), isPlausible(range, count) { report(.recordNumber, range) }
    }
  }

  /// A year is no record, nor is a count with its thousands set apart.
  private func isPlausible(_ range: Range<Int>, _ count: Int) -> Bool {
    let written = text.text(range)
    if count == 4, let year = Int(written), (1900...2099).contains(year) { return false }
    return !(text[range.upperBound] == 44 && ScannedText.isDigit(text[range.upperBound + 1]))
  }

  private func record(after end: Int) -> Range<Int>? {
    var index = end
    while index < end + 4, [32, 58, 35, 46, 40, 45, 61].contains(text[index]) { index += 1 }
    if Self.numberWords.contains(wordText(at: index)) {
      index = text.words(after: index, atMost: 1).first?.range.upperBound ?? index
      let reach = index + 4
      while index < reach, [32, 58, 35, 46, 40, 45, 61].contains(text[index]) { index += 1 }
    }
    if text[index] == 35 { index += 1 }
    let start = index
    while ScannedText.isLetterOrDigit(text[index])
      || ([45, 32, 47].contains(text[index]) && ScannedText.isDigit(text[index + 1])
        && index > start && ScannedText.isDigit(text[index - 1]))
      || ([45, 47].contains(text[index]) && index > start && ScannedText.isDigit(text[index + 1]))
    { index += 1 }
    guard start < index, (start..<index).contains(where: { ScannedText.isDigit(text[$0]) }),
      !(start..<min(index, start + 4)).allSatisfy({ ScannedText.isLetter(text[$0]) }),
      ScannedText.isDigit(text[index - 1]) || index - start > 4
    else { return nil }
    return start..<index
  }

  // MARK: - Phones

  private static let callWords: Set = [
    "tel", "telephone", "phone", "phones", "mobile", "cell", "call", "ring", "fax", "ext",
    "extension",
    "bleep", "pager", "page", "whatsapp", "dial", "hotline", "telefon", "handy", "telefoon", "sms",
    "text", "landline", "mob", "beep",
  ]
  private static let shortWords: Set = ["ext", "extension", "bleep", "pager", "beep"]

  mutating func findPhones() {
    for index in text.digits.indices {
      for phrase in phrases(from: index) {
        guard isPhone(phrase) else { continue }
        var start = phrase.range.lowerBound
        if text[start - 1] == UInt8(ascii: "("), phrase.separators.joined().contains(")") {
          start -= 1
        }
        if text[start - 1] == UInt8(ascii: "+") { start -= 1 }
        report(.phone, start..<phrase.range.upperBound)
        break
      }
    }
  }

  private func isPhone(_ phrase: DigitPhrase) -> Bool {
    let range = phrase.range
    let first = text[range.lowerBound - 1]
    let isMarked = first == 43 || (first == 40 && text[range.lowerBound - 2] == 43)
    if isMarked, (8...15).contains(phrase.digits.count) { return phrase.lengths.count <= 6 }
    guard standsAlone(range), ![46, 44, 36, 163].contains(first) else { return false }
    if phrase.hasPhoneShape { return true }
    let before = text.words(before: range.lowerBound, atMost: 3)
    guard let call = before.first(where: { Self.callWords.contains($0.text) }) else { return false }
    let isNext = call.range == before.first?.range
    if Self.shortWords.contains(call.text) {
      return isNext && (3...15).contains(phrase.digits.count)
    }
    let isLongEnough = phrase.digits.count >= (isNext ? 5 : 6)
    return isLongEnough && phrase.digits.count <= 15 && !hasUnit(range)
  }

  private func hasUnit(_ range: Range<Int>) -> Bool {
    text[range.upperBound] == UInt8(ascii: "%")
      || ["calls", "patients", "per", "times", "people", "minutes", "hours", "texts"].contains(
        text.words(after: range.upperBound, atMost: 1).first?.text ?? "")
  }

  // MARK: - Bare numbers

  /// Eight digits or more that are no round number and no date, or a letter or two before six: what
  /// counts things is seldom written so.
  mutating func findBareNumbers() {
    for word in text.words where isFree(word.range) && standsAlone(word.range) {
      let letters = word.text.prefix { $0.isLetter }.count
      let digits = word.text.dropFirst(letters)
      guard digits.utf8.count == word.text.utf8.count - letters,
        digits.utf8.allSatisfy(ScannedText.isDigit),
        ![46, 44].contains(text[word.range.lowerBound - 1])
      else { continue }
      if [46, 44].contains(text[word.range.upperBound]),
        ScannedText.isDigit(text[word.range.upperBound + 1])
      {
        continue
      }
      let count = digits.utf8.count
      if letters == 0 {
        if (8...13).contains(count), !digits.hasSuffix("0000"), !Self.isCompactDate(digits) {
          report(.recordNumber, word.range)
        }
      } else if letters <= 2, (6...10).contains(count), text.isUpper[word.range.lowerBound],
        !["en", "ec"].contains(word.text.prefix(letters))
      {
        report(.recordNumber, word.range)
      }
    }
  }

  private static func isCompactDate(_ digits: Substring) -> Bool {
    guard digits.utf8.count == 8, let year = Int(digits.prefix(4)),
      let month = Int(digits.dropFirst(4).prefix(2)), let day = Int(digits.suffix(2))
    else { return false }
    return (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
  }
}
