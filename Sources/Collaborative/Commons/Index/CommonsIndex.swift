import DocumentStore
import Improvement

/// Everything in the commons that somebody may read, made ready to be searched as they type.
///
/// A value that follows the documents one by one: a change takes a document out and puts it in
/// again behind all others, so that the places a word stands at stay in order and are found by
/// halving. Places that were given up are taken out when they are half of all. Words are read when
/// somebody first looks for one: a list needs none, and they are most of the work.
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
    var words = EntryWords()
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
  /// Whether the entries' words are in the index.
  private(set) var hasWords: Bool

  var count: Int { slotsByID.count }

  subscript(id: DocumentID) -> CommonsEntry? { slotsByID[id].flatMap { slots[$0]?.entry } }

  /// - Parameter hasWords: whether each entry's words are read when it is put in, and not all of them
  ///   by `readWords()`.
  init(hasWords: Bool = true) { self.hasWords = hasWords }

  init(_ entries: some Sequence<CommonsEntry>) {
    self.init()
    for entry in entries { insert(entry) }
  }

  /// Puts an entry in, in the place of an older one of the same document.
  ///
  /// - Complexity: O(its words), and a few moves within each word's list where it replaces one.
  mutating func insert(_ entry: CommonsEntry) {
    remove(entry.id)
    let number = slots.count
    var values: [Value] = []
    for (index, facet) in Facet.allCases.enumerated() {
      for value in entry.facets[facet] ?? [] {
        values.append(
          Value(facet: UInt8(index), number: facetValues[index].number(of: value)))
      }
    }
    self.values.append(values)
    slots.append(Slot(entry: entry))
    slotsByID[entry.id] = number
    if hasWords { put(EntryWords(entry, into: &words), at: number) }
  }

  private mutating func put(_ entryWords: EntryWords, at number: Int) {
    while postings.count < words.count { postings.append([]) }
    for (word, fields) in zip(entryWords.words, entryWords.fields) {
      postings[Int(word)].append(Posting(slot: Int32(number), fields: fields))
    }
    slots[number]?.words = entryWords
  }

  /// How many entries' words are read in one go.
  private static let readAtOnce = 500

  /// Reads the words of everything that was put in without them; nothing where that is done.
  ///
  /// - Complexity: O(words), on several threads.
  mutating func readWords() {
    if hasWords { return }
    hasWords = true
    let starts = stride(from: 0, to: slots.count, by: Self.readAtOnce)
    let stretches = starts.map { slots[$0..<min($0 + Self.readAtOnce, slots.count)] }
    let read = inParallel(stretches, threads: 2) { stretch in
      var table = WordTable()
      let words = stretch.map { slot in slot.map { EntryWords($0.entry, into: &table) } }
      return (table: table, words: words)
    }
    for (start, part) in zip(starts, read) {
      let numbers = (0..<part.table.count).map { words.number(of: part.table.word($0)) }
      for (offset, words) in part.words.enumerated() {
        if let words { put(words.renumbered { numbers[Int($0)] }, at: start + offset) }
      }
    }
  }

  mutating func remove(_ id: DocumentID) {
    guard let number = slotsByID.removeValue(forKey: id), let slot = slots[number] else { return }
    for word in slot.words.words {
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
    var fresh = CommonsIndex(hasWords: hasWords)
    for slot in slots { if let slot { fresh.insert(slot.entry) } }
    self = fresh
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
