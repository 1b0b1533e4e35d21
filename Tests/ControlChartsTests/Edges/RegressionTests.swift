import ControlCharts
import Testing

@Suite("What other programs got wrong")
struct RegressionTests {
  private func subgroups(_ spreads: [Double]) -> [Observation] {
    spreads.enumerated().map { index, spread in
      Observation(x: "\(index + 1)", subgroup: [10 - spread, 10, 10 + spread])
    }
  }

  @Test("limits of an S chart are frozen with its baseline")
  func frozenSubgroupLimits() throws {
    let calm = [1.0, 1.5, 1, 1.5, 1, 1.5]
    func chart(_ later: [Double], _ freeze: Freeze) throws -> ControlChart {
      try ControlChart(subgroups(calm + later), ChartOptions(type: .s, freeze: freeze))
    }
    let baseline = Freeze.firstPhase(points: 6)
    let quiet = try chart([1, 1], baseline)
    let wild = try chart([9, 9], baseline)
    #expect(wild.points.map(\.centre) == quiet.points.map(\.centre))
    #expect(wild.points.map(\.upper) == quiet.points.map(\.upper))
    #expect(wild.points[7].beyondLimit == .high)
    #expect(try chart([9, 9], .none).points[0].upper != wild.points[0].upper)
  }

  @Test("a missing count on a C chart is not a count of zero")
  func missingCount() throws {
    let counts: [Double?] = [4, 6, nil, 5, 5, nil]
    let chart = try ControlChart(Series.observations(counts), ChartOptions(type: .c))
    #expect(chart.phases[0].centre == 5)
    #expect(chart.points[2].isMissing && chart.points[2].value == nil)
    let zeros = try ControlChart(
      Series.observations(counts.map { $0 ?? 0 }), ChartOptions(type: .c))
    #expect(zeros.phases[0].centre == 20.0 / 6)
  }

  @Test("limits of shares and counts never leave what they can reach")
  func reachableLimits() throws {
    for (numerator, denominator) in [(1.0, 20.0), (19, 20), (0, 5), (5, 5), (1, 3)] {
      let rows = (1...12).map { index in
        Observation(
          x: "\(index)", numerator: index == 1 ? min(numerator + 1, denominator) : numerator,
          denominator: denominator + Double(index % 3))
      }
      for type in [ChartType.p, .pp, .u, .up, .np, .c] {
        let chart = try ControlChart(rows, ChartOptions(type: type))
        for point in chart.points {
          #expect((point.lower ?? 0) >= 0 && (point.lowerWarning ?? 0) >= 0, "\(type)")
          if type == .p || type == .pp { #expect((point.upper ?? 1) <= 1, "\(type)") }
          if type == .np { #expect((point.upper ?? 0) <= point.denominator ?? 0) }
        }
      }
    }
  }

  @Test("neighbouring moving ranges share a value, so no rule about runs applies to them")
  func movingRangesHaveNoRuns() throws {
    // Calm, then restless: the ranges lie on one side for ten points, and later rise for eight.
    let values: [Double] =
      (0..<12).map { $0.isMultiple(of: 2) ? 5 : 5.1 } + [5, 6, 4, 7, 3, 8, 2, 9, 1, 10]
    let chart = try ControlChart(
      Series.observations(values), ChartOptions(type: .mr, ruleSets: RuleSet.all))
    #expect(chart.signals.allSatisfy { $0.rule.pattern == .outside })
    #expect(chart.phases.allSatisfy { !$0.runs.isSignal })
  }

  @Test("two of three points near opposite limits are no pattern")
  func oppositeSides() throws {
    for third in [0.5, -0.5] {
      let values: [Double] = [0.1, -0.1, 2.5, third, -2.5, 0.1, -0.1, 0.2]
      let chart = try Series.individuals(values, RuleSet.all, centre: 0, sigma: 1)
      #expect(!chart.signals.contains { $0.rule.pattern == .twoOfThree })
    }
    let sameSide = try Series.individuals(
      [0.1, -0.1, 2.5, 0.5, 2.5, 0.1], RuleSet.all, centre: 0, sigma: 1)
    #expect(
      Set(sameSide.signals.map(\.rule)).isSuperset(of: [.nhsTwoOfThree, .we2, .nelson5]))
  }

  @Test("a trend that crosses the mean is a trend")
  func trendAcrossMean() throws {
    let values: [Double] = [0.5, -1.5, -1, -0.5, 0.25, 0.5, 1, 1.5, 0.1]
    let chart = try Series.individuals(values, centre: 0, sigma: 1)
    let trend = try #require(chart.signals.first { $0.rule == .nhsTrend })
    #expect(trend.points == Array(1...7))
    #expect(trend.direction == .high)
    #expect(!chart.signals.contains { $0.rule == .nhsShift })
  }

  @Test("a rate may count more events than opportunities")
  func rateAboveOne() throws {
    let rows = [(9.0, 4.0), (12, 5), (7, 3), (10, 4.5)].enumerated().map { index, row in
      Observation(x: "\(index)", numerator: row.0, denominator: row.1)
    }
    let chart = try ControlChart(rows, ChartOptions(type: .u))
    #expect(chart.phases[0].centre == 38 / 16.5)
    #expect(chart.points[0].value == 2.25)
    #expect(chart.points.allSatisfy { ($0.upper ?? 0) > 1 })
  }

  @Test("phases of a chart of subgroups are counted in subgroups, each with its own spread")
  func phasesOfSubgroups() throws {
    let rows = (1...8).flatMap { day in
      [-1.0, 0, 1].map { Row(x: "2026-03-0\(day)", y: 10 + $0 * (day > 4 ? 3 : 1)) }
    }
    let observations = Observation.grouped(rows, along: .date, for: .xbar, hasDenominators: false)
    #expect(observations.count == 8)
    let chart = try ControlChart(observations, ChartOptions(type: .xbar, phaseStarts: [4]))
    #expect(chart.phases.map(\.range) == [0..<4, 4..<8])
    let widths = chart.phases.map { ($0.upper ?? 0) - ($0.centre ?? 0) }
    #expect(abs(widths[1] - 3 * widths[0]) < 1e-12)
  }

  @Test("days around a change of the clocks keep their place and their day")
  func summerTime() {
    func order(_ labels: [String]) -> [String] {
      Observation.grouped(
        labels.map { Row(x: $0, y: 1) }, along: .date, for: .i, hasDenominators: false
      ).map(\.x)
    }
    let days = ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"]
    #expect(order(days.reversed()) == days)
    // The hour that comes twice: half past one in summer time is before half past one in winter.
    let night = [
      "2026-10-25T00:30+01:00", "2026-10-25T01:30+01:00", "2026-10-25T01:30+00:00",
      "2026-10-25T02:30Z",
    ]
    #expect(order(night.reversed()) == night)
    #expect(order([night[2], night[1]]) == [night[1], night[2]])
    let seconds = days.compactMap { TimeOrder($0)?.seconds }
    #expect(seconds.count == 6 && seconds.allSatisfy { $0.isMultiple(of: 86_400) })
  }

  @Test("periods of several kinds stand in the order of time, not of letters")
  func periods() {
    let labels = ["2025-12", "2026-Q1", "2026-01-15", "2026-W06", "2026-02-10", "2026-10", "2027"]
    let rows = labels.reversed().map { Row(x: $0, y: 1) }
    let sorted = Observation.grouped(rows, along: .date, for: .i, hasDenominators: false)
    #expect(sorted.map(\.x) == labels)
    for bad in ["2026-13", "2026-Q5", "2026-W54", "26-01", "2026-1", "2026-01-01T25:00", "March"] {
      #expect(TimeOrder(bad) == nil, "\(bad)")
    }
    #expect(TimeOrder("1970-01-01")?.seconds == 0)
    #expect(TimeOrder("2026-W01")?.seconds == TimeOrder("2025-12-29")?.seconds)
    #expect(TimeOrder("2024-03-01T00:00:01-01:00")?.seconds == 1_709_254_801)
  }

  @Test("no line, label or sentence says Inf or NaN", arguments: ChartType.allCases)
  func noInfinity(_ type: ChartType) throws {
    let extremes: [[Double]] = [
      [1e100, 1e-100, 1e100, 5],
      [Double.leastNonzeroMagnitude, 1, Double.leastNonzeroMagnitude, 2], [1e99, 1e99, 1e99, 1e99],
      [1, 1, 1, 1],
    ]
    for values in extremes {
      let observations = values.enumerated().map { index, value in
        type.usesSubgroups
          ? Observation(x: "Inf", subgroup: [value, value / 2])
          : type.needsDenominator
            ? Observation(x: "\(index)", numerator: min(value, 1e50), denominator: 1e100)
            : Observation(x: "\(index)", value: value)
      }
      let chart = try ControlChart(
        observations, ChartOptions(type: type, ruleSets: RuleSet.all, multiplier: 1e90))
      for point in chart.points {
        let numbers = [point.value, point.centre, point.lower, point.upper, point.lowerWarning]
        #expect(numbers.allSatisfy { $0?.isFinite ?? true })
      }
      let words = ChartWords(measure: "Measure") { _ in "now" }
      #expect(!chart.summary(words).contains(/\b(nan|inf|infinity)\b/.ignoresCase()))
    }
  }
}
