import Cells
import Collaborative
import Improvement
import TestSupport
import Testing

@testable import Workbench

@Suite("Notes and visits by keys") struct NoteSessionTests {
  private func session(
    _ store: DemoStore, as login: String = "priya", columns: Int = 80, rows: Int = 24,
    section: SectionID = .portfolio
  ) throws -> ScriptedSession {
    ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, section: section)
  }

  /// The newest note, as its author sees it.
  private func newest(_ store: DemoStore, as login: String = "priya") throws -> Note {
    let notes = try store.enter(as: login).list(ListRequest(type: .note, limit: .max)).rows
    return Note(try #require(notes.max { $0.id < $1.id }).tree)
  }

  @Test("V writes up a visit with what was agreed, which its page and the site then show")
  func visit() throws {
    let store = try DemoStore()
    var session = try session(store)
    guard let site = session.model.siteRow else { return }
    session.type("V")
    expectGolden(session.screen, named: "visit-form-80x24")
    session.type("<Tab><Tab>45<Tab>marta, kofi.fitzroy<Tab>Data in time<Tab>We saw two wards.")
    session.type("<Tab>Ask IT for the list<Tab><Tab>+2w<^s>")
    let note = try newest(store)
    #expect(note.kind == .visit && note.targetId == site.id)
    #expect(note.visitDate == DemoStore.today && note.visitMinutes == 45)
    #expect(note.visitAttendees.count == 2 && note.visitFocus == "Data in time")
    #expect(note.actions.map(\.what) == ["Ask IT for the list"])
    #expect(note.actions.first?.due == DemoStore.today.adding(days: 14))
    let page = try store.enter(as: "priya").page(Target(.site, site.id))
    #expect(page.groups.contains { $0.heading == "Notes" })
    session.type("u")
    #expect(session.model.status.text.contains("took back") || session.model.status.tone == .good)
  }

  @Test("a visit without its day is asked for it beside the field") func visitByKind() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("aWe met.<Tab>")
    for _ in 0..<4 { session.type("<Right>") }
    session.type("<^s>")
    #expect(session.screen.contains("Visited on"))
    #expect(session.model.overlay != nil, "nothing was saved yet")
  }

  @Test("a writes a question for the team, or for coaches only, and what is hidden stays so")
  func question() throws {
    let store = try DemoStore()
    var session = try session(store)
    guard let site = session.model.siteRow else { return }
    session.type("a")
    expectGolden(session.screen, named: "site-note-form-80x24")
    session.type("Is the lead leaving?<Tab><Right><Tab><Tab><Space><^s>")
    let note = try newest(store)
    #expect(note.isPrivateToCoaches && note.targetId == site.id)
    for login in ["marta", "kofi.fitzroy"] {
      let other = try store.enter(as: login)
      #expect(throws: CollaborationError.self) { try other.document(note.id) }
      let page = try other.page(Target(.site, site.id))
      #expect(!page.groups.flatMap(\.lines).contains { "\($0)".contains("lead leaving") })
    }
  }

  @Test("A answers and R resolves the note under the cursor of a site's page, and on Today")
  func answering() throws {
    let store = try DemoStore()
    var session = try session(store, columns: 120, rows: 40)
    guard case .portfolio(let rows) = session.model.sectionState.rows,
      let index = rows.firstIndex(where: { $0.reasons.first?.kind == .question }),
      let question = rows[index].reasons.first?.evidence.id
    else {
      Issue.record("no site has a question first")
      return
    }
    for _ in 0..<index { session.type("<Down>") }
    session.type("<Tab>A")
    #expect(session.screen.contains("Answer to “"))
    session.type("Two minutes each.<^s>")
    #expect(try newest(store).replyTo == question)
    session.type("u")
    session.type("<S-Tab><S-Tab>R")
    #expect(session.model.status.text.hasPrefix("resolved: “"), "\(session.model.status.text)")
    #expect(Note(try store.enter(as: "priya").document(question).tree).isResolved)
    session.type("u1")
    guard case .today(let today) = session.model.sectionState.rows,
      let row = today.firstIndex(where: { $0.evidence?.id == question })
    else {
      Issue.record("Today has no row of the question")
      return
    }
    session.type("g")
    for _ in 0..<row { session.type("<Down>") }
    #expect(session.model.hints.contains { $0.key == "A" })
    session.type("R")
    #expect(session.model.status.text.hasPrefix("resolved: “"))
  }

  @Test("a draft about one site is no draft about another") func drafts() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("aHalf a thought<Esc>")
    session.type("<Down>a")
    #expect(!session.screen.contains("Half a thought"))
    session.type("<Esc><Up>a")
    #expect(session.screen.contains("Half a thought"))
  }
}
