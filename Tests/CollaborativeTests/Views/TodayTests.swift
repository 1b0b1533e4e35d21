import Collaborative
import Improvement
import JSONTree
import Testing

@Suite("Today, for whoever is signed in")
struct TodayTests {
  @Test("a lead sees overdue cycles before the others, numbers due and tasks")
  func lead() throws {
    let network = try SampleNetwork()
    let lee = try network.id(.member, "lee-riverside")
    try network.cycle("Under way", ["stage": "do", "plannedEnd": network.day(7)])
    try network.cycle(
      "Late", ["stage": "study", "plannedEnd": network.day(-3)])
    try network.cycle(
      "Closed", ["stage": "closed", "plannedEnd": network.day(-3)])
    try network.cycle(
      "With a task",
      ["plan": ["tasks": [["what": "Fill the warmer", "who": .string(lee)]]]])
    try network.log(["2/118"], monthsAgo: 4)
    let rows = try network.open("lee-riverside").todayRows()
    let told = rows.map { "\($0.kind) \($0.text)" }
    #expect(
      told == [
        "overdueCycle Late", "numbersDue Wound infections", "action Fill the warmer",
        "cycle With a task", "cycle Under way",
      ])
    #expect(rows[1].tile != nil && rows[1].detail == "enter with o")
  }

  @Test("who may not enter numbers is not asked for them")
  func participant() throws {
    let network = try SampleNetwork()
    try network.log(["2/118"], monthsAgo: 4)
    let rows = try network.open("pat-riverside").todayRows()
    #expect(rows.map(\.kind) == [.measure])
    #expect(try network.open("pat-hillview").todayRows().isEmpty)
  }

  @Test("a coach sees each of their sites once, with the most pressing reason and how many more")
  func coach() throws {
    let network = try SampleNetwork()
    let cora = try network.id(.member, "cora")
    let riverside = try network.id(.site, "riverside")
    _ = try network.steward.set(riverside, "coachIds=cora")
    #expect(try network.steward.document(riverside).tree["coachIds"]?.strings == [cora])
    try network.cycle(
      "Blanket", ["stage": "do", "harm": ["what": "A burn", "when": network.day(-1)]])
    let rows = try network.open("cora").todayRows()
    #expect(rows.map(\.kind) == [.harm])
    #expect(rows[0].text == "Harm was noted in “Blanket”.")
    #expect(rows[0].detail == "+1" && rows[0].place == "riverside hospital")
  }

  @Test("a coach's sites are told by site, and only a cycle of their own by itself")
  func coachOnce() throws {
    let network = try SampleNetwork()
    let cora = try network.id(.member, "cora")
    _ = try network.steward.set(cora, "siteIds=riverside")
    try network.log(["2/118"], monthsAgo: 4)
    try network.cycle("The team's", ["stage": "do"])
    try network.cycle("Cora's", ["stage": "do", "owner": .string(cora)])
    let rows = try network.open("cora").todayRows()
    #expect(rows.map(\.kind) == [.attention, .cycle])
    #expect(rows.map(\.text) == ["Wound infections: Nov 2025, 3 behind.", "Cora's"])
  }

  @Test("a visitor owns nothing, not even cycles without an owner")
  func visitor() throws {
    let network = try SampleNetwork()
    try network.cycle("Open to all", ["visibility": "network"])
    let visitor = try network.open("nobody")
    #expect(visitor.principal.isVisitor)
    #expect(try visitor.todayRows().isEmpty)
    #expect(try visitor.cycleRows(narrowedTo: .mine).isEmpty)
    #expect(try visitor.cycleRows().map(\.title) == ["Open to all"])
  }

  @Test("a patient first sees what they asked and what came back")
  func patient() throws {
    let network = try SampleNetwork()
    let riverside = try network.id(.site, "riverside")
    let pat = try network.id(.member, "pat-riverside")
    try network.cycle("Under way", ["stage": "do"])
    let question = try network.add(
      .note, as: "pat-riverside",
      [
        "kind": "question", "body": "Who warms the blankets?",
        "target": ["type": "site", "id": .string(riverside)],
      ])
    try network.add(
      .need, as: "pat-riverside",
      [
        "title": "A leaflet in large print", "category": "information", "member": .string(pat),
        "site": .string(riverside),
      ])
    let before = try network.open("pat-riverside").todayRows()
    #expect(before.map(\.kind) == [.news, .news, .cycle])
    #expect(before[0].text == "You asked “Who warms the blankets?”")
    #expect(before[0].detail == "no answer yet")
    let lead = try network.open("lee-riverside").todayRows()
    #expect(lead.first?.kind == .question && lead.first?.text == "Who warms the blankets?")
    try network.add(
      .note, as: "lee-riverside",
      [
        "kind": "comment", "body": "The night nurse.", "replyTo": .string(question),
        "target": ["type": "site", "id": .string(riverside)],
      ])
    let after = try network.open("pat-riverside").todayRows()
    #expect(after[0].text == "Lee of riverside answered: “The night nurse.”")
    #expect(try network.open("lee-riverside").todayRows().allSatisfy { $0.kind != .question })
  }

  @Test("what somebody gave comes back to them")
  func gave() throws {
    let network = try SampleNetwork()
    let pat = try network.id(.member, "pat-riverside")
    let hillview = try network.id(.site, "hillview")
    let resource = try network.add(
      .resource, as: "pat-riverside",
      ["title": "Blanket checklist", "kind": "tool", "authors": [.string(pat)]])
    try network.add(
      .adoption,
      [
        "resource": .string(resource), "site": .string(hillview), "stage": "implemented",
        "history": [["stage": "implemented", "at": network.day(-5)]],
      ])
    let news = try network.open("pat-riverside").todayRows().filter { $0.kind == .news }
    #expect(news.map(\.text) == ["hillview hospital now uses your “Blanket checklist”."])
    #expect(try network.open("pat-hillview").todayRows().allSatisfy { $0.kind != .news })
  }

  @Test("of what many took up the newest are told, and how many there are besides")
  func muchCameOfIt() throws {
    let network = try SampleNetwork()
    let pat = try network.id(.member, "pat-riverside")
    let hillview = try network.id(.site, "hillview")
    let resource = try network.add(
      .resource, as: "pat-riverside",
      ["title": "Blanket checklist", "kind": "tool", "authors": [.string(pat)]])
    for day in 1...15 {
      try network.add(
        .adoption,
        [
          "resource": .string(resource), "site": .string(hillview), "stage": "testing",
          "history": [["stage": "testing", "at": network.day(-day)]],
        ])
    }
    let news = try network.open("pat-riverside").todayRows().filter { $0.kind == .news }
    #expect(news.count == 13)
    #expect(news.dropLast().allSatisfy { $0.text.contains("is trying your “Blanket checklist”") })
    #expect(news.last?.text == "3 more came of what you shared lately.")
    #expect(news.last?.target == Target(.resource, resource))
  }

  @Test("what waits for a lead is how their day begins, and comes before the rest of it is known")
  func pressing() throws {
    let network = try SampleNetwork()
    try network.cycle("Under way", ["stage": "do", "plannedEnd": network.day(7)])
    try network.add(.resource, ["title": "Quiet nights", "kind": "change-idea"])
    let small = try network.open("lee-riverside").pressingTodayRows()
    #expect(small?.isEmpty == nil, "all is soon known")
    for number in 0..<60 {
      try network.add(
        .site,
        [
          "name": .string("Site \(number)"), "code": .string("site-\(number)"),
          "kind": "hospital",
        ])
    }
    let lead = try network.open("lee-riverside")
    let first = try #require(try lead.pressingTodayRows()).map { "\($0.kind) \($0.text)" }
    let all = try lead.todayRows().map { "\($0.kind) \($0.text)" }
    #expect(first.contains("cycle Under way"))
    #expect(Array(all.prefix(first.count)) == first)
    #expect(all.count > first.count)
    for login in ["pat-riverside", "cora", "stella"] {
      let rows = try network.open(login).pressingTodayRows()
      #expect(rows?.isEmpty == nil, "\(login)")
    }
  }

  @Test("ideas fit what somebody is interested in, and are never their own")
  func ideas() throws {
    let network = try SampleNetwork()
    let pat = try network.id(.member, "pat-riverside")
    _ = try network.open("pat-riverside").set(pat, "interests=délirium")
    try network.add(.resource, ["title": "Quiet nights against delirium", "kind": "change-idea"])
    try network.add(.resource, ["title": "Hand hygiene poster", "kind": "tool"])
    try network.add(
      .resource, as: "pat-riverside", ["title": "My delirium story", "kind": "story"])
    let ideas = try network.open("pat-riverside").todayRows().filter { $0.kind == .idea }
    #expect(ideas.map(\.text) == ["Quiet nights against delirium"])
    let other = try network.open("pat-hillview").todayRows().filter { $0.kind == .idea }
    #expect(other.count == 3)
  }

  @Test("an idea that is shared while somebody looks comes, and the one that it replaces goes")
  func newIdeas() throws {
    let network = try SampleNetwork()
    let old = try network.add(.resource, ["title": "Old checklist", "kind": "tool"])
    let pat = try network.open("pat-hillview")
    func ideas() throws -> [String] {
      _ = try pat.refresh()
      return try pat.todayRows().filter { $0.kind == .idea }.map(\.text)
    }
    #expect(try ideas() == ["Old checklist"])
    try network.add(.resource, ["title": "Poster", "kind": "tool"])
    #expect(try Set(ideas()) == ["Poster", "Old checklist"])
    try network.add(
      .resource, ["title": "New checklist", "kind": "tool", "supersedes": .string(old)])
    #expect(try Set(ideas()) == ["Poster", "New checklist"])
    _ = try network.steward.set(old, "title=Old checklist, again")
    #expect(try Set(ideas()) == ["Poster", "New checklist"])
  }

  @Test("words narrow the list")
  func words() throws {
    let network = try SampleNetwork()
    try network.cycle("Ödem am Bein", ["stage": "do"])
    try network.cycle("Blanket", ["stage": "do"])
    #expect(
      try network.open("lee-riverside").todayRows(words: "odem BEIN").map(\.text)
        == ["Ödem am Bein"])
  }
}
