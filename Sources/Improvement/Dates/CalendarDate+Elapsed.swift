extension CalendarDate {
  /// How long it is since a day, as people say it: `12 days`, `5 weeks`, `8 months`, `3 years`.
  ///
  /// Weeks, months and years are whole ones that have passed; nobody thinks of a role in days once
  /// it is held for years. A day that lies ahead is `0 days` away.
  public func elapsedWords(since start: CalendarDate) -> String {
    let days = max(0, days(since: start))
    if days < 14 { return Self.count(days, "day") }
    let months = wholeMonths(since: start)
    if months < 2 { return Self.count(days / 7, "week") }
    return months < 24 ? Self.count(months, "month") : Self.count(months / 12, "year")
  }

  private func wholeMonths(since start: CalendarDate) -> Int {
    let months = (year - start.year) * 12 + month - start.month
    return start.adding(months: months) > self ? months - 1 : months
  }

  private static func count(_ number: Int, _ unit: String) -> String {
    "\(number) \(unit)\(number == 1 ? "" : "s")"
  }
}
