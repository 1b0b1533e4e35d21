import ControlCharts
import JSONTree

/// A funnel as the JSON object that scripts read; fields are added to it, never renamed or dropped.
public struct FunnelDocument: Sendable {
  public static let schema = 1

  private let chart: FunnelChart
  private let title: String
  private let sentences: [String]

  /// - Parameters:
  ///   - title: what is compared, over which span.
  ///   - sentences: the finding and what to be careful about.
  public init(_ chart: FunnelChart, title: String, sentences: [String]) {
    self.chart = chart
    self.title = title
    self.sentences = sentences
  }

  public var json: JSON {
    [
      "schema": JSON(Self.schema), "chart": .string("funnel"),
      "kind": .string(chart.kind.rawValue), "title": .string(title), "cl": number(chart.centre),
      "numerator": JSON(chart.numerator), "denominator": JSON(chart.denominator),
      "multiplier": JSON(chart.multiplier), "points": .array(chart.points.map(point)),
      "dispersion": [
        "finding": .string(chart.dispersion.finding.rawValue),
        "factor": number(chart.dispersion.factor),
        "chi_squared": number(chart.dispersion.statistic),
        "degrees_of_freedom": JSON(chart.dispersion.degreesOfFreedom),
        "p": number(chart.dispersion.probability), "adjusted": .bool(false),
      ], "case_mix_adjusted": .bool(false),
      "summary": .string(sentences.first ?? ""), "sentences": JSON(strings: sentences),
    ]
  }

  private func point(_ point: FunnelPoint) -> JSON {
    [
      "x": .string(point.name), "value": number(point.value),
      "numerator": number(point.numerator), "denominator": number(point.denominator),
      "lcl": number(point.lower), "ucl": number(point.upper), "z": number(point.z),
      "missing": .bool(point.isMissing), "beyond_limit": .bool(point.beyondLimit != nil),
      "direction": point.beyondLimit.map { .string($0.rawValue) } ?? .null,
      "meaning": point.meaning.map { .string($0.rawValue) } ?? .null,
    ]
  }

  private func number(_ value: Double?) -> JSON { value.map { JSON($0) } ?? .null }
}
