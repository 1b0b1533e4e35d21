import ControlCharts
import Plots
import TestSupport

/// Funnels to draw in tests.
enum FunnelSamples {
  /// Fourteen made-up sites, one of them above its limits, one below, one without numbers.
  static func sites() throws -> FunnelChart {
    let counts: [(String, Double?, Double?)] = [
      ("Ash Lodge", 4, 61), ("Beech", 9, 118), ("Cedar House", 11, 160), ("Elm", 3, 44),
      ("Fir Clinic", 25, 150), ("Hazel", 14, 205), ("Holly", nil, nil), ("Juniper", 18, 240),
      ("Larch", 2, 260), ("Maple", 20, 312), ("Oak", 26, 355), ("Pine", 6, 90),
      ("Rowan", 15, 180), ("Willow", 31, 402),
    ]
    return try FunnelChart(
      counts.map { FunnelEntry(name: $0.0, numerator: $0.1, denominator: $0.2) },
      kind: .proportion, improvement: .decrease, multiplier: 100)
  }

  static func plot(_ chart: FunnelChart) -> FunnelPlot {
    FunnelPlot(
      chart: chart,
      caption: chart.sentences(ChartWords(measure: "Wound infections, Jan to Dec 2026", unit: "%")),
      unit: "%", denominatorName: "procedures")
  }

  /// Sites of any size, many of them exactly on their limits or a last bit beside them.
  static func random(_ generator: inout SeededGenerator) throws -> FunnelChart {
    let count = Int.random(in: 1...40, using: &generator)
    let kind: FunnelKind = Bool.random(using: &generator) ? .proportion : .rate
    let largest: Double = [9, 400, 1e6, 1e90].randomElement(using: &generator) ?? 9
    let entries = (0..<count).map { index -> FunnelEntry in
      let n = (Double.random(in: 0...1, using: &generator) * largest).rounded()
      let share = Double.random(in: 0...1, using: &generator)
      return FunnelEntry(
        name: "Site \(index)",
        numerator: Int.random(in: 0..<9, using: &generator) == 0
          ? nil : (n * share * share).rounded(.down), denominator: n)
    }
    let multiplier: Double = [1, 100, 1000].randomElement(using: &generator) ?? 1
    return try FunnelChart(entries, kind: kind, multiplier: multiplier)
  }
}
