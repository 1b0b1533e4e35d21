import ControlCharts
import JSONTree

/// A chart as the JSON object that scripts read; fields are added to it, never renamed or dropped.
///
/// Points are counted from 1; null stands where a chart has no such line or verdict.
public struct ChartDocument: Sendable {
  public static let schema = 1

  private let chart: ControlChart
  private let rules: String
  private let summary: String

  /// - Parameters:
  ///   - rules: the name of the rules that were applied.
  ///   - summary: the finding in one sentence.
  public init(_ chart: ControlChart, rules: String, summary: String) {
    self.chart = chart
    self.rules = rules
    self.summary = summary
  }

  public var json: JSON {
    [
      "schema": JSON(Self.schema), "chart": .string(chart.type.rawValue), "rules": .string(rules),
      "method": method, "points": .array(chart.points.map(point)),
      "phases": .array(chart.phases.map(phase)), "signals": .array(chart.signals.map(signal)),
      "variation": text(chart.variation?.rawValue), "assurance": text(chart.assurance?.rawValue),
      "too_few_points": .bool(chart.hasTooFewPoints), "summary": .string(summary),
      "target": number(chart.options.target), "multiplier": JSON(chart.options.multiplier),
      "cautions": JSON(strings: chart.cautions.map(\.words)),
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
    [
      "x": .string(point.x), "value": number(point.value), "numerator": number(point.numerator),
      "denominator": number(point.denominator), "cl": number(point.centre),
      "lcl": number(point.lower), "ucl": number(point.upper), "lcl2": number(point.lowerWarning),
      "ucl2": number(point.upperWarning), "phase": JSON(point.phase + 1),
      "missing": .bool(point.isMissing), "excluded": .bool(point.isExcluded),
      "provisional": .bool(point.isProvisional),
      "beyond_limit": .bool(point.beyondLimit != nil), "near_limit": .bool(point.isNearLimit),
      "signals": JSON(strings: point.rules.map(\.rawValue)),
      "label": .string(point.label.rawValue), "point_type": .string(point.pointType.rawValue),
    ]
  }

  private func phase(_ phase: ChartPhase) -> JSON {
    [
      "first": JSON(phase.range.lowerBound + 1), "last": JSON(phase.range.upperBound),
      "cl": number(phase.centre), "lcl": number(phase.lower), "ucl": number(phase.upper),
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
      "set": .string(signal.ruleSet.rawValue),
      "points": .array(signal.points.map { JSON($0 + 1) }),
      "direction": text(signal.direction?.rawValue), "meaning": .string(signal.meaning.rawValue),
      "phase": JSON(signal.phase + 1),
    ]
  }

  private func number(_ value: Double?) -> JSON { value.map { JSON($0) } ?? .null }
  private func whole(_ value: Int?) -> JSON { value.map { JSON($0) } ?? .null }
  private func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
}
