import Improvement

/// How old a series' newest number is, and whether a newer one should be there.
public struct DataAge: Hashable, Sendable {
  /// The newest period with a number; none where nothing was ever reported.
  public var newest: Period?
  /// The newest period that should have been reported by today.
  public var due: Period?

  /// - Parameter reportingDay: the day of the following month by which a month is due; 15 where
  ///   the site has none.
  public init(_ points: [SeriesPoint], _ frequency: Frequency, reportingDay: Int?, today: CalendarDate)
  {
    let answered = points.filter { $0.status != .missing && $0.status != .hidden }
    newest = answered.last?.period
    guard frequency != .event else { return }
    let grace = frequency == .month || frequency == .quarter ? (reportingDay ?? 15) : 3
    due = Period(frequency.unit, containing: today.adding(days: -grace)).advanced(by: -1)
  }

  public var isOverdue: Bool {
    guard let due else { return false }
    guard let newest else { return true }
    return newest.unit == due.unit && newest < due
  }

  /// How many periods are missing at the end.
  public var periodsBehind: Int {
    guard isOverdue, let due, let newest else { return 0 }
    return due.steps(since: newest) ?? 0
  }

  /// `Oct 2026`, or with what is owed: `Aug 2026, 2 behind`.
  public var words: String {
    guard let newest else { return "no data" }
    return periodsBehind > 0 ? "\(newest.label), \(periodsBehind) behind" : newest.label
  }
}
