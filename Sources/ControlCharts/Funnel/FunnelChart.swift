/// Several places compared on one measure over one period, each against limits for its own
/// denominator.
///
/// A small place varies more by chance alone; drawn over the denominator the limits make a funnel,
/// and only what lies outside differs by more than chance. Nothing is ranked, nothing is adjusted:
/// neither for case mix nor for overdispersion, which is tested and told (Spiegelhalter 2005,
/// Statistics in Medicine 24, 1185–1202).
public struct FunnelChart: Hashable, Sendable {
  public let kind: FunnelKind
  public let improvement: ImprovementDirection
  /// The factor from the ratio to the number people read.
  public let multiplier: Double
  /// In the order in which they were given.
  public let points: [FunnelPoint]
  /// All events over all opportunities, in the units of the chart; nil where there are none.
  public let centre: Double?
  public let numerator: Double
  public let denominator: Double
  public let dispersion: Dispersion
  private let ratio: Double?

  /// Compares what was reported.
  ///
  /// The limits at a denominator n are p ± 3 √(p (1 − p) / n) for proportions, within 0…1, and
  /// u ± 3 √(u / n) for rates, not below zero.
  ///
  /// - Throws: `ChartError` where a number can't be what it is said to be; the label is the name.
  /// - Complexity: O(entries).
  public init(
    _ entries: [FunnelEntry], kind: FunnelKind, improvement: ImprovementDirection = .neutral,
    multiplier: Double = 1
  ) throws(ChartError) {
    guard multiplier.isFinite, multiplier > 0, multiplier <= 1e12 else {
      throw .optionOutOfRange(name: "multiplier")
    }
    try Self.check(entries, kind)
    let known = entries.filter(\.isComparable)
    numerator = StableSum.of(known.compactMap(\.numerator))
    denominator = StableSum.of(known.compactMap(\.denominator))
    let ratio = denominator > 0 ? numerator / denominator : nil
    self.ratio = ratio
    self.kind = kind
    self.improvement = improvement
    self.multiplier = multiplier
    centre = ratio.map { $0 * multiplier }
    let points = entries.enumerated().map { index, entry in
      FunnelPoint(entry, at: index, ratio, kind, improvement, multiplier)
    }
    self.points = points
    dispersion = Dispersion(of: points.compactMap(\.z), spread: ratio.map { kind.variance(of: $0) })
  }

  /// The limits that a denominator above zero has, in the units of the chart.
  public func limits(at denominator: Double) -> (lower: Double, upper: Double)? {
    guard let ratio, denominator > 0, denominator.isFinite else { return nil }
    let (lower, upper) = kind.limits(around: ratio, at: denominator)
    return (lower * multiplier, upper * multiplier)
  }

  /// Those beyond a limit, in the order in which they were given.
  public var outside: [FunnelPoint] { points.filter { $0.beyondLimit != nil } }

  /// Those with fewer than five expected events, or as few expected not to happen, for which limits
  /// from the normal distribution are rough (Cochran 1954, Biometrics 10).
  public var rough: [FunnelPoint] {
    guard let ratio else { return [] }
    return points.filter { point in
      guard point.value != nil, let denominator = point.denominator else { return false }
      let expected = ratio * denominator
      return expected < 5 || (kind == .proportion && denominator - expected < 5)
    }
  }

  private static func check(_ entries: [FunnelEntry], _ kind: FunnelKind) throws(ChartError) {
    guard !entries.isEmpty else { throw .noObservations }
    for (index, entry) in entries.enumerated() {
      for number in [entry.numerator, entry.denominator].compactMap(\.self)
      where !number.isFinite || abs(number) > Series.largest {
        throw .numberOutOfRange(index: index, x: entry.name)
      }
      if let count = entry.numerator, count < 0 {
        throw .negativeCount(index: index, x: entry.name, count: count)
      }
      if let denominator = entry.denominator, denominator < 0 {
        throw .negativeDenominator(index: index, x: entry.name, denominator: denominator)
      }
      if kind == .proportion, let numerator = entry.numerator, let denominator = entry.denominator,
        numerator > denominator
      {
        throw .numeratorAboveDenominator(
          index: index, x: entry.name, numerator: numerator, denominator: denominator)
      }
    }
  }
}

extension FunnelEntry {
  /// Whether the entry has a ratio.
  var isComparable: Bool {
    guard numerator != nil, let denominator else { return false }
    return denominator > 0
  }
}

extension FunnelKind {
  /// The variance of one opportunity.
  func variance(of ratio: Double) -> Double {
    switch self {
    case .proportion: max(0, ratio * (1 - ratio))
    case .rate: max(0, ratio)
    }
  }

  /// Three standard deviations around a ratio, as far as the values can reach.
  func limits(around ratio: Double, at denominator: Double) -> (lower: Double, upper: Double) {
    let width = 3 * (variance(of: ratio) / denominator).squareRoot()
    let upper = ratio + width
    return (max(0, ratio - width), self == .proportion ? min(1, upper) : upper)
  }
}

extension FunnelPoint {
  fileprivate init(
    _ entry: FunnelEntry, at index: Int, _ ratio: Double?, _ kind: FunnelKind,
    _ improvement: ImprovementDirection, _ multiplier: Double
  ) {
    self.index = index
    name = entry.name
    numerator = entry.numerator
    denominator = entry.denominator
    guard entry.isComparable, let ratio, let numerator, let denominator else { return }
    let share = numerator / denominator
    guard share.isFinite, (share * multiplier).isFinite else { return }
    let limits = kind.limits(around: ratio, at: denominator)
    value = share * multiplier
    lower = limits.lower * multiplier
    upper = limits.upper.isFinite ? limits.upper * multiplier : nil
    side = Placement(of: share, against: ratio)
    if Placement(of: share, against: limits.upper) == .above {
      beyondLimit = .high
    } else if Placement(of: share, against: limits.lower) == .below {
      beyondLimit = .low
    }
    meaning = beyondLimit.map { improvement.meaning(of: $0) }
    let sigma = (kind.variance(of: ratio) / denominator).squareRoot()
    if sigma > 0 {
      let z = side == .on ? 0 : (share - ratio) / sigma
      self.z = z.isFinite ? z : nil
    }
  }
}
