import Synchronization

/// How often charts on which nothing changes show a signal all the same.
public struct ChanceRates: Hashable, Sendable {
  /// The share of charts whose newest point takes part in a signal on the high side, and on the
  /// low side: those that are marked in a list of charts.
  public var high: Double
  public var low: Double
  /// The share of charts with a signal anywhere.
  public var anywhere: Double

  /// How many charts are drawn by lot for a kind of process that is not in the table. With what
  /// symmetry gives for free the standard error of a rate of 1 % is then about 0.2 %, and less, in
  /// proportion, for the sum over charts of several kinds.
  static let charts = 600

  /// The rates of a process, by simulation with a fixed seed: the same in every run.
  ///
  /// A stable process read backwards is as stable, so the first point of a chart counts as a newest
  /// one as well where all points make the limits; and normal values are as often high as low.
  ///
  /// - Complexity: O(charts × points).
  package init(
    simulating process: StableProcess, charts: Int = ChanceRates.charts, seed: UInt64? = nil
  ) {
    var source = ChanceSource(seed: seed ?? process.seed)
    var (high, low, ends, anywhere, made) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for _ in 0..<charts {
      guard let chart = process.chart(&source) else { continue }
      made += 1
      if !chart.signals.isEmpty { anywhere += 1 }
      let first = process.baseline == process.length ? chart.points.first?.pointType : nil
      for type in [chart.variation, first].compactMap(\.self) {
        ends += 1
        if type == .improvement { high += 1 }
        if type == .concern { low += 1 }
      }
    }
    if process.isSymmetric {
      high = (high + low) / 2
      low = high
    }
    self.high = (process.isTurned ? low : high) / max(1, ends)
    self.low = (process.isTurned ? high : low) / max(1, ends)
    self.anywhere = anywhere / max(1, made)
  }

  /// Rates that were counted before; where high and low change places, theirs do.
  init(high: Double, low: Double, anywhere: Double, isTurned: Bool) {
    self.high = isTurned ? low : high
    self.low = isTurned ? high : low
    self.anywhere = anywhere
  }

  private static let known = Mutex<[StableProcess: ChanceRates]>([:])

  /// The rates of a process: from the table, or where it has none simulated the first time and then
  /// known as long as the program runs.
  public static func of(_ process: StableProcess) -> ChanceRates {
    if let listed = ChanceTable.rates(of: process) { return listed }
    if let found = known.withLock({ $0[process] }) { return found }
    let made = ChanceRates(simulating: process)
    known.withLock { $0[process] = made }
    return made
  }
}
