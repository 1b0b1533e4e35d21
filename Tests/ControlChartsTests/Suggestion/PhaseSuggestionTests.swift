import ControlCharts
import Testing

@Suite("Phases that huddle suggests")
struct PhaseSuggestionTests {
  private let before = [20.0, 22, 18, 21, 17, 22, 19, 23, 18, 21, 19, 22, 20, 18, 19, 21]

  private func suggestion(
    after: [Double], type: ChartType = .i, rules: RuleSet = .nhs(), phaseStarts: [Int] = [],
    before earlier: Int = 16,
    change: (inout [Observation], inout ChartOptions) -> Void = { _, _ in }
  ) throws -> PhaseSuggestion? {
    var observations = Series.observations(Array(before.prefix(earlier)) + after)
    var options = ChartOptions(
      type: type, ruleSets: [rules], phaseStarts: phaseStarts,
      freeze: .firstPhase(points: earlier), improvement: .decrease)
    change(&observations, &options)
    let chart = try ControlChart(observations, options)
    return PhaseSuggestion(chart, CautiousVerdict(chart), observations: observations)
  }

  private let settled = [14.0, 13, 15, 14, 12, 15, 13, 14, 16, 13]

  @Test("after a shift that held ten points, with the lines as they would be")
  func suggested() throws {
    let found = try #require(try suggestion(after: settled))
    #expect(found.start == 16)
    #expect(found.count == 10)
    #expect(found.before.centre == 20)
    #expect(abs((found.after.centre ?? 0) - 13.9) < 1e-9)
    #expect((found.after.upper ?? .infinity) < (found.before.upper ?? 0))
    #expect(found.signalsAfter.isEmpty)
  }

  @Test("not before ten points, and not when a point on the other side ended it")
  func tooEarly() throws {
    #expect(try suggestion(after: Array(settled.prefix(9))) == nil)
    #expect(try suggestion(after: settled + [25]) == nil)
  }

  @Test("a provisional point neither completes nor lengthens the shift")
  func provisional() throws {
    let found = try suggestion(after: settled) { observations, _ in
      observations[25].isProvisional = true
    }
    #expect(found == nil)
    let longer = try suggestion(after: settled + [14]) { observations, _ in
      observations[26].isProvisional = true
    }
    #expect(longer?.count == 10)
  }

  @Test("a phase too short for a verdict is not left behind")
  func shortBefore() throws {
    #expect(try suggestion(after: settled, before: 9) == nil)
    #expect(try suggestion(after: settled, before: 10) != nil)
  }

  @Test("run charts and every rule set that knows shifts take part; no rules, no suggestion")
  func ruleSets() throws {
    for set in [RuleSet.nhs(), .westernElectric, .nelson, .anhoej] {
      #expect(try suggestion(after: settled, rules: set)?.start == 16)
    }
    #expect(try suggestion(after: settled, type: .run)?.start == 16)
    #expect(try suggestion(after: settled, rules: .none) == nil)
  }

  @Test("lines given by hand are left alone")
  func given() throws {
    #expect(try suggestion(after: settled) { $1.givenCentre = 20 } == nil)
  }

  @Test("once the phase is there, nothing more is suggested")
  func accepted() throws {
    #expect(try suggestion(after: settled, phaseStarts: [16]) == nil)
  }

  @Test("a process that still moves is suggested with a warning")
  func unsettled() throws {
    let falling = [16.0, 15.8, 15.6, 15.4, 15.2, 15, 14.8, 14.6, 14.4, 14.2, 14]
    let found = try #require(try suggestion(after: falling))
    #expect(!found.signalsAfter.isEmpty)
  }
}
