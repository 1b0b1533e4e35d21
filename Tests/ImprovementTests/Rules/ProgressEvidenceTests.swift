import JSONTree
import Testing

@testable import Improvement

@Suite struct ProgressEvidenceTests {
  private static let nothing = MeasuredProgress(
    followed: 0, charted: 0, withTarget: 0, aimValue: nil, better: 0, worse: 0)

  private static func evidence(
    _ project: JSON, cycles: [JSON] = [], _ measured: MeasuredProgress = nothing
  ) throws -> ProgressEvidence {
    ProgressEvidence(
      Project(project), cycles: cycles.map(Cycle.init), measured: measured,
      on: try #require(CalendarDate("2026-11-23")))
  }

  @Test("of a project without anything nothing speaks for any score")
  func empty() throws {
    let evidence = try Self.evidence([:])
    #expect(evidence.speaksFor(5).isEmpty)
    #expect(evidence.speaksAgainst(1).map(\.text).contains("no aim is written"))
    #expect(evidence.speaksAgainst(0.5).isEmpty)
  }

  @Test("what is there speaks for its score, what is not against it, in the order of the scale")
  func sides() throws {
    let evidence = try Self.evidence(
      ["aim": ["text": "Halve it", "from": 4, "to": 2, "by": "2026-12-31"]],
      cycles: [
        ["stage": "closed", "act": ["decision": "scale-up"]],
        ["stage": "plan", "purpose": "implement"],
      ],
      MeasuredProgress(
        followed: 3, charted: 2, withTarget: 2, aimValue: 3, better: 1, worse: 0))
    #expect(evidence.facts.map(\.score) == evidence.facts.map(\.score).sorted())
    #expect(evidence.speaksFor(3).map(\.text).contains("1 cycle ended with adopt or scale up"))
    #expect(evidence.speaksFor(4).map(\.text).contains("50 % of the way to the aim"))
    #expect(evidence.speaksAgainst(4).map(\.text).contains("nothing is being implemented"))
    #expect(evidence.speaksForMore(than: 3).map(\.score).allSatisfy { $0 > 3 })
    #expect(!evidence.speaksForMore(than: 3).isEmpty)
  }

  @Test(
    "the way to the aim is measured from where it stood, whichever way it leads",
    arguments: [
      (4.0, 2.0, 3.0, 0.5), (60, 90, 90, 1), (60, 90, 45, -0.5), (2, 4, 1e300, 10),
    ])
  func share(_ from: Double, _ to: Double, _ value: Double, _ share: Double) {
    let aim = Aim(["from": JSON(from), "to": JSON(to)])
    #expect(ProgressEvidence.shareReached(aim, value) == share)
  }

  @Test("an aim without a number, or one that leads nowhere, has no way to measure")
  func noWay() {
    #expect(ProgressEvidence.shareReached(Aim([:]), 3) == nil)
    #expect(ProgressEvidence.shareReached(Aim(["from": 3, "to": 3]), 3) == nil)
    #expect(ProgressEvidence.shareReached(Aim(["from": 3, "to": 1]), nil) == nil)
  }
}
