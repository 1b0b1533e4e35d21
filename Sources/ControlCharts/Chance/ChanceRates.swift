import Synchronization

/// How often charts on which nothing changes show a signal all the same.
public struct ChanceRates: Hashable, Sendable {
  /// The share of charts whose newest point takes part in a signal on the high side, and on the
  /// low side: those that are marked in a list of charts.
  public var high: Double
  public var low: Double
  /// The share of charts with a signal anywhere.
  public var anywhere: Double

  /// How many charts are drawn by lot for one kind of process; the standard error of a rate of 2 %
  /// is then 0.4 %.
  static let charts = 1_000

  /// The rates of a process, by simulation with a fixed seed: the same in every run.
  ///
  /// - Complexity: O(charts × points).
  init(simulating process: StableProcess, charts: Int = ChanceRates.charts, seed: UInt64 = 1) {
    var source = ChanceSource(seed: seed)
    var (high, low, anywhere, made) = (0, 0, 0, 0)
    for _ in 0..<charts {
      guard let chart = process.chart(&source) else { continue }
      made += 1
      if !chart.signals.isEmpty { anywhere += 1 }
      switch chart.variation {
      case .improvement: high += 1
      case .concern: low += 1
      default: break
      }
    }
    let total = Double(max(1, made))
    self.high = Double(process.isTurned ? low : high) / total
    self.low = Double(process.isTurned ? high : low) / total
    self.anywhere = Double(anywhere) / total
  }

  private static let known = Mutex<[StableProcess: ChanceRates]>([:])

  /// The rates of a process; simulated the first time and then known as long as the program runs.
  public static func of(_ process: StableProcess) -> ChanceRates {
    if let found = known.withLock({ $0[process] }) { return found }
    let made = ChanceRates(simulating: process)
    known.withLock { $0[process] = made }
    return made
  }
}
