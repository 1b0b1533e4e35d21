import ControlCharts
import Improvement

/// A series with its measure and the work around it, as one chart.
///
/// The documents say what was counted; this says what that makes: points in order with the gaps
/// between them, limits by the measure's own rules, the cycles that were going on.
public struct SeriesChart: Sendable {
  public var seriesID: String
  public var measure: Measure
  /// The group the series is about, where it isn't about all.
  public var stratum: String?
  public var siteName: String
  /// The points drawn, oldest first; periods nobody reported stand among them as missing.
  public var points: [SeriesPoint]
  public var labels: [String]
  /// Nothing where there is no point, or where the numbers can't make the measure's chart.
  public var chart: ControlChart?
  /// What may be told of it, which waits for enough points; see `CautiousVerdict`.
  public var verdict: CautiousVerdict?
  /// Why there is no chart, in words without a full stop.
  public var problem: String?
  public var annotations: [WorkMark]
  /// Where the limits begin anew after the first phase, in order.
  public var phases: [PhaseMark]
  /// Which points the first limits come from; nothing where all of the phase's do.
  public var baseline: Baseline?

  /// The chart of a series.
  ///
  /// - Parameter cycles: those of the projects that follow the measure at this site.
  /// - Complexity: O(points log points + cycles log points).
  public init(_ series: Series, of measure: Measure, at siteName: String, cycles: [Cycle] = []) {
    seriesID = series.id
    self.measure = measure
    stratum = series.stratum
    self.siteName = siteName
    let timeline = Timeline(series.points, measure)
    points = timeline.points
    labels = timeline.labels
    annotations = WorkMark.all(of: cycles, on: timeline)
    phases = PhaseMark.all(of: series, measure, on: timeline)
    guard timeline.reportedCount > 0 else {
      problem =
        points.contains { $0.status == .hidden }
        ? "its counts are too small to be shown to everybody" : "no numbers yet"
      return
    }
    baseline = Baseline(series, measure, on: timeline, cycles: cycles, phases: phases)
    let reading = PointReading(measure)
    var options = ChartOptions(
      type: measure.chartType.controlChartType, ruleSets: [measure.ruleSet.controlChartRules],
      phaseStarts: phases.map(\.point), freeze: baseline.map { .range($0.range) } ?? .none,
      improvement: measure.direction.controlChartDirection,
      target: series.targetValue ?? measure.defaultTarget, multiplier: reading.multiplier)
    options.naturalBounds = measure.naturalBounds
    do {
      let chart = try ControlChart(points.map(reading.observation), options)
      self.chart = chart
      verdict = CautiousVerdict(chart)
    } catch {
      let words = error.description
      problem = words.hasSuffix(".") ? String(words.dropLast()) : words
    }
  }

  /// The points as a chart takes them, for one that is to be drawn in another way.
  public var observations: [ControlCharts.Observation] {
    points.map(PointReading(measure).observation)
  }

  /// The newest point that was reported.
  public var latest: SeriesPoint? { points.last { $0.status == .reported } }

  /// The measure's name, with the group where the series isn't about all.
  public var measureName: String { stratum.map { "\(measure.name) (\($0))" } ?? measure.name }
}
