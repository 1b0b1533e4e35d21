import ControlCharts
import Testing

@Suite("Findings in words")
struct WordsTests {
  private let words = ChartWords(measure: "Falls", unit: "per 1,000 bed days") { "month \($0)" }

  @Test("a quiet chart says so")
  func quiet() throws {
    let values = [9.0, 11, 10, 12, 8, 10.5, 9.5, 11, 9, 10, 12, 9]
    let chart = try Series.individuals(values, centre: 10, sigma: 2, target: 3)
    #expect(
      chart.summary(words)
        == "Falls: latest 9 per 1,000 bed days (month 12), nothing unusual in 12 points around 10; "
        + "target 3 will be met.")
  }

  @Test("a shift that goes on is told with its beginning")
  func shift() throws {
    let values = [11.0, 9, 12, 8, 9, 8.5, 9, 8, 9, 8.5, 9]
    let chart = try Series.individuals(
      values, centre: 10, sigma: 2, improvement: .decrease)
    #expect(
      chart.summary(words)
        == "Falls: latest 9 per 1,000 bed days (month 11), better: 8 in a row below the centre "
        + "line 10 since month 4.")
  }

  @Test("what is over is told as earlier")
  func earlier() throws {
    let values = [11.0, 9, 20, 8, 11, 9, 10.5, 9, 11, 10, 9]
    let chart = try Series.individuals(values, centre: 10, sigma: 2)
    #expect(
      chart.summary(words).hasSuffix(
        "nothing unusual now; earlier, month 3 above the upper limit 16."))
  }

  @Test("every rule explains itself with points, lines and calculation")
  func explanation() throws {
    var values: [Double] = [0.5, 4, -4, 2.5, 2.4, 0]
    values += [2.5, 0.1, 2.6, 1.5, 1.5, 1.5, 1.5]
    values += (0..<16).map { $0.isMultiple(of: 2) ? 0.2 : -0.3 }
    values += (0..<9).map { Double($0) * 0.3 }
    values += [2, -2, 2, 2, -2, 2, 2, 2, -2]
    let chart = try Series.individuals(values, RuleSet.all, centre: 0, sigma: 1)
    #expect(Set(chart.signals.map(\.rule)).count > 10)
    for signal in chart.signals {
      let explanation = signal.explanation(in: chart, words)
      #expect(!explanation.rule.isEmpty)
      #expect(explanation.points.count == signal.points.count)
      #expect(explanation.limits == "lower limit -3, centre line 0, upper limit 3")
      #expect(explanation.formula.contains("d2 = 1.1284"))
      #expect(!signal.phrase(in: chart, words).isEmpty)
      #expect(explanation.lines.count == 4)
    }
  }

  @Test("every caution and every error is a sentence")
  func sentences() {
    let cautions: [Caution] = [
      .nothingToPlot, .tooFewPoints(count: 1), .provisionalLimits(count: 12), .noSpread(phase: 0),
      .noOpportunity(indexes: [3]), .baselineBeyondEnd, .lowPointsCannotSignal,
    ]
    let errors: [ChartError] = [
      .noObservations, .numberOutOfRange(index: 0, x: "a"), .optionOutOfRange(name: "target"),
      .sigmaNotApplicable(.run), .centreOutOfRange(.p, centre: 2), .denominatorsMissing(.u),
      .notPositive(index: 0, x: "a", value: 0),
    ]
    for text in cautions.map(\.words) + errors.map(\.description) {
      #expect(text.hasSuffix("."))
      #expect(text.first?.isUppercase == true)
    }
  }
}
