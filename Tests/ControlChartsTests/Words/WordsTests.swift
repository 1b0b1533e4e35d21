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
        == "Falls: nothing unusual in 12 points around the centre line 10; latest 9 per 1,000 bed "
        + "days (month 12); the target 3 will be met.")
  }

  @Test("a shift that goes on is told with its beginning")
  func shift() throws {
    let values = [11.0, 9, 12, 8, 9, 8.5, 9, 8, 9, 8.5, 9]
    let chart = try Series.individuals(
      values, centre: 10, sigma: 2, improvement: .decrease)
    #expect(
      chart.summary(words)
        == "Falls fell, which is better: since month 4, eight points in a row lie below the centre "
        + "line 10; latest 9 per 1,000 bed days (month 11).")
  }

  @Test("what is over is told as earlier")
  func earlier() throws {
    let values = [11.0, 9, 20, 8, 11, 9, 10.5, 9, 11, 10, 9]
    let chart = try Series.individuals(values, centre: 10, sigma: 2)
    #expect(
      chart.summary(words).hasPrefix(
        "Falls: nothing unusual now; earlier, month 3 lay above the upper limit 16; latest 9 "))
  }

  @Test("a newest point that may change is named, and the one before it decides the finding")
  func provisional() throws {
    let values = [11.0, 9, 12, 8, 9, 8.5, 9, 8, 9, 8.5, 9, 30]
    for count in 1...2 {
      let chart = try Series.individuals(
        values + Array(repeating: 30, count: count - 1), centre: 10, sigma: 2,
        improvement: .decrease
      ) { observations in
        for index in values.count - 1..<observations.count {
          observations[index].isProvisional = true
        }
      }
      let finding = CautiousVerdict(chart).summary(of: chart, words)
      let open = count == 1 ? "which is provisional" : "the last two points are provisional"
      #expect(
        finding
          == "Falls fell, which is better: since month 4, eight points in a row lie below the centre "
          + "line 10; latest 30 per 1,000 bed days (month \(11 + count)), \(open).")
    }
  }

  @Test("of points that may all change nothing is told")
  func allProvisional() throws {
    let chart = try Series.individuals(
      [11.0, 9, 12, 8, 9, 8.5, 9, 8, 9, 8.5, 9], centre: 10, sigma: 2
    ) { for index in $0.indices { $0[index].isProvisional = true } }
    let finding = CautiousVerdict(chart).summary(of: chart, words)
    #expect(finding.hasSuffix("the last 11 points are provisional."))
    #expect(!finding.contains("better") && !finding.contains("since"))
  }

  @Test("a shift that goes on is the story, and points beyond a limit are a part of it")
  func shiftBeforePoint() throws {
    let shift = [9.0, 11, 9, 12, 11, 12, 11.5, 12, 11, 12]
    for (ends, words) in [
      (
        [17.0],
        "eight points in a row lie above the centre line 10, and month 11 lies above the upper limit 16;"
      ),
      (
        [17, 18],
        "nine points in a row lie above the centre line 10, two of them above the upper limit;"
      ),
      ([17, 12], "nine points in a row lie above the centre line 10;"),
    ] {
      let chart = try Series.individuals(shift + ends, centre: 10, sigma: 2)
      #expect(
        chart.summary(self.words).hasPrefix(
          "Falls rose, which is better: since month 4, " + words))
    }
  }

  @Test("a value beyond a limit is never written like the limit")
  func closeToTheLimit() throws {
    let values = [11.0, 9, 11, 8, 11, 9, 10.5, 9, 11, 10, 9, 16.004]
    let chart = try Series.individuals(values, centre: 10, sigma: 2)
    #expect(chart.summary(words).contains("lies above the upper limit 16; latest 16.004 "))
  }

  @Test("of a target that is not judged, and of limits that aren't there, nothing else is said")
  func notSaidTwice() throws {
    let steady = try Series.individuals(Array(repeating: 100, count: 15), target: 100)
    #expect(steady.cautions.contains(.targetOnLimit))
    var options = steady.options
    options.naturalBounds = 0...100
    let chart = try ControlChart(
      (1...15).map { Observation(x: "\($0)", value: 100) }, options)
    let verdict = CautiousVerdict(chart)
    #expect(verdict.summary(of: chart, words).contains("is not judged: the values can't go beyond"))
    #expect(
      chart.cautionWords(words, verdict: verdict)
        == ["There are no limits: the values don't show how much they vary."])
  }

  @Test("explanations begin with what says most and put single points of one side together")
  func explanations() throws {
    let values = [20.0, 9, 11, 9, 0, 11, 9, 18, 12, 11, 12, 11.5, 17, 11, 12, 19]
    let chart = try Series.individuals(values, centre: 10, sigma: 2)
    let verdict = CautiousVerdict(chart)
    let explanations = verdict.explanations(in: chart, words)
    #expect(
      explanations.map(\.finding) == [
        "Since month 8, nine points in a row lie above the centre line 10",
        "Four points lie above the upper limit, month 1 to month 16",
        "Month 5 lay below the lower limit 4",
      ])
    #expect(explanations[1].points == ["month 1 20", "month 8 18", "month 13 17", "month 16 19"])
  }

  @Test("a caution about limits names its phase where there are several")
  func namedPhase() throws {
    let values = (0..<28).map { Double($0 % 3) }
    let chart = try Series.individuals(values, phaseStarts: [14])
    #expect(
      chart.cautions.map(\.words).contains(
        "Phase 2: limits rest on 14 points, provisional until 20."))
    let single = try Series.individuals(Array(values.prefix(14)))
    #expect(
      single.cautions.map(\.words).contains(
        "The limits rest on 14 points, provisional until 20."))
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
      .nothingToPlot, .tooFewPoints(count: 1), .provisionalLimits(count: 12, phase: 1),
      .noSpread(phase: 0),
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
