import TestSupport
import Testing

@testable import ControlCharts

@Suite("Points after a change against limits frozen before it")
struct FrozenComparisonTests {
  private func comparison(
    _ before: [Double], _ after: [Double], _ improvement: ImprovementDirection = .increase,
    rules: RuleSet = .nhs()
  ) throws -> FrozenComparison {
    func points(_ values: [Double]) -> [Observation] {
      values.map { Observation(x: "", value: $0) }
    }
    return try FrozenComparison(
      before: points(before), after: points(after),
      ChartOptions(type: .i, ruleSets: [rules], improvement: improvement))
  }

  private static let calm = [10.0, 12, 9, 11, 8, 10, 11, 9, 12, 10, 9, 11]

  @Test("a shift after the change is better one way and worse the other")
  func shift() throws {
    let higher = Self.calm.map { $0 + 4 }
    #expect(try comparison(Self.calm, higher).result == .better)
    #expect(try comparison(Self.calm, higher, .decrease).result == .worse)
    #expect(try comparison(Self.calm, higher, .neutral).result == nil)
    #expect(try comparison(Self.calm, Self.calm).result == .unchanged)
  }

  @Test("the limits are those of the points before, however many came after")
  func frozen() throws {
    let higher = (0..<60).map { Self.calm[$0 % 12] + 4 }
    let chart = try comparison(Self.calm, higher).chart
    #expect(chart.points.last?.centre == Self.calm.reduce(0, +) / 12)
  }

  @Test("a run that began before the change and stops with it is no work of the change")
  func runAcross() throws {
    let before = Array(Self.calm.prefix(8)) + [12.1, 12.2, 12.1, 12.3]
    let after = [12.1, 12.2, 12.1] + Self.calm.prefix(9)
    #expect(try comparison(before, after).result == .unchanged)
  }

  @Test("nothing is told with fewer than twelve final points on either side")
  func tooShort() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      func side() -> [Observation] {
        (0..<Int.random(in: 1...18, using: &random)).map { _ in
          Observation(
            x: "",
            value: Int.random(in: 0..<12, using: &random) == 0
              ? nil : Double.random(in: 0..<50, using: &random),
            isExcluded: Int.random(in: 0..<12, using: &random) == 0,
            isProvisional: Int.random(in: 0..<12, using: &random) == 0)
        }
      }
      func usable(_ side: [Observation]) -> Int {
        side.count { $0.value != nil && !$0.isExcluded && !$0.isProvisional }
      }
      let (before, after) = (side(), side())
      let found = try FrozenComparison(
        before: before, after: after, ChartOptions(type: .i, improvement: .increase))
      #expect(found.countBefore == usable(before))
      #expect(found.countAfter == usable(after))
      #expect((found.result != nil) == (min(usable(before), usable(after)) >= 12))
    }
  }

  @Test(
    "turned upside down, better is worse and worse is better",
    arguments: [RuleSet.Name.nhs, .anhoej])
  func upsideDown(_ rules: RuleSet.Name) throws {
    var random = SeededGenerator(seed: 31)
    var seen: Set<FrozenComparison.Result> = []
    for _ in 0..<400 {
      let shift = Double.random(in: -12...12, using: &random)
      let before = (0..<14).map { _ in Double.random(in: 0..<20, using: &random) }
      let after = (0..<15).map { _ in Double.random(in: 0..<20, using: &random) + shift }
      let one = try comparison(before, after, rules: RuleSet(rules)).result
      let other = try comparison(before.map { -$0 }, after.map { -$0 }, rules: RuleSet(rules))
        .result
      let turned: FrozenComparison.Result? =
        switch one {
        case .better: .worse
        case .worse: .better
        case .unchanged, nil: one
        }
      #expect(other == turned)
      if let one { seen.insert(one) }
    }
    #expect(seen.count == 3, "the sample has all three")
  }

  @Test("of noise alone about as many look better as chance is said to give")
  func noise() throws {
    for (before, after) in [(12, 12), (20, 14), (24, 36)] {
      var source = ChanceSource(seed: UInt64(before * 100 + after) &* 7_919)
      var (better, worse, expected) = (0.0, 0.0, 0.0)
      let tries = 300
      for _ in 0..<tries {
        func points(_ count: Int) -> [Observation] {
          (0..<count).map { _ in
            // Forty opportunities with a chance of 30 %.
            let count = (0..<40).count { _ in source.uniform() < 0.3 }
            return Observation(x: "", numerator: Double(count), denominator: 40)
          }
        }
        let found = try FrozenComparison(
          before: points(before), after: points(after),
          ChartOptions(type: .p, improvement: .decrease))
        if found.result == .better { better += 1 }
        if found.result == .worse { worse += 1 }
        expected += try #require(ComparisonChance(found)).better
      }
      // Three standard errors of the count, and a fifth for what the simulation rounds.
      let slack = 3 * (expected * 1.2).squareRoot() + expected * 0.2
      #expect(abs(better - expected) < slack, "\(before)+\(after): \(better) for \(expected)")
      #expect(expected > 0.01 * Double(tries))
      #expect(expected < 0.5 * Double(tries))
    }
  }

  @Test("chance knows which way is better where the two sides differ")
  func skewed() throws {
    // Rare events: a high point comes sooner than a low one, which no limit can show.
    func rare(_ improvement: ImprovementDirection) throws -> ComparisonChance {
      let counts = [1.0, 0, 2, 1, 0, 1, 3, 0, 1, 1, 0, 2, 1, 1, 0, 1]
      let points = counts.map { Observation(x: "", value: $0) }
      let found = try FrozenComparison(
        before: points, after: points, ChartOptions(type: .c, improvement: improvement))
      return try #require(ComparisonChance(found))
    }
    #expect(try rare(.increase).better == rare(.decrease).worse)
    #expect(try rare(.increase).worse == rare(.decrease).better)
    #expect(try rare(.increase).better != rare(.decrease).better)
  }

  @Test("what was on its way before the change is said to have been")
  func improvingAlready() throws {
    let slow = (0..<24).map { Self.calm[$0 % 12] + Double($0) * 0.25 }
    #expect(try comparison(slow, Self.calm.map { $0 + 9 }).wasImprovingAlready)
    #expect(try !comparison(slow, Self.calm.map { $0 + 9 }, .decrease).wasImprovingAlready)
    #expect(try !comparison(Self.calm, Self.calm.map { $0 + 9 }).wasImprovingAlready)
    // An early lucky point is not a way that something goes.
    let lucky = [30.0] + Self.calm + Self.calm
    #expect(try !comparison(lucky, Self.calm).wasImprovingAlready)
  }

  @Test("a drift is told as often as agreed where there is none, and its ties count for nothing")
  func drift() {
    var source = ChanceSource(seed: 5)
    let told = (0..<1_000).count { _ in
      Drift((0..<16).map { _ in source.normal() }).direction != nil
    }
    #expect(told > 20 && told < 75, "about 5 %: \(told)")
    #expect(Drift([]).direction == nil)
    #expect(Drift(Array(repeating: 3, count: 30)).direction == nil)
    #expect(Drift((0..<8).map(Double.init)).direction == .high)
    #expect(Drift((0..<8).map { -Double($0) }).direction == .low)
  }
}
