import ControlCharts
import Testing

@Suite("Rules and their signals")
struct SignalTests {
  @Test("a shift names its rule and every point, and what it means")
  func shift() throws {
    let chart = try Series.individuals(
      [-1, 1, 1, 1, 1, 1, 1, 1, 1, -1], centre: 0, sigma: 3, improvement: .decrease)
    #expect(chart.signals.count == 1)
    let signal = try #require(chart.signals.first)
    #expect(signal.rule == .nhsShift)
    #expect(signal.points == Array(1...8))
    #expect(signal.direction == .high)
    #expect(signal.meaning == .concern)
    #expect(chart.points[4].rules == [.nhsShift])
    #expect(chart.points[4].label == .shiftHigh)
    #expect(chart.points[4].pointType == .concern)
    #expect(chart.points[9].pointType == .common)
  }

  @Test("lengths can be set", arguments: [5, 6, 7, 8])
  func lengths(_ length: Int) throws {
    let values: [Double] =
      [-1] + Array(repeating: 1, count: 6) + [-1, -0.9, -0.8, -0.7, -0.6, -0.5]
    let chart = try Series.individuals(
      values, [.nhs(shift: length, trend: length)], centre: 0, sigma: 3)
    #expect(
      chart.signals.contains { $0.rule == .nhsShift && $0.direction == .high } == (length <= 6))
    #expect(chart.signals.contains { $0.rule == .nhsTrend } == (length <= 6))
  }

  @Test("a missing value ends a run, a point left out does not")
  func gaps() throws {
    let values: [Double?] = [1, 1, 1, 1, 1, 1, 1, 1]
    var missing = values
    missing[3] = nil
    #expect(try Series.individuals(missing, centre: 0, sigma: 3).signals.isEmpty)
    let excluded = try Series.individuals(values, centre: 0, sigma: 3) { $0[3].isExcluded = true }
    #expect(excluded.signals.map(\.points) == [[0, 1, 2, 4, 5, 6, 7]])
    #expect(excluded.points[3].rules.isEmpty)
  }

  @Test("a point on the centre line ends a shift, an equal pair ends a trend")
  func ties() throws {
    #expect(
      try Series.individuals([1, 1, 1, 1, 0, 1, 1, 1, 1], centre: 0, sigma: 3).signals.isEmpty)
    #expect(
      try Series.individuals([-3, -2, -1, 0, 0, 1, 2, 3], centre: 0, sigma: 3).signals.isEmpty)
  }

  @Test("rules don't look across phases")
  func phases() throws {
    let values = Array(repeating: 1.0, count: 10)
    let chart = try Series.individuals(values, centre: 0, sigma: 3, phaseStarts: [5])
    #expect(chart.signals.isEmpty)
    #expect(chart.phases.map(\.range) == [0..<5, 5..<10])
  }

  @Test("categories and moving ranges have no runs, but points beyond limits")
  func order() throws {
    let values = [1.0, 1, 1, 1, 1, 1, 1, 1, 12]
    for axis in [Axis.category, .date] {
      let chart = try ControlChart(
        Series.observations(values),
        ChartOptions(
          type: .i, ruleSets: RuleSet.all, givenCentre: 0, givenSigma: 3, axis: axis))
      #expect(chart.signals.contains { $0.rule == .nhsShift } == (axis == .date))
      #expect(chart.signals.contains { $0.rule == .nhsOutside })
    }
  }

  @Test("a rule that two sets share is told once", arguments: [true, false])
  func sharedRules(_ isReversed: Bool) throws {
    let sets: [RuleSet] = [.nhs(), .anhoej]
    let chart = try Series.individuals(
      [0, 1, -1, 9], isReversed ? sets.reversed() : sets, centre: 0, sigma: 2)
    #expect(chart.signals.map(\.rule) == [.nhsOutside])
    #expect(chart.points[3].label == .aboveUpperLimit)
  }

  @Test("too few crossings are a signal of the whole phase that points nowhere")
  func crossings() throws {
    let values = Array(repeating: 1.0, count: 12) + Array(repeating: 3.0, count: 12)
    let chart = try ControlChart(
      Series.observations(values), ChartOptions(type: .run, ruleSets: [.anhoej]))
    let crossings = try #require(chart.signals.first { $0.rule == .anhoejCrossings })
    #expect(crossings.points == Array(0..<24))
    #expect(crossings.direction == nil)
    #expect(crossings.meaning == .neutral)
    let runs = chart.signals.filter { $0.rule == .anhoejRun }
    #expect(runs.map(\.points) == [Array(0..<12), Array(12..<24)])
    #expect(runs.map(\.direction) == [.low, .high])
  }

  @Test(
    "the runs test has the limits of its table",
    arguments: [
      (10, 6, 2), (12, 7, 3), (15, 7, 4), (16, 7, 4), (20, 7, 6), (22, 7, 7), (23, 8, 7),
      (24, 8, 8), (32, 8, 11), (45, 8, 17), (46, 9, 17), (50, 9, 19), (90, 9, 37), (91, 10, 37),
      (100, 10, 41),
    ])
  func runsTable(_ useful: Int, _ longest: Int, _ crossings: Int) throws {
    let values = (0..<useful).map { $0.isMultiple(of: 2) ? 1.0 : -1 }
    let chart = try ControlChart(
      Series.observations(values), ChartOptions(type: .run, givenCentre: 0))
    #expect(chart.phases[0].runs.useful == useful)
    #expect(chart.phases[0].runs.longestRunLimit == longest)
    #expect(chart.phases[0].runs.crossingsLimit == crossings)
  }

  @Test("a hundred thousand points are no more than a long series")
  func long() throws {
    let values = (0..<100_000).map { Double($0 % 11) }
    let chart = try ControlChart(
      Series.observations(values), ChartOptions(type: .i, ruleSets: RuleSet.all))
    #expect(chart.points.count == 100_000)
    #expect(chart.phases[0].runs.crossingsLimit == 49_739)
  }
}
