/// One point of a finished chart, with the lines at its place, in the units of the chart.
public struct ChartPoint: Hashable, Sendable {
  public var index: Int
  public var x: String
  /// What is plotted; nil where it is missing.
  public var value: Double?
  public var numerator: Double?
  public var denominator: Double?
  /// How many measurements the point is made of, on X̄ and S charts.
  public var subgroupSize: Int?
  public var centre: Double?
  /// The limits at three standard deviations; nil where the chart has none here.
  public var lower: Double?
  public var upper: Double?
  /// The warning lines at two standard deviations.
  public var lowerWarning: Double?
  public var upperWarning: Double?
  /// The index of the phase the point is in.
  public var phase: Int
  public var isExcluded: Bool
  /// Why it is left out; nil where nobody said, or where it isn't.
  public var exclusionReason: String?
  public var isProvisional: Bool
  /// Where the value stands against the centre line; nil where either is missing. Decided before
  /// the multiplier, so that no rounding changes it.
  public var side: Placement?
  /// To which side the value lies strictly beyond a limit, whether it is left out or not.
  public var beyondLimit: Direction?
  /// Whether the value lies beyond a warning line and not beyond the limit.
  public var isNearLimit: Bool
  /// The rules of the signals the point takes part in, without repetition.
  public var rules: [Rule]
  public var label: PointLabel
  public var pointType: PointType

  public var isMissing: Bool { value == nil }
}

/// A stretch of points with lines of their own.
public struct ChartPhase: Hashable, Sendable {
  /// The indexes of its points.
  public var range: Range<Int>
  /// The centre line at its last point, in the units of the chart: the only one, except where it
  /// follows the denominators.
  public var centre: Double?
  public var lower: Double?
  public var upper: Double?
  /// How many points the lines were calculated from.
  public var baselineCount: Int
  /// How many points are neither missing nor left out.
  public var plottedCount: Int
  public var runs: RunsTest
}

/// What the NHS guidance calls a point, by the most telling of its signals.
public enum PointLabel: String, CaseIterable, Hashable, Sendable {
  case aboveUpperLimit = "above_upper_limit"
  case belowLowerLimit = "below_lower_limit"
  case trendUp = "trend_up"
  case trendDown = "trend_down"
  case twoOfThreeHigh = "two_of_three_high"
  case twoOfThreeLow = "two_of_three_low"
  case shiftHigh = "shift_high"
  case shiftLow = "shift_low"
  case none

  /// To which side the label points.
  public var direction: Direction? {
    switch self {
    case .aboveUpperLimit, .trendUp, .twoOfThreeHigh, .shiftHigh: .high
    case .belowLowerLimit, .trendDown, .twoOfThreeLow, .shiftLow: .low
    case .none: nil
    }
  }
}

/// What a point's label means for those who wait for a change.
public enum PointType: String, CaseIterable, Hashable, Sendable {
  case common
  case improvement
  case concern
  case neutralHigh = "neutral_high"
  case neutralLow = "neutral_low"

  public init(_ label: PointLabel, _ improvement: ImprovementDirection) {
    guard let direction = label.direction else {
      self = .common
      return
    }
    switch improvement.meaning(of: direction) {
    case .improvement: self = .improvement
    case .concern: self = .concern
    case .neutral: self = direction == .high ? .neutralHigh : .neutralLow
    }
  }
}

/// Whether a target will be met, as the limits have it.
///
/// Only a target strictly beyond a limit is decided: one that lies exactly on it may be met and may
/// be missed, which `Caution.targetOnLimit` says. Where values never leave one number, such as a
/// steady 100 %, that number stands for both limits.
public enum Assurance: String, CaseIterable, Hashable, Sendable {
  case pass
  case fail
  case hitOrMiss = "hit_or_miss"
}
