import ControlCharts
import Testing

@Suite("Observations, baselines and bad input")
struct SeriesTests {
  @Test("a missing value breaks the moving ranges it touches, one left out does not")
  func movingRanges() throws {
    let missing = try Series.individuals([1, 2, nil, 10, 11])
    let excluded = try Series.individuals([1, 2, 50, 10, 11]) { $0[2].isExcluded = true }
    let factor = Constants.exact.individualsFactor
    let centre = 6.0
    #expect(abs((missing.points[0].upper ?? 0) - (centre + factor)) < 1e-12)
    #expect(abs((excluded.points[0].upper ?? 0) - (centre + factor * 10 / 3)) < 1e-12)
    #expect(excluded.points[2].beyondLimit == .high, "it is still shown where it is")
    #expect(excluded.signals.isEmpty)
  }

  @Test("rows with the same x are gathered, in order of time or number")
  func grouping() {
    let rows = [
      Row(x: "10", y: 1, denominator: 4), Row(x: "9", y: 2, denominator: 5),
      Row(x: "10", y: 3, denominator: 6), Row(x: "9", y: nil, denominator: 100),
    ]
    let rates = Observation.grouped(rows, along: .number, for: .u, hasDenominators: true)
    #expect(rates.map(\.x) == ["9", "10"])
    #expect(rates.map(\.numerator) == [2, 4])
    #expect(rates.map(\.denominator) == [5, 10])
    let dates = Observation.grouped(rows, along: .date, for: .xbar, hasDenominators: false)
    #expect(dates.map(\.x) == ["10", "9"])
    #expect(dates[1].subgroup == [2, nil])
    let counts = Observation.grouped(rows, along: .category, for: .c, hasDenominators: false)
    #expect(counts.map(\.value) == [4, 2])
    let medians = Observation.grouped(
      [1, 2, 9].map { Row(x: "a", y: $0) }, along: .date, for: .run, hasDenominators: false,
      aggregate: .median)
    #expect(medians.map(\.value) == [2])
  }

  @Test("no opportunity is missing and said, never zero")
  func noOpportunity() throws {
    let chart = try ControlChart(
      [
        Observation(x: "a", numerator: 1, denominator: 10),
        Observation(x: "b", numerator: 0, denominator: 0),
        Observation(x: "c", numerator: 3, denominator: 10),
      ], ChartOptions(type: .p))
    #expect(chart.points[1].isMissing)
    #expect(chart.points[1].centre == 0.2)
    #expect(chart.points[1].upper == nil)
    #expect(chart.cautions.contains(.noOpportunity(indexes: [1])))
  }

  @Test("a baseline freezes its phase, or every phase, as asked")
  func freezing() throws {
    let values = [1.0, 3, 1, 3, 9, 9, 20, 22, 30, 30]
    func centres(_ freeze: Freeze) throws -> [Double?] {
      try ControlChart(
        Series.observations(values),
        ChartOptions(type: .i, phaseStarts: [6], freeze: freeze)
      ).phases.map(\.centre)
    }
    #expect(try centres(.firstPhase(points: 4)) == [2, 25.5])
    #expect(try centres(.everyPhase(points: 2)) == [2, 21])
    #expect(try centres(.firstPhase(points: -3)) == [nil, 25.5])
    #expect(try centres(.everyPhase(points: .max)) == [26.0 / 6, 25.5])
    #expect(try centres(.none) == [26.0 / 6, 25.5])
  }

  @Test("phase starts beyond the data or repeated are ignored")
  func phaseStarts() throws {
    let chart = try Series.individuals([1, 2, 3, 4], phaseStarts: [0, -1, 2, 2, 4, 99])
    #expect(chart.phases.map(\.range) == [0..<2, 2..<4])
  }

  @Test(
    "c4 is what books print", arguments: [(2, 0.7979), (5, 0.9400), (10, 0.9727), (25, 0.9896)])
  func c4(_ size: Int, _ printed: Double) throws {
    let subgroup = (0..<size).map { Double($0) as Double? }
    let chart = try ControlChart(
      [Observation(x: "a", subgroup: subgroup), Observation(x: "b", subgroup: subgroup)],
      ChartOptions(type: .s, givenSigma: 1))
    #expect(abs((chart.points[0].centre ?? 0) - printed) < 0.00005)
  }

  @Test("bad numbers are refused with the point that has them")
  func refusals() throws {
    func error(
      _ observation: Observation, _ type: ChartType,
      _ adjust: (inout ChartOptions) -> Void = { _ in }
    ) -> ChartError? {
      var options = ChartOptions(type: type)
      adjust(&options)
      do {
        _ = try ControlChart([Observation(x: "ok", value: nil), observation], options)
        return nil
      } catch { return error }
    }
    let share = Observation(x: "Mar", numerator: 25, denominator: 20)
    #expect(
      error(share, .p)
        == .numeratorAboveDenominator(index: 1, x: "Mar", numerator: 25, denominator: 20))
    #expect(error(share, .p)?.description.contains("Point 2 (Mar) has 25 out of 20") == true)
    #expect(error(share, .u) == nil)
    #expect(
      error(Observation(x: "Mar", value: -1), .c)
        == .negativeCount(index: 1, x: "Mar", count: -1))
    #expect(
      error(Observation(x: "Mar", numerator: 1, denominator: -2), .u)
        == .negativeDenominator(index: 1, x: "Mar", denominator: -2))
    #expect(
      error(Observation(x: "Mar", value: 0), .t) == .notPositive(index: 1, x: "Mar", value: 0))
    #expect(error(Observation(x: "Mar", value: 3), .p) == .denominatorsMissing(.p))
    for bad in [Double.nan, .infinity, 1e101] {
      #expect(
        error(Observation(x: "Mar", value: bad), .i) == .numberOutOfRange(index: 1, x: "Mar"))
      #expect(
        error(Observation(x: "Mar", value: 1), .i) { $0.target = bad }
          == .optionOutOfRange(name: "target"))
    }
    #expect(
      error(Observation(x: "Mar", value: 1), .run) { $0.givenSigma = 1 }
        == .sigmaNotApplicable(.run))
    #expect(
      error(Observation(x: "Mar", value: 1), .c) { $0.givenCentre = -1 }
        == .centreOutOfRange(.c, centre: -1))
    #expect(
      error(Observation(x: "Mar", value: 1), .i) { $0.multiplier = 0 }
        == .optionOutOfRange(name: "multiplier"))
    #expect(throws: ChartError.noObservations) {
      try ControlChart([], ChartOptions(type: .i))
    }
  }

  @Test("a chart without any value says so")
  func nothing() throws {
    let chart = try Series.individuals([nil, nil])
    #expect(chart.cautions == [.nothingToPlot])
    #expect(chart.summary(ChartWords(measure: "Falls")).hasPrefix("Falls: nothing to chart yet"))
    #expect(chart.variation == nil)
  }
}
