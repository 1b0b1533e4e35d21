import Collaborative
import DocumentStore
import Improvement
import JSONTree
import TestSupport
import Testing
import Workbench

/// A cycle of Marta's at whatever stage a test needs, selected in the list of cycles.
struct CycleScene {
  let store: DemoStore
  let id: String
  var session: ScriptedSession

  init(_ fields: JSON, as login: String = "marta", columns: Int = 120, rows: Int = 40) throws {
    store = try DemoStore()
    let marta = try store.enter(as: "marta")
    let project = try #require(try marta.ownProjects().first)
    var tree: JSON = [
      "title": "Socks in the lounge", "project": .string(project.id),
      "changeIdea": ["text": "Warm socks for all"], "visibility": "network",
    ]
    for field in fields.object?.fields ?? [] { tree[field.key] = field.value }
    id = try marta.add(.cycle, document: tree).id
    session = ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, section: .cycles)
    session.type("/socks in the lounge<Enter>")
  }

  /// The cycle as it is now, for whoever looks.
  func cycle() throws -> Cycle { try cycle(id) }

  func cycle(_ id: String) throws -> Cycle {
    Cycle(try store.enter(as: "ingrid").document(id).tree)
  }

  static let planned: JSON = [
    "ramp": "Socks", "plannedStart": "2026-11-20", "scale": ["patients": 1],
    "plan": [
      "objective": "Do socks keep feet warm?", "theory": "If socks, then warm feet",
      "predictions": [["prediction": "9 of 10 warm"], ["prediction": "Nobody minds"]],
      "tasks": [
        ["what": "Buy socks", "done": true], ["what": "Wash socks", "when": "2026-11-24"],
      ],
    ],
  ]

  static func planned(_ more: JSON) -> JSON {
    var tree = planned
    for field in more.object?.fields ?? [] { tree[field.key] = field.value }
    return tree
  }
}

@Suite("A cycle's stages by keys") struct CycleStepTests {
  @Test("> moves on, notes the day, and says what is missing; e goes to that field; < moves back")
  func stages() throws {
    var scene = try CycleScene(["stage": "plan", "plan": ["objective": "Do socks help?"]])
    scene.session.type(">")
    #expect(scene.session.model.status.text.contains("on to Do, begun today"))
    #expect(scene.session.model.status.text.contains("Still open in Plan: "))
    #expect(try scene.cycle().stage == .do)
    #expect(try scene.cycle().actualStart == DemoStore.today)
    scene.session.type("e")
    guard case .form(let state) = scene.session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(state.form?.focusedField?.id.hasPrefix("plan.predictions") == true)
    scene.session.press("Esc")
    scene.session.press("<")
    #expect(try scene.cycle().stage == .plan)
    scene.session.press("<")
    #expect(scene.session.screen.contains("it is in its first stage"))
    scene.session.type("u")
    #expect(try scene.cycle().stage == .do)
  }

  @Test("the board and the page move it as well")
  func elsewhere() throws {
    var scene = try CycleScene(CycleScene.planned)
    scene.session.type("v>")
    #expect(try scene.cycle().stage == .do)
    #expect(scene.session.model.sectionState.selectedTarget?.id == scene.id)
    scene.session.type("<Enter>")
    scene.session.press("<")
    #expect(try scene.cycle().stage == .plan)
  }

  @Test("back from the board, the page beside the list is of the cycle chosen there")
  func pageBesideList() throws {
    var session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "priya"), section: .cycles)
    let before = try #require(session.model.sectionState.selectedTarget)
    session.type("vlv")
    let chosen = try #require(session.model.sectionState.selectedTarget)
    #expect(chosen != before)
    #expect(session.model.sectionState.detail?.target == chosen)
  }

  @Test("into Study each prediction is asked for in one form, with learning; scores are one step")
  func study() throws {
    var scene = try CycleScene(
      CycleScene.planned(["stage": "do"]), columns: 80, rows: 24)
    scene.session.type(">")
    expectGolden(scene.session.screen, named: "cycle-scores-80x24")
    scene.session.type("7 of 10 warm<Tab><Tab>p<Tab>Socks get lost<Tab>Nobody did<Tab><Tab>a<^s>")
    #expect(scene.session.model.status.text.contains("1 of 2 surprised us"))
    let results = try scene.cycle().results
    #expect(results.map(\.matched) == [.partly, .yes])
    #expect(results.map(\.prediction) == [0, 1])
    #expect(results[0].learning == "Socks get lost")
    scene.session.type("u")
    #expect(try scene.cycle().results.isEmpty)
    #expect(try scene.cycle().stage == .study)
  }

  @Test("a prediction scored before a result is refused beside its field, and nothing is lost")
  func scoredEarly() throws {
    var scene = try CycleScene(CycleScene.planned(["stage": "study"]))
    scene.session.type("s<Tab><Tab><Tab><Tab><Tab><Tab>n<Tab>Learnt it<^s>")
    guard case .form(let state) = scene.session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(state.form?.errors.keys.first == "study.results.1.matched")
    #expect(scene.session.screen.contains("say first what happened"))
    #expect(state.form?["study.results.1.learning"] == "Learnt it")
    #expect(try scene.cycle().results.isEmpty)
  }

  @Test("what two people note at once both stays, with who and when")
  func observations() throws {
    var scene = try CycleScene(CycleScene.planned(["stage": "do"]))
    var coach = ScriptedSession(try scene.store.enter(as: "ingrid"), section: .cycles)
    coach.type("/socks in the lounge<Enter>oSeen by the steward")
    scene.session.type("oSeen by Marta<^s>")
    coach.type("<^s>")
    let seen = try scene.cycle().observations
    #expect(seen.map(\.text) == ["Seen by Marta", "Seen by the steward"])
    #expect(Set(seen.map(\.by)).count == 2)
    #expect(seen.allSatisfy { $0.at == DemoStore.clock.now().description })
  }

  @Test("nothing seen is nothing to note")
  func emptyObservation() throws {
    var scene = try CycleScene(CycleScene.planned(["stage": "do"]))
    scene.session.type("o<^s>")
    #expect(scene.session.screen.contains("is needed; please fill it in"))
    #expect(try scene.cycle().observations.isEmpty)
  }

  @Test(
    "! notes harm at any stage, says what it is not, and the coach sees it",
    arguments: CycleStage.allCases)
  func harm(_ stage: CycleStage) throws {
    var scene = try CycleScene(
      CycleScene.planned([
        "stage": .string(stage.rawValue), "act": ["decision": "adopt"],
      ]), columns: 80, rows: 24)
    scene.session.type("!")
    if stage == .do { expectGolden(scene.session.screen, named: "cycle-harm-80x24") }
    #expect(scene.session.screen.contains("does not replace your incident system"))
    scene.session.type("Slipped on the socks<^s>")
    #expect(try scene.cycle().harm == "Slipped on the socks")
    #expect(try scene.cycle().harmOn == DemoStore.today)
    let rows = try scene.store.enter(as: "priya").todayRows()
    #expect(rows.contains { $0.kind == .harm && $0.text.contains("Socks in the lounge") })
  }

  @Test("two people who press > at once move it once, and the second is told")
  func together() throws {
    var scene = try CycleScene(CycleScene.planned)
    var other = ScriptedSession(try scene.store.enter(as: "ingrid"), section: .cycles)
    other.type("/socks in the lounge<Enter>")
    scene.session.type(">")
    other.type(">")
    #expect(try scene.cycle().stage == .do)
    #expect(other.model.status.text.contains("is in Do already: Marta Okafor moved it"))
    scene.session.type(">")
    scene.session.type("<Esc>")
    other.send(
      other.collaboration.perform(.moveCycle(id: scene.id, from: .plan, isForwards: true)))
    #expect(other.model.status.text.contains("is in Study by now: Marta Okafor moved it"))
    #expect(try scene.cycle().stage == .study)
  }
}

@Suite("What follows a cycle") struct CycleDecisionTests {
  static let studied: JSON = CycleScene.planned([
    "stage": "study", "actualStart": "2026-11-01", "actualEnd": "2026-11-10",
    "study": [
      "results": [
        ["result": "9 of 10", "matched": "yes"], ["result": "Nobody did", "matched": "yes"],
      ], "summary": "It works on weekdays",
    ],
  ])

  @Test(
    "scale-up opens the next cycle with its link, ramp, theory, tasks and size; one undo takes it back"
  )
  func scaleUp() throws {
    var scene = try CycleScene(Self.studied, columns: 80, rows: 24)
    scene.session.type("D")
    expectGolden(scene.session.screen, named: "cycle-decide-80x24")
    scene.session.type("s<Tab>It went well<^s>")
    #expect(scene.session.screen.contains("Next cycle after: Socks in the lounge"))
    expectGolden(scene.session.screen, named: "cycle-next-80x24")
    #expect(try scene.cycle().stage == .act)
    scene.session.type("<Tab>22 of 25 warm<^s>")
    let last = try scene.cycle()
    let next = try scene.cycle(try #require(last.nextCycle))
    #expect(next.parentCycle == scene.id && next.ramp == "Socks" && next.project == last.project)
    #expect(next.theory == last.theory && next.scale.patients == 5)
    #expect(next.tasks.map(\.what) == ["Wash socks"] && next.tasks.first?.when == nil)
    #expect(next.predictions.map(\.prediction) == ["22 of 25 warm"])
    #expect(next.stage == .plan && next.results.isEmpty && next.decision == nil)
    scene.session.type("u")
    #expect(scene.session.model.status.text.contains("undone: planned “Socks: test 2”"))
    #expect(try scene.cycle().nextCycle == nil)
    #expect(throws: (any Error).self) { try scene.cycle(next.id) }
    #expect(try scene.cycle().decision == .scaleUp)
  }

  @Test("a next cycle that is left unplanned is offered again by D")
  func leftOpen() throws {
    var scene = try CycleScene(Self.studied)
    scene.session.type("D<Right><Right><^s><Esc>")
    #expect(try scene.cycle().decision == .adapt)
    #expect(try scene.cycle().nextCycle == nil)
    scene.session.type("D<^s>")
    #expect(scene.session.screen.contains("Next cycle after: Socks in the lounge"))
    scene.session.type("<Tab>Again 9 of 10<^s>")
    #expect(try scene.cycle().nextCycle != nil)
  }

  @Test("an abandoned cycle asks what was learnt and offers it to the commons as a lesson")
  func abandon() throws {
    var scene = try CycleScene(Self.studied, columns: 80, rows: 24)
    scene.session.type("D<Right><Right><Right><Tab>Feet too large<^s>")
    #expect(try scene.cycle().decision == .abandon)
    #expect(scene.session.screen.contains("A lesson for the commons"))
    expectGolden(scene.session.screen, named: "cycle-lesson-80x24")
    scene.session.type("<^s><^s>")
    let lesson = try #require(try scene.cycle().sharedAsResource)
    let resource = Resource(try scene.store.enter(as: "kofi.fitzroy").document(lesson).tree)
    #expect(resource.kind == .lesson)
    #expect(resource.plainSummary?.contains("It works on weekdays") == true)
    scene.session.type("u")
    #expect(try scene.cycle().sharedAsResource == nil)
  }

  @Test("Esc leaves a lesson unshared, and the decision stays")
  func keptToOneself() throws {
    var scene = try CycleScene(Self.studied)
    scene.session.type("D<Right><Right><Right><^s><Esc>")
    #expect(try scene.cycle().decision == .abandon)
    #expect(try scene.cycle().sharedAsResource == nil)
  }

  @Test("> into Act and into Closed asks for the decision while it is empty")
  func decisionAsked() throws {
    var scene = try CycleScene(Self.studied)
    scene.session.type(">")
    #expect(scene.session.screen.contains("Decide: Socks in the lounge"))
    scene.session.type("<Esc>>")
    #expect(scene.session.screen.contains("Decide: Socks in the lounge"))
    #expect(try scene.cycle().stage == .closed)
    scene.session.type("<^s>")
    #expect(scene.session.screen.contains("is needed; please fill it in"))
  }

  @Test("C copies another team's cycle into one's own project without results, dates and people")
  func clone() throws {
    var scene = try CycleScene(Self.studied, as: "leila", columns: 80, rows: 24)
    scene.session.type("C")
    expectGolden(scene.session.screen, named: "cycle-clone-80x24")
    scene.session.type("<Tab>Ours: 8 of 10<^s>")
    let leila = try scene.store.enter(as: "leila")
    let copy = try #require(
      try leila.documents(.cycle).map { Cycle($0.tree) }.first {
        $0.clonedFrom == scene.id
      })
    #expect(copy.objective == "Do socks keep feet warm?" && copy.theory != nil)
    #expect(copy.owner == leila.principal.memberID && copy.testers.isEmpty)
    #expect(copy.results.isEmpty && copy.actualStart == nil && copy.plannedStart == nil)
    #expect(copy.tasks.allSatisfy { $0.who == nil && $0.when == nil && !$0.done.isDone })
    #expect(copy.predictions.map(\.prediction) == ["Ours: 8 of 10"])
    #expect(copy.project != nil && copy.stage == .plan)
  }

  @Test("R shows the chain with size, days, decision and belief, and the next size as advice")
  func ramp() throws {
    var scene = try CycleScene(Self.studied, columns: 80, rows: 40)
    scene.session.type("Ds<Tab>It went well<^s><Tab>22 of 25 warm<^s>R")
    #expect(scene.session.screen.contains("Ramp: Socks"))
    expectGolden(scene.session.screen, named: "cycle-ramp-80x40")
    scene.session.type("<Esc>L")
    expectGolden(scene.session.screen, named: "cycle-predictions-80x40")
  }

  @Test("on a ramp the cursor begins at this test, and keys are about the test it is on")
  func rampCursor() throws {
    var scene = try CycleScene(Self.studied, columns: 80, rows: 40)
    scene.session.type("Ds<Tab>It went well<^s><Tab>22 of 25 warm<^s>")
    let next = try #require(try scene.cycle().nextCycle)
    scene.session.type("R")
    #expect(scene.session.model.selectedTarget?.id == (try scene.cycle().id))
    #expect(!scene.session.screen.contains("R ramp"))
    scene.session.type("D")
    #expect(scene.session.screen.contains("Decide: Socks in the lounge"))
    scene.session.type("<Esc>j>")
    #expect(try scene.cycle(next).stage == .do)
    #expect(try scene.cycle().stage == .act)
    scene.session.type("d")
    #expect(scene.session.screen.contains("Move “Socks: test 2” to the trash?"))
  }

  @Test("on what predictions taught keys are about the cycle that is chosen there")
  func predictionsOfChosenCycle() throws {
    var scene = try CycleScene(Self.studied, columns: 80, rows: 24)
    scene.session.type("L")
    let chosen = try #require(scene.session.model.selectedTarget)
    scene.session.type("D")
    guard case .form(let state) = scene.session.model.overlay, case .cycle(let step) = state.subject
    else {
      Issue.record("no form")
      return
    }
    #expect(chosen.type == .cycle && step.id == chosen.id && step.form == .decision)
  }

  @Test("a decision with a next cycle leaves Today, and its open tasks stand there once")
  func carriedOn() throws {
    let marta = try DemoStore.shared.get().enter(as: "marta")
    var tree = Self.studied
    let me = try #require(marta.principal.memberID)
    tree["owner"] = .string(me)
    tree["plan.tasks" as JSONPath] = [["what": "Wash socks", "who": .string(me)]]
    var scene = try CycleScene(tree)
    scene.session.type("Ds<Tab>It went well<^s><Tab>22 of 25 warm<^s>")
    let rows = try scene.store.enter(as: "marta").todayRows()
    #expect(rows.filter { $0.text == "Wash socks" }.count == 1)
    #expect(!rows.contains { $0.target.id == scene.id })
    #expect(rows.contains { $0.target.id == (try? scene.cycle().nextCycle) })
  }
}
