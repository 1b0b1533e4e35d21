import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("What is worked out once")
struct FindingsTests {
  @Test("a number that is logged moves its chart and leaves the others as they were")
  func oneChart() throws {
    let network = try SampleNetwork()
    try network.log(["2/118", "3/118"])
    try network.log(["4/100"], site: "hillview")
    let steward = network.steward
    let before = try steward.tiles()
    let keys = steward.findings.charts.mapValues(\.key)
    try network.log(["5/100"])
    let after = try steward.tiles()
    #expect(before.map(\.chart.latestText) == ["4", "2.5"])
    #expect(after.map(\.chart.latestText) == ["4", "5"])
    let changed = steward.findings.charts.filter { $0.value.key != keys[$0.key] }
    #expect(changed.map { $0.key } == [after[1].seriesID])
  }

  @Test("work on a project is marked on its charts at once, and a changed measure makes them anew")
  func work() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    _ = try network.steward.set(project, "measures=wound-infections")
    try network.log(["2/118", "3/118"])
    #expect(try network.steward.tiles()[0].chart.annotations.isEmpty)
    _ = try network.steward.add(
      .cycle, assignments: [],
      document: [
        "title": "Blanket", "project": .string(project), "plannedStart": network.day(0),
      ])
    #expect(try network.steward.tiles()[0].chart.annotations.count == 1)
    let measure = try network.id(.measure, "wound-infections")
    _ = try network.steward.set(measure, "multiplier=1000", "name=Infections")
    let tile = try network.steward.tiles()[0]
    #expect(tile.measure == "Infections" && tile.chart.latestText == "25.4")
  }

  @Test("asked twice, the same is answered, and a new day is a new answer")
  func moments() throws {
    let findings = Findings()
    let day = try #require(CalendarDate("2026-11-23"))
    var made = 0
    func ask(_ generation: Int, _ today: CalendarDate) throws -> Naming {
      try findings.value(
        \.names["x"], at: Findings.Moment(generation: generation, today: today)
      ) { () throws(CollaborationError) in
        made += 1
        return .known(type: .site, title: "\(made)")
      }
    }
    #expect(try ask(1, day) == ask(1, day))
    #expect(made == 1)
    _ = try ask(2, day)
    _ = try ask(2, day.adding(days: 1))
    #expect(made == 3)
  }

  @Test("a series whose measure or site is gone is no reason to fail")
  func broken() throws {
    let network = try SampleNetwork()
    try network.log(["2/118"])
    let tile = try #require(try network.steward.tiles().first)
    _ = try network.steward.remove(network.id(.site, "riverside"))
    let left = try #require(try network.steward.tiles().first)
    #expect(left.site == tile.siteID)
    #expect(try network.steward.seriesDetail(left.seriesID).site == tile.siteID)
    _ = try network.steward.remove(tile.chart.measure.id)
    #expect(try network.steward.tiles().isEmpty)
    let page = try network.steward.page(tile.target)
    #expect(page.text.contains("Measure: (in the trash)"))
    #expect(refusal { _ = try network.steward.seriesDetail(tile.seriesID) } != nil)
  }
}
