/// The words of an entry, by their numbers in a table.
struct EntryWords: Sendable {
  /// Each once.
  private(set) var words: [Int32] = []
  /// In which fields each stands.
  private(set) var fields: [UInt16] = []
  /// The words of the title and of the summary in their order, for phrases.
  private(set) var title: [Int32] = []
  private(set) var summary: [Int32] = []

  init() {}

  init(_ entry: CommonsEntry, into table: inout WordTable) {
    var places: [Int32: Int] = [:]
    for field in CommonsField.allCases {
      for text in entry.texts[field] ?? [] {
        SearchWords.forEach(in: text) { _, bytes in
          let word = table.number(of: bytes)
          if let place = places[word] {
            fields[place] |= field.bit
          } else {
            places[word] = words.count
            words.append(word)
            fields.append(field.bit)
          }
          if field == .title { title.append(word) }
          if field == .summary { summary.append(word) }
        }
      }
    }
  }

  /// The same words by the numbers of another table.
  func renumbered(_ number: (Int32) -> Int32) -> EntryWords {
    var copy = self
    copy.words = words.map(number)
    copy.title = title.map(number)
    copy.summary = summary.map(number)
    return copy
  }
}
