import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("What came of a resource everywhere")
struct EvidenceSummaryTests {
  /// A site's try-out with its numbers after it was taken into use in January 2026.
  private func site(
    _ name: String, _ after: [Int]?, stage: String = "implemented", kind: String = "outcome",
    before: [Int] = steady
  ) -> AdoptionJudgement {
    var tree: JSON = [
      "id": .string("a-\(name)"), "site": .string(name), "resource": "r", "stage": .string(stage),
    ]
    if let step = ["implemented", "abandoned"].contains(stage) ? "implemented" : nil {
      tree["history"] = [["stage": .string(step), "at": "2026-01-03"]]
    }
    let first = Period("2026-01")?.advanced(by: -before.count).description ?? ""
    let numbers = series(months(before + (after ?? []), from: first)) { $0["site"] = .string(name) }
    let measure = measure { $0["kind"] = .string(kind) }
    let project = Project(["id": "p", "measures": ["m"], "aim": ["measure": "m"]])
    return AdoptionJudgement(Adoption(tree), in: project, series: [(numbers, measure)])
  }

  private let low = steady.map { max(0, $0 - 8) }
  private let high = steady.map { $0 + 15 }
  /// Fewer from month to month, before anything was changed.
  private let falling = steady.enumerated().map { $1 + 20 - $0 }

  @Test("the sentence counts each number and says what it does not show")
  func words() {
    let summary = EvidenceSummary([
      site("a", low), site("b", low), site("c", low, before: falling), site("d", steady),
      site("e", high), site("f", [1, 2]), site("g", nil, stage: "testing"),
      site("h", nil, stage: "considering"),
    ])
    let words = summary.words
    #expect(
      words.hasPrefix(
        "Tried at 7 sites; 5 can be judged: 3 better, 1 unchanged, 1 worse; "))
    #expect(words.contains(" would look better by chance; 1 was improving already."))
    #expect(words.hasSuffix("Sites chose to try; there is no comparison group."))
    #expect(summary.count(.notJudged) == 2)
    #expect(summary.count(.considering) == 1)
  }

  @Test("every number of the sentence is as many sites as it opens, and they add up")
  func numbers() {
    let summary = EvidenceSummary([
      site("a", low), site("b", steady), site("c", high), site("d", [3]),
      site("e", low, stage: "abandoned"), site("f", nil, stage: "aware"),
    ])
    for group in EvidenceSummary.Group.allCases {
      #expect(summary.count(group) == summary.sites(group).count)
    }
    #expect(summary.count(.tried) == summary.count(.judged) + summary.count(.notJudged))
    let parts: [EvidenceSummary.Group] = [.better, .unchanged, .worse]
    #expect(summary.count(.judged) == parts.reduce(0) { $0 + summary.count($1) })
    #expect(summary.count(.stopped) == 1)
    #expect(summary.words.contains("1 stopped, and says why."))
  }

  @Test("a site counts once, by the try that can be judged")
  func once() {
    let summary = EvidenceSummary([
      site("a", [1]), site("a", low), site("a", nil, stage: "testing"),
    ])
    #expect(summary.count(.tried) == 1)
    #expect(summary.count(.better) == 1)
  }

  @Test("where nothing can be judged it says what that takes; where nobody tried, that")
  func none() {
    #expect(EvidenceSummary([]).words == "Nobody here has tried it yet.")
    #expect(
      EvidenceSummary([site("a", nil, stage: "aware")]).words
        == "Nobody has tried it yet; 1 site knows of it.")
    #expect(
      EvidenceSummary([site("a", [1])]).words
        == "Tried at 1 site; it cannot be judged yet, which takes 12 points before and after it was "
        + "taken into use. Sites chose to try; there is no comparison group.")
  }

  @Test("what is judged by a process is said to be")
  func process() {
    let some = EvidenceSummary([site("a", low), site("b", low, kind: "process")])
    #expect(some.words.contains("1 of them is judged by what is done, not by what came of it."))
    let all = EvidenceSummary([site("b", low, kind: "process")])
    #expect(all.words.contains(" Judged by what is done, not by what came of it."))
  }

  @Test("chance is the sum over the sites that are judged, and no others")
  func chance() {
    let one = EvidenceSummary([site("a", low)])
    let more = EvidenceSummary([site("a", low), site("b", steady), site("c", [1])])
    #expect(one.betterByChance > 0)
    #expect(abs(more.betterByChance - 2 * one.betterByChance) < 1e-9)
  }
}
