import Improvement

/// The days from one to another over which numbers are added up.
public struct TimeSpan: Hashable, Sendable {
  public var first: CalendarDate
  public var last: CalendarDate

  public init(first: CalendarDate, last: CalendarDate) {
    self.first = min(first, last)
    self.last = max(first, last)
  }

  /// Reads a year, `2026`, or any period: `2026-Q1`, `2026-03`, `2026-W12`, `2026-03-14`.
  public init?(_ text: String) {
    if let period = Period(text) {
      self.init(first: period.firstDay, last: period.lastDay)
      return
    }
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(text), let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    self.init(first: first, last: last)
  }

  /// The twelve months that end with the month of a day.
  public static func year(endingWith day: CalendarDate) -> TimeSpan {
    let month = Period(.month, containing: day)
    return TimeSpan(first: month.advanced(by: -11).firstDay, last: month.lastDay)
  }

  /// The span moved by its own length in months; one that isn't whole months by its days.
  public func advanced(by steps: Int) -> TimeSpan {
    let from = Period(.month, containing: first)
    let to = Period(.month, containing: last)
    if from.firstDay == first, to.lastDay == last, let months = to.steps(since: from) {
      let distance = (months + 1) * steps
      return TimeSpan(
        first: from.advanced(by: distance).firstDay, last: to.advanced(by: distance).lastDay)
    }
    let days = (last.days(since: first) + 1) * steps
    return TimeSpan(first: first.adding(days: days), last: last.adding(days: days))
  }

  public func contains(_ period: Period) -> Bool {
    first <= period.firstDay && period.lastDay <= last
  }

  /// `2026`, `Q1 2026`, `Nov 2025 to Oct 2026`, `1 Mar 2026 to 12 Apr 2026`
  public var label: String {
    let whole = Period.Unit.allCases.reversed().lazy.map { Period($0, containing: first) }
      .first { $0.firstDay == first && $0.lastDay == last }
    if let whole { return whole.label }
    let from = Period(.month, containing: first)
    let to = Period(.month, containing: last)
    guard from.firstDay == first, to.lastDay == last else {
      return "\(first.label) to \(last.label)"
    }
    if first.month == 1, last.month == 12, first.year == last.year { return "\(first.year)" }
    return "\(from.label) to \(to.label)"
  }
}
