/// Which statistic a chart plots and how its limits are made.
///
/// The raw value is the short name used on the command line and in exchanged files.
public enum ChartType: String, CaseIterable, Hashable, Sendable {
  /// Run chart: the values around their median, without limits.
  case run
  /// Individuals (XmR): single values, limits from their moving ranges.
  case i
  /// Moving ranges of single values.
  case mr
  /// Means of subgroups.
  case xbar
  /// Standard deviations of subgroups.
  case s
  /// Proportions.
  case p
  /// Proportions with Laney's correction for large or uneven denominators (P′).
  case pp
  /// Rates per unit of opportunity.
  case u
  /// Rates with Laney's correction (U′).
  case up
  /// Counts over equal opportunities.
  case c
  /// Counts out of a denominator.
  case np
  /// Opportunities between events.
  case g
  /// Time between events.
  case t
  /// Individuals with a denominator (I′): a ratio whose spread shrinks as the denominator grows.
  case ip

  /// The name as people write it: "P′ chart".
  public var title: String {
    switch self {
    case .run: "run chart"
    case .i: "I chart"
    case .mr: "MR chart"
    case .xbar: "X̄ chart"
    case .s: "S chart"
    case .p: "P chart"
    case .pp: "P′ chart"
    case .u: "U chart"
    case .up: "U′ chart"
    case .c: "C chart"
    case .np: "NP chart"
    case .g: "G chart"
    case .t: "T chart"
    case .ip: "I′ chart"
    }
  }

  /// Whether each point needs a denominator.
  public var needsDenominator: Bool {
    switch self {
    case .p, .pp, .u, .up, .np, .ip: true
    case .run, .i, .mr, .xbar, .s, .c, .g, .t: false
    }
  }

  /// Whether each point is made of several measurements.
  public var usesSubgroups: Bool { self == .xbar || self == .s }

  /// Whether the chart has control limits at all.
  public var hasLimits: Bool { self != .run }

  /// Whether the numerator can never exceed the denominator.
  public var isProportion: Bool { self == .p || self == .pp || self == .np }

  /// Whether the plotted values are counts, or ratios of a count, which can't be negative.
  public var countsEvents: Bool {
    switch self {
    case .p, .pp, .u, .up, .np, .c, .g: true
    case .run, .i, .mr, .xbar, .s, .t, .ip: false
    }
  }

  /// Whether a standard deviation given by hand has a meaning for this chart.
  public var takesGivenSigma: Bool {
    switch self {
    case .run, .mr, .g, .t: false
    case .i, .xbar, .s, .p, .pp, .u, .up, .c, .np, .ip: true
    }
  }
}
