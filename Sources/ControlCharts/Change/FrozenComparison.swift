/// A series held against itself: the points after a change, against limits that are frozen on the
/// points before it.
///
/// A change that works would otherwise move the very limits it is held against. Nothing is told
/// with fewer than twelve points on either side; points that may still change don't count.
public struct FrozenComparison: Hashable, Sendable {
  /// Points before and after without which nothing is told.
  public static let fewestPoints = 12

  /// What the points after show, in the direction of improvement.
  public enum Result: String, CaseIterable, Hashable, Sendable { case better, unchanged, worse }

  /// Both sides as one chart.
  public let chart: ControlChart
  /// How many points with a final number stand on each side.
  public let countBefore: Int
  public let countAfter: Int
  /// What the measure's own rules find among the points after, by themselves.
  public let signals: [Signal]
  /// Nothing where a side is too short, or where neither direction is better.
  public let result: Result?
  /// Whether it went the better way before the change: a favourable signal that touches one of the
  /// last three points, or a drift over all of them.
  public let wasImprovingAlready: Bool

  /// Compares the two sides; phases and freezing of the options are not used.
  ///
  /// - Throws: `ChartError` where the numbers can't be what such a chart is made of.
  /// - Complexity: O(points), and O(points before²) for the drift.
  public init(
    before: [Observation], after: [Observation], _ options: ChartOptions
  ) throws(ChartError) {
    var options = options
    options.phaseStarts = []
    options.freeze = .range(0..<before.count)
    let chart = try ControlChart((before + after).map(\.settled), options)
    let known = chart.points.filter { !$0.isMissing && !$0.isExcluded }
    let first = known.filter { $0.index < before.count }
    // Those left out are not among the standings.
    let shown = chart.points.prefix(before.count).count { !$0.isExcluded }
    let standings = chart.standings.first ?? []
    let finder = SignalFinder(options: options)
    let early = finder.signals(in: Array(standings.prefix(shown)), phase: 0)
    let late = finder.signals(in: Array(standings.dropFirst(shown)), phase: 0)
    self.chart = chart
    countBefore = first.count
    countAfter = known.count - first.count
    signals = late
    let isLong = min(countBefore, countAfter) >= Self.fewestPoints
    result = isLong ? Self.result(of: late, options.improvement) : nil
    let newest = Set(first.suffix(3).map(\.index))
    let drift = Drift(first.compactMap(\.value))
    wasImprovingAlready =
      early.contains { $0.meaning == .improvement && !newest.isDisjoint(with: $0.points) }
      || options.improvement.meaning(of: drift.direction) == .improvement
  }

  /// Where signals point both ways, the way in which more points do.
  private static func result(
    of signals: [Signal], _ improvement: ImprovementDirection
  ) -> Result? {
    guard improvement != .neutral else { return nil }
    func count(_ meaning: Meaning) -> Int {
      Set(signals.filter { $0.meaning == meaning }.flatMap(\.points)).count
    }
    let (good, bad) = (count(.improvement), count(.concern))
    return good > bad ? .better : good < bad ? .worse : .unchanged
  }
}

extension Observation {
  /// Left out as long as it may still change.
  fileprivate var settled: Observation {
    var observation = self
    if isProvisional { observation.isExcluded = true }
    return observation
  }
}
