import Collaborative
import Improvement
import TestSupport
import Testing

@testable import Workbench

@Suite("What is typed before the rows are there") struct TypingAheadTests {
  /// The commons with the first search answered, and a second typed whose rows are still to come.
  private func searching(_ keys: String) throws -> ScriptedSession {
    var session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "kofi.fitzroy"), section: .commons)
    session.type("/blanket<Enter>")
    #expect(session.model.sectionState.count > 0)
    session.type("<Esc>")
    session.slowDown()
    session.type("/teach-back<Enter>")
    session.type(keys)
    return session
  }

  private func best(_ words: String) throws -> String? {
    var session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "kofi.fitzroy"), section: .commons)
    session.type("/\(words)<Enter>")
    return session.model.selectedTarget?.id
  }

  private func opened(_ session: ScriptedSession) -> String? {
    if case .page(let page) = session.model.place { page.target.id } else { nil }
  }

  @Test("Enter opens what the search finds and not what was selected before it")
  func opensFound() throws {
    var session = try searching("<Enter>")
    #expect(opened(session) == nil, "nothing is opened before it is found")
    session.catchUp()
    #expect(try opened(session) == best("teach-back"))
    #expect(try best("teach-back") != best("blanket"))
  }

  @Test("what follows stays in its order, and Esc lets go of it")
  func order() throws {
    var back = try searching("<Enter>q")
    back.catchUp()
    #expect(opened(back) == nil && !back.hasQuit, "q came back from the page that Enter opened")
    #expect(!back.model.sectionState.query.words.isEmpty)
    var none = try searching("<Enter><Esc>")
    none.catchUp()
    #expect(opened(none) == nil)
    #expect(none.model.sectionState.query.words == "teach-back", "it was used up by letting go")
  }

  @Test("a section is changed at once, and what was typed for its rows waits for them")
  func sections() throws {
    var session = ScriptedSession(try DemoStore.shared.get().enter(as: "marta"), section: .today)
    session.slowDown()
    session.type("3<Enter>")
    #expect(session.model.section == .cycles && opened(session) == nil)
    session.catchUp()
    let first = session.model.sectionState.rows?.target(at: 0)
    #expect(opened(session) == first?.id)
  }

  @Test("where the rows cannot be read nothing is done later by surprise")
  func unreadable() throws {
    var session = try searching("<Enter>")
    let ticket = session.model.sectionState.rowsTicket
    session.send(.failed(.rows(.commons), ticket: ticket, "the disk is gone"))
    session.catchUp()
    #expect(opened(session) == nil)
  }
}
