import Collaborative
import Improvement
import JSONTree
import Testing

@Suite("Notes between coaches and teams") struct CoachNotesTests {
  private static let secret = "Zwischenraum"

  private func note(
    _ network: SampleNetwork, as login: String = "cora", isPrivate: Bool,
    _ body: String = CoachNotesTests.secret
  ) throws -> String {
    try network.add(
      .note, as: login,
      [
        "body": .string(body), "kind": "question", "privateToCoaches": .bool(isPrivate),
        "target": ["type": "site", "id": .string(try network.id(.site, "riverside"))],
        "actions": [["what": .string("\(Self.secret) soon"), "due": network.day(-1)]],
      ])
  }

  @Test("an answer is about what the note is about, tells whoever asked, and closes the question")
  func answered() throws {
    let network = try SampleNetwork()
    let question = try note(network, isPrivate: false, "How long?")
    let outcome = try network.open("lee-riverside").reply(to: question, words: "A week.")
    #expect(outcome.words == "answered “How long?”")
    let answer = Note(try network.open("lee-riverside").document(outcome.id).tree)
    #expect(answer.replyTo == question)
    #expect(answer.targetId == (try network.id(.site, "riverside")))
    #expect(answer.to == (try network.id(.member, "cora")))
    #expect(try network.open("cora").portfolioRows(PortfolioQuery()).first?.openQuestions == 0)
  }

  @Test("resolved is said by those who may change the note, and taken back by the same key")
  func resolved() throws {
    let network = try SampleNetwork()
    let question = try note(network, isPrivate: false, "How long?")
    #expect(refusal { _ = try network.open("pat-riverside").markResolved(question) }?.code == 5)
    #expect(
      try network.open("cora").toggleResolved(question).words
        == "resolved: “How long?”; one action was not done")
    #expect(Note(try network.open("cora").document(question).tree).isResolved)
    #expect(try network.open("cora").toggleResolved(question).words == "open again: “How long?”")
    #expect(try network.open("stella").markResolved(question, false).hasChanged == false)
    let site = try network.id(.site, "riverside")
    #expect(refusal { _ = try network.open("cora").markResolved(site) }?.code == 1)
  }

  @Test(
    "who is to do something finds it on Today, wherever they belong; a note for coaches stays so")
  func actionElsewhere() throws {
    let network = try SampleNetwork()
    let pat = try network.id(.member, "pat-riverside")
    func agree(_ what: String, isPrivate: Bool) throws {
      try network.add(
        .note, as: "cora",
        [
          "body": "A visit", "kind": "visit", "visit": ["date": network.day(-1)],
          "visibility": "team", "privateToCoaches": .bool(isPrivate),
          "target": ["type": "site", "id": .string(try network.id(.site, "hillview"))],
          "actions": [["what": .string(what), "who": .string(pat)]],
        ])
    }
    try agree("Send the list", isPrivate: false)
    try agree("Watch the team", isPrivate: true)
    let today = try network.open("pat-riverside").todayRows().filter { $0.kind == .action }
    #expect(today.map(\.text) == ["Send the list"])
  }

  @Test("what answers a note for coaches is for coaches, whoever writes it and however deep")
  func thread() throws {
    let network = try SampleNetwork()
    let question = try note(network, isPrivate: true)
    let answer = try network.open("cora").reply(to: question, words: "\(Self.secret) again").id
    let second = try network.open("stella").reply(to: answer, words: "\(Self.secret) once more").id
    for id in [answer, second] {
      #expect(Note(try network.open("cora").document(id).tree).isPrivateToCoaches)
      for login in ["lee-riverside", "pat-riverside"] {
        #expect(refusal { _ = try network.open(login).document(id) }?.code == 5)
      }
    }
    // A hand at the file can't open what answers a hidden note.
    try network.damage(answer) { $0["privateToCoaches"] = nil }
    #expect(refusal { _ = try network.open("lee-riverside").document(answer) }?.code == 5)
    // A note that is made private later takes its answers along, but for their authors.
    let open = try note(network, isPrivate: false, "How long?")
    let reply = try network.open("lee-riverside").reply(to: open, words: "A week.").id
    _ = try network.open("cora").set(open, "privateToCoaches=true")
    #expect(refusal { _ = try network.open("pat-riverside").document(reply) }?.code == 5)
    #expect(refusal { _ = try network.open("lee-riverside").document(reply) } == nil)
  }

  @Test("no page, list, search, report, digest, count or undo of the team tells of a private note")
  func hidden() throws {
    let network = try SampleNetwork()
    let site = try network.id(.site, "riverside")
    let project = try network.id(.project, "warm-patients")
    let before = try network.open("lee-riverside").portfolioRows(PortfolioQuery()).map(\.json)
    let question = try note(network, isPrivate: true)
    _ = try network.open("cora").reply(to: question, words: "\(Self.secret) again")
    _ = try network.open("cora").markResolved(question)
    _ = try network.open("cora").markResolved(question, false)
    for login in ["lee-riverside", "pat-riverside", "nobody"] {
      let person = try network.open(login)
      var told: [String] = []
      told += try person.page(Target(.site, site)).text
      told += try person.storyPage(ofSite: site).text
      told += try person.page(Target(.project, project)).text
      told += try person.todayRows().map { "\($0.text) \($0.detail)" }
      told += try person.list(ListRequest(type: .note, limit: .max)).rows.map { "\($0.tree)" }
      told += try person.list(ListRequest(type: .note, search: Self.secret)).rows.map(\.id)
      told += try person.find(Self.secret).map(\.title)
      told.append(try person.digest(since: network.today.adding(days: -9)).text)
      told.append("\(try person.digest().json)")
      told.append("\(try person.siteReport(site))")
      told += try person.history(of: site).map { "\($0)" }
      #expect(!told.contains { $0.contains(Self.secret) }, "\(login)")
      #expect(!told.contains(question), "\(login)")
      #expect(refusal { _ = try person.document(question) }?.code == 5)
      #expect(refusal { _ = try person.reply(to: question, words: "?") } != nil)
      #expect(refusal { _ = try person.markResolved(question) } != nil)
    }
    let after = try network.open("lee-riverside").portfolioRows(PortfolioQuery()).map(\.json)
    #expect(after == before, "not even a count is different")
    #expect(
      try network.open("cora").portfolioRows(PortfolioQuery())
        .contains { $0.openQuestions > 0 || $0.reasons.contains { $0.words.contains(Self.secret) } }
    )
  }

  @Test("a score is the coach's or the team's by who sets it, and of no other value than the scale")
  func scoring() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    _ = try network.steward.set(project, "status=active")
    #expect(
      try network.open("cora").projectToScore(at: network.id(.site, "riverside")) == project)
    #expect(
      try network.open("cora").score(project, ProgressEntry(score: "3")).words
        == "scored 3 as the coach")
    #expect(
      try network.open("lee-riverside").score(
        project, ProgressEntry(score: "3.5", why: "Two wards")
      )
      .words == "scored 3.5 for the team")
    let row = try #require(
      try network.open("cora").portfolioRows(PortfolioQuery(words: "riverside")).first)
    #expect(row.coachScore == 3 && row.teamScore == 3.5)
    for score in ["7", "2.3", "", "three"] {
      #expect(
        refusal { _ = try network.open("cora").score(project, ProgressEntry(score: score)) }?.code
          == 1, "\(score)")
    }
    let early = refusal {
      _ = try network.open("cora").score(project, ProgressEntry(score: "3", date: "2099-01-01"))
    }
    #expect(early?.words.contains("which has not come yet") == true)
    #expect(
      refusal { _ = try network.open("pat-riverside").score(project, ProgressEntry(score: "3")) }?
        .code == 5)
  }
}
