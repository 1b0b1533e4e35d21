import DocumentStore
import Improvement

/// Everything in the commons that somebody may read, made ready to be searched as they type.
///
/// A value that follows the documents one by one: a change takes a document out and puts it in
/// again behind all others, so that the places a word stands at stay in order and are found by
/// halving. Places that were given up are taken out when they are half of all.
///
/// ```
/// words      blanket ─► (slot 4: title, summary) (slot 17: steps)
/// slots      4 ─► entry, its words, its facets' values as numbers
/// facets     driver: "Normal temperature" ─► 12
/// ```
struct CommonsIndex: Sendable {
  /// Where a word stands: in which entry, in which of its fields.
  struct Posting: Hashable, Sendable {
    var slot: Int32
    var fields: UInt16
  }

  struct Slot: Sendable {
    var entry: CommonsEntry
    /// The words in it, each once.
    var words: [Int32]
    /// The words of the title and of the summary in their order, for phrases.
    var title: [Int32]
    var summary: [Int32]
  }

  /// One value of one facet.
  struct Value: Hashable, Sendable {
    var facet: UInt8
    var number: Int32
  }

  private(set) var slots: [Slot?] = []
  /// The values of each slot's facets, which are gone through more often than all else.
  private(set) var values: [[Value]] = []
  private(set) var slotsByID: [DocumentID: Int] = [:]
  private(set) var words = WordTable()
  private(set) var postings: [[Posting]] = []
  private(set) var facetValues: [FacetValues] = Facet.allCases.map { _ in FacetValues() }

  var count: Int { slotsByID.count }

  subscript(id: DocumentID) -> CommonsEntry? { slotsByID[id].flatMap { slots[$0]?.entry } }

  init() {}

  init(_ entries: some Sequence<CommonsEntry>) {
    for entry in entries { insert(entry) }
  }

  /// Puts an entry in, in the place of an older one of the same document.
  ///
  /// - Complexity: O(its words), and a few moves within each word's list where it replaces one.
  mutating func insert(_ entry: CommonsEntry) {
    remove(entry.id)
    let number = slots.count
    var fields: [Int32: UInt16] = [:]
    var order: [Int32] = []
    var title: [Int32] = []
    var summary: [Int32] = []
    for field in CommonsField.allCases {
      for text in entry.texts[field] ?? [] {
        SearchWords.forEach(in: text) { _, bytes in
          let word = words.number(of: bytes)
          if Int(word) == postings.count { postings.append([]) }
          if fields[word] == nil { order.append(word) }
          fields[word, default: 0] |= field.bit
          if field == .title { title.append(word) }
          if field == .summary { summary.append(word) }
        }
      }
    }
    for word in order {
      postings[Int(word)].append(Posting(slot: Int32(number), fields: fields[word] ?? 0))
    }
    var values: [Value] = []
    for (index, facet) in Facet.allCases.enumerated() {
      for value in entry.facets[facet] ?? [] {
        values.append(
          Value(facet: UInt8(index), number: facetValues[index].number(of: value)))
      }
    }
    self.values.append(values)
    slots.append(Slot(entry: entry, words: order, title: title, summary: summary))
    slotsByID[entry.id] = number
  }

  mutating func remove(_ id: DocumentID) {
    guard let number = slotsByID.removeValue(forKey: id), let slot = slots[number] else { return }
    for word in slot.words {
      let list = postings[Int(word)]
      var (low, high) = (0, list.count)
      while low < high {
        let middle = (low + high) / 2
        if list[middle].slot < Int32(number) { low = middle + 1 } else { high = middle }
      }
      if low < list.count, list[low].slot == Int32(number) {
        postings[Int(word)].remove(at: low)
      }
    }
    slots[number] = nil
    values[number] = []
    if slots.count > 64, slots.count > 2 * count { compact() }
  }

  /// Says at how many sites a resource was tried.
  mutating func setTriedAt(_ count: Int, of id: DocumentID) {
    guard let number = slotsByID[id] else { return }
    slots[number]?.entry.row.triedAt = count
  }

  private mutating func compact() {
    self = CommonsIndex(slots.compactMap { $0?.entry })
  }
}

/// The values of a facet, numbered in the order in which they were met.
struct FacetValues: Sendable {
  private(set) var values: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of value: String) -> Int32 {
    if let number = numbers[value] { return number }
    let number = Int32(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }

  func known(_ value: String) -> Int32? { numbers[value] }
}

/// Every word that occurs or occurred, numbered, in one stretch of memory that is looked through
/// from end to end for each word sought.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private var letters: [UInt64] = []
  private var numbers: [[UInt8]: Int32] = [:]

  var count: Int { letters.count }

  mutating func number(of word: [UInt8]) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(count)
    numbers[word] = number
    bytes += word
    starts.append(Int32(bytes.count))
    letters.append(SoughtWord.letters(of: word))
    return number
  }

  func word(_ number: Int) -> [UInt8] {
    Array(bytes[Int(starts[number])..<Int(starts[number + 1])])
  }

  /// Calls `body` with each word that is near to the one sought.
  ///
  /// - Complexity: O(words), a few nanoseconds each; O(m·n) for those that share enough letters.
  func forEach(near sought: SoughtWord, _ body: (_ number: Int, _ nearness: Float) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in
        letters.withUnsafeBufferPointer { letters in
          for number in 0..<letters.count {
            let range = Int(starts[number])..<Int(starts[number + 1])
            let word = UnsafeBufferPointer(rebasing: bytes[range])
            if let near = sought.nearness(of: word, letters: letters[number]) {
              body(number, near)
            }
          }
        }
      }
    }
  }
}
