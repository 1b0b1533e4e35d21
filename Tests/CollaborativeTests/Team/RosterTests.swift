import Improvement
import Insights
import JSONTree
import Testing

@testable import Collaborative

@Suite("Rosters by project and by site") struct RosterTests {
  /// A project with a data lead for eight months, a role that ended and one that is to come.
  private func network() throws -> (SampleNetwork, project: String) {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    let (lee, pat) = (
      try network.id(.member, "lee-riverside"), try network.id(.member, "pat-riverside")
    )
    _ = try network.steward.set(
      project, assignments: [],
      document: [
        "roster": [
          ["member": .string(lee), "role": "data-lead", "from": "2025-07-01"],
          [
            "member": .string(pat), "role": "clinical-lead", "from": "2025-01-01",
            "to": "2025-12-31",
          ],
          ["member": .string(pat), "role": "patient-family-partner", "from": "2026-05-01"],
        ]
      ])
    return (network, project)
  }

  @Test("a role whose holder has left is unfilled for the coach as well, and so is it in a report")
  func leftHolder() throws {
    let (network, project) = try network()
    let lee = try network.id(.member, "lee-riverside")
    func gaps() throws -> String? {
      let site = Site(
        try network.steward.document(network.id(.site, "riverside")).tree)
      return Attention.reasons(for: try network.steward.siteFile(site), today: network.today)
        .first { $0.kind == .roleGap && $0.evidence.id == project }?.words
    }
    #expect(try gaps()?.contains("data lead") == false)
    _ = try network.steward.set(lee, "active.to=\(network.today.adding(days: -3))")
    #expect(try gaps()?.contains("data lead") == true)
  }

  @Test("those without a site stand in a site's columns, under their own heading")
  func columnsWithoutSite() throws {
    let (network, _) = try network()
    try network.add(.member, ["name": "Nomad", "login": "nomad", "perspective": "peer"])
    let row = try #require(
      try network.steward.siteRosterRows(narrowedTo: .everything).last { $0.person == "Nomad" })
    #expect(row.isOfSite && row.group.isEmpty && row.role == "Participant")
    #expect(try network.steward.rosterRows().allSatisfy { !$0.isOfSite })
  }

  @Test("a roster says for how long a role is held and when one begins; what ended is no row")
  func times() throws {
    let (network, _) = try network()
    let rows = try network.steward.rosterRows()
    #expect(rows.first?.time == "8 months" && rows.first?.kind == .held)
    #expect(rows.first { $0.kind == .ahead }?.time == "from 1 May 2026")
    #expect(!rows.contains { $0.roleValue == "clinical-lead" && !$0.isGap })
    // Until somebody begins, nobody is there.
    #expect(rows.contains { $0.roleValue == "patient-family-partner" && $0.isGap })
    #expect(Set(rows.map(\.key)).count == rows.count)
  }

  @Test("what has ended stays on the project's page and on the person's card")
  func earlier() throws {
    let (network, project) = try network()
    let page = try network.steward.page(Target(.project, project))
    #expect(
      page.text.contains(
        "Clinical lead: Pat of riverside, 1 Jan 2025 to 31 Dec 2025, 12 months"))
    let card = try network.steward.page(
      Target(.member, try network.id(.member, "pat-riverside")))
    #expect(
      card.text.contains(
        "Clinical lead | Warm patients | 1 Jan 2025 to 31 Dec 2025, 12 months"))
    #expect(
      card.text.contains("Patient or family partner | Warm patients | from 1 May 2026"))
  }

  @Test("whoever left, is gone or stands there twice is marked, and found by the filter")
  func odd() throws {
    let (network, project) = try network()
    let lee = try network.id(.member, "lee-riverside")
    _ = try network.steward.set(lee, "active.to=2026-02-01")
    #expect(try network.steward.rosterRows().first?.remark == "left 1 Feb 2026")
    #expect(try network.steward.rosterRows(narrowedTo: .odd).map(\.memberID) == [lee])
    _ = try network.steward.remove(lee)
    let gone = try #require(try network.steward.rosterRows(narrowedTo: .odd).first)
    #expect(gone.person == "(in the trash)" && gone.remark == "no member any more")
    _ = try network.steward.set(project, "roster.3.member=pat-riverside", "roster.3.role=data-lead")
    _ = try network.steward.set(project, "roster.4.member=pat-riverside", "roster.4.role=data-lead")
    #expect(
      try network.steward.rosterRows(narrowedTo: .odd).map(\.remark)
        == ["no member any more", "stands here twice"])
  }

  @Test(
    "by site stand the people of the site with their roles, those without one, and what it lacks")
  func bySite() throws {
    let (network, _) = try network()
    let rows = try network.steward.siteRosterRows(narrowedTo: .site(network.id(.site, "riverside")))
    #expect(rows.first?.person == "Lee of riverside" && rows.first?.role == "Data lead")
    #expect(rows.count { $0.isGap } == RosterRole.wanted.count - 1)
    let hillview = try network.steward.siteRosterRows(
      narrowedTo: .site(network.id(.site, "hillview")))
    #expect(hillview.map(\.kind) == [.withoutRole, .withoutRole])
    #expect(hillview.first?.role == "no role yet")
    let gaps = try network.steward.siteRosterRows(narrowedTo: .gaps)
    #expect(!gaps.isEmpty && gaps.allSatisfy(\.isGap))
  }

  @Test("whoever belongs to no site, or to one that is gone, comes last and says why")
  func withoutSite() throws {
    let (network, _) = try network()
    let homeless = try network.steward.siteRosterRows(narrowedTo: .withoutSite)
    #expect(homeless.map(\.person) == ["Cora", "stella"])
    _ = try network.steward.remove(network.id(.site, "hillview"))
    let rows = try network.steward.siteRosterRows(narrowedTo: .withoutSite)
    #expect(rows.map(\.person) == ["Cora", "Lee of hillview", "Pat of hillview", "stella"])
    #expect(rows[1].remark == "the site is gone" && rows[1].isOdd)
    let card = try network.steward.page(
      Target(.member, try network.id(.member, "lee-hillview")))
    #expect(card.text.contains(" | (in the trash) | this site is gone; e takes it out"))
    try network.add(.site, ["name": "Empty House", "code": "empty", "kind": "clinic"])
    let empty = try network.steward.siteRosterRows(narrowedTo: .site(network.id(.site, "empty")))
    #expect(empty.map(\.kind) == [.withoutPeople])
  }

  @Test(
    "a card shows no way to reach somebody without their consent, and no count of what they did")
  func card() throws {
    let (network, _) = try network()
    let pat = try network.id(.member, "pat-riverside")
    _ = try network.steward.set(
      pat, "contact=ward phone 12", "skills=run charts", "interests=falls")
    for number in 0..<9 {
      try network.add(
        .note, as: "pat-riverside",
        [
          "kind": "comment", "body": .string("Word \(number)"), "visibility": "network",
          "target": ["type": "site", "id": .string(try network.id(.site, "riverside"))],
        ])
    }
    let lee = try network.open("lee-riverside")
    let card = try lee.page(Target(.member, pat)).text
    #expect(!card.joined().contains("ward phone"))
    #expect(card.contains("Not shared: there is no consent to be contacted here."))
    #expect(card.contains("Skills: run charts") && card.contains("Interests: falls"))
    #expect(card.count { $0.contains("Word ") } == 5)
    _ = try network.open("pat-riverside").set(pat, "consents.contact=yes")
    _ = try lee.refresh()
    #expect(try lee.page(Target(.member, pat)).text.contains("Contact: ward phone 12"))
  }
}
