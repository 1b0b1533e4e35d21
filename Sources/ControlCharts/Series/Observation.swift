/// What was observed at one place of the x axis.
///
/// A number that is not known is nil, never zero: a missing count and a count of nothing are
/// different findings.
public struct Observation: Hashable, Sendable {
  /// The label on the x axis, as the caller writes it.
  public var x: String
  /// A single number: a measurement, a count, or a time or number of cases between events.
  public var value: Double?
  /// The count above the line, where the point is a ratio.
  public var numerator: Double?
  /// The opportunities below the line; zero means there was none, and the point is missing.
  public var denominator: Double?
  /// The measurements of a subgroup; those that are missing are nil and don't count.
  public var subgroup: [Double?]?
  /// Left out of the calculations and of every rule, but still shown.
  public var isExcluded: Bool
  /// Why it is left out; nil where nobody said, or where it isn't.
  public var exclusionReason: String?
  /// May still change.
  public var isProvisional: Bool

  /// A single number.
  public init(
    x: String, value: Double?, isExcluded: Bool = false, isProvisional: Bool = false
  ) {
    self.x = x
    self.value = value
    self.isExcluded = isExcluded
    self.isProvisional = isProvisional
  }

  /// A count and its opportunities.
  public init(
    x: String, numerator: Double?, denominator: Double?, isExcluded: Bool = false,
    isProvisional: Bool = false
  ) {
    self.x = x
    self.numerator = numerator
    self.denominator = denominator
    self.isExcluded = isExcluded
    self.isProvisional = isProvisional
  }

  /// Several measurements that form one point.
  public init(
    x: String, subgroup: [Double?], isExcluded: Bool = false, isProvisional: Bool = false
  ) {
    self.x = x
    self.subgroup = subgroup
    self.isExcluded = isExcluded
    self.isProvisional = isProvisional
  }
}
