import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("A site's reasons as its coach left them") struct ReviewedReasonsTests {
  let today = day("2026-11-23")
  let harm = AttentionReason(.harm, "Harm.", evidence: .init(.cycle, "c"))
  let worse = AttentionReason(.outcomeSignal, "It rose.", evidence: .init(.series, "s"))
  let gap = AttentionReason(.roleGap, "Nobody.", evidence: .init(.project, "p"))

  private func review(seen: [AttentionReason], waiting: [(AttentionReason, String)] = []) -> Note {
    Note([
      "review": [
        "on": "2026-11-20", "seen": .array(seen.map { .string($0.key) }),
        "waiting": .array(
          waiting.map { ["reason": .string($0.0.key), "until": .string($0.1)] }),
      ]
    ])
  }

  @Test("before a first review everything is there and nothing is called new") func first() {
    let found = ReviewedReasons([harm, worse, gap], review: nil, today: today)
    #expect(found.now == [harm, worse, gap])
    #expect(found.new.isEmpty && found.waiting.isEmpty && found.reviewedOn == nil)
  }

  @Test("what was not there at the last review is new") func new() {
    let found = ReviewedReasons([harm, gap], review: review(seen: [gap]), today: today)
    #expect(found.now == [harm, gap])
    #expect(found.new == [harm])
  }

  @Test("an outcome that was seen to be worse is no reason any longer; harm stays one")
  func seen() {
    let found = ReviewedReasons(
      [harm, worse], review: review(seen: [harm, worse]), today: today)
    #expect(found.now == [harm])
  }

  @Test("what waits comes back on its day, and its words may have changed meanwhile")
  func waiting() {
    let later = review(seen: [], waiting: [(gap, "2026-11-24")])
    var changed = gap
    changed.words = "Nobody still."
    let found = ReviewedReasons([harm, changed], review: later, today: today)
    #expect(found.now == [harm])
    #expect(found.waiting.map(\.reason) == [changed])
    let back = ReviewedReasons([harm, changed], review: later, today: day("2026-11-24"))
    #expect(back.now == [harm, changed] && back.waiting.isEmpty)
  }
}
