import DocumentStore
import Glibc

/// What a search of the commons found.
struct CommonsHits: Sendable {
  /// The ids in their order, as many as were wanted.
  var ids: [DocumentID]
  /// All that was found.
  var total: Int
  /// The words that were looked for, with the typing errors that were forgiven.
  var sought: [SoughtWord]
}

extension CommonsIndex {
  /// Up to so many that have a word as it was typed, typing errors are looked for as well: beyond
  /// that `fall` would find `call` and `full`.
  private static let fewEnough = 2

  /// What fits a query, in its order.
  ///
  /// A word counts by the weight of the fields it stands in, by how near it is to what was typed,
  /// and by how rare it is: ln(1 + N/n) of N entries with n that have it (after Spärck Jones 1972,
  /// Journal of Documentation 28, 11–21). Words that stand together as typed in the title or the
  /// summary count half or a quarter more, and one site more that tried it decides between equals.
  ///
  /// - Complexity: O(words known + places of the words sought + n log n) for n found.
  func search(_ query: CommonsQuery, mine: (CommonsEntry) -> Bool = { _ in true }) -> CommonsHits {
    let (sought, scores) = scores(of: query)
    let chosen = ChosenValues(query.facets, among: facetValues)
    let order = query.shownOrder
    var found: [(slot: Int, first: Double)] = []
    for number in slots.indices {
      if let scores {
        if scores[number] == 0 { continue }
      } else if slots[number] == nil {
        continue
      }
      guard chosen.missed(by: values[number]) == 0 else { continue }
      if query.isMine, !(slots[number].map { mine($0.entry) } ?? false) { continue }
      found.append((number, first(number, scores?[number] ?? 0, order)))
    }
    let total = found.count
    // What can't be among those wanted need not be put in order.
    if query.limit < total {
      let least = found.map(\.first).sorted(by: >)[max(0, query.limit - 1)]
      found.removeAll { $0.first < least }
    }
    let keys = found.compactMap { found in
      slots[found.slot].map { SortKey(found.first, $0.entry) }
    }.sorted()
    return CommonsHits(
      ids: keys.prefix(max(0, query.limit)).map(\.id), total: total, sought: sought)
  }

  /// What decides an order first, as a number; the largest comes first.
  private func first(_ number: Int, _ score: Float, _ order: CommonsQuery.Order) -> Double {
    switch order {
    case .relevance:
      let tried = slots[number]?.entry.row.triedAt ?? 0
      return Double(score) * (1 + 0.02 * log2(1 + Double(max(0, tried))))
    case .adoption:
      let rank = slots[number]?.entry.rank.first ?? 0
      return Double(slots[number]?.entry.row.triedAt ?? 0) - Double(rank) * 1e9
    case .recency: return slots[number]?.entry.createdNumber ?? 0
    }
  }

  /// What decides between two entries, one after the other.
  private struct SortKey: Comparable {
    var first: Double
    var rank: [Int]
    var triedAt: Int
    var title: String
    var id: DocumentID

    init(_ first: Double, _ entry: CommonsEntry) {
      (self.first, rank, triedAt) = (first, entry.rank, entry.row.triedAt)
      (title, id) = (entry.row.title, entry.id)
    }

    static func < (a: SortKey, b: SortKey) -> Bool {
      if a.first != b.first { return a.first > b.first }
      if a.rank != b.rank { return a.rank.lexicographicallyPrecedes(b.rank) }
      if a.triedAt != b.triedAt { return a.triedAt > b.triedAt }
      return a.title != b.title ? a.title < b.title : a.id < b.id
    }
  }

  /// How well each slot fits the words, 0 where one of them is missing; nil without words.
  func scores(of query: CommonsQuery) -> (sought: [SoughtWord], scores: [Float]?) {
    let typed = SoughtWord.words(in: query.words, isTyping: query.isTyping)
    guard !typed.isEmpty else { return ([], nil) }
    var sought: [SoughtWord] = []
    var nearWords: [Set<Int32>] = []
    var total: [Float] = []
    for word in typed {
      var (best, near, found) = reach(word)
      var used = word
      if found <= Self.fewEnough {
        used = word.forgiving()
        (best, near, found) = reach(used)
      }
      sought.append(used)
      nearWords.append(near)
      let rarity = Float(log(1 + Double(count) / Double(max(1, found))))
      if total.isEmpty {
        total = best.map { $0 * rarity }
      } else {
        for slot in total.indices {
          total[slot] = best[slot] > 0 && total[slot] > 0 ? total[slot] + best[slot] * rarity : 0
        }
      }
    }
    if nearWords.count > 1 {
      for number in total.indices where total[number] > 0 {
        if Self.has(nearWords, in: slots[number]?.words.title ?? []) {
          total[number] *= 1.5
        } else if Self.has(nearWords, in: slots[number]?.words.summary ?? []) {
          total[number] *= 1.25
        }
      }
    }
    return (sought, total)
  }

  /// The best place of a word in each slot, the words that are near enough, and how many slots have
  /// one of them.
  private func reach(_ word: SoughtWord) -> (best: [Float], near: Set<Int32>, found: Int) {
    var best = [Float](repeating: 0, count: slots.count)
    var near: Set<Int32> = []
    var found = 0
    let weights = CommonsField.weights
    words.forEach(near: word) { number, nearness in
      guard !postings[number].isEmpty else { return }
      near.insert(Int32(number))
      for posting in postings[number] {
        let value = nearness * weights[Int(posting.fields)]
        let slot = Int(posting.slot)
        if best[slot] == 0 { found += 1 }
        if value > best[slot] { best[slot] = value }
      }
    }
    return (best, near, found)
  }

  /// Whether words stand behind one another as they were typed.
  private static func has(_ phrase: [Set<Int32>], in words: [Int32]) -> Bool {
    guard words.count >= phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains { start in
      phrase.indices.allSatisfy { phrase[$0].contains(words[start + $0]) }
    }
  }

  /// A word that occurs and is nearest to one that was typed and does not, for “did you mean”; with
  /// the others as they were typed. Nil where every word occurs, or nothing is near.
  func suggestion(for text: String) -> String? {
    var parts: [String] = []
    var hasChanged = false
    for typed in SearchWords.all(in: text).prefix(12) {
      let isKnown = !reach(SoughtWord(typed)).near.isEmpty
      guard !isKnown, typed.count >= 3 else {
        parts.append(String(decoding: typed, as: UTF8.self))
        continue
      }
      guard let nearest = nearest(to: typed) else { return nil }
      parts.append(nearest)
      hasChanged = true
    }
    return hasChanged ? parts.joined(separator: " ") : nil
  }

  private func nearest(to typed: [UInt8]) -> String? {
    var best: (score: Float, count: Int, word: [UInt8])?
    // One error in three letters, where a search forgives fewer.
    let sought = SoughtWord(typed, isBeginning: true).forgiving(atLeast: min(3, typed.count / 3))
    words.forEach(near: sought) { number, near in
      let count = postings[number].count
      guard count > 0 else { return }
      let word = words.word(number)
      guard let other = best else {
        best = (near, count, word)
        return
      }
      if (other.score, other.count) > (near, count) { return }
      if (other.score, other.count) < (near, count) || word.lexicographicallyPrecedes(other.word) {
        best = (near, count, word)
      }
    }
    return best.map { String(decoding: $0.word, as: UTF8.self) }
  }
}
