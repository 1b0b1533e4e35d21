import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Testing
import Workbench

@Suite("Flows by keys") struct FlowTests {
  @Test("a team lead logs a cycle, and it is in the list, on its page and in the store")
  func logCycle() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .cycles)
    session.type("aDo two blankets help?<Tab>9 of 10 stay warm<Tab>Two blankets<Tab>fri<^s>")
    #expect(session.screen.contains("added the PDSA cycle “Do two blankets help?”"))
    session.type("/two blankets<Enter><Enter>")
    #expect(session.screen.contains("9 of 10 stay warm"))
    let again = try store.enter(as: "marta")
    let cycle = try #require(
      try again.documents(.cycle).map { Cycle($0.tree) }
        .first { $0.objective == "Do two blankets help?" })
    #expect(cycle.plannedStart == CalendarDate("2026-11-27"))
    #expect(cycle.predictions.first?.prediction == "9 of 10 stay warm")
    #expect(cycle.owner == again.principal.memberID)
  }

  @Test("a number entered with o moves the chart")
  func logNumber() throws {
    var session = ScriptedSession(try DemoStore().enter(as: "marta"), section: .measures)
    session.type("/wound<Enter>o9/100<^s>")
    #expect(session.screen.contains("logged 9/100"))
    #expect(session.screen.contains("9 "))
    session.type("<Enter>")
    #expect(session.screen.contains("(9 of 100)"))
  }

  @Test("a shift that lasted offers a phase; P accepts it with a reason, and the caption names who")
  func phase() throws {
    let store = try DemoStore()
    var session = ScriptedSession(
      try store.enter(as: "marta"), columns: 80, rows: 24, section: .measures)
    session.type("/bundle riverside<Enter><Enter>")
    #expect(session.screen.contains("A new phase could begin with Sep 2025"))
    #expect(session.screen.contains("P begin a phase"))
    session.type("P")
    #expect(session.screen.contains("Centre line 53.5, then"))
    session.type("<^u>")
    session.type("Checklist on every ward<^s>")
    #expect(session.screen.contains("a new phase begins with Sep 2025"))
    session.type("W")
    #expect(
      session.screen.contains("since Sep 2025, set by Marta Okafor on 23 Nov 2026: Checklist"))
    session.type("WP")
    #expect(session.screen.contains("no shift goes on that has held ten points"))
  }

  @Test("a phase without a reason is refused beside its field")
  func phaseWithoutReason() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .measures)
    session.type("/bundle riverside<Enter><Enter>P")
    for _ in 0..<120 { session.press("Backspace") }
    session.type("<^s>")
    #expect(session.screen.contains("Not saved"))
    #expect(!session.screen.contains("a new phase begins"))
  }

  @Test("a number that can't be one is refused beside its field, and nothing typed is lost")
  func refusedNumber() throws {
    var session = ScriptedSession(try DemoStore().enter(as: "marta"), section: .measures)
    session.type("/wound<Enter>o218/118<^s>")
    #expect(session.screen.contains("! "))
    #expect(!session.screen.contains("logged"))
    #expect(session.screen.contains("218/118"))
    session.type("<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>")
    session.type("2/118<^s>")
    #expect(session.screen.contains("logged 2/118"))
  }

  @Test("a date that is none is refused beside its field; the form stays")
  func refusedDate() throws {
    var session = ScriptedSession(try DemoStore().enter(as: "marta"), section: .cycles)
    session.type("aWill it work?<Tab><Tab><Tab>someday<^s>")
    #expect(session.screen.contains("Not saved: see the marked field"))
    #expect(session.screen.contains("someday"))
  }

  @Test("a form that is left keeps its text as a draft and offers it again")
  func draft() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .cycles)
    session.type("aHalf a thought<Esc>")
    #expect(session.screen.contains("kept as a draft"))
    var later = ScriptedSession(try store.enter(as: "marta"), section: .cycles)
    later.type("a")
    #expect(later.screen.contains("Half a thought"))
    #expect(later.screen.contains("your draft is back"))
  }

  @Test("a session on the store that all tests look at leaves no draft there")
  func noDraftOnTheSharedStore() throws {
    var session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "marta"), section: .cycles)
    session.type("aNobody else's thought<Esc>")
    #expect(session.collaboration.drafts() == [])
  }

  @Test("a dropped line keeps the draft and ends the session")
  func hangup() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .cycles)
    session.type("aInterrupted")
    session.send(.input(.hangup))
    #expect(session.hasQuit)
    var later = ScriptedSession(try store.enter(as: "marta"), section: .cycles)
    later.type("a")
    #expect(later.screen.contains("Interrupted"))
  }

  @Test("a coach fills a gap in a roster")
  func roster() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "priya"), section: .team)
    session.type("/nobody yet<Enter>a<Space>marta<Enter><^s>")
    #expect(session.screen.contains("Marta Okafor is "))
    let reread = try store.enter(as: "priya")
    let filled = try reread.rosterRows(words: "Marta Okafor")
    #expect(filled.contains { $0.since == "23 Nov 2026" })
  }

  @Test("a participant finds an idea by a word and reads who tried it and what came of it")
  func findIdea() throws {
    var session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "kofi.fitzroy"), section: .commons)
    session.type("/blanket<Enter><Enter>")
    #expect(session.screen.contains("Who tried it"))
    #expect(session.screen.contains("Sites chose to try; there is no comparison group."))
  }

  @Test("what is moved to the trash leaves the list, and u brings it back")
  func trash() throws {
    var session = ScriptedSession(try DemoStore().enter(as: "ingrid"), section: .cycles)
    session.type("/clippers<Enter>")
    let before = session.model.sectionState.count
    session.type("dy")
    #expect(session.model.sectionState.count == before - 1)
    #expect(session.screen.contains("to the trash"))
    session.type("u")
    #expect(session.model.sectionState.count == before)
  }

  @Test("u takes back a number and a cycle and says which, ^r does it again")
  func undo() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .measures)
    session.type("u")
    #expect(session.screen.contains("there is nothing to undo"))
    session.type("/wound<Enter>o9/100<^s>u")
    #expect(session.screen.contains("undone: logged 9/100"))
    session.type("<^r>")
    #expect(session.screen.contains("done again: logged 9/100"))
    session.type("3aDo two blankets help?<Tab>x<Tab>y<^s>")
    let count = session.model.sectionState.count
    session.type("u")
    #expect(session.screen.contains("undone: added the PDSA cycle “Do two blankets help?”"))
    #expect(session.model.sectionState.count == count - 1)
  }

  @Test("a form saved after somebody else's change is merged, and says whose; two versions stay")
  func mergedForm() throws {
    let store = try DemoStore()
    let coach = try store.enter(as: "priya")
    let cycle = try #require(try coach.documents(.cycle).first { $0.tree["stage"] == "plan" })
    func formOfIngrid() throws -> (Collaboration, FormSubject, FormContent) {
      let ingrid = try store.enter(as: "ingrid")
      let subject = FormSubject.edit(Target(.cycle, cycle.id))
      guard case .form(let content) = try ingrid.answer(.form(subject)) else {
        throw CollaborationError.notInTrash("a form")
      }
      return (ingrid, subject, content)
    }
    let (ingrid, subject, content) = try formOfIngrid()
    _ = try coach.set(cycle.id, assignments: [Assignment("changeIdea.text", "Another idea")])
    var values = content.values
    values["plan.theory"] = "If warm, then well"
    guard
      case .performed(_, let merged) = ingrid.perform(
        .saveForm(subject, values: values, base: content))
    else {
      Issue.record("refused")
      return
    }
    #expect(merged.words.contains("Priya"))
    #expect(merged.words.contains("is merged in"))
    // The form still begins from the old text: what is typed over the coach's words meets them.
    values["changeIdea.text"] = "A third idea"
    var session = ScriptedSession(ingrid, section: .cycles)
    let operation = Operation.saveForm(subject, values: values, base: content)
    session.send(ingrid.perform(operation))
    #expect(session.model.status.tone == .caution)
    #expect(session.model.status.text.contains("both versions are kept"))
    let page = try ingrid.page(Target(.cycle, cycle.id))
    #expect(page.groups.first?.heading == "Two versions")
    let shown = page.groups[0].lines.map { "\($0)" }.joined()
    #expect(shown.contains("Another idea") && shown.contains("A third idea"))
    // The form asks which of them stands; a choice settles it, a save without one does not.
    guard case .form(let asking) = try ingrid.answer(.form(subject)),
      let field = asking.fields.first, case .choice(let choices) = field.input,
      let third = choices.first(where: { $0.label.contains("A third idea") })
    else {
      Issue.record("nothing to choose")
      return
    }
    var answers = asking.values
    answers["title"] = "Another title"
    session.send(ingrid.perform(.saveForm(subject, values: answers, base: asking)))
    #expect(try ingrid.twoVersions(in: ingrid.document(cycle.id)).count == 1)
    guard case .form(let again) = try ingrid.answer(.form(subject)) else { return }
    answers = again.values
    answers[field.id] = third.value
    session.send(ingrid.perform(.saveForm(subject, values: answers, base: again)))
    let settled = try ingrid.document(cycle.id)
    #expect(ingrid.twoVersions(in: settled).isEmpty)
    #expect(settled.tree["changeIdea.text" as JSONPath] == "A third idea")
  }

  @Test("a visitor reads but is told how to become a member before writing")
  func visitor() throws {
    let store = try DemoStore.shared.get()
    let visitor = try Collaboration.open(
      path: store.path, unixLogin: "stranger", clock: DemoStore.clock)
    var session = ScriptedSession(visitor, section: .commons)
    #expect(session.model.sectionState.count > 0)
    session.type("a")
    #expect(session.screen.contains("ask a steward to add your login “stranger”"))
  }
}

@Suite("Forms of whole documents") struct DocumentFormTests {
  @Test("every record of a list can be edited, and one more added, without touching the others")
  func records() throws {
    let store = try DemoStore()
    let coach = try store.enter(as: "ingrid")
    let project = try #require(
      try coach.documents(.project).first { Project($0.tree).milestones.count > 1 })
    let before = Project(project.tree).milestones
    var session = ScriptedSession(coach, section: .projects)
    session.type("/\(Project(project.tree).name)<Enter>e")
    guard case .form(let state) = session.model.overlay, let form = state.form else {
      Issue.record("no form")
      return
    }
    let added = "milestones.\(before.count).what"
    #expect(form.fields.contains { $0.id == added })
    #expect(form["milestones.0.what"] == before[0].what)
    let content = try #require(state.content)
    var values = form.values
    values[added] = "Celebrate"
    session.send(coach.perform(.saveForm(state.subject, values: values, base: content)))
    let after = Project(try coach.document(project.id).tree).milestones
    #expect(after.map(\.what) == before.map(\.what) + ["Celebrate"])
    #expect(after.dropLast().map(\.tree) == before.map(\.tree))
  }

  @Test("saving a form that nobody changed changes no byte", arguments: DocumentType.authored)
  func untouched(_ type: DocumentType) throws {
    let steward = try DemoStore.shared.get().enter(as: "ingrid")
    guard let document = try steward.documents(type).first else { return }
    let subject = FormSubject.edit(Target(type, document.id))
    guard case .form(let content) = try steward.answer(.form(subject)) else {
      Issue.record("no form")
      return
    }
    guard
      case .performed(_, let outcome) = steward.perform(
        .saveForm(subject, values: content.values, base: content))
    else {
      Issue.record("refused")
      return
    }
    #expect(!outcome.hasChanged)
    #expect(outcome.revision == document.revision)
  }

  @Test("d on a roster asks for the day a role ends, and never for the person's trash")
  func endRole() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "ingrid"), section: .team)
    session.type("/zofia<Enter>")
    let held = session.model.sectionState.count
    session.type("d")
    guard case .form(let state) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(state.form?["to"] == "2026-11-23")
    session.type("<^s>")
    #expect(session.model.status.text.hasSuffix(" until 23 Nov 2026"))
    #expect(held > 0)
  }
}
