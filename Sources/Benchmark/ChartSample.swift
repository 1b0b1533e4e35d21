import ControlCharts

/// Series to measure with, the same on every machine.
enum ChartSample {
  /// Sums of uniform numbers, nearly normal around 50 with a standard deviation near 5.
  static func noise(_ count: Int) -> [Observation] {
    var state: UInt64 = 2_024
    return labelled(count) { _ in
      (0..<12).reduce(20.0) { sum, _ in sum + 5 * next(&state) }
    }
  }

  /// Counts out of denominators from 100 to 400, near one in five.
  static func shares(_ count: Int) -> [Observation] {
    var state: UInt64 = 77
    return (0..<count).map { index in
      let denominator = 100 + (300 * next(&state)).rounded()
      let share = 0.2 + 0.02 * ((0..<12).reduce(-6.0) { sum, _ in sum + next(&state) })
      return Observation(
        x: label(index), numerator: (share * denominator).rounded(), denominator: denominator)
    }
  }

  /// Series that complete a rule at nearly every point, by what they look like.
  static func hard(_ count: Int) -> [(name: String, values: [Observation])] {
    [
      ("all on one side", labelled(count) { _ in 0.5 }),
      ("all beyond the limits", labelled(count) { $0.isMultiple(of: 2) ? 4 : 5 }),
      ("always rising", labelled(count) { Double($0) * 1e-6 }),
      ("up and down by turns", labelled(count) { $0.isMultiple(of: 2) ? 1.5 : -1.5 }),
      ("every third missing", labelled(count) { $0.isMultiple(of: 3) ? nil : 2.5 }),
    ]
  }

  /// Draws the chart of some observations and tells its finding; the length of what is told.
  static func told(
    _ observations: [Observation], _ type: ChartType, centre: Double? = nil, sigma: Double? = nil
  ) -> Int {
    let options = ChartOptions(
      type: type, ruleSets: RuleSet.all, improvement: .increase, target: centre == nil ? 0.5 : nil,
      givenCentre: centre, givenSigma: sigma)
    guard let chart = try? ControlChart(observations, options) else { return 0 }
    return CautiousVerdict(chart).summary(of: chart, ChartWords(measure: "Waits")).utf8.count
  }

  /// A table of months, or of plain numbers where there are more than the calendar names, and their
  /// values.
  static func table(
    _ rows: Int, _ name: String, in workplace: Workplace
  ) throws(BenchmarkError) -> String {
    let values = noise(rows)
    return try workplace.write(name) { write in
      write("month,value\n")
      for (index, observation) in values.enumerated() {
        write("\(rows > 1_000 ? "\(index + 1)" : label(index)),\(observation.value ?? 0)\n")
      }
    }
  }

  private static func labelled(_ count: Int, _ value: (Int) -> Double?) -> [Observation] {
    (0..<count).map { Observation(x: label($0), value: value($0)) }
  }

  /// The month of that number since January 1990.
  private static func label(_ index: Int) -> String {
    let month = index % 12 + 1
    return "\(1_990 + index / 12)-\(month < 10 ? "0" : "")\(month)"
  }

  /// A number from 0 to 1 (Knuth's linear congruential generator, MMIX).
  private static func next(_ state: inout UInt64) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }
}
