import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("Who tried a resource")
struct TriedAtTests {
  func tried(_ pairs: (String, String)...) -> TriedAt {
    TriedAt(pairs.map { Adoption(["site": .string($0.0), "stage": .string($0.1)]) })
  }

  @Test("a site counts once, by the furthest of its tries, so that the parts add up")
  func counts() {
    let all = tried(
      ("a", "implemented"), ("a", "abandoned"), ("b", "testing"), ("c", "abandoned"),
      ("d", "sustained"), ("e", "considering"))
    #expect(
      all.summary == "Tried at 4 sites: 2 use it, 1 still testing, 1 stopped."
        + " Sites chose to try; there is no comparison group.")
  }

  @Test("one site is told in the singular")
  func singular() {
    #expect(tried(("a", "implemented")).summary.hasPrefix("Tried at 1 site: 1 uses it. "))
  }

  @Test("knowing and considering is no try")
  func nobody() {
    #expect(tried().summary == "Nobody here has tried it yet.")
    #expect(
      tried(("a", "aware"), ("b", "considering")).summary
        == "Nobody has tried it yet; 2 sites know of it.")
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

  @Test("no summary says that anything got better")
  func modest() {
    for stage in AdoptionStage.allCases {
      let words = tried(("a", stage.rawValue)).summary.lowercased()
      for claim in ["better", "improve", "works", "success", "effective"] {
        #expect(!words.contains(claim))
      }
    }
  }
}
