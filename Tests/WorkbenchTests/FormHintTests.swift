import Cells
import Collaborative
import TestSupport
import Testing
import Widgets

@testable import Workbench

@Suite("What a form says it wants, and which keys it takes") struct FormHintTests {
  private func session(_ glyphs: Glyphs = .unicode) throws -> ScriptedSession {
    ScriptedSession(
      try DemoStore().enter(as: "marta"), columns: 120, rows: 40, glyphs: glyphs,
      section: .commons)
  }

  @Test("what a resource, a need and an offer can't be saved without has a star")
  func required() throws {
    for (key, label) in [("a", "Title"), ("A", "What do you need?"), ("O", "What do you offer?")] {
      var session = try session()
      session.type(key)
      #expect(session.screen.contains("\(label) *"), "\(session.screen)")
      guard case .form(let state) = session.model.overlay else { continue }
      #expect(state.form?.fields.first { $0.id == "title" }?.isRequired == true)
    }
  }

  @Test("a cycle's title follows from its objective, and is not asked for")
  func derived() throws {
    var session = try session()
    session.type("3e")
    guard case .form(let state) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(state.content?.fields.first { $0.id == "title" }?.isRequired == false)
  }

  @Test("a choice names the keys that change it, in both sets of signs")
  func choice() throws {
    var session = try session()
    session.type("a<Tab>")
    #expect(session.screen.contains("← → another answer"))
    var plain = try self.session(.ascii)
    plain.type("a<Tab>")
    #expect(plain.screen.contains("Left Right another answer"))
  }

  @Test("while a list of choices is open, the keys are the list's")
  func picker() throws {
    var session = try session()
    session.type("a<Tab><Space>")
    #expect(session.screen.contains("Enter choose  Esc back to the form"))
    #expect(!session.screen.contains("^s save"))
    session.type("<Esc>")
    #expect(session.screen.contains("^s save"))
  }

  @Test("a list of choices is as wide as its longest, where there is room")
  func width() throws {
    var session = try session()
    let long = String(repeating: "x", count: 70) + " end"
    session.replaceForTest(
      .choice(
        ChoiceState(
          purpose: .package, picker: .init(title: "P", items: [.init(long)]), ticket: 1)))
    #expect(session.screen.contains(long))
  }
}
