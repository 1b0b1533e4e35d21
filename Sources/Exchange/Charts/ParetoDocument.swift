import ControlCharts
import JSONTree

/// Counts by category as the JSON object that scripts read; fields are added to it, never renamed or
/// dropped.
public struct ParetoDocument: Sendable {
  public static let schema = 1

  private let chart: ParetoChart
  private let summary: String

  public init(_ chart: ParetoChart, summary: String) {
    self.chart = chart
    self.summary = summary
  }

  public var json: JSON {
    [
      "schema": JSON(Self.schema), "chart": .string("pareto"), "total": JSON(chart.total),
      "missing": JSON(chart.missing), "vital_few": JSON(chart.vitalFew),
      "bars": .array(
        chart.bars.map { bar in
          [
            "category": .string(bar.category), "count": JSON(bar.count), "share": JSON(bar.share),
            "cumulative": JSON(bar.cumulative),
          ]
        }), "summary": .string(summary),
    ]
  }
}
