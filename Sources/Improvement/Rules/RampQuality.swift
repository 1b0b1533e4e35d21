/// The features of good testing that a chain of tests shows, not a single one (Taylor et al. 2014):
/// that it is iterative, and that it stands on data over time. Advice, never a gate.
public enum RampQuality {
  /// The fewest numbers around a ramp that can show a pattern.
  public static let fewestPoints = 10
  /// How far before its first day and after its last a number still belongs to a ramp, in days.
  public static let reach = 365

  /// Whether each test of a chain carries what the last one taught. A first one is not faulted for
  /// having no predecessor.
  public static func iterative(_ ramp: Ramp) -> FeatureJudgement {
    let followers = ramp.cycles.dropFirst()
    guard !followers.isEmpty else {
      return FeatureJudgement(feature: .iterative, verdict: .notAsked, evidence: .firstOfItsRamp)
    }
    let loose = followers.filter { cycle in
      guard let parent = ramp.cycles.first(where: { $0.id == cycle.parentCycle }) else {
        return true
      }
      return !parent.saysWhatItTaught
    }
    return FeatureJudgement(
      feature: .iterative, verdict: loose.isEmpty ? .met : .notMet,
      evidence: loose.isEmpty
        ? .carriedOn(followers.count) : .notCarriedOn(loose.map(\.title), of: followers.count))
  }

  /// Whether a measure is reported at least once a month, ten times or more around the ramp.
  ///
  /// - Parameter series: the measures that tell of the ramp, each with its numbers.
  public static func dataOverTime(
    _ ramp: Ramp, _ series: [(measure: Measure, points: [SeriesPoint])], today: CalendarDate
  ) -> FeatureJudgement {
    let regular = series.filter { $0.measure.frequency.isAtLeastMonthly }
    let counted = regular.map { (name: $0.measure.name, count: count($0.points, ramp, today)) }
    guard let best = counted.max(by: { $0.count < $1.count }) else {
      return FeatureJudgement(
        feature: .dataOverTime, verdict: .notMet, evidence: .noRegularSeries)
    }
    let isEnough = best.count >= fewestPoints
    return FeatureJudgement(
      feature: .dataOverTime, verdict: isEnough ? .met : .notYet,
      evidence: isEnough
        ? .enoughPoints(best.count, measure: best.name)
        : .tooFewPoints(best.count, measure: best.name))
  }

  private static func count(
    _ points: [SeriesPoint], _ ramp: Ramp, _ today: CalendarDate
  ) -> Int {
    let days = ramp.cycles.flatMap {
      [$0.actualStart ?? $0.plannedStart, $0.actualEnd ?? $0.plannedEnd].compactMap(\.self)
    }
    let first = (days.min() ?? today).adding(days: -reach)
    let last = (days.max() ?? today).adding(days: reach)
    return points.filter { point in
      guard point.status == .reported, let day = point.period?.firstDay else { return false }
      return first <= day && day <= last
    }.count
  }
}

extension Cycle {
  /// Whether anything is written down that the next test can carry on.
  var saysWhatItTaught: Bool { summary != nil || results.contains { $0.learning != nil } }
}

extension Frequency {
  /// Whether numbers come at least once a month, as far as that is agreed.
  var isAtLeastMonthly: Bool {
    switch unit {
    case .day, .week, .month: true
    case .quarter: false
    }
  }
}
