import ControlCharts
import Improvement

/// The day on which a chart began to show something, as it belongs into a story.
public struct SignalEvent: Hashable, Sendable {
  /// When the number came that completed the signal; without a day of entry the last day of its
  /// period.
  public var day: CalendarDate
  public var meaning: Meaning
  /// What the signal is, as a clause.
  public var words: String
}

extension SeriesChart {
  /// What the chart has shown, in order: of signals on one side that overlap or follow each other the
  /// first alone, because they tell of one change.
  ///
  /// - Complexity: O(signals × points).
  public var signalEvents: [SignalEvent] {
    guard let chart, let verdict else { return [] }
    var told: [ControlCharts.Direction?: Set<Int>] = [:]
    var events: [SignalEvent] = []
    let ordered = verdict.signals.filter { !$0.points.isEmpty }
      .sorted { ($0.points.last ?? 0, $0.points.count) < ($1.points.last ?? 0, $1.points.count) }
    for signal in ordered {
      // One that begins right after another goes on with it.
      let before = (signal.points.first ?? 0) - 1
      let isNew = told[signal.direction, default: []].isDisjoint(with: signal.points + [before])
      told[signal.direction, default: []].formUnion(signal.points)
      guard isNew, let last = signal.points.last, let day = day(of: last) else { continue }
      events.append(
        SignalEvent(day: day, meaning: signal.meaning, words: signal.phrase(in: chart, words)))
    }
    return events
  }

  private func day(of point: Int) -> CalendarDate? {
    guard points.indices.contains(point) else { return nil }
    let entered = points[point].enteredAt.flatMap { CalendarDate($0.prefix(10)) }
    return entered ?? points[point].period?.lastDay
  }
}
