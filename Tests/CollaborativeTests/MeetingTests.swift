import Collaborative
import Improvement
import Insights
import JSONTree
import Testing

@Suite("A team's meeting") struct MeetingTests {
  private func project(_ network: SampleNetwork) throws -> String {
    try network.id(.project, "warm-patients")
  }

  @Test("decisions and actions typed by two people are one meeting's")
  func decisions() throws {
    let network = try SampleNetwork()
    let project = try project(network)
    let lee = try network.open("lee-riverside")
    let pat = try network.open("pat-riverside")
    #expect(try lee.decide("Go on with\nblankets", about: project).words.contains("decided"))
    #expect(
      try pat.decide("Ask IT", who: "lee-riverside", due: "+2w", about: project).words
        == "agreed: Ask IT")
    #expect(try lee.decide("Stop the poster", about: project).words.contains("decided"))
    let meeting = try network.open("lee-riverside").meeting(about: project)
    #expect(meeting.decisions.sorted() == ["Go on with blankets", "Stop the poster"])
    #expect(meeting.agreed.map(\.toDo.what) == ["Ask IT"])
    #expect(meeting.agreed.first?.who == "Lee of riverside")
    #expect(meeting.isHeld && meeting.last == nil)
    #expect(meeting.toDos.isEmpty)
    let notes = try network.open("lee-riverside").documents(.note)
    #expect(notes.count == 2)
  }

  @Test("nothing is no decision, and says so beside its field")
  func nothing() throws {
    let network = try SampleNetwork()
    let project = try project(network)
    let lee = try network.open("lee-riverside")
    let refused = refusal { _ = try lee.decide("  \n ", about: project) }
    #expect(
      refused?.words.contains("What was decided or agreed is needed") == true
        || refused?.words.contains("is needed") == true)
    #expect(try lee.meeting(about: project).isHeld == false)
  }

  @Test("minutes say what was decided, agreed, tried and counted, in Markdown that stays as typed")
  func minutes() throws {
    let network = try SampleNetwork()
    let project = try project(network)
    _ = try network.steward.set(
      project, assignments: [Assignment("measures", "wound-infections", .append)])
    try network.log(["2/118", "1/110"])
    try network.cycle(
      "Two *blankets*",
      [
        "stage": "study", "plannedEnd": network.day(-1),
        "plan": ["predictions": [["prediction": "9 of 10 warm"]]],
        "study": ["results": [["prediction": 0, "result": "7 of 10", "matched": "partly"]]],
      ])
    let lee = try network.open("lee-riverside")
    _ = try lee.decide("# No heading", about: project)
    let text = try network.open("lee-riverside").meeting(about: project).minutes
    #expect(text.contains("## Decided\n\n- \\# No heading"))
    #expect(text.contains("- Two \\*blankets\\* (Study; due"))
    #expect(text.contains("  - predicted: 9 of 10 warm; result: 7 of 10 – partly"))
    #expect(text.contains("Wound infections"))
    #expect(text.contains("## Agreed\n\nNo new action."))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test("a tick says that it is done today, once more that it isn't; places that moved are found")
  func tick() throws {
    let network = try SampleNetwork()
    let project = try project(network)
    let lee = try network.open("lee-riverside")
    _ = try lee.decide("Ask IT", due: "+1w", about: project)
    _ = try lee.decide("Print the form", due: "+1w", about: project)
    var meeting = try network.open("lee-riverside").meeting(about: project)
    let item = try #require(meeting.agreed.last?.toDo)
    #expect(item.what == "Print the form")
    // Somebody takes the first one away; the other one has another place now.
    let note = try #require(try network.open("lee-riverside").documents(.note).first)
    var tree = note.tree
    tree["actions"] = .array([tree["actions"]?.array?.last ?? .null])
    _ = try network.open("lee-riverside").save(tree, over: note)
    let again = try network.open("lee-riverside")
    #expect(try again.tick(item).words == "done: Print the form")
    meeting = try network.open("lee-riverside").meeting(about: project)
    #expect(meeting.agreed.map(\.toDo.done) == [.done(on: network.today)])
    let done = try #require(meeting.agreed.first?.toDo)
    #expect(try network.open("lee-riverside").tick(done).words == "open again: Print the form")
  }

  @Test("the team ticks what a coach's note asks for; strangers don't")
  func rights() throws {
    let network = try SampleNetwork()
    let project = try project(network)
    try network.add(
      .note, as: "cora",
      [
        "body": "After the visit", "kind": "visit",
        "visit": ["date": network.day(-3)],
        "target": ["type": "project", "id": .string(project)],
        "actions": [["what": "Send the form", "due": network.day(2)]],
      ])
    let meeting = try network.open("lee-riverside").meeting(about: project)
    let item = try #require(meeting.toDos.first?.toDo)
    let stranger = try network.open("lee-hillview")
    #expect(refusal { _ = try stranger.tick(item) }?.code == 5)
    #expect(try network.open("lee-riverside").tick(item).words == "done: Send the form")
  }

  @Test("who is in no project is told where meetings are")
  func nobody() throws {
    let network = try SampleNetwork()
    let lost = try network.open("lee-hillview")
    #expect(
      refusal { _ = try lost.meeting(about: nil) }?.words.contains("no active project") == true)
  }

  @Test("what others changed since one last looked is told at the next look, and then no more")
  func sinceLastTime() throws {
    let network = try SampleNetwork()
    let id = try network.cycle("Blankets", ["stage": "do"])
    #expect(try network.open("lee-riverside").todayRows().allSatisfy { $0.kind != .change })
    _ = try network.open("cora").set(id, "ramp=Warmth")
    let looking = try network.open("lee-riverside")
    let told = try looking.todayRows().filter { $0.kind == .change }
    #expect(told.map(\.text) == ["Cora: changed the PDSA cycle “Blankets”"])
    #expect(told.first?.target.id == id)
    #expect(try looking.todayRows().filter { $0.kind == .change }.count == 1)
    let next = try network.open("lee-riverside")
    #expect(try next.todayRows().allSatisfy { $0.kind != .change })
    // One's own changes are no news.
    _ = try next.set(id, "ramp=Cold")
    #expect(
      try network.open("lee-riverside").todayRows().allSatisfy { $0.kind != .change })
  }
}
