/// Where a label of the x axis stands in time, so that labels of several kinds can be put in order.
///
/// Read are ISO 8601 years, quarters (`2026-Q1`), months, weeks and days, and days with a time
/// (`2026-03-29T01:30`, with seconds and an offset from UTC or without). A time with an offset is
/// placed by the moment it means: when clocks go back an hour comes twice, and only the offset tells
/// which is the first.
public struct TimeOrder: Comparable, Hashable, Sendable {
  /// Seconds since the beginning of 1970, of the first moment that is meant.
  public let seconds: Int

  public init?(_ label: String) {
    var reader = LabelReader(label)
    guard let year = reader.number(digits: 4) else { return nil }
    var days = LabelReader.days(year: year, month: 1, day: 1)
    var time = 0
    if reader.take("-Q") {
      guard let quarter = reader.number(digits: 1), (1...4).contains(quarter) else { return nil }
      days = LabelReader.days(year: year, month: quarter * 3 - 2, day: 1)
    } else if reader.take("-W") {
      guard let week = reader.number(digits: 2), (1...53).contains(week) else { return nil }
      // The week with the 4th of January is a year's first; day 0 was a Thursday.
      let fourth = days + 3
      days = fourth - (fourth + 3).floorRemainder(7) + (week - 1) * 7
    } else if reader.take("-") {
      guard let month = reader.number(digits: 2), (1...12).contains(month) else { return nil }
      var day = 1
      if reader.take("-") {
        guard let given = reader.number(digits: 2), (1...31).contains(given) else { return nil }
        day = given
        if reader.take("T") || reader.take(" ") {
          guard let given = reader.time() else { return nil }
          time = given
        }
      }
      days = LabelReader.days(year: year, month: month, day: day)
    }
    guard reader.isAtEnd else { return nil }
    seconds = days * 86_400 + time
  }

  public static func < (left: TimeOrder, right: TimeOrder) -> Bool {
    left.seconds < right.seconds
  }
}

/// Takes a label apart from its beginning.
private struct LabelReader {
  private var rest: Substring.UTF8View

  init(_ label: String) { rest = Substring(label).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// Seconds since midnight in UTC, or where no offset is given, of the clock on the wall.
  mutating func time() -> Int? {
    guard let hour = number(digits: 2), hour < 24, take(":"),
      let minute = number(digits: 2), minute < 60
    else { return nil }
    var seconds = hour * 3_600 + minute * 60
    if take(":") {
      guard let second = number(digits: 2), second < 61 else { return nil }
      seconds += second
    }
    if take("Z") { return seconds }
    let sign = take("+") ? 1 : (take("-") ? -1 : 0)
    guard sign != 0 else { return seconds }
    guard let hours = number(digits: 2), hours < 24 else { return nil }
    _ = take(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return seconds - sign * (hours * 3_600 + minutes * 60)
  }

  /// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, *chrono-Compatible Low-Level
  /// Date Algorithms*, `days_from_civil`).
  static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Int {
  /// The remainder of a division that rounds down, never negative.
  fileprivate func floorRemainder(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
