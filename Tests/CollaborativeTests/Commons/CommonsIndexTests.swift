import TestSupport
import Testing

@testable import Collaborative

@Suite("The index of the commons") struct CommonsIndexTests {
  private static let vocabulary = [
    "warm", "blanket", "blankets", "falls", "ward", "word", "theatre", "infection", "infektion",
    "café", "cafe", "pressure", "peer", "peers", "rounding", "hygiene", "checklist", "discharge",
    "Ödem", "é", "a", "catheter", "catheters",
  ]

  private static func entry(
    _ id: Int, _ random: inout SeededGenerator
  ) -> CommonsEntry {
    func text(_ count: Int) -> String {
      (0..<count).map { _ in vocabulary.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    func some(_ values: [String]) -> [String] {
      values.filter { _ in Bool.random(using: &random) }
    }
    var entry = JudgedResources.entries[0]
    entry.row.target.id = "id\(id)"
    entry.row.title = text(3)
    entry.row.triedAt = Int.random(in: 0...3, using: &random)
    entry.texts = [
      .title: [entry.row.title], .summary: [text(5)], .steps: [text(2), text(1)], .tag: [text(1)],
    ]
    entry.created = "2026-0\(Int.random(in: 1...9, using: &random))-01T00:00:00Z"
    entry.facets = [
      .kind: [["tool", "story"].randomElement(using: &random) ?? "tool"],
      .driver: some(["Warmth", "Rest", "Trust"]), .audience: some(["nurses", "patients"]),
      .language: some(["en"]),
    ]
    return entry
  }

  private static func query(_ random: inout SeededGenerator) -> CommonsQuery {
    var words = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      vocabulary.randomElement(using: &random) ?? ""
    }
    if let last = words.popLast() {
      var letters = Array(last)
      if letters.count > 1, Bool.random(using: &random) {
        letters.swapAt(0, letters.count - 1)
      } else if Bool.random(using: &random) {
        letters = Array(letters.prefix(3))
      }
      words.append(String(letters))
    }
    var facets: [Facet: Set<String>] = [:]
    if Bool.random(using: &random) { facets[.kind] = ["tool"] }
    if Bool.random(using: &random) {
      facets[.driver] = Bool.random(using: &random) ? ["Rest", "Trust"] : ["Nobody has this"]
    }
    if Bool.random(using: &random) { facets[.audience] = ["nurses"] }
    return CommonsQuery(
      words: words.joined(separator: " "), facets: facets,
      order: [nil, .relevance, .adoption, .recency].randomElement(using: &random) ?? nil,
      isTyping: Bool.random(using: &random))
  }

  @Test("followed change by change it finds what it finds made anew", arguments: 0..<12)
  func incremental(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var index = CommonsIndex()
    var entries: [String: CommonsEntry] = [:]
    for step in 0..<400 {
      let number = Int.random(in: 0..<60, using: &random)
      if Int.random(in: 0..<4, using: &random) == 0 {
        index.remove("id\(number)")
        entries["id\(number)"] = nil
      } else {
        let entry = Self.entry(number, &random)
        index.insert(entry)
        entries[entry.id] = entry
      }
      guard step % 20 == 19 else { continue }
      let fresh = CommonsIndex(entries.values.sorted { $0.id < $1.id })
      #expect(index.count == fresh.count)
      for _ in 0..<8 {
        let query = Self.query(&random)
        let (mine, theirs) = (index.search(query), fresh.search(query))
        #expect(mine.ids == theirs.ids, "\(query)")
        #expect(mine.total == theirs.total && mine.sought == theirs.sought)
        #expect(index.suggestion(for: query.words) == fresh.suggestion(for: query.words))
        let (here, there) = (index.facetCounts(query), fresh.facetCounts(query))
        for facet in Facet.allCases {
          #expect(here[facet]?.map(\.value) == there[facet]?.map(\.value))
          #expect(here[facet]?.map(\.count) == there[facet]?.map(\.count))
        }
      }
    }
  }

  @Test(
    "facets count what a look at every entry counts, under the others' choice", arguments: 0..<6)
  func facets(seed: Int) {
    var random = SeededGenerator(seed: UInt64(100 + seed))
    let entries = (0..<80).map { Self.entry($0, &random) }
    let index = CommonsIndex(entries)
    for _ in 0..<25 {
      let query = Self.query(&random)
      var words = query
      words.facets = [:]
      let withWords = Set(index.search(words).ids)
      let counts = index.facetCounts(query)
      for facet in Facet.allCases {
        let others = query.facets.filter { $0.key != facet }
        var expected: [String: Int] = [:]
        for value in query.facets[facet] ?? [] { expected[value] = 0 }
        for entry in entries where withWords.contains(entry.id) {
          let fits = others.allSatisfy { facet, values in
            (entry.facets[facet] ?? []).contains(where: values.contains)
          }
          if fits { for value in entry.facets[facet] ?? [] { expected[value, default: 0] += 1 } }
        }
        let found = Dictionary(
          (counts[facet] ?? []).map { ($0.value, $0.count) }, uniquingKeysWith: +)
        #expect(found == expected, "\(facet) of \(query)")
      }
    }
  }

  @Test("everything found has each word, as near as is forgiven, and fits each facet")
  func sound() {
    var random = SeededGenerator(seed: 7)
    let entries = (0..<120).map { Self.entry($0, &random) }
    let index = CommonsIndex(entries)
    for _ in 0..<150 {
      let query = Self.query(&random)
      let hits = index.search(query)
      let found = Set(hits.ids)
      for entry in entries {
        let words = entry.texts.values.joined().flatMap { SearchWords.all(in: $0) }
        let hasAll = hits.sought.allSatisfy { sought in
          words.contains { sought.nearness(of: $0) != nil }
        }
        let fits = query.facets.allSatisfy { facet, values in
          (entry.facets[facet] ?? []).contains(where: values.contains)
        }
        #expect(found.contains(entry.id) == (hasAll && fits), "\(query) \(entry.row.title)")
      }
    }
  }

  @Test("a window is the beginning of everything that was found")
  func window() {
    var random = SeededGenerator(seed: 8)
    let index = CommonsIndex((0..<120).map { Self.entry($0, &random) })
    for _ in 0..<100 {
      var query = Self.query(&random)
      let all = index.search(query)
      query.limit = Int.random(in: 0...10, using: &random)
      let some = index.search(query)
      #expect(some.ids == Array(all.ids.prefix(query.limit)) && some.total == all.total)
    }
  }

  @Test("a word is as near as its edit distance says")
  func nearness() {
    let sought = SoughtWord(Array("blanket".utf8)).forgiving()
    #expect(sought.nearness(of: Array("blanket".utf8)) == 1)
    #expect(sought.nearness(of: Array("blankets".utf8)) == 0.95)
    for word in ["blnaket", "blaket", "blankett", "blonket"] {
      #expect(sought.nearness(of: Array(word.utf8)) == 0.12, "\(word)")
    }
    for word in ["blnakte", "banked", "bl", "", "warm"] {
      #expect(sought.nearness(of: Array(word.utf8)) == nil, "\(word)")
    }
    let long = SoughtWord(Array("checklist".utf8)).forgiving()
    #expect(long.nearness(of: Array("chekclits".utf8)) == 0.08)
    let short = SoughtWord(Array("bed".utf8)).forgiving()
    #expect(short.nearness(of: Array("bad".utf8)) == nil)
    let begun = SoughtWord(Array("blnak".utf8), isBeginning: true).forgiving()
    #expect(begun.nearness(of: Array("blanket".utf8)) == 0.06)
  }
}
