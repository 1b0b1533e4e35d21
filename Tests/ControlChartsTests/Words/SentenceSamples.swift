import ControlCharts

extension SentenceTests {
  /// One of each: every chart type, every rule set, every reason to say less.
  static var samples: [Sample] { types + verdicts + rules + edges }

  private static let wound = steady(12, 1, count: 14).map { $0.rounded() }

  private static var types: [Sample] {
    let percent = ChartOptions(type: .p, improvement: .decrease, target: 5, multiplier: 100)
    let falls = steady(9, 1.5, count: 24).map { $0.rounded() }
    let beds = [1480.0, 1520, 1390, 1610]
    func rate(_ type: ChartType) -> ChartOptions {
      ChartOptions(type: type, improvement: .decrease, target: 3, multiplier: 1000)
    }
    return [
      Sample(
        name: "a proportion that fell, with changing denominators",
        observations: infections(wound + [4, 5, 3, 4, 5, 2, 4], of: [118, 122, 109]),
        options: percent, words: words("Wound infections", "%")),
      Sample(
        name: "a proportion with one denominator",
        observations: infections(wound, of: [400]),
        options: ChartOptions(type: .p, improvement: .decrease, target: 9, multiplier: 100),
        words: words("Wound infections", "%")),
      Sample(
        name: "a rate that is steady", observations: infections(falls, of: beds),
        options: rate(.u), words: words("Falls", "per 1,000 bed days")),
      Sample(
        name: "a rate with its own spread, one point far out",
        observations: infections(Array(falls.dropLast()) + [24], of: beds),
        options: rate(.up), words: words("Falls", "per 1,000 bed days")),
      Sample(
        name: "a proportion with its own spread, one point far out",
        observations: infections(wound + [40], of: [900, 950]),
        options: ChartOptions(type: .pp, improvement: .decrease, multiplier: 100),
        words: words("Wound infections", "%")),
      Sample(
        name: "counts", observations: values(falls.map { $0 } + [25]),
        options: ChartOptions(type: .c, improvement: .decrease), words: words("Complaints")),
      Sample(
        name: "counts out of a denominator", observations: infections(wound + [30], of: [100, 90]),
        options: ChartOptions(type: .np, improvement: .decrease), words: words("Late letters")),
      Sample(
        name: "cases between events",
        observations: values([12, 30, 5, 18, 44, 9, 21, 15, 33, 8, 27, 160]),
        options: ChartOptions(type: .g, improvement: .increase),
        words: ChartWords(
          measure: "Procedures between cancellations", unit: "procedures", point: "event",
          points: "events", period: month)),
      Sample(
        name: "days between events", observations: values(steady(30, 8, count: 14) + [300]),
        options: ChartOptions(type: .t, improvement: .increase, target: 60),
        words: ChartWords(
          measure: "Days between line infections", unit: "days", point: "event", points: "events",
          period: month)),
      Sample(
        name: "a run chart",
        observations: values(steady(20, 2, count: 10) + Array(repeating: 12, count: 10)),
        options: ChartOptions(type: .run, improvement: .decrease, target: 14),
        words: words("Days to the third next appointment", "days")),
      Sample(
        name: "moving ranges", observations: values(steady(20, 2, count: 14) + [45]),
        options: ChartOptions(type: .mr), words: words("Change from month to month")),
      Sample(
        name: "means of subgroups", observations: subgroups(shift: 30),
        options: ChartOptions(type: .xbar, improvement: .decrease),
        words: words("Door to needle", "minutes")),
      Sample(
        name: "standard deviations of subgroups", observations: subgroups(widen: 5),
        options: ChartOptions(type: .s, improvement: .decrease),
        words: words("Spread of door to needle", "minutes")),
      Sample(
        name: "single ratios whose spread follows the denominator",
        observations: infections(falls + [30], of: beds),
        options: rate(.ip), words: words("Cost", "per 1,000 visits")),
    ]
  }

  private static func subgroups(shift: Double = 0, widen: Double = 1) -> [Observation] {
    steady(40, 1, count: 15).enumerated().map { index, middle in
      let isLast = index == 14
      let middle = isLast ? middle + shift : middle
      let width = (isLast ? 4 * widen : 4) * (index.isMultiple(of: 2) ? 1.1 : 0.9)
      return Observation(
        x: String(index), subgroup: [middle - width, middle, middle + width, nil])
    }
  }

  private static var verdicts: [Sample] {
    let base = steady(20, 2, count: 20)
    func individual(
      _ name: String, _ numbers: [Double?], _ improvement: ImprovementDirection,
      target: Double? = nil, change: (inout [Observation], inout ChartOptions) -> Void = { _, _ in }
    ) -> Sample {
      var observations = values(numbers)
      var options = ChartOptions(type: .i, improvement: improvement, target: target)
      change(&observations, &options)
      return Sample(
        name: name, observations: observations, options: options,
        words: words("Waiting time", "minutes"))
    }
    return [
      individual("a concern that goes on", base + Array(repeating: 25, count: 7), .decrease),
      individual(
        "a change where neither direction is better", base + Array(repeating: 25, count: 7),
        .neutral, target: 20),
      individual(
        "a shift long enough to suggest a phase, on a frozen baseline",
        base + steady(14, 1.5, count: 12), .decrease, target: 12
      ) { _, options in options.freeze = .firstPhase(points: 20) },
      individual(
        "a phase accepted, and quiet since", base + steady(14, 1.5, count: 14), .decrease,
        target: 18
      ) { _, options in options.phaseStarts = [20] },
      individual(
        "a phase accepted, and too young", base + steady(14, 1.5, count: 6), .decrease, target: 18
      ) { _, options in options.phaseStarts = [20] },
      individual("recovered", base + Array(repeating: 26, count: 8) + base, .decrease),
      individual(
        "mixed: a good trend and a bad point", base + [23, 22, 21, 20, 19, 18, 17, 16] + [40],
        .decrease),
      individual("a target exactly on the upper limit", base, .decrease, target: 26) {
        $1.givenCentre = 20
        $1.givenSigma = 2
      },
      individual("one number left out", base + [60] + base, .decrease) { observations, _ in
        observations[20].isExcluded = true
      },
      individual("a target that will not be met", base, .decrease, target: 2),
      individual(
        "the newest number is provisional", base + Array(repeating: 15, count: 7) + [60], .decrease
      ) { observations, _ in
        observations[27].isProvisional = true
      },
    ]
  }

  private static var rules: [Sample] {
    func zones(_ name: String, _ set: RuleSet, _ numbers: [Double]) -> Sample {
      Sample(
        name: name, observations: values(numbers),
        options: ChartOptions(
          type: .i, ruleSets: [set], improvement: .increase, givenCentre: 10, givenSigma: 1),
        words: words("Satisfaction"))
    }
    let noisy = [10.5, 9.4, 10.2, 9.7, 10.8, 9.5, 10.1, 9.8]
    return [
      zones(
        "Western Electric", .westernElectric, noisy + [12.3, 10.4, 12.4, 9, 11.2, 11.5, 11.3, 11.4]),
      zones(
        "Nelson", .nelson,
        [
          10.2, 9.9, 10.3, 9.8, 10.1, 9.9, 10.2, 9.7, 10.3, 9.9, 10.2, 9.8, 10.1, 9.9, 10.2, 11.5,
          8.4, 11.6, 11.7, 8.3, 11.5, 11.9, 8.2,
        ]),
      Sample(
        name: "Anhøj's runs test",
        observations: values(Array(repeating: 8, count: 10) + Array(repeating: 12, count: 10)),
        options: ChartOptions(type: .run, ruleSets: [.anhoej], improvement: .increase),
        words: words("Satisfaction")),
      Sample(
        name: "NHS, a trend and two of three",
        observations: values(noisy + [8, 8.5, 9, 9.4, 9.8, 10.2, 12.4, 12.5]),
        options: ChartOptions(
          type: .i, improvement: .increase, givenCentre: 10, givenSigma: 1),
        words: words("Satisfaction")),
      zones("no rules", .none, noisy + [10, 30]),
    ]
  }

  private static var edges: [Sample] {
    func individual(
      _ name: String, _ numbers: [Double?], target: Double? = nil
    ) -> Sample {
      Sample(
        name: name, observations: values(numbers),
        options: ChartOptions(type: .i, improvement: .increase, target: target),
        words: words("Hand hygiene", "%"))
    }
    return [
      individual("one point", [73]),
      individual("nine points", steady(70, 2, count: 9), target: 90),
      individual("all missing", [nil, nil, nil]),
      Sample(
        name: "a time of zero", observations: values([3, 0, 5]), options: ChartOptions(type: .t),
        words: words("Days between falls")),
      Sample(
        name: "more events than opportunities", observations: infections([3, 12], of: [10]),
        options: ChartOptions(type: .p), words: words("Late letters")),
      individual("always 100 %", Array(repeating: 100, count: 18), target: 95),
      Sample(
        name: "a target on a natural bound",
        observations: infections(steady(45, 2, count: 15).map { $0.rounded() }, of: [50]),
        options: ChartOptions(type: .p, improvement: .increase, target: 100, multiplier: 100),
        words: words("Hand hygiene", "%")),
      Sample(
        name: "zeros, and months without an opportunity",
        observations: ratios(
          [
            (0, 40), (1, 38), (0, 41), (2, 40), (0, 0), (1, 39), (0, 42), (0, 40), (1, 40), (0, 38),
            (1, 41),
          ]
            + [(0, 40), (0, 0), (1, 40)]),
        options: ChartOptions(type: .p, improvement: .decrease, multiplier: 100),
        words: words("Line infections", "%")),
    ]
  }
}
