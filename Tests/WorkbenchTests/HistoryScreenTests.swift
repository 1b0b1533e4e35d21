import Collaborative
import Improvement
import Testing
import Workbench

@Suite("The history on the screen") struct HistoryScreenTests {
  @Test("H tells who changed what is selected, when and what, and goes on as it changes")
  func history() throws {
    let store = try DemoStore()
    let lead = try store.enter(as: "marta")
    var session = ScriptedSession(lead, columns: 100, rows: 30, section: .cycles)
    let id = try #require(session.model.sectionState.selectedTarget?.id)
    _ = try lead.set(id, assignments: [try Assignment(typed: "title=Clippers at last")])
    session.send(.changed(generation: 1))
    session.type("H")
    #expect(session.screen.contains("History of Clippers at last"))
    #expect(session.screen.contains("Marta Okafor: changed"))
    #expect(session.screen.contains("→ Clippers at last"))
    _ = try lead.set(id, assignments: [try Assignment(typed: "title=Clippers for good")])
    session.send(.changed(generation: 2))
    #expect(session.screen.contains("Clippers at last → Clippers for good"))
    session.type("<Esc>")
    #expect(!session.screen.contains("History of"))
  }
}
