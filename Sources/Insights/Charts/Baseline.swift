import ControlCharts
import Improvement

/// The points that the limits of a phase are frozen on, and why it is those.
///
/// A change that works would otherwise move the very limits it is held against.
public struct Baseline: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Somebody decided it.
    case decided
    /// The measure says how many points a new series takes.
    case measureDefault
    /// The points before a change was first implemented.
    case beforeImplementation(of: String)
  }

  public var range: Range<Int>
  public var reason: Reason

  init?(
    _ series: Series, _ measure: Measure, on timeline: Timeline, cycles: [Cycle],
    phases: [PhaseMark]
  ) {
    guard
      let found = Self.decided(series, timeline)
        ?? Self.usual(series, measure, timeline, cycles, end: phases.first?.point)
    else { return nil }
    self = found
  }

  private init(range: Range<Int>, reason: Reason) {
    self.range = range
    self.reason = reason
  }

  private static func decided(_ series: Series, _ timeline: Timeline) -> Baseline? {
    guard series.isBaselineFrozen, let last = series.baselineTo?.lastDay,
      let end = timeline.lastIndex(upTo: last)
    else { return nil }
    let start = series.baselineFrom.flatMap { timeline.firstIndex(from: $0.firstDay) } ?? 0
    return start <= end ? Baseline(range: start..<end + 1, reason: .decided) : nil
  }

  /// Without a decision the first phase is frozen by what the measure says, else before the first
  /// implemented change, as soon as that leaves enough points for a verdict. What the measure says
  /// never reaches beyond that change.
  private static func usual(
    _ series: Series, _ measure: Measure, _ timeline: Timeline, _ cycles: [Cycle], end: Int?
  ) -> Baseline? {
    guard series.tree["baseline"].map(\.isBlank) ?? true else { return nil }
    let limit = end ?? timeline.points.count
    let change = firstImplementation(cycles, timeline).flatMap { $0.point < limit ? $0 : nil }
    if let count = measure.defaultBaseline, count > 0 {
      var numbers = 0
      for index in 0..<(change?.point ?? limit) {
        let point = timeline.points[index]
        if point.status == .reported, !point.isLeftOut { numbers += 1 }
        if numbers == count { return Baseline(range: 0..<index + 1, reason: .measureDefault) }
      }
    }
    guard let change,
      timeline.reportedCount(before: change.point) >= CautiousVerdict.fewestPoints
    else { return nil }
    return Baseline(
      range: 0..<change.point, reason: .beforeImplementation(of: change.title))
  }

  private static func firstImplementation(
    _ cycles: [Cycle], _ timeline: Timeline
  ) -> (point: Int, title: String)? {
    cycles.filter(\.isImplementation).compactMap { cycle in
      cycle.actualStart.flatMap { start in
        timeline.lastIndex(upTo: start).map { (point: $0, title: cycle.title) }
      }
    }.min { ($0.point, $0.title) < ($1.point, $1.title) }
  }
}
