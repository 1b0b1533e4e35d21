import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("What sites within sites add up to") struct SiteRollUpTests {
  /// Riverside with a ward in it, each with people; one project at both, one cycle at the ward.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    let riverside = try network.id(.site, "riverside")
    try network.add(
      .site,
      ["name": "Ward 4", "code": "w4", "kind": "unit", "parentSite": .string(riverside)])
    _ = try network.steward.set(network.id(.project, "warm-patients"), "sites+=w4")
    try network.add(
      .member,
      [
        "name": "Wanda", "login": "wanda", "perspective": "staff",
        "siteIds": [.string(riverside), .string(try network.id(.site, "w4"))],
      ])
    try network.cycle(
      "At the ward", as: "stella",
      ["site": .string(try network.id(.site, "w4")), "visibility": "network"])
    return network
  }

  private func row(_ name: String, _ person: Collaboration) throws -> SiteTreeRow {
    try #require(try person.siteTreeRows().first { $0.name == name })
  }

  @Test("a site counts itself and all within it, everybody and everything once")
  func sums() throws {
    let network = try network()
    let riverside = try row("riverside hospital", network.steward)
    let ward = try row("Ward 4", network.steward)
    #expect(riverside.sum.sites == 1 && ward.sum.sites == 0)
    #expect(riverside.sum.people == 3 && ward.sum.people == 1)
    #expect(riverside.sum.projects == 1 && ward.sum.projects == 1)
    #expect(riverside.sum.gaps == RosterRole.wanted.count)
    #expect(riverside.sum.cycles == 1 && ward.sum.cycles == 1)
    #expect(ward.depth == 1 && riverside.depth == 0)
    // Reasons are told to those who look after the sites.
    #expect((riverside.sum.reasons ?? 0) > 0)
    #expect(try row("Ward 4", network.open("lee-riverside")).sum.reasons == nil)
    let page = try network.steward.page(Target(.site, network.id(.site, "riverside")))
    #expect(page.text.contains { $0.hasPrefix("Together: 1 site within · 3 people · 1 active") })
  }

  @Test("a role held by somebody who left counts as unfilled, a site that left not at all")
  func leaving() throws {
    let network = try network()
    let project = try network.id(.project, "warm-patients")
    let lee = try network.id(.member, "lee-riverside")
    let today = network.today
    _ = try network.steward.giveRole(.dataLead, in: project, to: lee, from: today.adding(days: -90))
    #expect(
      try row("riverside hospital", network.steward).sum.gaps == RosterRole.wanted.count - 1)
    _ = try network.steward.set(lee, "active.to=\(today.adding(days: -1))")
    let after = try row("riverside hospital", network.steward)
    #expect(after.sum.gaps == RosterRole.wanted.count && after.sum.people == 2)
    _ = try network.steward.set(network.id(.site, "w4"), "left=\(today)")
    #expect(try row("Ward 4", network.steward).remark == "left \(today.label)")
    #expect(try row("riverside hospital", network.steward).sum.cycles == 0)
  }

  @Test("a part is answered for by whoever answers for the whole, unless it names its own")
  func owners() throws {
    let network = try network()
    #expect(try row("Ward 4", network.steward).owner == nil)
    _ = try network.steward.set(network.id(.site, "riverside"), "accountableOwner=lee-riverside")
    let inherited = try row("Ward 4", network.steward)
    #expect(inherited.owner == "Lee of riverside" && !inherited.namesOwner)
    let page = try network.steward.page(Target(.site, network.id(.site, "w4")))
    #expect(page.text.contains("Accountable: Lee of riverside, through riverside hospital"))
    _ = try network.steward.set(network.id(.site, "w4"), "accountableOwner=wanda")
    #expect(try row("Ward 4", network.steward).owner == "Wanda")
    _ = try network.steward.set(network.id(.member, "lee-riverside"), "active.to=2026-01-01")
    #expect(
      try row("riverside hospital", network.steward).owner == "Lee of riverside, left 1 Jan 2026")
  }

  @Test("a site within itself and one whose larger site is gone are met with words")
  func odd() throws {
    let network = try network()
    let (riverside, ward) = (try network.id(.site, "riverside"), try network.id(.site, "w4"))
    #expect(
      refusal { try network.steward.set(riverside, "parentSite=w4") }?.words
        .contains("would lead back to the document itself") == true)
    try network.damage(riverside) { $0["parentSite"] = .string(ward) }
    let rows = try network.steward.siteTreeRows()
    #expect(rows.allSatisfy { $0.depth == 0 } && rows.count == 3)
    #expect(
      try row("Ward 4", network.steward).remark == "part of itself by way of riverside hospital")
    let page = try network.steward.page(Target(.site, ward))
    #expect(
      page.text.contains("Part of itself by way of riverside hospital; e changes it."))
    // The way out is open.
    _ = try network.steward.set(riverside, "parentSite=")
    _ = try network.steward.remove(riverside)
    #expect(try row("Ward 4", network.steward).remark == "part of a site that is gone")
  }

  @Test("roll-ups count only what whoever asks may read")
  func rights() throws {
    let network = try network()
    let hidden = try network.cycle("Hidden", as: "stella", ["visibility": "private"])
    #expect(try row("riverside hospital", network.steward).sum.cycles == 2)
    let lee = try network.open("lee-riverside")
    #expect(try row("riverside hospital", lee).sum.cycles == 1)
    #expect(refusal { _ = try lee.document(hidden) } != nil)
  }
}
