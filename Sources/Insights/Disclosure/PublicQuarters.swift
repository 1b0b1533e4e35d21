import Improvement
import JSONTree

extension SmallCounts {
  /// A monthly series by quarters, for one whose every month but the zeros is hidden; nil where the
  /// months say something, or adding up would not help.
  ///
  /// Only shown with months that say nothing, and never beside sites added up: see
  /// `PublicTable.pooled`.
  ///
  /// - Parameter others: periods in which a part of what the series counts is hidden; the quarters
  ///   they lie in are.
  public func quarterlyCopy(
    of series: Series, _ measure: Measure, hidingToo others: Set<String> = []
  ) -> (series: Series, measure: Measure)? {
    guard measure.frequency == .month, [.proportion, .rate, .count].contains(measure.dataKind)
    else {
      return nil
    }
    var months: [(quarter: Period, point: SeriesPoint, count: Count)] = []
    for point in series.points where point.status == .reported && !point.isLeftOut {
      guard let month = point.period, let count = Self.count(point, measure) else { return nil }
      months.append((Period(.quarter, containing: month.firstDay), point, count))
    }
    let table = PublicTable([months.map(\.count)], hiding: self)
    guard table.saysNothing else { return nil }
    let quarters = Dictionary(grouping: months.indices) { months[$0].quarter }.sorted {
      $0.key < $1.key
    }
    let sums = table.quarters(quarters.map(\.value))[0]
    guard sums.contains(where: { $0.count.map { $0.events > 0 } ?? false }) else { return nil }
    var copy = publicCopy(of: series, measure)
    copy.points = zip(quarters, sums).map { quarter, sum in
      let points = quarter.value.map { months[$0].point }
      let period: JSON = .string(quarter.key.description)
      guard let count = sum.count, !points.contains(where: { others.contains($0.periodText) })
      else {
        return SeriesPoint(["period": period, "status": .string(PointStatus.hidden.rawValue)])
      }
      guard measure.dataKind.hasDenominator else {
        return SeriesPoint(["period": period, "value": JSON(count.events)])
      }
      let exposure = points.reduce(0) { $0 + Int($1.denominator ?? 0) }
      return SeriesPoint([
        "period": period, "numerator": JSON(count.events), "denominator": JSON(exposure),
      ])
    }
    var quarterly = measure
    quarterly.tree["frequency"] = .string(Frequency.quarter.rawValue)
    return (copy, quarterly)
  }

  /// A point's whole numbers; nil where it has none, which cannot be added up.
  private static func count(_ point: SeriesPoint, _ measure: Measure) -> Count? {
    let events = measure.dataKind.hasDenominator ? point.numerator : point.value
    guard let events = events.flatMap({ Int(exactly: $0) }) else { return nil }
    guard measure.dataKind.hasDenominator else { return Count(events) }
    guard let cases = point.denominator.flatMap({ Int(exactly: $0) }) else { return nil }
    return Count(events, of: measure.dataKind == .proportion ? cases : nil)
  }
}
