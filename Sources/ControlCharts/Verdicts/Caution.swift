/// Something a reader of the chart should know before trusting it.
public enum Caution: Hashable, Sendable {
  /// Every value is missing or left out.
  case nothingToPlot
  /// The current phase has fewer points than a verdict needs.
  case tooFewPoints(count: Int)
  /// The lines of the current phase rest on fewer points than firm limits need; the phase is named
  /// where there are several.
  case provisionalLimits(count: Int, phase: Int?)
  /// No spread can be estimated in a phase, so that it has no limits.
  case noSpread(phase: Int)
  /// Points without opportunities, shown as missing.
  case noOpportunity(indexes: [Int])
  /// The baseline was meant to be longer than the phase; all its points are used.
  case baselineBeyondEnd
  /// The target lies exactly on a limit, or on the value that never changes: it is neither missed
  /// nor safe.
  case targetOnLimit
  /// The current phase has fewer points than some rules of the set look at together; those can't
  /// speak.
  case tooFewForRules(RuleSet, count: Int)
  /// Values so often zero, or a lower limit at zero, that no single low point can be a signal.
  case lowPointsCannotSignal

  static func all(
    _ series: Series, _ phases: [ChartPhase], _ lines: [Lines], _ options: ChartOptions
  ) -> [Caution] {
    guard phases.contains(where: { $0.plottedCount > 0 }) else { return [.nothingToPlot] }
    var cautions: [Caution] = []
    if let last = phases.last {
      if last.plottedCount < CautiousVerdict.fewestPoints {
        cautions.append(.tooFewPoints(count: last.plottedCount))
      } else if last.upper != nil || last.lower != nil,
        last.baselineCount < CautiousVerdict.firmLimits
      {
        cautions.append(
          .provisionalLimits(
            count: last.baselineCount, phase: phases.count > 1 ? phases.count - 1 : nil))
      }
    }
    for (number, phase) in phases.enumerated() where options.type.hasLimits {
      let hasNone = phase.range.allSatisfy { lines[$0].upper.three == nil }
      if phase.plottedCount > 0, hasNone { cautions.append(.noSpread(phase: number)) }
    }
    let idle = series.points.indices.filter { series.points[$0].denominator == 0 }
    if !idle.isEmpty { cautions.append(.noOpportunity(indexes: idle)) }
    if targetIsOnLimit(phases, lines, options) { cautions.append(.targetOnLimit) }
    if let last = phases.last, last.plottedCount >= CautiousVerdict.fewestPoints {
      let count = last.plottedCount
      cautions += options.ruleSets.filter { !$0.rules(tooLongFor: count).isEmpty }
        .map { .tooFewForRules($0, count: count) }
    }
    switch options.freeze {
    case .firstPhase(let points) where phases.count == 1 && points > series.points.count:
      cautions.append(.baselineBeyondEnd)
    case .everyPhase(let points) where phases.contains { points > $0.range.count }:
      cautions.append(.baselineBeyondEnd)
    default: break
    }
    if lowPointsCannotSignal(series, phases, lines, options) {
      cautions.append(.lowPointsCannotSignal)
    }
    return cautions
  }

  /// Whether the target, which is in the units of the chart, lies on one of the last limits.
  private static func targetIsOnLimit(
    _ phases: [ChartPhase], _ lines: [Lines], _ options: ChartOptions
  ) -> Bool {
    guard let target = options.target, options.type.hasLimits, let last = phases.last,
      last.plottedCount > 0
    else { return false }
    let lines = lines[last.range.upperBound - 1].mapped { $0 * options.multiplier }
    let hasLimits = lines.upper.three != nil || lines.lower.three != nil
    let limits = hasLimits ? [lines.upper.three, lines.lower.three] : [lines.centre]
    return limits.contains { limit in
      limit.map { Placement(of: target, against: $0, slack: lines.slack) == .on } ?? false
    }
  }

  private static func lowPointsCannotSignal(
    _ series: Series, _ phases: [ChartPhase], _ lines: [Lines], _ options: ChartOptions
  ) -> Bool {
    let mayCount = options.type.countsEvents || options.type == .i || options.type == .ip
    guard options.improvement == .decrease, mayCount, options.type != .g, let last = phases.last
    else { return false }
    let known = last.range.filter {
      series.points[$0].value != nil && !series.points[$0].isExcluded
    }
    guard let end = known.last else { return false }
    // Single values that may be negative have no bottom that low ones could be stuck at.
    guard known.allSatisfy({ series.points[$0].value ?? 0 >= 0 }) else { return false }
    let zeros = known.filter { series.points[$0].value == 0 }.count
    return zeros * 4 >= known.count || lines[end].lower.three == 0
  }
}
