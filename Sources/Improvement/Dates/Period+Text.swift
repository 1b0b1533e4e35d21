extension Period: CustomStringConvertible {
  /// `2026-03-14`, `2026-W12`, `2026-03` or `2026-Q1`
  public var description: String {
    let year = DateText.padded(firstDay.year, to: 4)
    switch unit {
    case .day: return firstDay.description
    case .week:
      let week = isoWeek
      return "\(DateText.padded(week.year, to: 4))-W\(DateText.padded(week.number, to: 2))"
    case .month: return "\(year)-\(DateText.padded(firstDay.month, to: 2))"
    case .quarter: return "\(year)-Q\((firstDay.month + 2) / 3)"
    }
  }

  /// Reads what `description` writes and nothing else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    if bytes.count == 10, let day = CalendarDate(utf8: bytes) {
      self.init(.day, containing: day)
      return
    }
    guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-"),
      let year = DateText.digits(bytes[0..<4])
    else { return nil }
    switch bytes[5] {
    case UInt8(ascii: "W"):
      guard bytes.count == 8, let week = DateText.digits(bytes[6...]),
        let period = Self.isoWeek(week, of: year)
      else { return nil }
      self = period
    case UInt8(ascii: "Q"):
      guard bytes.count == 7, let quarter = DateText.digits(bytes[6...]), (1...4).contains(quarter),
        let day = CalendarDate(year: year, month: quarter * 3 - 2, day: 1)
      else { return nil }
      self.init(.quarter, containing: day)
    default:
      guard bytes.count == 7, let month = DateText.digits(bytes[5...]),
        let day = CalendarDate(year: year, month: month, day: 1)
      else { return nil }
      self.init(.month, containing: day)
    }
  }

  /// The week's number and the year it belongs to: that of its Thursday (ISO 8601).
  private var isoWeek: (year: Int, number: Int) {
    let thursday = firstDay.adding(days: 3)
    let newYear = thursday.daysSince1970 - Self.dayOfYear(thursday)
    return (thursday.year, (thursday.daysSince1970 - newYear) / 7 + 1)
  }

  private static func dayOfYear(_ day: CalendarDate) -> Int {
    guard let first = CalendarDate(year: day.year, month: 1, day: 1) else { return 0 }
    return day.days(since: first)
  }

  private static func isoWeek(_ number: Int, of year: Int) -> Period? {
    // The week with the 4th of January is a year's first.
    guard (1...53).contains(number), let fourth = CalendarDate(year: year, month: 1, day: 4)
    else { return nil }
    let period = Period(.week, containing: fourth).advanced(by: number - 1)
    return period.isoWeek == (year, number) ? period : nil
  }

  /// `14 Mar 2026`, `week 12, 2026`, `Mar 2026`, `Q1 2026`
  public var label: String {
    switch unit {
    case .day: return firstDay.label
    case .week: return "week \(isoWeek.number), \(isoWeek.year)"
    case .month: return "\(DateText.shortMonth(firstDay.month)) \(firstDay.year)"
    case .quarter: return "Q\((firstDay.month + 2) / 3) \(firstDay.year)"
    }
  }

  /// The label without its year, for an axis that says the year elsewhere.
  public var shortLabel: String {
    switch unit {
    case .day: return "\(firstDay.day) \(DateText.shortMonth(firstDay.month))"
    case .week: return "W\(isoWeek.number)"
    case .month: return DateText.shortMonth(firstDay.month)
    case .quarter: return "Q\((firstDay.month + 2) / 3)"
    }
  }
}
