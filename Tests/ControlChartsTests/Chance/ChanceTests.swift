import Testing

@testable import ControlCharts

@Suite("What chance alone would give")
struct ChanceTests {
  /// All ways in which an even number of points can lie about their median, one by one: half of
  /// them above it.
  private func sides(of points: Int) -> [[Placement]] {
    (0..<1 << points).filter { $0.nonzeroBitCount == points / 2 }.map { sides in
      (0..<points).map { (sides >> $0) & 1 == 1 ? .above : .below }
    }
  }

  private func share(of all: [[Placement]], where holds: ([Placement]) -> Bool) -> Double {
    Double(all.count(where: holds)) / Double(all.count)
  }

  /// The share of all orders of distinct numbers that rise or fall all the way, counted likewise.
  private func shareOfTrends(among points: Int) -> Double {
    2 / (1...points).reduce(1.0) { $0 * Double($1) }
  }

  @Test("a run chart's false shifts at the newest point are as enumeration has them")
  func shifts() {
    let set = RuleSet(.nhs, shift: 5, trend: 20)
    let process = StableProcess(.normal(hasLimits: false), length: 12, rules: set)
    let rates = ChanceRates(simulating: process, charts: 3_000)
    let exact = share(of: sides(of: 12)) { Set($0.suffix(5)).count == 1 }
    #expect(exact == 14.0 / 924, "two of 924 ways for each of the seven other places")
    #expect(abs(rates.high + rates.low - exact) < 0.008)
    #expect(rates.high == rates.low)
  }

  @Test("false trends at the newest point are as rare as orders of numbers have it")
  func trends() {
    let set = RuleSet(.nhs, shift: 1_000, trend: 4)
    let process = StableProcess(.normal(hasLimits: false), length: 12, rules: set)
    let rates = ChanceRates(simulating: process, charts: 3_000)
    #expect(abs(rates.high + rates.low - shareOfTrends(among: 4)) < 0.015)
  }

  @Test("with firm limits a normal point lies beyond three sigma about 27 times in 10,000")
  func outside() {
    var set = RuleSet(.nhs)
    set.rules = [.nhsOutside]
    let process = StableProcess(.normal(hasLimits: true), length: 60, rules: set)
    let rates = ChanceRates(simulating: process, charts: 2_000)
    #expect(rates.high + rates.low > 0.001 && rates.high + rates.low < 0.006)
    // 1 − 0.9973^60 = 15 %, and a little more because the limits are estimated.
    #expect(rates.anywhere > 0.12 && rates.anywhere < 0.22)
  }

  @Test("Anhøj's runs test is as often wrong as all orders about the median have it")
  func anhoejExact() {
    for points in [10, 12, 14] {
      let exact = share(of: sides(of: points)) { RunsTest(sides: $0, mayJudge: true).isSignal }
      let process = StableProcess(.normal(hasLimits: false), length: points, rules: .anhoej)
      let rates = ChanceRates(simulating: process, charts: 2_000)
      #expect(abs(rates.anywhere - exact) < 0.012)
    }
  }

  @Test("on a run chart of usual length that is no more than the one in twenty it is meant for")
  func anhoejUsual() {
    for length in [20, 24, 40] {
      let process = StableProcess(.normal(hasLimits: false), length: length, rules: .anhoej)
      let rates = ChanceRates(simulating: process, charts: 1_500)
      #expect(rates.anywhere > 0.01 && rates.anywhere < 0.05)
    }
  }

  @Test("the same process gives the same rates, in any order, and is simulated once")
  func seeded() {
    let process = StableProcess(.poisson(mean: 4), length: 24, rules: .nhs())
    let first = ChanceRates(simulating: process, charts: 200)
    #expect(ChanceRates(simulating: process, charts: 200) == first)
    #expect(ChanceRates(simulating: process, charts: 200, seed: 2) != first)
    #expect(ChanceRates.of(process) == ChanceRates.of(process))
  }

  @Test("the table has every kind of process, and holds what a simulation gives")
  func table() throws {
    let kinds = StableProcess.kinds
    #expect(Set(kinds).count == kinds.count)
    #expect(ChanceTable.counts.count == 3 * kinds.count)
    // The whole table takes minutes; each kind of values and each set of rules is tried.
    let tried = kinds.enumerated().filter { $0.element.length == 10 && $0.offset % 3 == 0 }
    #expect(tried.count >= 14)
    for (_, kind) in tried {
      let listed = try #require(ChanceTable.rates(of: kind))
      let rates = ChanceRates(simulating: kind, charts: 1_000)
      for (listed, found) in [
        (listed.high, rates.high), (listed.low, rates.low), (listed.anywhere, rates.anywhere),
      ] {
        // Four standard errors of the smaller simulation, and a little for what is rare.
        let slack = 4 * (max(listed, 0.002) * (1 - listed) / 1_000).squareRoot()
        #expect(abs(listed - found) < slack, "\(kind): \(listed), now \(found)")
      }
    }
  }

  @Test("a process that is turned has the table's sides turned")
  func turnedInTable() throws {
    var process = try #require(StableProcess.kinds.first { $0.values == .poisson(mean: 1) })
    let listed = try #require(ChanceTable.rates(of: process))
    process.isTurned = true
    let turned = try #require(ChanceTable.rates(of: process))
    #expect(turned.high == listed.low && turned.low == listed.high)
    #expect(listed.high > listed.low)
    process.rules = RuleSet(.nhs, shift: 12)
    #expect(ChanceTable.rates(of: process) == nil, "lengths of its own are simulated")
  }

  @Test("a baseline of few points gives more false signals than one of all")
  func shortBaseline() {
    let all = StableProcess(.normal(hasLimits: true), length: 40, rules: .nhs())
    let few = StableProcess(.normal(hasLimits: true), length: 40, baseline: 10, rules: .nhs())
    #expect(
      ChanceRates(simulating: few, charts: 600).anywhere
        > ChanceRates(simulating: all, charts: 600).anywhere + 0.1)
  }

  @Test("of many charts it is said how many are worse and how many chance would make so")
  func expected() throws {
    var expected = ExpectedByChance()
    #expect(expected.words == "no unfavourable signal; less than 1 would be expected by chance")
    let steady = (0..<24).map { Double([10, 12, 9, 11, 8, 10, 11, 9, 12, 10, 9, 11][$0 % 12]) }
    let quiet = try Series.individuals(steady, improvement: .decrease)
    let worse = try Series.individuals(steady + [30], improvement: .decrease)
    let neutral = try Series.individuals(steady + [30], improvement: .neutral)
    let young = try Series.individuals([1, 2, 40], improvement: .decrease)
    for chart in [worse, neutral, young] + Array(repeating: quiet, count: 199) {
      expected.add(chart, CautiousVerdict(chart))
    }
    #expect(expected.charts == 200)
    #expect(expected.unfavourable == 1)
    #expect(expected.expectedUnfavourable > 0.6 && expected.expectedUnfavourable < 6)
    #expect(
      expected.words
        == "1 unfavourable signal; about \(Int(expected.expectedUnfavourable.rounded())) would be "
        + "expected by chance")
  }

  @Test("a chart of nearly always 100 % is judged by what is missing from it")
  func turned() throws {
    let shares = (0..<24).map {
      Observation(x: String($0), numerator: Double(49 - $0 % 2), denominator: 50)
    }
    let chart = try ControlChart(shares, ChartOptions(type: .p, improvement: .increase))
    let process = try #require(StableProcess(chart))
    #expect(process.isTurned)
    #expect(process.values == .poisson(mean: 1) || process.values == .poisson(mean: 3))
    let rates = ChanceRates.of(process)
    var straight = process
    straight.isTurned = false
    let events = ChanceRates.of(straight)
    #expect(rates.high == events.low && rates.low == events.high)
    #expect(rates.high != rates.low, "few non-events leave less room on one side")
  }
}
