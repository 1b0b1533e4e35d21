import Improvement

/// Days on which teams are expected to test: those of the network's action periods.
///
/// A network without seasons works all the time.
struct ActionDays {
  /// First and last days, in order, none overlapping; nil where every day counts.
  private let periods: [ClosedRange<Int>]?

  init(_ seasons: [Season]) {
    let own = seasons.filter { $0.kind != .learningSession }.compactMap { season in
      season.from.flatMap { from in
        season.to.flatMap { to in from <= to ? from.daysSince1970...to.daysSince1970 : nil }
      }
    }
    guard !own.isEmpty else {
      periods = nil
      return
    }
    var merged: [ClosedRange<Int>] = []
    for period in own.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, period.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, period.upperBound)
      } else {
        merged.append(period)
      }
    }
    periods = merged
  }

  func contains(_ day: CalendarDate) -> Bool {
    periods?.contains { $0.contains(day.daysSince1970) } ?? true
  }

  /// How many of them lie after a day, up to and with another.
  func count(after start: CalendarDate, through end: CalendarDate) -> Int {
    guard start < end else { return 0 }
    guard let periods else { return end.days(since: start) }
    let range = start.daysSince1970 + 1...end.daysSince1970
    return periods.reduce(0) { sum, period in
      period.overlaps(range) ? sum + period.clamped(to: range).count : sum
    }
  }
}
