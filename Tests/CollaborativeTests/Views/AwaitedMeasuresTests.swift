import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Measures that wait for their first number") struct AwaitedMeasuresTests {
  private func measure(_ network: SampleNetwork, _ name: String) throws -> String {
    try network.add(
      .measure,
      [
        "name": .string(name), "kind": "balancing", "dataKind": "count",
        "visibility": "network",
      ])
  }

  private func rows(
    _ network: SampleNetwork, as login: String, _ words: String
  ) throws -> [MeasureTile] {
    try network.open(login).measureRows(words: words)
  }

  @Test("a measure that nobody follows is shown at the sites of whoever may enter its first number")
  func unused() throws {
    let network = try SampleNetwork()
    let id = try measure(network, "Theatre delays")
    let row = try #require(try rows(network, as: "lee-riverside", "theatre delays").first)
    let site = try network.id(.site, "riverside")
    #expect(row.isAwaited && row.target == Target(.measure, id))
    #expect(row.seriesID == "\(site).\(id)" && row.siteID == site)
    #expect(row.chart.finding == "Theatre delays: no numbers yet.")
    #expect(try network.open("lee-riverside").tiles(words: "theatre delays").isEmpty)
  }

  @Test("the first number makes a chart of it, and then nothing is awaited there")
  func first() throws {
    let network = try SampleNetwork()
    let id = try measure(network, "Theatre delays")
    let lead = try network.open("lee-riverside")
    let row = try #require(try lead.measureRows(words: "theatre").first)
    #expect(!lead.hasBegun(row.seriesID))
    let place = try lead.seriesPlace(row.seriesID)
    #expect(place == SeriesPlace(site: row.siteID, measure: id))
    _ = try lead.log(
      ObservationEntry(measure: place.measure, site: place.site, period: "2026-01", text: "4"))
    let after = try rows(network, as: "lee-riverside", "theatre")
    #expect(after.map(\.isAwaited) == [false] && after.map(\.seriesID) == [row.seriesID])
  }

  @Test("where a project follows it, it is awaited at the project's sites that have no number")
  func followed() throws {
    let network = try SampleNetwork()
    let id = try measure(network, "Theatre delays")
    let project = try network.id(.project, "warm-patients")
    _ = try network.steward.set(
      project, assignments: [Assignment("measures", id, .append)])
    let sites = Set(Project(try network.steward.document(project).tree).siteIds)
    let awaited = try rows(network, as: "stella", "theatre").filter(\.isAwaited)
    #expect(Set(awaited.map(\.siteID)) == sites && awaited.count == sites.count)
  }

  @Test("nobody who may not enter numbers is told that there are none")
  func notToEnter() throws {
    let network = try SampleNetwork()
    _ = try measure(network, "Theatre delays")
    #expect(try rows(network, as: "pat", "theatre").isEmpty)
  }

  @Test("the grid begins the measure that was looked at, and others only where they are wanted")
  func grid() throws {
    let network = try SampleNetwork()
    let id = try measure(network, "Theatre delays")
    let lead = try network.open("lee-riverside")
    let site = try network.id(.site, "riverside")
    #expect(try !lead.entryTable(lookingAt: site).rows.contains { $0.measure.id == id })
    let rows = try lead.entryTable(lookingAt: site, beginning: id).rows
    #expect(rows.filter { $0.measure.id == id }.map(\.siteID) == [site])
  }
}
