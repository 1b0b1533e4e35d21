/// Which points the centre line and the limits are calculated from.
public enum Freeze: Hashable, Sendable {
  /// All points of each phase.
  case none
  /// The first so many points of the chart, for its first phase; later phases use all of theirs.
  case firstPhase(points: Int)
  /// These observations, for the phase that the first of them is in; other phases use all of theirs.
  case range(Range<Int>)
  /// The first so many points of every phase.
  case everyPhase(points: Int)
}

/// Which way is better.
public enum ImprovementDirection: String, CaseIterable, Hashable, Sendable {
  case increase, decrease, neutral
}

/// How the spread within subgroups is estimated.
public enum SubgroupSpread: Hashable, Sendable {
  /// The mean standard deviation where all subgroups have one size, otherwise the pooled one.
  case meanOrPooled
  /// The mean of the standard deviations, each divided by its c4 first.
  case meanCorrected
}

/// Everything that shapes a chart besides its data.
public struct ChartOptions: Hashable, Sendable {
  public var type: ChartType
  /// The rule sets that are applied; the first names the chart's verdicts, unless the NHS set is
  /// among them.
  public var ruleSets: [RuleSet]
  /// Indexes of the observations at which a new phase begins. Those at or before the first
  /// observation or beyond the last are ignored.
  public var phaseStarts: [Int]
  public var freeze: Freeze
  /// Whether freezing also fixes the spread; off, only the centre line is frozen.
  public var freezesSpread: Bool
  public var improvement: ImprovementDirection
  /// What is aimed for, in the units of the chart; it never moves a limit.
  public var target: Double?
  /// A centre line set by hand, before the multiplier is applied.
  public var givenCentre: Double?
  /// A standard deviation set by hand, before the multiplier is applied: of the points, or within
  /// subgroups on X̄ and S charts.
  public var givenSigma: Double?
  /// The factor for points, centre line and limits: 1,000 for a rate per 1,000.
  public var multiplier: Double
  /// Whether moving ranges beyond their own upper limit are dropped, once, before averaging.
  public var screensMovingRanges: Bool
  /// Whether a lower limit below zero is drawn at zero, for values that can't be negative.
  public var floorsAtZero: Bool
  public var constants: Constants
  public var subgroupSpread: SubgroupSpread
  public var axis: Axis

  public init(
    type: ChartType, ruleSets: [RuleSet] = [.nhs()], phaseStarts: [Int] = [],
    freeze: Freeze = .none, freezesSpread: Bool = true,
    improvement: ImprovementDirection = .neutral,
    target: Double? = nil, givenCentre: Double? = nil, givenSigma: Double? = nil,
    multiplier: Double = 1, screensMovingRanges: Bool = false, floorsAtZero: Bool = false,
    constants: Constants = .exact, subgroupSpread: SubgroupSpread = .meanOrPooled,
    axis: Axis = .date
  ) {
    self.type = type
    self.ruleSets = ruleSets
    self.phaseStarts = phaseStarts
    self.freeze = freeze
    self.freezesSpread = freezesSpread
    self.improvement = improvement
    self.target = target
    self.givenCentre = givenCentre
    self.givenSigma = givenSigma
    self.multiplier = multiplier
    self.screensMovingRanges = screensMovingRanges
    self.floorsAtZero = floorsAtZero
    self.constants = constants
    self.subgroupSpread = subgroupSpread
    self.axis = axis
  }
}
