import Improvement

/// The points of a series in the order of their periods, with those nobody reported between them.
struct Timeline {
  private(set) var points: [SeriesPoint]
  /// The period of each point; nil where its text says none.
  private(set) var periods: [Period?]
  /// The first day of each point's period, never falling, for searching by halves.
  private let firstDays: [Int]

  /// A gap is information, so it is filled with a missing point, unless a measure has no rhythm: at
  /// single events nothing is missing between two of them.
  ///
  /// - Complexity: O(n log n), O(n) where the points stand in order already.
  init(_ points: [SeriesPoint], _ measure: Measure) {
    let frequency = measure.frequency
    let isRegular = frequency != .event && !measure.dataKind.isSingleEvent
    let dated = Self.ordered(points.map { ($0.period, $0) })
    let complete = isRegular ? Self.filled(dated, every: frequency.unit) : dated
    self.points = complete.map(\.1)
    periods = complete.map(\.0)
    var latest = Int.min
    firstDays = periods.map { period in
      latest = max(latest, period?.firstDay.daysSince1970 ?? latest)
      return latest
    }
  }

  var labels: [String] {
    zip(periods, points).map { period, point in period?.label ?? point.periodText }
  }

  var reportedCount: Int { points.count { $0.status == .reported } }

  /// How many points with a number stand before a position.
  func reportedCount(before end: Int) -> Int {
    points.prefix(end).count { $0.status == .reported && !$0.isLeftOut }
  }

  /// The first point whose period begins on a day or after it.
  ///
  /// - Complexity: O(log n).
  func firstIndex(from day: CalendarDate) -> Int? {
    let index = position(of: day.daysSince1970)
    return index < points.count ? index : nil
  }

  /// The last point whose period begins on a day or before it.
  func lastIndex(upTo day: CalendarDate) -> Int? {
    let index = position(of: day.daysSince1970 + 1)
    return index > 0 && firstDays[index - 1] > Int.min ? index - 1 : nil
  }

  /// How many periods begin before a day.
  private func position(of day: Int) -> Int {
    var low = 0
    var high = firstDays.count
    while low < high {
      let middle = (low + high) / 2
      if firstDays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func ordered(
    _ points: [(Period?, SeriesPoint)]
  ) -> [(Period?, SeriesPoint)] {
    func precedes(_ left: (Period?, SeriesPoint), _ right: (Period?, SeriesPoint)) -> Bool {
      guard let first = left.0, let second = right.0 else { return left.0 != nil && right.0 == nil }
      return first == second ? left.1.sequence < right.1.sequence : first < second
    }
    let isOrdered = zip(points, points.dropFirst()).allSatisfy { !precedes($1, $0) }
    if isOrdered { return points }
    return points.enumerated().sorted { left, right in
      if precedes(left.element, right.element) { return true }
      return precedes(right.element, left.element) ? false : left.offset < right.offset
    }.map(\.element)
  }

  /// More than this many periods in a row are a slip of the pen and not a gap.
  private static let longestGap = 1_000

  private static func filled(
    _ points: [(Period?, SeriesPoint)], every unit: Period.Unit
  ) -> [(Period?, SeriesPoint)] {
    var complete: [(Period?, SeriesPoint)] = []
    complete.reserveCapacity(points.count)
    var expected: Period?
    for point in points {
      if let period = point.0, period.unit == unit {
        if var gap = expected, let steps = period.steps(since: gap), steps <= longestGap {
          while gap < period {
            complete.append((gap, .missing(gap)))
            gap = gap.successor
          }
        }
        expected = period.successor
      }
      complete.append(point)
    }
    return complete
  }
}

extension SeriesPoint {
  /// A period that should have been reported and was not.
  static func missing(_ period: Period) -> SeriesPoint {
    SeriesPoint(["period": .string(period.description), "status": "missing"])
  }
}
