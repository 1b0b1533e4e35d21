import ControlCharts
import TestSupport
import Testing

@Suite("What a chart says, case by case")
struct SentenceTests {
  @Test("each case has its sentence, what to be careful about, and why each signal is one")
  func sentences() throws {
    var told: [String] = []
    for sample in Self.samples {
      let chart: ControlChart
      do throws(ChartError) {
        chart = try ControlChart(sample.observations, sample.options)
      } catch {
        told.append("\(sample.name) [\(sample.options.type.title)]\n\(error)")
        continue
      }
      let verdict = CautiousVerdict(chart)
      var lines = [
        "\(sample.name) [\(chart.type.title)]", verdict.summary(of: chart, sample.words),
      ]
      lines += chart.cautionWords(sample.words, verdict: verdict)
      if let suggestion = PhaseSuggestion(chart, verdict, observations: sample.observations) {
        lines += suggestion.sentences(in: chart, sample.words)
      }
      for explanation in verdict.explanations(in: chart, sample.words) {
        lines += ["  * \(explanation.heading)"] + explanation.lines.map { "    \($0)" }
      }
      told.append(lines.joined(separator: "\n"))
    }
    expectGolden(told.joined(separator: "\n\n"), named: "sentences")
    let text = told.joined()
    for word in [" 1 months", "one months", "Optional", "–"] {
      #expect(!text.contains(word))
    }
  }

  struct Sample {
    var name: String
    var observations: [Observation]
    var options: ChartOptions
    var words: ChartWords
  }

  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// "14" is the fifteenth month from January 2025 on.
  static func month(_ label: String) -> String {
    let index = Int(label) ?? 0
    return "\(months[index % 12]) \(2025 + index / 12)"
  }

  static func words(_ measure: String, _ unit: String = "") -> ChartWords {
    ChartWords(measure: measure, unit: unit, point: "month", points: "months", period: month)
  }

  static func values(_ values: [Double?]) -> [Observation] {
    values.enumerated().map { Observation(x: String($0.offset), value: $0.element) }
  }

  static func ratios(_ pairs: [(Double?, Double?)]) -> [Observation] {
    pairs.enumerated().map {
      Observation(x: String($0.offset), numerator: $0.element.0, denominator: $0.element.1)
    }
  }

  /// Numbers that vary about a middle without any signal.
  static func steady(_ middle: Double, _ step: Double, count: Int) -> [Double] {
    let pattern = [0.0, 1, -1, 0.5, -1.5, 1, -0.5, 1.5, -1, 0.5, -0.5, 1]
    return (0..<count).map { middle + step * pattern[$0 % pattern.count] }
  }

  static func infections(_ numerators: [Double], of denominators: [Double]) -> [Observation] {
    ratios(numerators.enumerated().map { ($1, denominators[$0 % denominators.count]) })
  }
}
