import ControlCharts
import Testing

/// Cases of the kind `behaviour` record what one program does at an edge, and ask for something
/// better; these show what happens here.
@Suite("Edges at which programs disagree")
struct BehaviourTests {
  static let few = [
    "edge-c-one-point", "edge-c-two-points", "edge-g-one-point", "edge-i-one-point",
    "edge-i-three-points", "edge-mr-two-points", "edge-nhs-one-point", "edge-p-one-point",
    "edge-run-two-points", "edge-t-two-points", "edge-u-one-point", "edge-up-one-point",
  ]
  static let equal = [
    "edge-g-all-equal", "edge-i-all-equal", "edge-t-all-equal", "edge-pp-all-events",
    "edge-pp-equal-shares", "edge-u-all-zero",
  ]
  static let missing = ["edge-i-all-missing", "edge-p-all-missing", "edge-run-all-missing"]
  static let single = [
    "edge-i-empty", "edge-i-exclude-beyond-end", "edge-i-freeze-beyond-end",
    "edge-nhs-all-100-target-100", "edge-nhs-missing-last", "edge-p-events-exceed-n",
    "edge-p-zero-denominator",
  ]

  private func chart(_ name: String) throws -> ControlChart {
    let found = try #require(ChartCase.shipped.first { $0.name == name }, "\(name)")
    return try found.decoded().chart(rounded: false)
  }

  private func told(_ chart: ControlChart) -> String {
    let words = ChartWords(measure: "Measure")
    let cautions = chart.cautions.map(\.words)
    return ([chart.summary(words), CautiousVerdict(chart).summary(of: chart, words)] + cautions)
      .joined(separator: "\n")
  }

  /// No number that isn't one, in the lines or in what is said.
  private func expectPlain(_ chart: ControlChart) {
    for point in chart.points {
      let numbers = [
        point.value, point.centre, point.lower, point.upper, point.lowerWarning,
        point.upperWarning,
      ]
      #expect(numbers.allSatisfy { $0?.isFinite ?? true })
    }
    #expect(!told(chart).contains(/\b(nan|inf|infinity)\b/.ignoresCase()), "\(told(chart))")
  }

  @Test("every such case is shown below")
  func complete() throws {
    let names = try (ChartCase.shipped + ChartCase.beside)
      .filter { try $0.decoded().kind == "behaviour" }.map(\.name)
    #expect(Set(names) == Set(Self.few + Self.equal + Self.missing + Self.single))
  }

  @Test("a point or three are drawn with a warning, without a signal or a verdict", arguments: few)
  func fewPoints(name: String) throws {
    let chart = try chart(name)
    #expect(chart.latest?.value != nil)
    #expect(chart.signals.isEmpty)
    let count = chart.points.count { !$0.isMissing }
    #expect(chart.cautions.contains(.tooFewPoints(count: count)))
    #expect(told(chart).contains("a verdict waits for ten"))
    #expect(CautiousVerdict(chart).variation == nil)
    expectPlain(chart)
  }

  @Test(
    "where one point shows no spread there are no limits, and that is said",
    arguments: ["edge-i-one-point", "edge-nhs-one-point", "edge-up-one-point"])
  func noSpread(name: String) throws {
    let chart = try chart(name)
    #expect(chart.points[0].upper == nil && chart.points[0].lower == nil)
    #expect(chart.cautions.contains(.noSpread(phase: 0)))
  }

  @Test("equal values lie on the centre line, with no limit apart from it", arguments: equal)
  func equalValues(name: String) throws {
    let chart = try chart(name)
    for point in chart.points {
      #expect(point.centre == point.value)
      #expect(point.upper == nil || point.upper == point.centre)
      #expect(point.lower == nil || point.lower == point.centre)
      #expect(point.side == .on && point.label == .none)
    }
    #expect(chart.signals.isEmpty)
    #expect(chart.phases.map(\.runs.useful) == [0])
    expectPlain(chart)
  }

  @Test("where every value is missing it is said that there is nothing to plot", arguments: missing)
  func nothing(name: String) throws {
    let chart = try chart(name)
    #expect(chart.cautions == [.nothingToPlot])
    #expect(told(chart).contains("There is nothing to plot"))
    #expect(chart.variation == nil && chart.signals.isEmpty)
    expectPlain(chart)
  }

  @Test("no data at all are refused in one plain sentence")
  func empty() {
    let error = #expect(throws: ChartError.self) { try chart("edge-i-empty") }
    #expect(error == .noObservations)
    #expect(error?.description.contains("nothing to chart") == true)
  }

  @Test("an exclusion beyond the end changes no line")
  func exclusionBeyondEnd() throws {
    let found = try #require(ChartCase.shipped.first { $0.name == "edge-i-exclude-beyond-end" })
    let decoded = try found.decoded()
    let chart = try decoded.chart(rounded: true)
    #expect(chart.points.allSatisfy { !$0.isExcluded })
    let expected = decoded.numbers("ucl", in: decoded.expect)?.first ?? nil
    #expect(abs((chart.points[0].upper ?? 0) - (expected ?? 0)) < 1e-12)
  }

  @Test("a baseline longer than the data takes all points, and says so")
  func freezeBeyondEnd() throws {
    let chart = try chart("edge-i-freeze-beyond-end")
    #expect(chart.phases[0].baselineCount == chart.points.count)
    #expect(chart.cautions.contains(.baselineBeyondEnd))
  }

  @Test("a process that never leaves 100 % does not fail: a target of 100 sits on the limit")
  func full() throws {
    let chart = try chart("edge-nhs-all-100-target-100")
    #expect(chart.signals.isEmpty)
    #expect(chart.assurance == .hitOrMiss)
    #expect(chart.cautions.contains(.targetOnLimit))
    #expect(told(chart).contains("The target lies exactly on a limit"))
    expectPlain(chart)
    let easier = try Series.individuals(chart.points.map(\.value), target: 95)
    #expect(easier.assurance == .pass && !easier.cautions.contains(.targetOnLimit))
  }

  @Test("a missing last value is a gap: no neighbour is a special cause because of it")
  func missingLast() throws {
    let chart = try chart("edge-nhs-missing-last")
    #expect(chart.points.last?.isMissing == true)
    #expect(chart.signals.isEmpty)
    let known = chart.points.dropLast()
    #expect(chart.variation == known.last?.pointType)
    let without = try ControlChart(
      known.map { Observation(x: $0.x, value: $0.value) }, chart.options)
    #expect(known.map(\.label) == without.points.map(\.label))
    #expect(known.map(\.upper) == without.points.map(\.upper))
  }

  @Test("more events than cases are refused, and the point is named")
  func eventsAboveCases() {
    let error = #expect(throws: ChartError.self) { try chart("edge-p-events-exceed-n") }
    #expect(error?.description.hasPrefix("Point 2 (2) has 25 out of 20") == true)
  }

  @Test("a month without patients is missing, which is said, and moves no other point")
  func zeroDenominator() throws {
    let chart = try chart("edge-p-zero-denominator")
    let idle = try #require(chart.points.first { $0.denominator == 0 })
    #expect(idle.isMissing && idle.upper == nil && idle.rules.isEmpty)
    #expect(chart.cautions.contains(.noOpportunity(indexes: [idle.index])))
    let others = chart.points.filter { !$0.isMissing }
    let without = try ControlChart(
      others.map { Observation(x: $0.x, numerator: $0.numerator, denominator: $0.denominator) },
      chart.options)
    #expect(others.map(\.upper) == without.points.map(\.upper))
    expectPlain(chart)
  }
}
