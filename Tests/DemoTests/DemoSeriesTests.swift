import Demo
import Improvement
import Insights
import JSONTree
import Testing

@Suite struct DemoSeriesTests {
  static let measures = DemoNetworkTests.documents(.measure).map(Measure.init)
  static let sites = DemoNetworkTests.documents(.site).map(Site.init)

  static func series(_ measure: String, at code: String) throws -> Series {
    let measure = try #require(measures.first { $0.name == measure })
    let site = try #require(sites.first { $0.code == code })
    let id = Series.id(site: site.id, measure: measure.id)
    return Series(
      try #require(DemoNetworkTests.documents(.series).first { $0["id"]?.string == id }))
  }

  /// The share of all cases before and from the month of the phase on.
  static func shares(_ points: ArraySlice<SeriesPoint>) -> Double {
    let numerators = points.compactMap(\.numerator).reduce(0, +)
    return numerators / max(1, points.compactMap(\.denominator).reduce(0, +))
  }

  @Test("wound infections at Riverside fall by half with the bundle, with a phase and a baseline")
  func improvement() throws {
    let series = try Self.series("Wound infections", at: "riverside")
    #expect(series.points.count == 24)
    let starts = try #require(series.phases.first?.starts)
    let change = try #require(series.points.firstIndex { $0.period == starts })
    #expect(change >= 10 && 24 - change >= 10)
    let before = Self.shares(series.points[..<change])
    let after = Self.shares(series.points[change...])
    #expect((0.05...0.085).contains(before))
    #expect(after < before * 0.6)
    #expect(series.isBaselineFrozen && series.baselineTo == starts.advanced(by: -1))
    #expect(series.targetValue == 2)
  }

  @Test("the bundle's reliability rises in a run that nobody can take for chance")
  func reliability() throws {
    let points = try Self.series("Bundle reliability", at: "riverside").points
    let centre = Self.shares(points[..<10])
    let above = points[12...].filter { Self.shares([$0]) > centre }
    #expect(above.count == points[12...].count)
  }

  @Test("readmissions at Ostrafell get worse")
  func worsening() throws {
    let points = try Self.series("Readmissions within 30 days", at: "ostrafell").points
    #expect(Self.shares(points[16...]) > Self.shares(points[..<10]) * 1.15)
  }

  @Test("home care has months missing, with a reason and without")
  func missing() throws {
    let points = try Self.series("Missed visits", at: "brackwater").points
    #expect(points.filter { $0.status == .missing }.count == 3)
    #expect(points.count == 22)
  }

  @Test("line infections and cancellations are rare events that come further apart")
  func rareEvents() throws {
    for (measure, code) in [
      ("Days between line infections", "saltmarsh-neo"),
      ("Procedures between cancellations", "marrowmere"),
    ] {
      let points = try Self.series(measure, at: code).points
      #expect(points.count >= 15)
      #expect(points.allSatisfy { $0.period?.unit == .day && ($0.value ?? 0) >= 1 })
      let values = points.compactMap(\.value)
      let half = values.count / 2
      let early = values[..<half].reduce(0, +) / Double(half)
      let late = values[half...].reduce(0, +) / Double(values.count - half)
      #expect(late > early)
    }
  }

  @Test("the care home is late with its numbers, and the latest ones of others are provisional")
  func lateness() throws {
    let late = try Self.series("New pressure injuries", at: "hazelfen").points.last?.period
    #expect(late?.description == "2026-08")
    let last = try Self.series("Wound infections", at: "riverside").points.last
    #expect(last?.period?.description == "2026-10")
    #expect(last?.quality == .provisional)
  }

  @Test("measures are of all kinds, charts and frequencies")
  func measureKinds() {
    #expect(
      Set(Self.measures.map(\.kind)).isSuperset(of: [.outcome, .process, .balancing]))
    #expect(
      Set(Self.measures.map(\.chartType)).isSuperset(of: [
        .p, .pPrime, .u, .c, .individuals, .run, .g, .t,
      ]))
    #expect(Set(Self.measures.map(\.frequency)) == [.month, .week, .event])
    for series in DemoNetworkTests.documents(.series).map(Series.init) {
      let periods = series.points.map { ($0.periodText, $0.sequence) }
      #expect(periods.elementsEqual(periods.sorted { $0 < $1 }, by: ==))
    }
  }

  @Test("a frozen baseline ends before the first implemented change drawn on the chart")
  func baselines() throws {
    let cycles = DemoNetworkTests.documents(.cycle).map(Cycle.init)
    let projects = DemoNetworkTests.documents(.project).map(Project.init)
    var drawn = 0
    for series in DemoNetworkTests.documents(.series).map(Series.init) {
      let measure = try #require(Self.measures.first { $0.id == series.measure })
      let following = Set(projects.filter { $0.measureIds.contains(measure.id) }.map(\.id))
      let chart = SeriesChart(
        series, of: measure, at: "",
        cycles: cycles.filter { $0.site == series.site && following.contains($0.project ?? "") })
      guard let baseline = chart.baseline,
        let first = chart.annotations.first(where: { $0.kind == .implementation })
      else { continue }
      drawn += 1
      #expect(baseline.range.upperBound <= first.point, "\(measure.name)")
    }
    #expect(drawn > 10)
  }
}
