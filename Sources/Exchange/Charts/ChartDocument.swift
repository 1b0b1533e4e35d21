import ControlCharts
import JSONTree

/// A chart as the JSON object that scripts read; fields are added to it, never renamed or dropped.
///
/// Points are counted from 1; null stands where a chart has no such line or verdict. Signals, labels
/// and verdicts are those that may be told, or where the bare rules speak, all that were found.
public struct ChartDocument: Sendable {
  public static let schema = 1

  private let reading: ChartReading
  private let chart: ControlChart
  private let labels: [PointLabel]
  private let signals: [Signal]
  /// The rules of the signals that each point takes part in.
  private let rules: [[Rule]]

  public init(_ reading: ChartReading) {
    self.reading = reading
    chart = reading.chart
    signals = reading.verdict?.signals ?? reading.chart.signals
    labels = reading.verdict?.labels ?? reading.chart.points.map(\.label)
    var rules: [[Rule]] = Array(repeating: [], count: reading.chart.points.count)
    for signal in signals {
      for index in signal.points where !rules[index].contains(signal.rule) {
        rules[index].append(signal.rule)
      }
    }
    self.rules = rules
  }

  public var json: JSON {
    [
      "schema": JSON(Self.schema), "chart": .string(chart.type.rawValue), "rules": .string(name),
      "rules_version": sets.count == 1 ? JSON(sets[0].version) : .null,
      "rule_sets": .array(sets.map(ruleSet)), "method": method,
      "points": .array(chart.points.map(point)), "phases": .array(chart.phases.map(phase)),
      "signals": .array(signals.map(signal)), "variation": text(variation?.rawValue),
      "assurance": text(assurance?.rawValue), "assurance_words": text(assuranceWords),
      "too_few_points": .bool(chart.hasTooFewPoints), "summary": .string(reading.summary),
      "target": number(chart.options.target), "multiplier": JSON(chart.options.multiplier),
      "improvement": .string(chart.options.improvement.rawValue),
      "cautions": JSON(strings: chart.cautions.map(\.words)),
      "notes": JSON(strings: reading.notes),
    ]
  }

  private var sets: [RuleSet] { chart.options.ruleSets }

  /// The name of the set that is applied; "all" where every one is.
  private var name: String {
    sets.count > 1 ? "all" : (sets.first?.name.rawValue ?? RuleSet.Name.none.rawValue)
  }

  private var variation: PointType? {
    reading.verdict.map(\.variation) ?? chart.variation
  }

  private var assurance: Assurance? {
    guard let verdict = reading.verdict else { return chart.assurance }
    if case .judged(let assurance, _) = verdict.assurance { return assurance }
    return nil
  }

  /// Whether the target will be met in words, or why that is not judged; nil without a target.
  private var assuranceWords: String? {
    guard chart.options.target != nil else { return nil }
    return reading.verdict?.assurance.words ?? chart.assurance?.words
  }

  private func ruleSet(_ set: RuleSet) -> JSON {
    [
      "name": .string(set.name.rawValue), "title": .string(set.name.title),
      "version": JSON(set.version), "shift": set.has(.shift) ? JSON(set.shiftLength) : .null,
      "trend": set.has(.trend) ? JSON(set.trendLength) : .null,
    ]
  }

  private var method: JSON {
    [
      "screening": .bool(chart.method.screensMovingRanges),
      "constants": .object(
        JSONObject(chart.method.constants.map { ($0.name, JSON($0.value)) })),
      "formula": .string(chart.method.formula),
    ]
  }

  private func point(_ point: ChartPoint) -> JSON {
    let label = labels[point.index]
    return [
      "x": .string(point.x), "value": number(point.value), "numerator": number(point.numerator),
      "denominator": number(point.denominator), "cl": number(point.centre),
      "lcl": number(point.lower), "ucl": number(point.upper), "lcl2": number(point.lowerWarning),
      "ucl2": number(point.upperWarning), "phase": JSON(point.phase + 1),
      "missing": .bool(point.isMissing), "excluded": .bool(point.isExcluded),
      "excluded_reason": text(point.exclusionReason), "provisional": .bool(point.isProvisional),
      "beyond_limit": .bool(point.beyondLimit != nil), "near_limit": .bool(point.isNearLimit),
      "signals": JSON(strings: rules[point.index].map(\.rawValue)),
      "label": .string(label.rawValue),
      "point_type": .string(PointType(label, chart.options.improvement).rawValue),
    ]
  }

  private func phase(_ phase: ChartPhase) -> JSON {
    [
      "first": JSON(phase.range.lowerBound + 1), "last": JSON(phase.range.upperBound),
      "cl": number(phase.centre), "lcl": number(phase.lower), "ucl": number(phase.upper),
      "baseline": JSON(phase.baselineCount), "plotted": JSON(phase.plottedCount),
      "runs": [
        "useful": JSON(phase.runs.useful), "longest_run": whole(phase.runs.longestRun),
        "longest_run_max": whole(phase.runs.longestRunLimit),
        "crossings": whole(phase.runs.crossings),
        "crossings_min": whole(phase.runs.crossingsLimit), "signal": .bool(phase.runs.isSignal),
      ],
    ]
  }

  private func signal(_ signal: Signal) -> JSON {
    [
      "rule": .string(signal.rule.pattern.rawValue), "key": .string(signal.rule.rawValue),
      "set": .string(signal.ruleSet.rawValue), "set_version": JSON(signal.ruleSet.version),
      "points": .array(signal.points.map { JSON($0 + 1) }),
      "direction": text(signal.direction?.rawValue), "meaning": .string(signal.meaning.rawValue),
      "phase": JSON(signal.phase + 1),
    ]
  }

  private func number(_ value: Double?) -> JSON { value.map { JSON($0) } ?? .null }
  private func whole(_ value: Int?) -> JSON { value.map { JSON($0) } ?? .null }
  private func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
}
