import Glibc
import Testing

@testable import Collaborative

@Suite("Ranking in the commons") struct RankingTests {
  private static let index = CommonsIndex(JudgedResources.entries)

  /// Discounted gain of an order against that of the best order (Järvelin and Kekäläinen 2002, ACM
  /// Transactions on Information Systems 20, 422–446), over the first five.
  private static func gain(_ judged: JudgedResources.Judgement, _ found: [String]) -> Double {
    func sum(_ grades: some Sequence<Int>) -> Double {
      grades.prefix(5).enumerated().reduce(0) { sum, place in
        sum + (pow(2, Double(place.element)) - 1) / log2(Double(place.offset) + 2)
      }
    }
    return sum(found.map { judged.grades[$0] ?? 0 }) / sum(judged.grades.values.sorted(by: >))
  }

  private static func found(_ words: String) -> [String] {
    index.search(CommonsQuery(words: words, isTyping: true)).ids
  }

  @Test("what is meant comes first", arguments: JudgedResources.judgements)
  func judged(_ judged: JudgedResources.Judgement) {
    let found = Self.found(judged.query)
    let gain = Self.gain(judged, found)
    #expect(gain >= 0.85, "\(judged.query): \(found.prefix(6)), because \(judged.reason)")
    #expect(found.first.map { judged.grades[$0] ?? 0 } == judged.grades.values.max())
  }

  @Test("over all judged queries the order is nearly the best one")
  func mean() {
    let gains = JudgedResources.judgements.map { Self.gain($0, Self.found($0.query)) }
    #expect(gains.reduce(0, +) / Double(gains.count) >= 0.97)
  }

  @Test("a short word forgives no typing error, and a word that is there brings no others")
  func strict() {
    #expect(Self.found("gal").isEmpty)
    #expect(!Self.found("call").contains("rounding"))
    #expect(
      Self.found("day").allSatisfy { id in
        JudgedResources.entries.first { $0.id == id }.map { entry in
          entry.texts.values.joined().contains { $0.lowercased().contains("day") }
        } ?? false
      })
  }

  @Test("what nothing has is answered with the nearest word")
  func suggestion() {
    #expect(Self.index.suggestion(for: "warm blenkit") == "warm blanket")
    #expect(Self.index.suggestion(for: "warm blanket") == nil)
    #expect(Self.index.suggestion(for: "xylophone") == nil)
  }

  @Test("case, accents and apostrophes make no difference")
  func folded() {
    #expect(Self.found("THÉATRE") == Self.found("theatre"))
    #expect(Self.found("o\u{2019}clock").first == "slots")
    #expect(Self.found("oclock").first == "slots")
  }

  @Test("the words that were meant are pointed out where they stand")
  func places() {
    let hits = Self.index.search(CommonsQuery(words: "blnaket warm", isTyping: true))
    let title = "Warm blanket: blankets are warmed"
    let marked = SoughtWord.places(of: hits.sought, in: title).map { String(title[$0]) }
    #expect(marked == ["Warm", "blanket", "warmed"])
  }
}
