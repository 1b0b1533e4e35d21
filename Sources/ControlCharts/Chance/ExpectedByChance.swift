/// How many of many charts are marked, and how many would be if nothing had changed anywhere.
///
/// Of many stable charts some signal anyway; without that number a long list cries wolf.
public struct ExpectedByChance: Hashable, Sendable {
  /// The charts on which a verdict is told and better and worse are known.
  public private(set) var charts = 0
  /// Those whose newest final point takes part in an unfavourable, or favourable, signal.
  public private(set) var unfavourable = 0
  public private(set) var favourable = 0
  public private(set) var expectedUnfavourable = 0.0
  public private(set) var expectedFavourable = 0.0

  public init() {}

  /// Counts a chart in; one that no verdict is told of, or that has no better and worse, adds
  /// nothing.
  ///
  /// - Complexity: that of a simulation for the first chart of its kind, then O(points).
  public mutating func add(_ chart: ControlChart, _ verdict: CautiousVerdict) {
    let direction = chart.options.improvement
    guard direction != .neutral, verdict.variation != nil, let process = StableProcess(chart) else {
      return
    }
    charts += 1
    if verdict.variation == .concern { unfavourable += 1 }
    if verdict.variation == .improvement { favourable += 1 }
    let rates = ChanceRates.of(process)
    expectedUnfavourable += direction == .decrease ? rates.high : rates.low
    expectedFavourable += direction == .decrease ? rates.low : rates.high
  }

  /// "5 unfavourable signals; about 3 would be expected by chance".
  public var words: String {
    let count =
      unfavourable == 0
      ? "no unfavourable signal"
      : "\(unfavourable) unfavourable \(unfavourable == 1 ? "signal" : "signals")"
    let expected = Int(expectedUnfavourable.rounded())
    let about = expected == 0 ? "less than 1" : "about \(expected)"
    return "\(count); \(about) would be expected by chance"
  }
}
