import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("Who tried a resource")
struct TriedAtTests {
  func tried(_ pairs: (String, String)...) -> TriedAt {
    TriedAt(pairs.map { Adoption(["site": .string($0.0), "stage": .string($0.1)]) })
  }

  @Test("a site counts once, and knowing or considering is no try")
  func counts() {
    let all = tried(
      ("a", "implemented"), ("a", "abandoned"), ("b", "testing"), ("c", "aware"),
      ("e", "considering"))
    #expect(all.sites == ["a", "b"])
  }

  @Test("what was given up before it began was not tried")
  func givenUp() {
    let adoption = Adoption([
      "site": "a", "stage": "abandoned",
      "history": [
        ["stage": "considering", "at": "2026-01-02"], ["stage": "abandoned", "at": "2026-02-02"],
      ],
    ])
    #expect(TriedAt([adoption]).sites.isEmpty)
  }

  @Test("those who only know of it are one line, which nobody needs where none tried it")
  func others() {
    let tries = [("a", "implemented"), ("b", "abandoned")]
    func words(_ others: [(String, String)]) -> String? {
      TriedAt((tries + others).map { Adoption(["site": .string($0.0), "stage": .string($0.1)]) })
        .othersSummary
    }
    #expect(words([]) == nil)
    #expect(words([("c", "aware")]) == "1 more knows of it or is considering it.")
    #expect(
      words([("c", "aware"), ("d", "considering"), ("e", "aware")])
        == "3 more know of it or are considering it.")
    #expect(tried(("c", "aware")).othersSummary == nil)
  }
}
