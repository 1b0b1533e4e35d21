import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Testing

@Suite("The rows of each section")
struct SectionTests {
  @Test("cycles stand by stage and by when they are due, closed ones last, the latest first")
  func cycleOrder() throws {
    let network = try SampleNetwork()
    try network.cycle("closed without a day", ["stage": "closed"])
    try network.cycle("closed early", ["stage": "closed", "actualEnd": network.day(-40)])
    try network.cycle("closed late", ["stage": "closed", "actualEnd": network.day(-4)])
    try network.cycle("act", ["stage": "act", "plannedEnd": network.day(1)])
    try network.cycle("plan, no day")
    try network.cycle("plan, later", ["plannedEnd": network.day(9)])
    try network.cycle("plan, late", ["plannedEnd": network.day(-9)])
    let rows = try network.open("lee-riverside").cycleRows()
    #expect(
      rows.map(\.title) == [
        "plan, late", "plan, later", "plan, no day", "act", "closed late", "closed early",
        "closed without a day",
      ])
    #expect(rows.map(\.isOverdue) == [true] + Array(repeating: false, count: 6))
    #expect(rows[0].project == "Warm patients" && rows[0].sites == "riverside hospital")
    #expect(
      try network.open("lee-riverside").cycleRows(narrowedTo: .stage(.act)).map(\.title) == ["act"])
  }

  @Test("a cycle of one site does not stand among those of its project's other sites")
  func cyclesOfSites() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    _ = try network.steward.set(project, "sites=riverside,hillview")
    let hillview = try network.id(.site, "hillview")
    try network.cycle("At both", as: "stella")
    try network.cycle("At Hillview", as: "stella", ["site": .string(hillview)])
    let lee = try network.open("lee-riverside")
    #expect(try lee.cycleRows(narrowedTo: .mine).map(\.title) == ["At both"])
    #expect(
      try network.steward.cycleRows(narrowedTo: .site(hillview)).map(\.title)
        == ["At both", "At Hillview"])
    let riverside = try network.id(.site, "riverside")
    #expect(
      try network.steward.cycleRows(narrowedTo: .site(riverside)).map(\.title) == ["At both"])
  }

  @Test("the tree leads from project to aim, drivers, ideas and cycles, and loses no cycle")
  func tree() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    _ = try network.steward.set(
      project, assignments: [],
      document: [
        "aim": ["text": "90 % arrive warm", "by": "2027-06-30"],
        "drivers": [
          ["id": "d1", "text": "Warm before theatre"],
          ["id": "d2", "text": "Blankets at hand", "parent": "d1"],
          ["id": "d9", "text": "Of a driver that went", "parent": "d1"],
        ],
      ])
    try network.cycle(
      "five", ["driver": "d2", "ramp": "Blanket", "actualStart": "2026-02-02"])
    try network.cycle(
      "one", ["driver": "d2", "ramp": "Blanket", "actualStart": "2026-01-02"])
    try network.cycle("single", ["driver": "d1"])
    try network.cycle("of no known driver", ["driver": "dx"])
    try network.cycle("of none")
    try network.damage(project) { $0["drivers.2.parent" as JSONPath] = "gone" }
    let rows = try network.open("lee-riverside").projectRows()
    #expect(
      rows.map { "\($0.depth) \($0.kind) \($0.text)" } == [
        "0 project Warm patients", "1 aim 90 % arrive warm", "1 driver Warm before theatre",
        "2 driver Blankets at hand", "3 idea Blanket", "4 cycle one", "4 cycle five",
        "2 cycle single", "1 driver Of a driver that went", "1 cycle of no known driver",
        "1 cycle of none",
      ])
    #expect(Set(rows.map(\.key)).count == rows.count)
    #expect(try network.open("lee-riverside").projectRows(words: "blankets").count == rows.count)
    #expect(try network.open("lee-riverside").projectRows(words: "nowhere").isEmpty)
  }

  @Test("a role that nobody fills is a row, and goes when somebody fills it")
  func roster() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    let pat = try network.id(.member, "pat-riverside")
    #expect(try network.steward.rosterRows().filter(\.isGap).count == RosterRole.wanted.count)
    _ = try network.steward.set(
      project, assignments: [],
      document: [
        "roster": [
          ["member": .string(pat), "role": "patient-family-partner", "from": "2026-01-01"],
          ["member": .string(pat), "role": "data-lead", "to": "2026-01-01"],
        ]
      ])
    let rows = try network.steward.rosterRows()
    #expect(rows.filter(\.isGap).count == RosterRole.wanted.count - 1)
    let partner = try #require(rows.first)
    #expect(partner.person == "Pat of riverside" && partner.sites == "riverside hospital")
    #expect(partner.position == 0 && partner.since == "1 Jan 2026")
    #expect(Set(rows.map(\.key)).count == rows.count)
    #expect(try network.steward.rosterRows(words: "data lead").map(\.isGap) == [true])
  }

  @Test("the commons are found by a word in any case, with or without accents")
  func commons() throws {
    let network = try SampleNetwork()
    let cafe = try network.add(
      .resource, ["title": "Café for carers", "kind": "change-idea", "steps": ["Brew COFFEE"]])
    try network.add(.resource, ["title": "Poster", "kind": "tool", "tags": ["hygiene"]])
    try network.add(
      .need,
      [
        "title": "Night café", "category": "people",
        "member": .string(try network.id(.member, "pat-riverside")),
      ])
    try network.add(
      .adoption,
      [
        "resource": .string(cafe), "site": .string(try network.id(.site, "hillview")),
        "stage": "testing",
      ])
    let pat = try network.open("pat-riverside")
    #expect(try pat.commonsRows().map(\.title) == ["Café for carers", "Poster", "Night café"])
    #expect(try pat.commonsRows().map(\.triedAt) == [1, 0, 0])
    #expect(try pat.commonsRows(words: "CAFE").map(\.title) == ["Café for carers", "Night café"])
    #expect(try pat.commonsRows(words: "coffee brew").map(\.title) == ["Café for carers"])
    #expect(try pat.commonsRows(words: "hygiene").map(\.title) == ["Poster"])
    #expect(try pat.commonsRows(narrowedTo: .needs).map(\.title) == ["Night café"])
    #expect(try pat.commonsRows(narrowedTo: .mine).map(\.title) == ["Night café"])
    #expect(try pat.commonsRows(narrowedTo: .resourceKind(.tool)).map(\.title) == ["Poster"])
    #expect(try pat.commonsRows(narrowedTo: .offers).isEmpty)
  }

  @Test("sites stand by how pressing their first reason is")
  func sites() throws {
    let network = try SampleNetwork()
    #expect(
      try network.steward.siteRows().map(\.name) == ["riverside hospital", "hillview hospital"])
    try network.add(
      .note,
      [
        "kind": "coaching", "body": "They lost their lead", "concernLevel": "concern",
        "target": ["type": "site", "id": .string(try network.id(.site, "hillview"))],
      ])
    let rows = try network.steward.siteRows()
    #expect(rows.map(\.name) == ["hillview hospital", "riverside hospital"])
    #expect(rows[0].reasons.first?.kind == .concern)
    #expect(try network.steward.siteRows(words: "HILL").map(\.name) == ["hillview hospital"])
    #expect(try network.open("lee-riverside").siteRows().map(\.name) == ["riverside hospital"])
    #expect(try network.open("cora").siteRows().count == 2)
    for site in ["riverside", "hillview"] {
      try network.steward.set(try network.id(.site, site), "coachIds=")
    }
    #expect(try network.open("cora").siteRows().isEmpty)
  }

  @Test("team and coach scores of a site come from one project")
  func scores() throws {
    let network = try SampleNetwork()
    let riverside = try network.id(.site, "riverside")
    for (name, kind, score) in [("A", "self", 2.5), ("B", "coach", 4)] {
      try network.add(
        .project,
        [
          "name": .string(name), "sites": [.string(riverside)], "status": "active",
          "progress": [
            ["date": "2026-03-01", "kind": .string(kind), "score": JSON(score)]
          ],
        ])
    }
    let row = try #require(try network.steward.siteRows(words: "riverside").first)
    #expect(row.teamScore == 2.5 && row.coachScore == nil)
  }

  @Test("what begins with the words is found first; a person only with their consent")
  func finding() throws {
    let network = try SampleNetwork()
    try network.add(.resource, ["title": "About warm rooms", "kind": "tool"])
    let lee = try network.open("lee-riverside")
    #expect(try lee.find("wärm").map(\.title) == ["Warm patients", "About warm rooms"])
    #expect(try lee.find("warm", limit: 1).count == 1)
    #expect(try lee.find("  ").isEmpty)
    #expect(try lee.find("HILLVIEW").map(\.typeLabel) == ["site"])
    #expect(try lee.find("pat of").map(\.title) == ["Pat of riverside"])
    let pat = try network.id(.member, "pat-hillview")
    _ = try network.open("pat-hillview").set(pat, "consents.listed=yes")
    #expect(
      try network.open("lee-riverside").find("pat of").map(\.title)
        == ["Pat of riverside", "Pat of hillview"])
  }
}
