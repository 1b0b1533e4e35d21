/// Gives each point one label: beyond a limit before trend before two of three before shift.
struct Labels {
  var labels: [PointLabel]

  init(count: Int, _ signals: [Signal], _ options: ChartOptions) {
    labels = Array(repeating: .none, count: count)
    guard
      let speaking = options.ruleSets.first(where: { $0.name == .nhs })
        ?? options.ruleSets.first
    else { return }
    let told = signals.filter { speaking.rules.contains($0.rule) }
    for signal in told where signal.rule.pattern == .shift || signal.rule.pattern == .run {
      mark(signal, .shiftHigh, .shiftLow)
    }
    for signal in told where signal.rule.pattern == .twoOfThree {
      mark(signal, .twoOfThreeHigh, .twoOfThreeLow)
    }
    markTrends(told.filter { $0.rule.pattern == .trend })
    for signal in told where signal.rule.pattern == .outside {
      mark(signal, .aboveUpperLimit, .belowLowerLimit)
    }
  }

  private mutating func mark(_ signal: Signal, _ high: PointLabel, _ low: PointLabel) {
    for index in signal.points { labels[index] = signal.direction == .high ? high : low }
  }

  /// A point of a trend takes the direction of the step after it where the next point is in a trend
  /// too, else of the step before it.
  private mutating func markTrends(_ trends: [Signal]) {
    // The last point of one trend may be the first of the next, which then decides.
    for trend in trends {
      guard let last = trend.points.last else { continue }
      labels[last] = trend.direction == .high ? .trendUp : .trendDown
    }
    for trend in trends {
      for index in trend.points.dropLast() {
        labels[index] = trend.direction == .high ? .trendUp : .trendDown
      }
    }
  }
}
