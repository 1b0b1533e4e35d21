import ControlCharts
import Improvement
import JSONTree
import TestSupport
import Testing

@testable import Insights

@Suite("What a site's charts say of something it tried")
struct AdoptionJudgementTests {
  /// Months before and after, with the first of the later ones in January 2026.
  private func numbers(_ before: [Int], _ after: [Int], of id: String = "m") -> Series {
    let first = Period("2026-01")?.advanced(by: -before.count).description ?? ""
    return series(months(before + after, from: first)) { tree in
      tree["measure"] = .string(id)
      tree["id"] = .string("s.\(id)")
    }
  }

  private func adoption(_ stage: String = "implemented", _ more: JSON = [:]) -> Adoption {
    var tree: JSON = [
      "id": "a", "resource": "r", "site": "s", "project": "p", "stage": .string(stage),
      "history": [
        ["stage": "testing", "at": "2025-11-20"], ["stage": "implemented", "at": "2026-01-03"],
      ],
    ]
    for field in more.object?.fields ?? [] { tree[field.key] = field.value }
    return Adoption(tree)
  }

  private let project = Project([
    "id": "p", "type": "project", "measures": ["proc", "m", "out"], "aim": ["measure": "m"],
  ])
  private let low = steady.map { max(0, $0 - 8) }

  private func judged(
    _ adoption: Adoption, _ pairs: [(Series, Measure)], without project: Bool = false
  ) -> AdoptionJudgement {
    AdoptionJudgement(adoption, in: project ? nil : self.project, series: pairs)
  }

  @Test("fewer infections after it was taken into use is better, by the aim's measure")
  func better() {
    let found = judged(adoption(), [(numbers(steady, low), measure())])
    #expect(found.verdict == .better)
    #expect(found.words == "better: Wound infections")
    #expect(found.deciding?.split == steady.count)
    #expect((found.deciding?.chance?.better ?? 0) > 0)
  }

  @Test("seven points after are too few, and so are eleven before")
  func tooFew() {
    let short = judged(adoption(), [(numbers(steady, Array(low.prefix(7))), measure())])
    #expect(
      short.words == "cannot be judged yet: 7 of 12 points after (Wound infections)")
    let young = judged(adoption(), [(numbers(Array(steady.prefix(11)), low), measure())])
    #expect(
      young.words
        == "cannot be judged: 11 of 12 points before it was taken into use (Wound infections)",
      "more points before never come")
  }

  @Test("what is only tried has no day from which it could have helped")
  func notInUse() {
    let trying = judged(
      adoption("testing", ["history": [["stage": "testing", "at": "2026-01-03"]]]),
      [(numbers(steady, low), measure())])
    #expect(trying.words == "cannot be judged yet: not in use yet")
    let undated = judged(adoption("implemented", ["history": []]), [])
    #expect(undated.words == "cannot be judged yet: nobody noted since when it is in use")
  }

  @Test("after it was stopped, what the chart shows is no longer its work")
  func stopped() {
    let given = adoption(
      "abandoned",
      [
        "history": [
          ["stage": "implemented", "at": "2026-01-03"], ["stage": "abandoned", "at": "2026-07-15"],
        ]
      ])
    let found = judged(given, [(numbers(steady, low), measure())])
    #expect(found.verdict == .notYet(.chart(.tooFewAfter(7), measure: "Wound infections")))
  }

  @Test("the aim's outcome decides, then other outcomes, then how reliably it is done")
  func order() {
    func named(_ id: String, _ kind: String) -> Measure {
      measure { tree in
        tree["id"] = .string(id)
        tree["name"] = .string(id)
        tree["kind"] = .string(kind)
      }
    }
    let all = [
      (numbers(steady, low, of: "proc"), named("proc", "process")),
      (numbers(steady, low, of: "rel"), named("rel", "process")),
      (numbers(steady, low, of: "out"), named("out", "outcome")),
      (numbers(steady, low, of: "bal"), named("bal", "balancing")),
      (numbers(steady, steady, of: "m"), named("m", "outcome")),
      (numbers(steady, low, of: "else"), named("else", "outcome")),
    ]
    let found = judged(adoption("implemented", ["reliabilityMeasure": "rel"]), all.shuffled())
    #expect(found.charts.map(\.measure.id) == ["m", "out", "rel", "proc"])
    #expect(found.verdict == .unchanged, "not the chart that looks best")
    // Where the first can't be judged the next one is asked.
    let short = [(numbers(steady, [1, 2], of: "m"), named("m", "outcome"))] + all.prefix(1)
    #expect(judged(adoption(), Array(short)).words == "better: proc")
    #expect(
      judged(adoption("implemented", ["reliabilityMeasure": "rel"]), all, without: true)
        .charts.map(\.measure.id) == ["rel"], "without a project only what it names itself")
  }

  @Test("groups within a site and other sites don't count")
  func ownNumbersOnly() {
    let group = Series(numbers(steady, low).tree.setting("stratum", "Spanish"))
    let other = Series(numbers(steady, low).tree.setting("site", "elsewhere"))
    let found = judged(adoption(), [(group, measure()), (other, measure())])
    #expect(found.words == "cannot be judged yet: no numbers of an outcome or a process there")
  }

  @Test("nothing is compared across a new definition of the measure")
  func newDefinition() {
    let anew = measure { tree in
      tree["definitionVersions"] = [["from": "2026-08-01", "definition": "other"]]
    }
    let found = judged(adoption(), [(numbers(steady, low), anew)])
    #expect(found.verdict == .notYet(.chart(.tooFewAfter(7), measure: "Wound infections")))
    let same = measure { tree in
      tree["definitionVersions"] = [["from": "2026-01-01", "definition": "other"]]
    }
    let begun = judged(adoption(), [(numbers(steady, low), same)])
    #expect(begun.verdict == .notYet(.chart(.tooFewBefore(0), measure: "Wound infections")))
  }

  @Test("the limits never come from before an earlier phase, nor from after the change")
  func earlierPhase() {
    var series = numbers(steady, low)
    series = Series(
      series.tree.setting(
        "phases", [["starts": "2025-06", "reason": "another change"]]))
    let found = judged(adoption(), [(series, measure())])
    #expect(found.verdict == .notYet(.chart(.tooFewBefore(7), measure: "Wound infections")))
  }

  @Test("never a verdict with fewer than twelve points on either side")
  func property() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      func side() -> [Int] {
        (0..<Int.random(in: 0...16, using: &random)).map { _ in
          Int.random(in: 0...40, using: &random)
        }
      }
      let (before, after) = (side(), side())
      let found = judged(adoption(), [(numbers(before, after), measure())])
      #expect(found.isTold == (before.count >= 12 && after.count >= 12))
    }
  }
}

extension JSON {
  fileprivate func setting(_ name: String, _ value: JSON) -> JSON {
    var tree = self
    tree[name] = value
    return tree
  }
}
