import ControlCharts
import Improvement

/// What one measure at one site says about a change that was taken into use there.
///
/// The points before the change make the limits, those from its period on are held against them.
/// What began a phase before the change, or gave the measure another definition, ends a side:
/// nothing is compared across it.
public struct ChartJudgement: Sendable {
  /// Why nothing can be told.
  public enum Obstacle: Hashable, Sendable {
    case tooFewBefore(Int)
    case tooFewAfter(Int)
    case neitherWayIsBetter
    /// The numbers can't make the measure's chart, in words.
    case noChart(String)
  }

  public enum Verdict: Hashable, Sendable {
    case better, unchanged, worse
    case notYet(Obstacle)
  }

  public var seriesID: String
  public var measure: Measure
  public var verdict: Verdict
  /// The first point after, counted from 0 over the points as they are charted.
  public var split: Int
  /// Whether it went the better way before the change; only of one that is told.
  public var wasImprovingAlready = false
  /// How often a series like this one would look better or worse by chance; nil where that is not
  /// known.
  public var chance: ComparisonChance?

  /// - Parameters:
  ///   - start: the day the change was taken into use.
  ///   - end: the day it was stopped again, if it was.
  /// - Complexity: O(points before²), and a simulation for the first series of its kind.
  public init(
    _ series: Series, of measure: Measure, from start: CalendarDate, until end: CalendarDate? = nil
  ) {
    seriesID = series.id
    self.measure = measure
    let sides = Sides(series, measure, start, end)
    split = sides.split
    do {
      let comparison = try FrozenComparison(
        before: sides.before, after: sides.after, sides.options(of: measure))
      if measure.direction == .neutral {
        verdict = .notYet(.neitherWayIsBetter)
      } else if comparison.countBefore < FrozenComparison.fewestPoints {
        verdict = .notYet(.tooFewBefore(comparison.countBefore))
      } else if let result = comparison.result {
        verdict =
          switch result {
          case .better: .better
          case .unchanged: .unchanged
          case .worse: .worse
          }
        wasImprovingAlready = comparison.wasImprovingAlready
        chance = ComparisonChance(comparison)
      } else {
        verdict = .notYet(.tooFewAfter(comparison.countAfter))
      }
    } catch {
      let words = error.description
      verdict = .notYet(.noChart(words.hasSuffix(".") ? String(words.dropLast()) : words))
    }
  }

  public var isTold: Bool {
    if case .notYet = verdict { false } else { true }
  }
}

/// The points that are compared.
private struct Sides {
  var before: [ControlCharts.Observation]
  var after: [ControlCharts.Observation]
  var split: Int

  init(
    _ series: Series, _ measure: Measure, _ start: CalendarDate, _ end: CalendarDate?
  ) {
    let timeline = Timeline(series.points, measure)
    let count = timeline.points.count
    // The period in which it began counts as after: what it then still shows of before can only
    // make a change look smaller.
    let first = timeline.lastIndex(upTo: start).flatMap { index in
      timeline.periods[index].map { start <= $0.lastDay ? index : index + 1 }
    }
    let split = first ?? timeline.firstIndex(from: start) ?? count
    let phases = PhaseMark.all(of: series, measure, on: timeline).map(\.point)
    let definitions = measure.definitionVersions.compactMap { version in
      version.from.flatMap { timeline.firstIndex(from: $0) }
    }
    let begin = (phases.filter { $0 < split } + definitions.filter { $0 <= split }).max() ?? 0
    let stop = end.map { timeline.firstIndex(from: $0) ?? count } ?? count
    let close = min(definitions.filter { $0 > split }.min() ?? count, max(split, stop))
    let reading = PointReading(measure)
    self.split = split
    before = timeline.points[min(begin, split)..<split].map(reading.observation)
    after = timeline.points[split..<max(split, close)].map(reading.observation)
  }

  func options(of measure: Measure) -> ChartOptions {
    var options = ChartOptions(
      type: measure.chartType.controlChartType, ruleSets: [measure.ruleSet.controlChartRules],
      improvement: measure.direction.controlChartDirection,
      multiplier: PointReading(measure).multiplier)
    options.naturalBounds = measure.naturalBounds
    return options
  }
}
