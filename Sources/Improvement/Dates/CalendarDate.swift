/// A day of the Gregorian calendar, without a time or a place.
public struct CalendarDate: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil where there is no such day. Years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  private init(checkedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is this many days after 1970-01-01; held within the years 1 to 9999.
  ///
  /// Counts in eras of 400 years that begin in March, so that the leap day ends a year
  /// (H. Hinnant, 2013, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
  public init(daysSince1970 days: Int) {
    let held = min(max(days, Self.firstDay), Self.lastDay)
    let shifted = held + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      checkedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static let firstDay = -719_162
  private static let lastDay = 2_932_896

  /// Days after 1970-01-01 (Hinnant 2013, days_from_civil).
  public var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate {
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = ((daysSince1970 + 3) % 7 + 7) % 7
    return Weekday.allCases[index]
  }

  public func adding(days: Int) -> CalendarDate {
    let (sum, isOverflown) = daysSince1970.addingReportingOverflow(days)
    return CalendarDate(daysSince1970: isOverflown ? (days < 0 ? .min : .max) : sum)
  }

  /// The same day some months on, or the last day of a month that is too short.
  public func adding(months: Int) -> CalendarDate {
    let held = min(max(months, -200_000), 200_000)
    let index = min(max(year * 12 + month - 1 + held, 12), 9999 * 12 + 11)
    let newYear = index / 12
    let newMonth = index % 12 + 1
    return CalendarDate(
      checkedYear: newYear, month: newMonth,
      day: min(day, Self.days(inMonth: newMonth, of: newYear)))
  }

  /// Days from another day to this one; negative when this one is earlier.
  public func days(since other: CalendarDate) -> Int { daysSince1970 - other.daysSince1970 }

  public var firstOfMonth: CalendarDate {
    CalendarDate(checkedYear: year, month: month, day: 1)
  }
}

/// A day of the week, from Monday on as in ISO 8601.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}
