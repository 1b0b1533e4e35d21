/// Full dates, which tell of somebody where a word for one person stands beside them.
extension IdentifierScan {
  mutating func findDates() {
    for group in text.digits {
      guard let range = date(at: group.range.lowerBound) ?? datedMonth(before: group) else {
        continue
      }
      guard isFree(range) else { continue }
      if person(near: range) != nil {
        report(.personDate, range)
      } else {
        pass(range)
      }
    }
  }

  private func number(_ start: Int, _ lengths: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var end = start
    while ScannedText.isDigit(text[end]) { end += 1 }
    guard lengths.contains(end - start), let value = Int(text.text(start..<end)) else { return nil }
    return (value, end)
  }

  private static let years = 1900...2099

  private func date(at start: Int) -> Range<Int>? {
    if ScannedText.isLetterOrDigit(text[start - 1]) { return nil }
    guard let first = number(start, 1...4) else { return nil }
    if let end = numericDate(first) { return start..<end }
    guard (1...31).contains(first.value), first.end - start <= 2 else { return nil }
    var end = first.end
    if ["st", "nd", "rd", "th"].contains(letters(at: end)) { end += 2 }
    if text[end] == 46 { end += 1 }
    end = skippingSpace(end)
    if ["of", "de"].contains(letters(at: end)) { end = skippingSpace(end + 2) }
    let month = letters(at: end)
    guard Self.months.contains(month) else { return nil }
    end += month.utf8.count
    if text[end] == 46 { end += 1 }
    if text[end] == 44 { end += 1 }
    end = skippingSpace(end)
    if letters(at: end) == "de" { end = skippingSpace(end + 2) }
    guard let year = number(end, 4...4), Self.years.contains(year.value) else { return nil }
    return start..<year.end
  }

  private func numericDate(_ first: (value: Int, end: Int)) -> Int? {
    let separator = text[first.end]
    guard [45, 47, 46].contains(separator), let second = number(first.end + 1, 1...2),
      text[second.end] == separator, let third = number(second.end + 1, 1...4)
    else { return nil }
    if text[third.end] == separator, ScannedText.isDigit(text[third.end + 1]) { return nil }
    let (one, two, three) = (first.value, second.value, third.value)
    let thirdLength = third.end - second.end - 1
    let isYearFirst =
      Self.years.contains(one) && (1...12).contains(two) && (1...31).contains(three)
      && thirdLength <= 2
    let isDayAndMonth =
      (1...31).contains(one) && (1...31).contains(two) && ((1...12).contains(one) || two <= 12)
    let isYearLast = isDayAndMonth && (thirdLength == 2 || Self.years.contains(three))
    return isYearFirst || isYearLast ? third.end : nil
  }

  /// `March 14, 2026`, found by its day.
  private func datedMonth(before day: ScannedText.Digits) -> Range<Int>? {
    guard day.count <= 2, let value = number(day.range.lowerBound, 1...2)?.value,
      (1...31).contains(value),
      let month = text.words(before: day.range.lowerBound, atMost: 1).first,
      Self.months.contains(month.text)
    else { return nil }
    let between = text.signs[month.range.upperBound..<day.range.lowerBound]
    guard between.count <= 2, between.allSatisfy({ $0 == 32 || $0 == 46 }) else { return nil }
    var end = day.range.upperBound
    if ["st", "nd", "rd", "th"].contains(letters(at: end)) { end += 2 }
    if text[end] == 44 { end += 1 }
    guard let year = number(skippingSpace(end), 4...4), Self.years.contains(year.value) else {
      return nil
    }
    return month.range.lowerBound..<year.end
  }

  private func letters(at start: Int) -> String {
    var end = start
    while ScannedText.isLetter(text[end]) { end += 1 }
    return start < end ? text.text(start..<end) : ""
  }

  private func skippingSpace(_ index: Int) -> Int {
    var index = index
    while text[index] == 32 { index += 1 }
    return index
  }

  /// Of English, German, French, Spanish and Dutch, as far as they are written in plain letters.
  private static let months: Set = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "januar", "februar", "mai", "juni", "juli", "oktober", "dezember",
    "janvier", "avril", "juin", "juillet", "septembre", "octobre", "novembre", "enero", "febrero",
    "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre", "januari", "februari", "maart", "mei", "augustus",
  ]

  /// Words for one person, or for what happens to one.
  private static let persons: Set = [
    "born", "dob", "birth", "birthday", "birthdate", "patient", "pt", "resident", "client", "baby",
    "infant", "toddler", "child", "mother", "father", "mum", "mom", "dad", "son", "daughter",
    "wife",
    "husband", "brother", "sister", "mr", "mrs", "ms", "miss", "he", "she", "his", "her", "him",
    "admitted", "readmitted", "discharged", "died", "deceased", "woman", "man", "boy", "girl",
    "lady", "gentleman", "widow", "newborn", "donor", "recipient", "aged", "geboren", "patientin",
    "frau", "herr", "mme", "madame", "monsieur", "nacido", "nacida", "paciente",
  ]

  /// What makes of `patient` or `child` a thing or a gathering: `patient safety day`.
  private static let things: Set = [
    "safety", "survey", "surveys", "experience", "group", "groups", "partner", "partners",
    "advisory", "council", "leaflet", "education", "information", "flow", "panel", "forum", "day",
    "days", "week", "representative", "portal", "records", "room", "satisfaction", "feedback",
    "story", "stories", "involvement", "census", "engagement", "access", "council's", "transport",
    "health", "care", "protection", "association", "charter", "administration", "board",
    "representatives", "reported", "list", "lists", "meeting", "workshop", "audit", "and",
  ]

  /// The nearest word for a person within a few words of the same sentence.
  private func person(near date: Range<Int>) -> ScannedText.Word? {
    let before = text.words(before: date.lowerBound, atMost: 5)
    let after = text.words(after: date.upperBound, atMost: 4)
    return (before + after).first { word in
      let between =
        word.range.upperBound <= date.lowerBound
        ? word.range.upperBound..<date.lowerBound : date.upperBound..<word.range.lowerBound
      return isPerson(word) && !text.endsSentence(between)
    }
  }

  private func isPerson(_ word: ScannedText.Word) -> Bool {
    guard Self.persons.contains(word.text) else {
      return word.text == "o"
        && text.words(before: word.range.lowerBound, atMost: 1).first?.text == "d"
        && text.words(after: word.range.upperBound, atMost: 1).first?.text == "b"
    }
    let next = text.words(after: word.range.upperBound, atMost: 1).first
    guard let next, next.range.lowerBound - word.range.upperBound == 1 else { return true }
    if ["man", "aged"].contains(word.text) { return !["and", "hours"].contains(next.text) }
    let isOpen = [
      "patient", "child", "resident", "client", "family", "mother", "baby", "donor",
      "birth", "infant", "recipient", "newborn",
    ].contains(word.text)
    return !(isOpen && Self.things.contains(next.text))
  }
}
