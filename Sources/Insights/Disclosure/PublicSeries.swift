import Improvement
import JSONTree

extension SmallCounts {
  /// Whether an observation is not for everybody, on its own account.
  ///
  /// Single events and single measured values always are somebody's. A ratio without its counts may
  /// rest on small ones, which nobody can tell, so only its zero is shown.
  public func hides(_ point: SeriesPoint, of measure: Measure) -> Bool {
    guard threshold > 1, point.status == .reported else { return point.status == .hidden }
    if measure.dataKind.isSingleEvent || !point.values.isEmpty { return true }
    if let events = point.numerator {
      let rest = measure.dataKind == .proportion ? point.denominator.map { $0 - events } : nil
      return isSmall(events) || rest.map(isSmall) ?? false
    }
    guard let value = point.value else { return false }
    switch measure.dataKind {
    case .count: return isSmall(value)
    case .proportion, .rate: return value != 0
    case .continuous, .timeBetween, .opportunitiesBetween: return false
    }
  }

  /// Counts may be weighted, so that anything between nothing and the threshold is small.
  private func isSmall(_ number: Double) -> Bool { number > 0 && number < Double(threshold) }

  /// The periods of a series with something to hide, as points name them.
  public func periods(hiddenIn series: Series, of measure: Measure) -> Set<String> {
    Set(series.points.filter { hides($0, of: measure) }.map(\.periodText))
  }

  /// A series as everybody may see it, made from what is shown alone, so that every rate, limit,
  /// verdict and picture of it rests on nothing else.
  ///
  /// - Parameter others: periods in which a part of what this series counts is hidden; it would tell
  ///   the part by what the other parts leave over.
  /// - Complexity: O(points).
  public func publicCopy(
    of series: Series, _ measure: Measure, hidingToo others: Set<String> = []
  ) -> Series {
    var copy = series
    copy.points = series.points.map { point in
      var shown = point
      for name in ["entered", "source"] { shown.tree[name] = nil }
      shown.tree["leftOut.by" as JSONPath] = nil
      guard
        hides(point, of: measure) || others.contains(point.periodText) && point.status == .reported
      else { return shown }
      var hidden: JSON = ["period": .string(point.periodText)]
      hidden["sequence"] = point.tree["sequence"]
      hidden["status"] = .string(PointStatus.hidden.rawValue)
      return SeriesPoint(hidden)
    }
    return copy
  }
}
