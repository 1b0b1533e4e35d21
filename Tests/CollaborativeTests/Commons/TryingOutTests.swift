import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Testing

@Suite("Trying out, suggesting and asking, with rights")
struct TryingOutTests {
  private struct Scene {
    let store: TemporaryStore
    let steward: Collaboration
    let resource: String
    let project: String

    init() throws {
      store = try TemporaryStore()
      steward = try store.furnished()
      resource = try steward.add(
        .resource,
        document: [
          "title": "Warm blanket", "kind": "change-idea", "plainSummary": "A blanket for all.",
          "description": "We saw it once. If people are warm, then wounds heal. And more.",
        ]
      ).id
      project = try steward.resolve("Warm patients", type: .project)
    }

    func adoptions() throws -> [Adoption] {
      // Opened anew, to see what others did meanwhile.
      try store.steward().documents(.adoption).map { Adoption($0.tree) }
    }

    var fields: [Assignment] { [Assignment("project", project)] }
  }

  @Test("what is left out of the first cycle comes from the resource")
  func filled() throws {
    let scene = try Scene()
    let lead = try scene.store.open("lee-riverside")
    let outcome = try lead.tryOut(scene.resource, scene.fields)
    let cycle = Cycle(try lead.tree(outcome.id))
    #expect(cycle.title == "Warm blanket: first test here")
    #expect(cycle.objective == "Does “Warm blanket” work here?")
    #expect(cycle.theory == "If people are warm, then wounds heal.")
    #expect(cycle.changeIdea == "A blanket for all.")
    #expect(cycle.site == (try lead.resolve("riverside", type: .site)))
    #expect(try scene.adoptions().map(\.cycles) == [[cycle.id]])
    #expect(outcome.words.hasPrefix("riverside hospital tries “Warm blanket”"))
  }

  @Test("a site tries a thing once: a second cycle joins, an earlier stage goes on, none goes back")
  func joins() throws {
    let scene = try Scene()
    let lead = try scene.store.open("lee-riverside")
    _ = try lead.tryOut(scene.resource, stage: .considering, scene.fields)
    #expect(try scene.adoptions().map(\.stage) == [.considering])
    _ = try lead.tryOut(scene.resource, scene.fields)
    #expect(try scene.adoptions().map(\.stage) == [.testing])
    _ = try lead.move(scene.adoptions()[0].id, to: .implemented)
    let further = try lead.tryOut(scene.resource, scene.fields)
    #expect(
      further.words.hasPrefix("riverside hospital already uses “Warm blanket”; the next cycle is"))
    let all = try scene.adoptions()
    #expect(all.map(\.stage) == [.implemented])
    #expect(all[0].cycles.count == 3)
    _ = try lead.move(all[0].id, to: .abandoned, words: "No warmer")
    _ = try lead.tryOut(scene.resource, scene.fields)
    #expect(try scene.adoptions().count == 2, "what was stopped is begun anew")
  }

  @Test("a try-out and its cycle are one step: both or neither, done and undone")
  func oneStep() throws {
    let scene = try Scene()
    let lead = try scene.store.open("lee-riverside")
    let cycle = try lead.tryOut(scene.resource, scene.fields).id
    _ = try lead.undo()
    #expect(try scene.adoptions().isEmpty)
    #expect(refusal { _ = try lead.document(cycle) } != nil)
    _ = try lead.redo()
    #expect(try scene.adoptions().count == 1)
    #expect(try lead.tree(cycle)["changeIdea.adoption" as JSONPath] != nil)
    let refused = refusal {
      _ = try lead.tryOut(scene.resource, scene.fields + [Assignment("plannedStart", "someday")])
    }
    #expect(refused?.code == 1)
    #expect(try scene.adoptions().count == 1)
  }

  @Test("nobody begins a try-out at somebody else's site")
  func otherSite() throws {
    let scene = try Scene()
    let other = try scene.store.open("lee-hillview")
    let refused = refusal {
      _ = try other.tryOut(scene.resource, scene.fields + [Assignment("site", "riverside")])
    }
    #expect(refused?.code == 5)
    #expect(try scene.adoptions().isEmpty)
  }

  @Test("stopping needs a reason, and a try-out in use is not taken back by a later test")
  func moves() throws {
    let scene = try Scene()
    let lead = try scene.store.open("lee-riverside")
    let cycle = try lead.tryOut(scene.resource, scene.fields).id
    let adoption = try #require(try scene.adoptions().first)
    #expect(refusal { _ = try lead.move(adoption.id, to: .abandoned) }?.code == 1)
    let adopted = try lead.decide(["act.decision": "adopt"], in: lead.document(cycle))
    #expect(adopted.adoptionMove?.to == .implemented)
    #expect(
      adopted.adoptionMove?.question
        == "riverside hospital’s try-out of “Warm blanket”: from “trying it” to “in use”?")
    _ = try lead.move(adoption.id, to: .implemented)
    let adapted = try lead.decide(["act.decision": "adapt"], in: lead.document(cycle))
    #expect(adapted.adoptionMove == nil)
    let stopped = try lead.decide(
      ["act.decision": "abandon", "act.rationale": "Too cold"], in: lead.document(cycle))
    #expect(stopped.adoptionMove?.to == .abandoned)
    #expect(stopped.adoptionMove?.reason == "Too cold")
  }

  @Test("a question goes only to those who agreed, and only they and the asker find it on Today")
  func asking() throws {
    let scene = try Scene()
    let lead = try scene.store.open("lee-riverside")
    _ = try lead.tryOut(scene.resource, scene.fields)
    let pat = try scene.steward.resolve("pat-riverside", type: .member)
    let asker = try scene.store.open("pat-hillview")
    #expect(try asker.witnesses(of: scene.resource).isEmpty)
    #expect(
      refusal { _ = try asker.ask(pat, about: scene.resource, words: "How?") }?.words.contains(
        "has not agreed to be asked") == true)
    try scene.steward.set(pat, "consents.contact=yes", "contact=ring the ward")
    let witness = try #require(
      try scene.store.open("pat-hillview").witnesses(of: scene.resource).first)
    #expect(witness.contact == "ring the ward")
    _ = try scene.store.open("pat-hillview").ask(pat, about: scene.resource, words: "How often?")
    func today(_ login: String) throws -> [String] {
      try scene.store.open(login).todayRows().map(\.text)
    }
    #expect(try today("pat-riverside").contains("How often?"))
    #expect(try !today("lee-riverside").contains("How often?"))
    #expect(try today("pat-hillview").contains { $0.hasPrefix("You asked ") })
  }

  @Test("who ran a try-out is asked first, whatever the others are called or like")
  func whoRanIt() throws {
    let scene = try Scene()
    _ = try scene.store.open("lee-riverside").tryOut(scene.resource, scene.fields)
    for (login, name) in [("pat-riverside", "Ada"), ("lee-riverside", "Zoe")] {
      let id = try scene.steward.resolve(login, type: .member)
      try scene.steward.set(id, "consents.contact=yes", "name=\(name)")
      if name == "Ada" { try scene.steward.set(id, "willingTo=talk") }
    }
    let asked = try scene.store.open("pat-hillview").witnesses(of: scene.resource)
    #expect(asked.map(\.name) == ["Zoe", "Ada"])
    #expect(asked.map(\.ranIt) == [true, false])
    #expect(asked.first?.words.contains("(trying it), ran it") == true)
  }

  @Test("numbers that are not shared are said to be, and not to be too few")
  func hiddenNumbers() throws {
    let scene = try Scene()
    let lead = try scene.store.open("lee-riverside")
    _ = try lead.tryOut(scene.resource, scene.fields)
    let adoption = try #require(try scene.adoptions().first)
    _ = try lead.move(adoption.id, to: .implemented)
    _ = try lead.log(
      ObservationEntry(
        measure: "Wound infections", site: "riverside", period: "2026-01", text: "2/118"))
    let place = SeriesPlace(
      site: adoption.site, measure: try scene.steward.resolve("wound-infections", type: .measure))
    try scene.steward.set(place.seriesID, "visibility=team")
    try scene.steward.set(scene.project, "measures=wound-infections", "visibility=network")
    let reader = try scene.store.open("pat-hillview").evidence(of: scene.resource)
    #expect(
      reader.summary.words.hasPrefix(
        "Tried at 1 site; it cannot be judged by you: its numbers are not shared."))
    #expect(
      reader.entries.map(\.judgement.words) == [
        "cannot be judged by you: its numbers are not shared"
      ])
    let own = try scene.store.open("lee-riverside").evidence(of: scene.resource)
    #expect(own.summary.words.contains("it cannot be judged yet"))
  }

  @Test("a suggestion waits for the lead of the team alone, until it is answered")
  func suggesting() throws {
    let scene = try Scene()
    let pat = try scene.store.open("pat-riverside")
    #expect(try pat.identity().leadsProject == false)
    let note = try pat.suggest(scene.resource, to: scene.project, words: "For my ward").id
    func waiting(_ login: String) throws -> Bool {
      try scene.store.open(login).todayRows().contains {
        $0.text.contains("suggests “Warm blanket”")
      }
    }
    #expect(try waiting("lee-riverside"))
    #expect(try !waiting("lee-hillview"))
    #expect(try !waiting("pat-riverside"))
    let lead = try scene.store.open("lee-riverside")
    #expect(refusal { _ = try lead.answer(note, "maybe", words: "Hm") }?.code == 1)
    #expect(refusal { _ = try lead.answer(note, "no", words: " ") }?.code == 1)
    let answered = try lead.answer(note, "yes", words: "Let us")
    #expect(answered.invitation != nil)
    #expect(answered.invitation?.resource == scene.resource)
    #expect(answered.invitation?.project == scene.project)
    #expect(try !waiting("lee-riverside"))
    let news = try scene.store.open("pat-riverside").todayRows().map(\.text)
    #expect(news.contains { $0.hasPrefix("Yes to “Warm blanket”: Let us · ") })
  }

  @Test("an answer reaches whoever asked at another site, though notes are for the team")
  func answerElsewhere() throws {
    let scene = try Scene()
    _ = try scene.store.open("lee-riverside").tryOut(scene.resource, scene.fields)
    let pat = try scene.steward.resolve("pat-riverside", type: .member)
    try scene.steward.set(pat, "consents.contact=yes")
    let question = try scene.store.open("pat-hillview")
      .ask(pat, about: scene.resource, words: "How often?").id
    let answerer = try scene.store.open("pat-riverside")
    let asker = try scene.steward.resolve("pat-hillview", type: .member)
    let answer = try answerer.add(
      .note,
      document: [
        "kind": "comment", "body": "Daily", "replyTo": .string(question),
        "target": ["type": "note", "id": .string(question)], "to": .string(asker),
      ]
    ).id
    #expect(refusal { _ = try scene.store.open("lee-hillview").document(answer) }?.code == 5)
    #expect(try scene.store.open("pat-hillview").document(answer).id == answer)
  }

  @Test("what became of what somebody shared tells how the first test went")
  func news() throws {
    let scene = try Scene()
    let author = try scene.store.open("lee-hillview")
    let resource = try author.add(
      .resource, document: ["title": "Quiet hour", "kind": "change-idea"]
    ).id
    let lead = try scene.store.open("lee-riverside")
    let cycle = try lead.tryOut(
      resource, scene.fields + [Assignment("plan.predictions.0.prediction", "9 of 10")]
    ).id
    _ = try lead.set(
      cycle, "visibility=network", "study.results.0.result=9 of 10",
      "study.results.0.matched=yes")
    let rows = try scene.store.open("lee-hillview").todayRows().map(\.text)
    #expect(
      rows.contains(
        "riverside hospital is trying your “Quiet hour”; the first test went as predicted."))
  }
}
