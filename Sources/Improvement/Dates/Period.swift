/// A stretch of time that one observation stands for: a day, an ISO week, a month or a quarter.
///
/// Kept as its first day, so that any two compare; at one day the shorter comes first.
public struct Period: Hashable, Comparable, Sendable {
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case day, week, month, quarter
  }

  public let unit: Unit
  public let firstDay: CalendarDate

  /// The period of this length that a day falls in.
  public init(_ unit: Unit, containing day: CalendarDate) {
    self.unit = unit
    switch unit {
    case .day: firstDay = day
    case .week: firstDay = day.adding(days: 1 - day.weekday.rawValue)
    case .month: firstDay = day.firstOfMonth
    case .quarter: firstDay = day.firstOfMonth.adding(months: -((day.month - 1) % 3))
    }
  }

  public var lastDay: CalendarDate { successor.firstDay.adding(days: -1) }

  public var successor: Period { advanced(by: 1) }

  /// The period this many steps on, or back when negative.
  public func advanced(by steps: Int) -> Period {
    let held = min(max(steps, -4_000_000), 4_000_000)
    let day =
      switch unit {
      case .day: firstDay.adding(days: held)
      case .week: firstDay.adding(days: 7 * held)
      case .month: firstDay.adding(months: held)
      case .quarter: firstDay.adding(months: 3 * held)
      }
    return Period(unit, containing: day)
  }

  /// How many steps lie between an earlier period of the same unit and this one; nil for another
  /// unit.
  public func steps(since other: Period) -> Int? {
    guard unit == other.unit else { return nil }
    let months =
      (firstDay.year - other.firstDay.year) * 12 + firstDay.month - other.firstDay.month
    switch unit {
    case .day: return firstDay.days(since: other.firstDay)
    case .week: return firstDay.days(since: other.firstDay) / 7
    case .month: return months
    case .quarter: return months / 3
    }
  }

  public func contains(_ day: CalendarDate) -> Bool { firstDay <= day && day <= lastDay }

  public static func < (left: Period, right: Period) -> Bool {
    if left.firstDay != right.firstDay { return left.firstDay < right.firstDay }
    return left.order < right.order
  }

  private var order: Int { Unit.allCases.firstIndex(of: unit) ?? 0 }
}
