import Improvement

/// How old a series' newest number is, and whether a newer one should be there.
public struct DataAge: Hashable, Sendable {
  /// The newest period with a number, or where nothing could happen; none where there is none.
  public var newest: Period?
  /// The newest period that is accounted for: also one that was not due, or whose number is lost
  /// for a reason that somebody gave.
  public var accounted: Period?
  /// The newest period that should have been reported by today; none where events come when they
  /// come.
  public var due: Period?

  /// The day of the following month by which a month or a quarter is due where the site has none.
  static let usualReportingDay = 15
  /// The days after its end by which a day or a week is due.
  static let daysOfGrace = 3

  /// - Parameter reportingDay: the day of the following month by which a month is due; 15 where
  ///   the site has none. In a month that is shorter, its last day.
  public init(
    _ points: [SeriesPoint], _ frequency: Frequency, reportingDay: Int?, today: CalendarDate
  ) {
    newest = Self.newest(points) { $0.status == .reported || $0.status == .noOpportunity }
    accounted = Self.newest(points) { point in
      switch point.status {
      case .reported, .noOpportunity, .notDue: true
      case .missing: point.note != nil
      case .hidden: false
      }
    }
    due = Self.due(frequency, reportingDay ?? Self.usualReportingDay, today)
  }

  public var isOverdue: Bool {
    guard let due else { return false }
    guard let accounted else { return true }
    return accounted.lastDay < due.firstDay
  }

  /// How many periods are missing at the end.
  public var periodsBehind: Int {
    guard isOverdue, let due, let accounted else { return 0 }
    return due.steps(since: Period(due.unit, containing: accounted.lastDay)) ?? 0
  }

  /// `Oct 2026`, or with what is owed: `Aug 2026, 2 behind`.
  public var words: String {
    guard let newest else { return "no data" }
    return periodsBehind > 0 ? "\(newest.label), \(periodsBehind) behind" : newest.label
  }

  private static func newest(
    _ points: [SeriesPoint], where counts: (SeriesPoint) -> Bool
  ) -> Period? {
    var newest: Period?
    for point in points.reversed() where counts(point) {
      guard let period = point.period else { continue }
      newest = max(newest ?? period, period)
      // Points stand in order; only those of one period may have changed places.
      if let newest, period < newest { break }
    }
    return newest
  }

  private static func due(
    _ frequency: Frequency, _ reportingDay: Int, _ today: CalendarDate
  ) -> Period? {
    switch frequency {
    case .event: return nil
    case .day, .week:
      return Period(frequency.unit, containing: today.adding(days: -daysOfGrace)).advanced(by: -1)
    case .month, .quarter:
      let ended = Period(frequency.unit, containing: today).advanced(by: -1)
      let next = ended.successor.firstDay
      let length = CalendarDate.days(inMonth: next.month, of: next.year)
      let lastDay = next.adding(days: min(max(1, reportingDay), length) - 1)
      return today <= lastDay ? ended.advanced(by: -1) : ended
    }
  }
}
