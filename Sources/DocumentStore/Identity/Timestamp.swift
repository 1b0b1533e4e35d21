/// A moment in UTC, to the second, written as `2026-03-14T09:30:00Z`.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var secondsSince1970: Int

  public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  public static var now: Timestamp {
    Timestamp(secondsSince1970: Clock.nanoseconds / 1_000_000_000)
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  /// The time as ISO 8601 writes it.
  public var description: String {
    let second = secondsSince1970 - days * 86_400
    let (year, month, day) = civil
    return [
      pad(year, 4), "-", pad(month, 2), "-", pad(day, 2), "T", pad(second / 3600, 2), ":",
      pad(second / 60 % 60, 2), ":", pad(second % 60, 2), "Z",
    ].joined()
  }

  /// The month the moment lies in, such as `2026-03`.
  public var month: String { "\(pad(civil.year, 4))-\(pad(civil.month, 2))" }

  /// Reads `2026-03-14T09:30:00Z`; nil where the text is not exactly such a moment.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return nil }
    for (position, sign) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z")]
    where bytes[position] != sign.utf8.first {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { sum, byte in
        guard let sum, (48...57).contains(byte) else { return nil }
        return sum * 10 + Int(byte - 48)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    self.init(secondsSince1970: days * 86_400 + hour * 3600 + minute * 60 + second)
    // A day its month does not have would come back as another one.
    guard civil == (year, month, day) else { return nil }
  }

  /// Whole days since 1970-01-01.
  private var days: Int {
    secondsSince1970 >= 0 ? secondsSince1970 / 86_400 : (secondsSince1970 - 86_399) / 86_400
  }

  /// Year, month and day in the proleptic Gregorian calendar, counted in years that start in
  /// March so that the leap day comes last (Richards 2013, "Calendars", section 15.11).
  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private func pad(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
