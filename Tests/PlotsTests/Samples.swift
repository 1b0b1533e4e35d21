import ControlCharts
import Plots

/// Charts to draw in tests.
enum Samples {
  /// The labels of so many months from July 2024.
  static func months(_ count: Int) -> [String] {
    (0..<count).map { index in
      let month = (6 + index) % 12 + 1
      return "\(2024 + (6 + index) / 12)-\(month < 10 ? "0" : "")\(month)"
    }
  }

  /// Falls per 1,000 bed days, re-based after 18 months.
  static func falls(provisional: Bool = false) throws -> ControlChart {
    let counts: [Double?] = [
      14, 10, 13, 11, 14, 19, 10, 19, 11, 20, 21, 10, 10, 18, 13, nil, 27, 10, 8, 7, 10, 6, 8, 6,
      9, 5, 7, 6,
    ]
    let days: [Double] = [
      3300, 3200, 3350, 3250, 3300, 3280, 3310, 3290, 3400, 3300, 3350, 3320, 3280, 3300, 3310,
      3290, 3300, 3250, 3200, 3300, 3250, 2900, 3300, 3350, 3000, 2800, 3300, 3250,
    ]
    var observations = zip(months(28), zip(counts, days)).map {
      Observation(x: $0, numerator: $1.0, denominator: $1.1)
    }
    observations[13].isExcluded = true
    observations[27].isProvisional = provisional
    return try ControlChart(
      observations,
      ChartOptions(
        type: .u, phaseStarts: [18], improvement: .decrease, target: 1.5, multiplier: 1000))
  }

  static func run(_ values: [Double?]) throws -> ControlChart {
    try ControlChart(
      zip(months(values.count), values).map { Observation(x: $0, value: $1) },
      ChartOptions(type: .run, ruleSets: [.anhoej]))
  }

  static func individuals(
    _ values: [Double?], target: Double? = nil, improvement: ImprovementDirection = .increase
  ) throws -> ControlChart {
    try ControlChart(
      zip(months(values.count), values).map { Observation(x: $0, value: $1) },
      ChartOptions(type: .i, improvement: improvement, target: target))
  }

  static func fallsPlot(_ chart: ControlChart) -> ChartPlot {
    let words = ChartWords(measure: "Falls", unit: "per 1,000 bed days")
    return ChartPlot(
      chart: chart, verdict: CautiousVerdict(chart),
      annotations: [
        PlotAnnotation(position: 3, kind: .tick("1 patient")),
        PlotAnnotation(position: 9, kind: .tick("5")),
        PlotAnnotation(position: 14, kind: .tick("25")),
        PlotAnnotation(position: 18, kind: .line("implemented: hourly rounding")),
      ],
      caption: [CautiousVerdict(chart).summary(of: chart, words)], unit: "per 1,000 bed days")
  }
}
