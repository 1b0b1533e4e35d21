import ControlCharts
import Improvement

/// A series with its measure and the work around it, as one chart.
///
/// The documents say what was counted; this says what that makes: points in order with the gaps
/// between them, limits by the measure's own rules, the cycles that were going on.
public struct SeriesChart: Sendable {
  public var seriesID: String
  public var measure: Measure
  public var siteName: String
  /// The points drawn, oldest first; periods nobody reported stand among them as missing.
  public var points: [SeriesPoint]
  public var labels: [String]
  /// Nothing where there is no point, or where the numbers can't make the measure's chart.
  public var chart: ControlChart?
  /// What may be told of it, which waits for enough points; see `CautiousVerdict`.
  public var verdict: CautiousVerdict?
  /// Why there is no chart, in words.
  public var problem: String?
  public var annotations: [WorkMark]
  public var phaseReasons: [String]

  /// The chart of a series.
  ///
  /// - Parameter cycles: those of the projects that follow the measure at this site.
  /// - Complexity: O(points + cycles).
  public init(_ series: Series, of measure: Measure, at siteName: String, cycles: [Cycle] = []) {
    seriesID = series.id
    self.measure = measure
    self.siteName = siteName
    points = SeriesChart.complete(series.points, measure.frequency)
    labels = points.map { $0.period?.label ?? $0.periodText }
    annotations = WorkMark.all(of: cycles, on: points)
    let periods = points.map(\.period)
    phaseReasons = [""] + series.phases.map(\.reason)
    guard points.contains(where: { $0.status == .reported }) else {
      problem = "no numbers yet"
      return
    }
    do {
      let chart = try ControlChart(
        points.map { SeriesChart.observation($0, measure) },
        SeriesChart.options(series, measure, periods))
      self.chart = chart
      verdict = CautiousVerdict(chart)
    } catch {
      problem = "\(error)"
    }
  }

  /// The points as a chart takes them, for one that is to be drawn in another way.
  public var observations: [ChartObservation] {
    points.map { SeriesChart.observation($0, measure) }
  }

  /// The newest point that was reported.
  public var latest: SeriesPoint? { points.last { $0.status == .reported } }

  /// Fills the periods between the first and the last that nobody reported; a gap is information.
  static func complete(_ points: [SeriesPoint], _ frequency: Frequency) -> [SeriesPoint] {
    guard frequency != .event, let first = points.first?.period, let last = points.last?.period,
      first.unit == last.unit, let span = last.steps(since: first), span < 10_000
    else { return points }
    var complete: [SeriesPoint] = []
    var expected = first
    for point in points {
      while let period = point.period, period.unit == expected.unit, expected < period {
        complete.append(SeriesPoint.missing(expected))
        expected = expected.successor
      }
      complete.append(point)
      if let period = point.period, period == expected { expected = expected.successor }
    }
    return complete
  }

  private static func observation(_ point: SeriesPoint, _ measure: Measure) -> ChartObservation {
    let x = point.periodText
    let isProvisional = point.quality == .provisional
    guard point.status == .reported else {
      return ChartObservation(x: x, value: nil, isExcluded: false)
    }
    if !point.values.isEmpty {
      return ChartObservation(
        x: x, subgroup: point.values, isExcluded: point.isLeftOut, isProvisional: isProvisional)
    }
    if measure.dataKind.hasDenominator || point.denominator != nil {
      return ChartObservation(
        x: x, numerator: point.numerator, denominator: point.denominator,
        isExcluded: point.isLeftOut, isProvisional: isProvisional)
    }
    return ChartObservation(
      x: x, value: point.value ?? point.numerator, isExcluded: point.isLeftOut,
      isProvisional: isProvisional)
  }

  private static func options(
    _ series: Series, _ measure: Measure, _ periods: [Period?]
  ) -> ChartOptions {
    let starts = series.phases.compactMap(\.starts).compactMap { start in
      periods.firstIndex { $0.map { $0 >= start } ?? false }
    }
    var freeze = Freeze.none
    if series.isBaselineFrozen, let last = series.baselineTo {
      freeze = .firstPhase(points: periods.prefix { $0.map { $0 <= last } ?? true }.count)
    }
    return ChartOptions(
      type: measure.chartType.controlChartType, ruleSets: [measure.ruleSet.controlChartRules],
      phaseStarts: starts, freeze: freeze, improvement: measure.direction.controlChartDirection,
      target: (series.targetValue ?? measure.defaultTarget), multiplier: measure.chartMultiplier)
  }
}

extension SeriesPoint {
  /// A period that should have been reported and was not.
  static func missing(_ period: Period) -> SeriesPoint {
    SeriesPoint(["period": .string(period.description), "status": "missing"])
  }
}
