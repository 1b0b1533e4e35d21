import ControlCharts
import Testing

@Suite("Edges decided")
struct EdgeTests {
  private func told(_ chart: ControlChart) -> String {
    CautiousVerdict(chart).summary(of: chart, ChartWords(measure: "Measure"))
  }

  @Test("a steady 100 % has no limits and no signal, as a share and as a measurement")
  func steadyFull() throws {
    let shares = (1...18).map { Observation(x: "\($0)", numerator: 30, denominator: 30) }
    for type in [ChartType.p, .pp, .np, .i, .run] {
      let chart = try ControlChart(
        shares,
        ChartOptions(type: type, ruleSets: RuleSet.all, improvement: .increase, target: 0.95))
      #expect(chart.signals.isEmpty, "\(type)")
      #expect(chart.points.allSatisfy { $0.beyondLimit == nil }, "\(type)")
      #expect(chart.variation == .common, "\(type)")
      if type != .run { #expect(chart.assurance == .pass, "\(type)") }
    }
  }

  @Test("a constant series with one step is a shift to either side of the mean")
  func oneStep() throws {
    let values = Array(repeating: 10.0, count: 12) + Array(repeating: 12.0, count: 12)
    let chart = try Series.individuals(values)
    // One moving range of 2 among 23: the limits are narrow, and both halves lie outside.
    let shifts = chart.signals.filter { $0.rule == .nhsShift }
    #expect(shifts.map(\.points) == [Array(0..<12), Array(12..<24)])
    #expect(shifts.map(\.direction) == [.low, .high])
    #expect(chart.points.allSatisfy { $0.upper?.isFinite == true })
    #expect(chart.points.allSatisfy { $0.beyondLimit != nil })
    #expect(told(chart).contains("12 points in a row lie above the centre line"))
  }

  @Test("with screening a constant series with one step has no spread left, so no limits")
  func oneStepScreened() throws {
    let values = Array(repeating: 10.0, count: 12) + Array(repeating: 12.0, count: 12)
    let chart = try ControlChart(
      Series.observations(values), ChartOptions(type: .i, screensMovingRanges: true))
    #expect(chart.points.allSatisfy { $0.upper == nil && $0.beyondLimit == nil })
    #expect(chart.cautions.contains(.noSpread(phase: 0)))
    #expect(chart.signals.map(\.rule) == [.nhsShift, .nhsShift])
  }

  @Test(
    "a target exactly on a limit may or may not be met, and that is said",
    arguments: [13.0, 7.0], [ImprovementDirection.increase, .decrease])
  func targetOnLimit(_ target: Double, _ direction: ImprovementDirection) throws {
    let values = (0..<24).map { $0.isMultiple(of: 2) ? 9.5 : 10.5 }
    let chart = try Series.individuals(
      values, centre: 10, sigma: 1, improvement: direction, target: target)
    #expect(chart.assurance == .hitOrMiss)
    #expect(chart.cautions.contains(.targetOnLimit))
    let beside = try Series.individuals(
      values, centre: 10, sigma: 1, improvement: direction,
      target: target > 10 ? target + 0.001 : target - 0.001)
    #expect(beside.assurance != .hitOrMiss)
    #expect(!beside.cautions.contains(.targetOnLimit))
  }

  @Test(
    "a series that is all missing has no line, no verdict and no signal",
    arguments: ChartType.allCases)
  func allMissing(_ type: ChartType) throws {
    let observations = (1...12).map { index in
      type.usesSubgroups
        ? Observation(x: "\(index)", subgroup: [nil, nil])
        : type.needsDenominator
          ? Observation(x: "\(index)", numerator: nil, denominator: nil)
          : Observation(x: "\(index)", value: nil)
    }
    let chart = try ControlChart(
      observations, ChartOptions(type: type, improvement: .increase, target: 1))
    #expect(chart.cautions.first == .nothingToPlot)
    #expect(chart.points.allSatisfy { $0.centre == nil && $0.upper == nil && $0.label == .none })
    #expect(chart.variation == nil && chart.assurance == nil)
    #expect(told(chart) == "Measure: nothing to chart yet, no value is known.")
  }

  @Test("fewer points than a rule needs are said, and never a verdict by it")
  func tooFewForRules() throws {
    let values = (0..<12).map { $0.isMultiple(of: 2) ? 9.9 : 10.1 }
    let nelson = try Series.individuals(values, [.nelson], centre: 10, sigma: 1)
    #expect(nelson.signals.isEmpty)
    let caution = try #require(
      nelson.cautions.first { if case .tooFewForRules = $0 { true } else { false } })
    #expect(
      caution.words
        == "Too few points (12) for some rules to speak: 14 points in a row going up and down by "
        + "turns; 15 points in a row within one sigma of the centre line.")
    let longer = try Series.individuals(values + values, [.nelson], centre: 10, sigma: 1)
    #expect(longer.signals.map(\.rule) == [.nelson4, .nelson7])
    let long = RuleSet.nhs(shift: 15)
    #expect(
      try Series.individuals(values, [long], centre: 10, sigma: 1).cautions
        .contains(.tooFewForRules(long, count: 12)))
    let short = try Series.individuals(Array(values.prefix(9)), [.nelson], centre: 10, sigma: 1)
    #expect(told(short).contains("nine points so far, a verdict waits for ten"))
    #expect(CautiousVerdict(short).variation == nil && CautiousVerdict(short).signals.isEmpty)
  }

  @Test("a time between events of zero is refused with the point and what to do instead")
  func zeroTime() {
    let error = #expect(throws: ChartError.self) {
      try ControlChart(Series.observations([3, 0, 5]), ChartOptions(type: .t))
    }
    #expect(error == .notPositive(index: 1, x: "2", value: 0))
    #expect(error?.description.contains("smaller units or a G chart") == true)
  }

  @Test("events above the denominator are refused for shares and drawn for rates")
  func aboveDenominator() throws {
    let rows = [Observation(x: "Mar", numerator: 25, denominator: 20)]
    for type in [ChartType.p, .pp, .np] {
      #expect(throws: ChartError.self) { try ControlChart(rows, ChartOptions(type: type)) }
    }
    #expect(try ControlChart(rows, ChartOptions(type: .u)).points[0].value == 1.25)
  }

  @Test(
    "counts that never vary have no limits until one differs", arguments: [ChartType.c, .g, .t])
  func alwaysTheSame(_ type: ChartType) throws {
    func chart(_ values: [Double]) throws -> ControlChart {
      try ControlChart(
        Series.observations(values),
        ChartOptions(type: type, ruleSets: RuleSet.all, freeze: .firstPhase(points: 12)))
    }
    let same = try chart(Array(repeating: 5, count: 15))
    #expect(same.points.allSatisfy { $0.centre == 5 && $0.upper == nil && $0.side == .on })
    #expect(same.cautions.contains(.noSpread(phase: 0)))
    let differs = try chart(Array(repeating: 5, count: 12) + [60])
    #expect(differs.phases[0].centre.map { abs($0 - 5) < 1e-9 } == true)
    // Times between events show their spread by moving ranges alone, and these are all zero.
    if type != .t { #expect(differs.points[12].beyondLimit == .high) }
  }

  @Test("a point on the centre line is on neither side: it ends a shift and is no run's")
  func onCentreLine() throws {
    let values: [Double] = [11, 11, 11, 10, 11, 11, 11, 11, 9, 9, 11, 9]
    let chart = try Series.individuals(values, [.nhs(), .anhoej], centre: 10, sigma: 2)
    #expect(chart.points[3].side == .on)
    #expect(!chart.signals.contains { $0.rule == .nhsShift })
    #expect(chart.phases[0].runs.useful == 11)
    #expect(chart.phases[0].runs.longestRun == 7, "the runs test passes over it")
  }
}
