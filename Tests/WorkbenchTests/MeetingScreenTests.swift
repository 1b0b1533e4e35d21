import Cells
import Collaborative
import Improvement
import TestSupport
import Testing
import Workbench

@Suite("The huddle on the screen") struct MeetingScreenTests {
  private func session(
    _ store: DemoStore, _ section: SectionID = .today, columns: Int = 80, rows: Int = 24,
    glyphs: Glyphs = .unicode, as login: String = "marta"
  ) throws -> ScriptedSession {
    ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, glyphs: glyphs, section: section)
  }

  private func meeting(_ session: ScriptedSession) throws -> Meeting {
    guard case .meeting(let state) = session.model.place, let meeting = state.meeting else {
      throw CollaborationError.noProjectOfOnesOwn
    }
    return meeting
  }

  @Test("the meeting page looks as recorded", arguments: Glyphs.allCases)
  func screens(_ glyphs: Glyphs) throws {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
      var session = try session(
        DemoStore.shared.get(), columns: columns, rows: rows, glyphs: glyphs)
      session.type("mn")
      expectGolden(session.screen, named: "meeting-\(columns)x\(rows)-\(glyphs.rawValue)")
    }
  }

  @Test("a whole meeting by keys: tick, decide, agree, move a cycle, enter a number, minutes")
  func whole() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("m")
    let first = try #require(try meeting(session).toDos.first)
    session.type("<Space>")
    #expect(session.screen.contains("done: \(first.toDo.what.prefix(20))"))
    session.type("aWe go on with the bundle<^s>")
    #expect(session.screen.contains("decided: We go on with the bundle"))
    session.type("aAsk IT for the list<Tab><Tab>fri<^s>")
    #expect(session.screen.contains("agreed: Ask IT for the list"))
    #expect(try meeting(session).decisions == ["We go on with the bundle"])
    #expect(try meeting(session).agreed.map(\.toDo.what) == ["Ask IT for the list"])
    session.type("gn")
    #expect(session.model.selectedTarget?.type == .cycle)
    session.type(">")
    #expect(session.model.status.text.contains("moved “"))
    session.type("x")
    let minutes = try #require(session.copied.last)
    #expect(minutes.contains("We go on with the bundle"))
    #expect(minutes.contains("- [ ] Ask IT for the list"))
    #expect(session.screen.contains("minutes copied"))
    session.type("<Esc>")
    #expect(session.model.places.count == 1)
  }

  @Test("a number is entered from the meeting, and the line shows it")
  func number() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("mG")
    for _ in 0..<40 where session.model.selectedTarget?.type != .series { session.type("k") }
    #expect(session.model.selectedTarget?.type == .series)
    session.type("o")
    guard case .form(let state) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(state.form?["period"] == "2026-11")
  }

  @Test("m in Projects opens the selected project's meeting; [ and ] turn to one's others")
  func projects() throws {
    var session = try session(DemoStore.shared.get(), .projects)
    let target = session.model.selectedTarget
    session.type("m")
    #expect(try meeting(session).projectID == target?.id)
    if try meeting(session).projects.count > 1 {
      session.type("]")
      let other = try meeting(session).projectID
      session.type("[")
      #expect(try meeting(session).projectID != other)
    }
    session.type("<Esc><Enter>m")
    #expect(try meeting(session).projectID == target?.id)
  }

  @Test("Space in Today ticks off what is to do, and the row goes")
  func today() throws {
    let store = try DemoStore()
    let marta = try store.enter(as: "marta")
    let project = try #require(try marta.meeting(about: nil).projectID)
    _ = try marta.decide("Print the form", who: "marta", due: "2026-11-20", about: project)
    var session = try session(store)
    session.type("/print the form<Enter>")
    #expect(session.model.sectionState.count == 1)
    #expect(session.screen.contains("past due"))
    session.type("<Space>")
    #expect(session.screen.contains("done: Print the form"))
    #expect(session.model.sectionState.count == 0)
    session.type("u")
    #expect(session.model.sectionState.count == 1)
  }

  @Test("no key at any size traps in a meeting")
  func anyKey() throws {
    var generator = SeededGenerator(seed: 9)
    let keys = [
      "j", "k", "n", "g", "G", "<PgDn>", "<PgUp>", "<^d>", "[", "]", "<Space>", "<Enter>", "<Esc>",
      "m", "r",
    ]
    let store = try DemoStore()
    for (columns, rows) in [(40, 12), (61, 17), (133, 41)] {
      var session = try session(store, columns: columns, rows: rows)
      for _ in 0..<100 {
        session.type(keys.randomElement(using: &generator) ?? "m")
        #expect(session.frame.grid.size == Size(columns: columns, rows: rows))
      }
    }
  }
}
