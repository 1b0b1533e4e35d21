import Synchronization

/// How often a series on which nothing changes would look better, or worse, after a change.
///
/// Of many sites that try something, some look better whatever it is worth.
public struct ComparisonChance: Hashable, Sendable {
  public var better: Double
  public var worse: Double

  /// The chance for series like this one: its kind of numbers, its rules, its lengths on both sides.
  ///
  /// Nothing where no verdict is told, or of charts whose values don't stand alone.
  ///
  /// - Complexity: that of a simulation for the first of its kind, then O(points).
  public init?(_ comparison: FrozenComparison) {
    guard comparison.result != nil, let process = StableProcess(comparison.chart) else {
      return nil
    }
    let kind = StableComparison(
      process: process, before: comparison.countBefore, after: comparison.countAfter)
    let rates = kind.rates
    let isLowBetter = comparison.chart.options.improvement == .decrease
    better = isLowBetter ? rates.low : rates.high
    worse = isLowBetter ? rates.high : rates.low
  }
}

/// Two stretches of one stable process.
struct StableComparison: Hashable, Sendable {
  private let process: StableProcess
  private let before: Int
  private let after: Int

  /// Lengths are rounded to a few steps, because the chance changes slowly with them.
  init(process: StableProcess, before: Int, after: Int) {
    self.before = Self.rounded(before)
    self.after = Self.rounded(after)
    var process = process
    // The lengths are this comparison's own.
    process.length = self.before + self.after
    process.baseline = self.before
    self.process = process
  }

  private static let lengths = [12, 14, 16, 20, 24, 30, 36, 48, 72, 120]

  private static func rounded(_ count: Int) -> Int {
    lengths.min { abs($0 - count) < abs($1 - count) } ?? count
  }

  /// The shares of comparisons in which the points after signal on the high and on the low side.
  struct Rates: Hashable, Sendable {
    var high: Double
    var low: Double
  }

  private static let known = Mutex<[StableComparison: Rates]>([:])

  /// Simulated the first time and then known as long as the program runs; the same in every run.
  var rates: Rates {
    if let found = Self.known.withLock({ $0[self] }) { return found }
    let made = simulated()
    Self.known.withLock { $0[self] = made }
    return made
  }

  private func simulated() -> Rates {
    var source = ChanceSource(seed: process.seed &+ UInt64(before * 1_000 + after))
    var (high, low, made) = (0.0, 0.0, 0.0)
    for _ in 0..<ChanceRates.charts {
      let (numbers, type) = process.numbers(&source)
      let points = numbers.map { Observation(x: "", value: $0) }
      let options = ChartOptions(type: type, ruleSets: [process.rules], improvement: .increase)
      guard
        let comparison = try? FrozenComparison(
          before: Array(points.prefix(before)), after: Array(points.dropFirst(before)), options),
        let result = comparison.result
      else { continue }
      made += 1
      if result == .better { high += 1 }
      if result == .worse { low += 1 }
    }
    if process.isSymmetric {
      high = (high + low) / 2
      low = high
    }
    let share = 1 / max(1, made)
    return Rates(
      high: (process.isTurned ? low : high) * share, low: (process.isTurned ? high : low) * share)
  }
}
