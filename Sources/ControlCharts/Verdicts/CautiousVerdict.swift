/// What may be told to people of what a chart shows.
///
/// The bare rules speak from the first points on. Told too early they cry wolf, so a verdict waits
/// for ten points in a phase, a point that may still change completes no signal, and whether a
/// target will be met is a forecast that needs a phase without signals.
public struct CautiousVerdict: Hashable, Sendable {
  /// Points in a phase below which nothing is said about it.
  public static let fewestPoints = 10
  /// Points in a baseline from which its limits are firm.
  public static let firmLimits = 20
  /// Final points in the current phase from which a target can be judged.
  public static let assurancePoints = 13

  /// The signals that stand: in phases long enough, completed by points that won't change.
  public let signals: [Signal]
  /// What the last final point shows; nil while the current phase is too short.
  public let variation: PointType?
  public let assurance: AssuranceVerdict
  /// The current phase has fewer points than a verdict needs.
  public let hasTooFewPoints: Bool
  /// The limits of the current phase rest on fewer points than firm limits need.
  public let limitsAreProvisional: Bool
  /// No single low point can be a signal here; a G or a T chart could show one.
  public let lowPointsCannotSignal: Bool
  /// The label of each point, by the signals that stand.
  public let labels: [PointLabel]

  public init(_ chart: ControlChart) {
    let points = chart.points
    let signals = CautiousVerdict.signals(of: chart)
    let labels = Labels(count: points.count, signals, chart.options).labels
    let last = points.last { !$0.isMissing && !$0.isExcluded && !$0.isProvisional }
    let tooFew = chart.hasTooFewPoints
    self.signals = signals
    self.labels = labels
    hasTooFewPoints = tooFew
    limitsAreProvisional =
      chart.type.hasLimits
      && (chart.phases.last?.baselineCount ?? 0) < CautiousVerdict.firmLimits
    lowPointsCannotSignal = chart.cautions.contains(.lowPointsCannotSignal)
    variation =
      tooFew ? nil : last.map { PointType(labels[$0.index], chart.options.improvement) }
    assurance = AssuranceVerdict(chart, signals)
  }

  /// Searches again only where a point may still change; else the chart's own signals stand.
  private static func signals(of chart: ControlChart) -> [Signal] {
    func isLongEnough(_ phase: Int) -> Bool {
      chart.phases[phase].plottedCount >= fewestPoints
    }
    let points = chart.points
    guard points.contains(where: \.isProvisional) else {
      return chart.signals.filter { isLongEnough($0.phase) }
    }
    let finder = SignalFinder(options: chart.options) { !points[$0].isProvisional }
    return chart.standings.indices.filter(isLongEnough).flatMap { number in
      finder.signals(in: chart.standings[number], phase: number)
    }
  }
}

/// Whether a target will be met, or why that can't be said.
public enum AssuranceVerdict: Hashable, Sendable {
  /// No target was set.
  case notAsked
  /// The limits answer. Where denominators change, the one they were drawn for is named.
  case judged(Assurance, denominator: Double?)
  case notYet(Reason)

  public enum Reason: Hashable, Sendable {
    case runChart
    case neitherDirectionIsBetter
    case targetOnNaturalBound
    case tooFewPoints(count: Int)
    case unresolvedSignal
    case noLimits
  }

  init(_ chart: ControlChart, _ signals: [Signal]) {
    guard let target = chart.options.target else {
      self = .notAsked
      return
    }
    let phase = chart.phases.count - 1
    let current = chart.points.indices.filter { index in
      let point = chart.points[index]
      return point.phase == phase && !point.isMissing && !point.isExcluded && !point.isProvisional
    }
    if !chart.type.hasLimits {
      self = .notYet(.runChart)
    } else if chart.options.improvement == .neutral {
      self = .notYet(.neitherDirectionIsBetter)
    } else if AssuranceVerdict.isNaturalBound(target, chart) {
      self = .notYet(.targetOnNaturalBound)
    } else if current.count < CautiousVerdict.assurancePoints {
      self = .notYet(.tooFewPoints(count: current.count))
    } else if signals.contains(where: { $0.phase == phase }) {
      self = .notYet(.unresolvedSignal)
    } else if let assurance = ControlChart.assurance(
      current.map { chart.points[$0] }, chart.options)
    {
      let denominators = Set(current.compactMap { chart.points[$0].denominator })
      let changes = chart.type.needsDenominator && denominators.count > 1
      self = .judged(
        assurance,
        denominator: changes ? current.last.flatMap { chart.points[$0].denominator } : nil)
    } else {
      self = .notYet(.noLimits)
    }
  }

  /// Whether the values can't go beyond the target at all.
  private static func isNaturalBound(_ target: Double, _ chart: ControlChart) -> Bool {
    if let bounds = chart.options.naturalBounds,
      target <= bounds.lowerBound || target >= bounds.upperBound
    {
      return true
    }
    return switch chart.type {
    case .p, .pp: target <= 0 || target >= chart.options.multiplier
    case .np, .u, .up, .c, .g, .t, .mr, .s: target <= 0
    case .run, .i, .xbar, .ip: false
    }
  }
}
