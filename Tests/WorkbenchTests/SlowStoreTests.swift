import Cells
import Collaborative
import DocumentStore
import Improvement
import TestSupport
import Testing

@testable import Workbench

@Suite("What is typed while the store takes its time") struct SlowStoreTests {
  private func session(_ section: SectionID = .cycles) throws -> ScriptedSession {
    ScriptedSession(try DemoStore().enter(as: "marta"), section: section)
  }

  @Test("what is typed before a form is ready stands in it, in its fields, once it is")
  func ahead() throws {
    var session = try session()
    session.slowDown()
    session.type("aWill it?<Tab>Yes")
    session.send(.input(.paste(", mostly")))
    guard case .form(let reading) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(reading.form == nil)
    session.catchUp()
    guard case .form(let state) = session.model.overlay else { return }
    #expect(state.form?["plan.objective"] == "Will it?")
    #expect(state.form?["plan.predictions.0.prediction"] == "Yes, mostly")
    #expect(state.form?.focusedField?.id == "plan.predictions.0.prediction")
  }

  @Test("a first screen lacks its rows until they are answered, and then the page beside them")
  func firstScreen() throws {
    let collaboration = try DemoStore.shared.get().enter(as: "marta")
    var model = Model(
      size: Size(columns: 120, rows: 40), glyphs: .unicode, themes: ["default"], section: .cycles)
    var effects = model.start()
    #expect(model.lacksRows && !model.lacksPage)
    var lacking: [Bool] = []
    while !effects.isEmpty {
      guard case .ask(let request, let slot, let ticket) = effects.removeFirst() else { continue }
      effects += update(&model, .answered(slot, ticket: ticket, try collaboration.answer(request)))
      if !model.lacksRows { lacking.append(model.lacksPage) }
    }
    #expect(!model.lacksRows && !model.lacksPage)
    #expect(lacking.first == true && lacking.last == false)
  }

  @Test("a whole cycle typed ahead is saved once the form is ready")
  func savedAhead() throws {
    var session = try session()
    session.slowDown()
    session.type("aWill it hold?<^s>")
    session.catchUp()
    #expect(session.screen.contains("added the PDSA cycle “Will it hold?”"))
    #expect(session.model.overlay == nil)
  }

  @Test("a form that takes too long is left by Esc, and what was typed goes nowhere")
  func left() throws {
    var session = try session()
    session.slowDown()
    session.type("adx<Esc>")
    #expect(session.model.overlay == nil)
    session.catchUp()
    #expect(session.model.overlay == nil)
  }

  @Test("what is typed while a form is saved changes none of it, also when it is refused")
  func saving() throws {
    var session = try session()
    session.type("a<Tab>Yes<^t>")
    guard case .form(let before) = session.model.overlay else { return }
    session.slowDown()
    session.type("<^s>zz<Tab>")
    session.send(.input(.paste("zz")))
    #expect(session.screen.contains("still saving"))
    session.catchUp()
    guard case .form(let refused) = session.model.overlay else {
      Issue.record("an objective is required")
      return
    }
    #expect(refused.values == before.values)
    #expect(!session.screen.contains("still saving"))
    session.type("Will it?<^s>")
    #expect(session.screen.contains("added the PDSA cycle “Will it?”"))
  }

  @Test("what is typed while a form is saved is done once it is, to what was saved")
  func savingThenOn() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .cycles)
    session.type("aWill it hold?")
    session.slowDown()
    session.type("<^s>!")
    #expect(session.screen.contains("still saving"))
    session.catchUp()
    guard case .form(let state) = session.model.overlay, case .cycle(let step) = state.subject
    else {
      Issue.record("the key is lost")
      return
    }
    #expect(step.form == .harm)
    #expect(Cycle(try store.enter(as: "marta").document(step.id).tree).title == "Will it hold?")
  }

  @Test("a save that ends late closes no form that was opened meanwhile")
  func another() throws {
    let marta = try DemoStore().enter(as: "marta")
    let saved = try marta.document(try #require(try marta.ownCycles().first).id)
    var session = ScriptedSession(marta, section: .cycles)
    session.type("aWill it?")
    session.slowDown()
    session.type("<^s><Esc>")
    #expect(session.model.overlay == nil)
    session.catchUp()
    #expect(session.model.overlay == nil)

    session.type("aWill it again?")
    guard case .form(let first) = session.model.overlay, let content = first.content else { return }
    session.type("<Esc>e")
    guard case .form(let second) = session.model.overlay else { return }
    let operation = Operation.saveForm(first.subject, values: [:], base: content)
    session.send(
      .performed(
        operation, Outcome(id: saved.id, revision: saved.revision, words: "added it")))
    session.send(.refused(operation, Refusal(words: "it is gone")))
    guard case .form(let still) = session.model.overlay else {
      Issue.record("the second form is closed")
      return
    }
    #expect(still.subject == second.subject && still.problem == nil)
  }

  @Test("a form left while it is saved and opened again keeps what is typed into it then")
  func secondDraft() throws {
    let marta = try DemoStore().enter(as: "marta")
    let row = try #require(try marta.ownCycles().first)
    var session = ScriptedSession(marta, section: .cycles)
    session.openForTest(.edit(Target(.cycle, row.id)))
    let name = FormSubject.edit(Target(.cycle, row.id)).draftName
    func edit(_ title: String) -> Event {
      guard case .form(var state) = session.model.overlay else { return .changed(generation: 0) }
      state.form?["title"] = title
      session.replaceForTest(.form(state))
      guard let content = state.content else { return .changed(generation: 0) }
      return .performed(
        .saveForm(state.subject, values: state.valuesToSave, base: content),
        Outcome(id: row.id, revision: content.base?.revision ?? Revision(of: []), words: "saved"))
    }
    let saved = edit("The first title")
    session.slowDown()
    session.type("<^s><Esc>")
    session.catchUp(with: { if case .perform = $0 { false } else { true } })
    session.openForTest(.edit(Target(.cycle, row.id)))
    _ = edit("The second title")
    session.type("<Esc>")
    #expect(marta.draft(name: name)?["title"] == "The second title")
    session.send(saved)
    #expect(marta.draft(name: name)?["title"] == "The second title", "it is not what was saved")

    session.openForTest(.edit(Target(.cycle, row.id)))
    session.type("<^s>")
    #expect(marta.draft(name: name) == nil, "once it is saved itself it is no draft any more")
  }

  @Test("what is typed before the grid for a period is ready stands in it once it is")
  func gridAhead() throws {
    var session = try session(.measures)
    session.slowDown()
    session.type("T2/118<Tab>counted twice")
    session.send(.input(.paste(", by two")))
    guard case .entry(let reading) = session.model.overlay else {
      Issue.record("no grid")
      return
    }
    #expect(reading.table == nil)
    session.catchUp()
    guard case .entry(let state) = session.model.overlay else { return }
    #expect(state.entries.values.map(\.text) == ["2/118"])
    #expect(state.entries.values.map(\.note) == ["counted twice, by two"])
  }

  @Test("a grid that takes too long is left by Esc, and what was typed goes nowhere")
  func gridLeft() throws {
    var session = try session(.measures)
    session.slowDown()
    session.type("T2/118<Esc>")
    #expect(session.model.overlay == nil)
    session.catchUp()
    #expect(session.model.overlay == nil)
  }

  @Test("what is typed while the grid is saved is said to wait, and is done once it is saved")
  func gridSaving() throws {
    var session = try session(.measures)
    session.type("T2/118")
    session.slowDown()
    session.type("<^s>?")
    #expect(session.screen.contains("still saving"))
    session.catchUp()
    guard case .help = session.model.overlay else {
      Issue.record("the key is lost")
      return
    }
  }

  @Test("a step that a cycle leads to tears no form away that was opened meanwhile")
  func following() throws {
    let marta = try DemoStore().enter(as: "marta")
    let cycle = try marta.document(try #require(try marta.ownCycles().first).id)
    var session = ScriptedSession(marta, section: .cycles)
    session.type("aHalf a thought")
    var outcome = Outcome(id: cycle.id, revision: cycle.revision, words: "on to Study")
    outcome.cycleStep = .score
    session.send(.performed(.moveCycle(id: cycle.id, from: .do, isForwards: true), outcome))
    guard case .form(let state) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(state.values["plan.objective"] == "Half a thought")
    session.type("<Esc>")
    #expect(session.screen.contains("kept as a draft"))
  }

  @Test("a chart that is still being read says so, not that it has no phase to begin")
  func chart() throws {
    var session = try session(.measures)
    session.slowDown()
    session.type("<Enter>P")
    #expect(session.screen.contains("huddle is still reading"))
  }
}
