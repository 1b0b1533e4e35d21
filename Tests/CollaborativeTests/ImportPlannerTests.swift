import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Planning an import") struct ImportPlannerTests {
  private func request(makesSites: Bool = false) -> ImportRequest {
    ImportRequest(
      measure: "wound-infections",
      columns: ImportColumns(
        site: ImportColumn(name: "site", position: 1),
        period: ImportColumn(name: "month", position: 2),
        number: .ratio(
          numerator: ImportColumn(name: "infections", position: 3),
          denominator: ImportColumn(name: "operations", position: 4))),
      makesSites: makesSites, source: "test.csv")
  }

  private func plan(
    _ rows: [(site: String, month: String, top: String, bottom: String)],
    _ collaboration: Collaboration, makesSites: Bool = false
  ) throws -> ImportPlan {
    var planner = try collaboration.planImport(request(makesSites: makesSites))
    for (index, row) in rows.enumerated() {
      planner.add(
        ImportRow(
          row: index + 2, site: row.site, period: row.month,
          number: .ratio(numerator: row.top, denominator: row.bottom)))
    }
    return try planner.finish()
  }

  @Test("a plan that was made with a role that is gone is not carried out")
  func changedSince() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    try steward.add(
      .member, "name=Ines", "login=ines", "networkRole=steward", "perspective=staff")
    let ines = try Collaboration.open(path: store.path, atGate: "ines", clock: store.clock)
    let rows = [(site: "riverside", month: "2026-01", top: "2", bottom: "118")]
    let planned = try plan(rows, ines)
    #expect(planned.problemCount == 0)
    try steward.set(try #require(ines.principal.memberID), "networkRole=participant")
    let refused = refusal { try ines.apply(planned) }
    #expect(refused?.code == 5)
    #expect(refused?.words.contains("you are a participant now") == true)
    try steward.apply(plan(rows, steward))
  }

  @Test("new, changed and unchanged numbers are told apart, and notes stay")
  func counts() throws {
    let steward = try TemporaryStore().furnished()
    _ = try steward.log(
      ObservationEntry(
        measure: "wound", site: "riverside", period: "2026-01", text: "1/10", note: "new theatre"))
    _ = try steward.log(
      ObservationEntry(measure: "wound", site: "riverside", period: "2026-02", text: "2/20"))
    let plan = try plan(
      [
        ("riverside", "2026-01-31", "3", "10"), ("riverside", "2026-02", "2", "20"),
        ("RIVERSIDE", "2026-03", "0", "0"), ("riverside", "2026-04", "", ""),
      ], steward)
    #expect(plan.problemCount == 0, "\(plan.problems)")
    #expect((plan.newObservations, plan.changedObservations, plan.sameObservations) == (1, 1, 1))
    #expect(plan.rowsWithoutNumber == 1 && plan.newSeries == 0)
    try steward.apply(plan)
    let series = try #require(try steward.documents(.series).first)
    let points = Series(series.tree).points
    #expect(points.map(\.numerator) == [3, 2, 0])
    #expect(points[0].note == "new theatre" && points[0].source == "test.csv")
    #expect(points[2].status == .noOpportunity)
  }

  @Test("a plan is applied as a whole or, when someone was quicker, not at all")
  func overtaken() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    _ = try steward.log(
      ObservationEntry(measure: "wound", site: "riverside", period: "2026-01", text: "1/10"))
    let plan = try plan(
      [("hillview", "2026-01", "1", "10"), ("riverside", "2026-02", "1", "10")], steward)
    _ = try store.open("cora").log(
      ObservationEntry(measure: "wound", site: "riverside", period: "2026-03", text: "1/10"))
    #expect(refusal { try steward.apply(plan) }?.code == 4)
    #expect(try store.steward().documents(.series).count == 1)
  }

  @Test("made sites get a free code, and one name means one site")
  func madeSites() throws {
    let steward = try TemporaryStore().furnished()
    let plan = try plan(
      [
        ("St. Anne's Hospital", "2026-01", "1", "10"),
        ("St. Anne's Hospital", "2026-02", "1", "10"), ("Örn", "2026-01", "1", "10"),
      ], steward, makesSites: true)
    #expect(plan.newSites == ["rn", "st-anne-s-hospital"])
    try steward.apply(plan)
    #expect(try steward.documents(.site).count == 4)
    #expect(try steward.resolve("St. Anne's Hospital", type: .site).utf8.count == 26)
  }

  @Test("a lead may import for their own site and for no other")
  func rights() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    let lead = try store.open("lee-riverside")
    let own = try plan([("riverside", "2026-01", "1", "10")], lead)
    #expect(own.problemCount == 0)
    let other = try plan(
      [("hillview", "2026-01", "1", "10"), ("hillview", "2026-02", "1", "10")], lead)
    #expect(other.problemCount == 1)
    #expect(other.problems.first?.description.contains("row 2, column 1 (site)") == true)
    #expect(refusal { _ = try lead.planImport(request(makesSites: true)) }?.code == 5)
    #expect(refusal { _ = try store.open("nobody").planImport(request()) }?.code == 5)
  }

  @Test("the columns must fit what the measure is made of")
  func wrongColumns() throws {
    let steward = try TemporaryStore().furnished()
    var wrong = request()
    wrong.measure = "waiting-time"
    #expect(
      refusal { _ = try steward.planImport(wrong) }?.words.contains("--value-column") == true)
  }

  @Test("a site that someone else made after the preview is not made twice")
  func sitesMadeMeanwhile() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let rows = [(site: "newtown", month: "2026-01", top: "1", bottom: "10")]
    let late = try plan(rows, steward, makesSites: true)
    let other = try store.steward()
    try other.apply(try plan(rows, other, makesSites: true))
    #expect(refusal { try steward.apply(late) }?.code == 4)
    _ = try steward.store.refresh()
    #expect(try plan(rows, steward, makesSites: true).changesNothing)
  }
}
