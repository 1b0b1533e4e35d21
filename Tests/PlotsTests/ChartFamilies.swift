import ControlCharts
import Plots
import TestSupport

/// One made-up chart of every type, with two phases, a gap, a point left out, a provisional one, a
/// target and the work marked on it.
enum ChartFamilies {
  static func plot(_ type: ChartType) throws -> ChartPlot {
    let chart = try ControlChart(
      observations(type),
      ChartOptions(
        type: type, phaseStarts: [16], improvement: .decrease, target: target(type),
        multiplier: type.isProportion && type != .np ? 100 : 1))
    let words = ChartWords(measure: "Made-up \(type.title)")
    return ChartPlot(
      chart: chart, verdict: CautiousVerdict(chart),
      annotations: [
        PlotAnnotation(position: 4, kind: .tick("1 patient")),
        PlotAnnotation(position: 12, kind: .tick("25")),
        PlotAnnotation(position: 9, kind: .note("theatre closed for a week")),
        PlotAnnotation(position: 21, kind: .note("new form")),
        PlotAnnotation(position: 16, kind: .line("implemented: a checklist")),
      ], caption: [CautiousVerdict(chart).summary(of: chart, words)])
  }

  private static func target(_ type: ChartType) -> Double {
    switch type {
    case .p, .pp: 4
    case .u, .up, .ip: 0.04
    default: 5
    }
  }

  private static func observations(_ type: ChartType) -> [Observation] {
    var generator = SeededGenerator(seed: 31)
    return Samples.months(28).enumerated().map { index, month in
      let level: Double = index < 16 ? 12 : 6
      let value = (level + Double.random(in: -4...4, using: &generator)).rounded()
      let n = (150 + Double.random(in: -40...40, using: &generator)).rounded()
      var observation = Observation(x: month, value: nil)
      if type.usesSubgroups {
        observation.subgroup = (0..<5).map { _ in
          level + Double.random(in: -4...4, using: &generator)
        }
      } else if type.needsDenominator {
        observation.numerator = index == 10 ? 40 : value
        observation.denominator = n
      } else {
        observation.value = index == 10 ? 60 : value
      }
      if index == 7 { observation = Observation(x: month, value: nil) }
      observation.isExcluded = index == 13
      observation.isProvisional = index == 27
      return observation
    }
  }
}
