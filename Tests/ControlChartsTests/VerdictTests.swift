import ControlCharts
import Testing

@Suite("What may be told")
struct VerdictTests {
  private let steady: [Double] = [9, 11, 10, 12, 8, 10.5, 9.5, 11, 9, 10, 12, 9, 11, 10, 9, 11]

  @Test("a verdict waits for ten points in the phase")
  func tooFew() throws {
    let values = Array(steady.prefix(8)) + [40]
    let chart = try Series.individuals(values, centre: 10, sigma: 1)
    #expect(!chart.signals.isEmpty, "the bare rules speak at once")
    let verdict = CautiousVerdict(chart)
    #expect(verdict.signals.isEmpty)
    #expect(verdict.variation == nil)
    #expect(verdict.hasTooFewPoints)
    #expect(
      verdict.summary(of: chart, ChartWords(measure: "Falls"))
        == "Falls: nine points so far, a verdict waits for ten; latest 40 (9).")
  }

  @Test("a provisional point completes no signal")
  func provisional() throws {
    let values = steady.map { $0 } + [11, 11.2, 11.1, 11, 11.2, 11.1]
    let complete = try Series.individuals(values, centre: 10, sigma: 2)
    #expect(CautiousVerdict(complete).signals.contains { $0.rule == .nhsShift })
    let waiting = try Series.individuals(values, centre: 10, sigma: 2) {
      $0[values.count - 1].isProvisional = true
    }
    #expect(waiting.signals.contains { $0.rule == .nhsShift })
    #expect(CautiousVerdict(waiting).signals.isEmpty)
    let longer = try Series.individuals(values + [11], centre: 10, sigma: 2) {
      $0[values.count].isProvisional = true
    }
    #expect(CautiousVerdict(longer).signals.map { $0.points.last } == [values.count - 1])
  }

  @Test("a provisional point beyond a limit says nothing yet")
  func provisionalOutside() throws {
    let chart = try Series.individuals(steady + [40], centre: 10, sigma: 1) {
      $0[16].isProvisional = true
    }
    #expect(chart.variation == .improvement)
    #expect(CautiousVerdict(chart).variation == .common)
    #expect(CautiousVerdict(chart).signals.isEmpty)
  }

  @Test("whether a target will be met waits for 13 points and for quiet")
  func assurance() throws {
    func verdict(_ values: [Double], target: Double?) throws -> AssuranceVerdict {
      CautiousVerdict(
        try Series.individuals(values, centre: 10, sigma: 1, target: target)
      ).assurance
    }
    #expect(try verdict(steady, target: nil) == .notAsked)
    #expect(try verdict(steady, target: 5) == .judged(.pass, denominator: nil))
    #expect(try verdict(steady, target: 10) == .judged(.hitOrMiss, denominator: nil))
    #expect(try verdict(steady, target: 20) == .judged(.fail, denominator: nil))
    #expect(try verdict(Array(steady.prefix(12)), target: 5) == .notYet(.tooFewPoints(count: 12)))
    #expect(try verdict(steady + [40], target: 5) == .notYet(.unresolvedSignal))
  }

  @Test("no forecast for run charts, natural bounds, or where neither direction is better")
  func noForecast() throws {
    let run = try ControlChart(
      Series.observations(steady),
      ChartOptions(type: .run, improvement: .increase, target: 9))
    #expect(CautiousVerdict(run).assurance == .notYet(.runChart))
    let neutral = try Series.individuals(steady, improvement: .neutral, target: 9)
    #expect(CautiousVerdict(neutral).assurance == .notYet(.neitherDirectionIsBetter))
    let shares = steady.map { Observation(x: "x", numerator: $0.rounded(), denominator: 20) }
    let bound = try ControlChart(
      shares, ChartOptions(type: .p, improvement: .increase, target: 100, multiplier: 100))
    #expect(CautiousVerdict(bound).assurance == .notYet(.targetOnNaturalBound))
  }

  @Test("with changing denominators the forecast names the one it is for")
  func denominators() throws {
    let shares = steady.enumerated().map {
      Observation(x: "x", numerator: $0.element.rounded(), denominator: 40 + Double($0.offset))
    }
    let chart = try ControlChart(
      shares, ChartOptions(type: .p, improvement: .increase, target: 0.9))
    #expect(CautiousVerdict(chart).assurance == .judged(.fail, denominator: 55))
  }

  @Test("a process that never leaves 100 % meets 95 and sits on 100", arguments: [95.0, 100, 101])
  func alwaysFull(_ target: Double) throws {
    let chart = try Series.individuals(Array(repeating: 100, count: 18), target: target)
    #expect(chart.signals.isEmpty)
    #expect(chart.assurance == (target < 100 ? .pass : (target > 100 ? .fail : .hitOrMiss)))
    #expect(chart.cautions.contains(.noSpread(phase: 0)))
  }

  @Test("where a lower limit is zero no single low point can show improvement")
  func lowPoints() throws {
    let counts = [1.0, 0, 2, 1, 0, 3, 1, 2, 1, 0, 1, 2]
    let chart = try ControlChart(
      Series.observations(counts), ChartOptions(type: .c, improvement: .decrease))
    #expect(chart.cautions.contains(.lowPointsCannotSignal))
    #expect(CautiousVerdict(chart).lowPointsCannotSignal)
    let many = try ControlChart(
      Series.observations(counts.map { $0 + 40 }), ChartOptions(type: .c, improvement: .decrease))
    #expect(!many.cautions.contains(.lowPointsCannotSignal))
  }

  @Test("single numbers that are often zero have no low signal either")
  func zeroIndividuals() throws {
    let zeros = (0..<16).map { $0.isMultiple(of: 3) ? 0.0 : 2 + Double($0 % 4) }
    func caution(_ values: [Double]) throws -> Bool {
      CautiousVerdict(
        try Series.individuals(values, improvement: .decrease)
      ).lowPointsCannotSignal
    }
    #expect(try caution(zeros))
    #expect(try !caution(zeros.map { $0 + 1 }))
    #expect(try !caution(zeros.map { $0 == 0 ? -1 : $0 }))
  }

  @Test("a bound that only the caller knows is no target either")
  func knownBounds() throws {
    var options = ChartOptions(type: .i, improvement: .increase, target: 100)
    let percent = Series.observations(steady.map { $0 + 80 })
    func verdict() throws -> AssuranceVerdict {
      CautiousVerdict(try ControlChart(percent, options)).assurance
    }
    #expect(try verdict() == .judged(.fail, denominator: nil))
    options.naturalBounds = 0...100
    #expect(try verdict() == .notYet(.targetOnNaturalBound))
    options.target = 95
    #expect(try verdict() == .judged(.hitOrMiss, denominator: nil))
  }

  @Test("a month that may still change doesn't lend its denominator to the forecast")
  func provisionalDenominator() throws {
    let shares = (steady + [1]).enumerated().map {
      Observation(
        x: "x", numerator: $0.element.rounded(),
        denominator: $0.offset < 16 ? 40 + Double($0.offset) : 3, isProvisional: $0.offset == 16)
    }
    let chart = try ControlChart(
      shares, ChartOptions(type: .p, improvement: .increase, target: 0.9))
    #expect(CautiousVerdict(chart).assurance == .judged(.fail, denominator: 55))
  }

  @Test("limits are provisional below twenty points")
  func provisionalLimits() throws {
    let short = try Series.individuals(steady)
    #expect(CautiousVerdict(short).limitsAreProvisional)
    #expect(short.cautions.contains(.provisionalLimits(count: 16, phase: nil)))
    #expect(!CautiousVerdict(try Series.individuals(steady + steady)).limitsAreProvisional)
  }
}
