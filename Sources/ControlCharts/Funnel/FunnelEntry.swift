/// What one of those compared reported for the period: its events and its opportunities.
public struct FunnelEntry: Hashable, Sendable {
  public var name: String
  /// How often it happened; nil where nobody knows.
  public var numerator: Double?
  /// How often it could have happened, or over how many units; nil where nobody knows.
  public var denominator: Double?

  public init(name: String, numerator: Double?, denominator: Double?) {
    self.name = name
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// What the compared numbers are.
public enum FunnelKind: String, CaseIterable, Hashable, Sendable {
  /// A part of the denominator: limits from the binomial distribution.
  case proportion
  /// Events per unit of the denominator, which may exceed it: limits from the Poisson distribution.
  case rate
}

/// One of those compared, with the limits that its denominator has.
public struct FunnelPoint: Hashable, Sendable {
  public var index: Int
  public var name: String
  public var numerator: Double?
  public var denominator: Double?
  /// The ratio in the units of the chart; nil where a number is missing or nothing could happen.
  public var value: Double?
  /// Three standard deviations from the centre line, for this denominator; nil without a value.
  public var lower: Double?
  public var upper: Double?
  /// Where the value stands against the centre line, decided before the multiplier.
  public var side: Placement?
  /// To which side the value lies strictly beyond a limit.
  public var beyondLimit: Direction?
  /// What that means for those who look for improvement; nil within the limits.
  public var meaning: Meaning?
  /// How many standard deviations of its own the value lies from the centre line.
  public var z: Double?

  public var isMissing: Bool { value == nil }
}
