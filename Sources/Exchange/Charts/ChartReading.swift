import ControlCharts

/// A chart with all that is told of it: the one way from what is to be charted to what is shown.
public struct ChartReading: Sendable {
  public let chart: ControlChart
  /// What may be told; nil where the bare rules speak.
  public let verdict: CautiousVerdict?
  /// The finding in one sentence.
  public let summary: String
  /// What a reader should know besides the finding, a sentence each; the method comes last.
  public let notes: [String]

  /// Calculates the chart of some input.
  ///
  /// - Throws: `ChartError` where the numbers can't be what such a chart is made of.
  public init(_ input: ChartInput) throws(ChartError) {
    let chart = try ControlChart(input.observations, input.options)
    let verdict = input.showsBareRules ? nil : CautiousVerdict(chart)
    self.chart = chart
    self.verdict = verdict
    summary = verdict?.summary(of: chart, input.words) ?? chart.summary(input.words)
    var notes = input.notes
    for words in chart.cautionWords(input.words, verdict: verdict)
    where !notes.contains(words) {
      notes.append(words)
    }
    notes += Self.leftOut(chart, input)
    self.notes = notes + [chart.method.line]
  }

  /// Which points are left out, and why where somebody said so.
  private static func leftOut(_ chart: ControlChart, _ input: ChartInput) -> [String] {
    let points = chart.points.filter(\.isExcluded)
    guard !points.isEmpty else { return [] }
    let words = points.map { point in
      input.labels[point.index] + (point.exclusionReason.map { " (\($0))" } ?? "")
    }
    return ["Left out: \(words.joined(separator: ", "))."]
  }
}
