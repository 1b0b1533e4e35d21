/// One look through a text for identifiers; what is taken by one kind is not looked at by the next.
struct IdentifierScan {
  let text: ScannedText
  private(set) var found: [LikelyIdentifier] = []
  private var taken: [Bool]

  init(_ text: ScannedText) {
    self.text = text
    taken = Array(repeating: false, count: text.signs.count)
  }

  mutating func report(_ kind: IdentifierKind, _ range: Range<Int>) {
    guard !range.isEmpty, isFree(range) else { return }
    found.append(LikelyIdentifier(kind, text.place(range)))
    pass(range)
  }

  /// Takes a stretch that is known to be something else.
  mutating func pass(_ range: Range<Int>) {
    for index in range { taken[index] = true }
  }

  func isFree(_ range: Range<Int>) -> Bool { !range.contains { taken[$0] } }

  /// Whether neither a letter nor a digit touches a stretch.
  func standsAlone(_ range: Range<Int>) -> Bool {
    !ScannedText.isLetterOrDigit(text[range.lowerBound - 1])
      && !ScannedText.isLetterOrDigit(text[range.upperBound])
  }
}
