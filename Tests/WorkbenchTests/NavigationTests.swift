import Cells
import TestSupport
import Testing
import Workbench

@Suite("Finding one's way") struct NavigationTests {
  private func session(
    _ section: SectionID = .today, columns: Int = 120, as login: String = "priya"
  ) throws -> ScriptedSession {
    ScriptedSession(
      try DemoStore.shared.get().enter(as: login), columns: columns, section: section)
  }

  @Test("digits go to the sections, and each shows rows")
  func digits() throws {
    var session = try session()
    for (index, section) in SectionID.allCases.enumerated() {
      session.type("\(index + 1)")
      #expect(session.model.section == section)
      #expect(session.model.sectionState.count > 0)
    }
  }

  @Test("a section that a role never uses is neither numbered nor opened for it")
  func hiddenSection() throws {
    var session = try session(as: "marta")
    #expect(!session.screen.contains("Portfolio"))
    session.type("7")
    #expect(session.model.section == .today)
  }

  @Test("Esc goes one level back, always, and q leaves at the top")
  func back() throws {
    var session = try session(.measures)
    session.type("/wound<Enter><Enter>W")
    #expect(session.screen.contains("Lines:"))
    session.press("Esc")
    #expect(!session.screen.contains("Lines:"))
    session.press("Esc")
    #expect(session.model.places.count == 1)
    #expect(session.model.sectionState.query.words == "wound")
    session.press("Esc")
    #expect(session.model.sectionState.query.words.isEmpty)
    session.type("q")
    #expect(session.hasQuit)
  }

  @Test("words narrow the list while they are typed")
  func find() throws {
    var session = try session(.cycles)
    let all = session.model.sectionState.count
    session.type("/blanket")
    #expect(session.model.sectionState.count < all)
    session.press("Esc")
    #expect(session.model.sectionState.count == all)
  }

  @Test("a filter keeps one stage")
  func filter() throws {
    var session = try session(.cycles)
    session.type("fin study<Enter>")
    guard case .cycles(let rows) = session.model.sectionState.rows else {
      Issue.record("no cycles")
      return
    }
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0.stage == .study })
  }

  @Test("the palette opens a site by a few letters of its name")
  func palette() throws {
    var session = try session()
    session.type("<^p>riverside hosp<Enter>")
    #expect(session.screen.contains("Riverside Hospital"))
    #expect(session.model.places.count == 2)
  }

  @Test("a command can be typed by its name, and a theme by its")
  func commandLine() throws {
    var session = try session()
    session.type(":theme light<Enter>")
    #expect(session.model.theme == "light")
    session.type(":cycles<Enter>")
    #expect(session.model.section == .cycles)
    session.type(":frobnicate<Enter>")
    #expect(session.screen.contains("there is no command “frobnicate”"))
  }

  @Test("the keys on the help page are those of the place")
  func help() throws {
    var session = try session(.measures)
    session.type("?")
    let top = session.screen
    session.type("<PgDn>")
    let help = top + session.screen
    #expect(help.contains("log number") && help.contains("compare sites"))
    #expect(!help.contains("log cycle"))
  }

  @Test("the page beside a list follows the selection once it rests")
  func detail() throws {
    var session = try session(.commons)
    let first = session.model.sectionState.detail?.page?.title
    session.type("j")
    #expect(session.model.sectionState.detail?.page?.title != first)
  }

  @Test("a link of the page beside the list opens what it names")
  func link() throws {
    var session = try session(.projects)
    session.type("<Tab>jj<Enter>")
    #expect(session.model.places.count == 2)
    #expect(session.screen.contains("Esc back"))
  }

  @Test("copying puts an id on the clipboard with which the command line finds the document")
  func copy() throws {
    var session = try session(.cycles)
    session.type("y")
    #expect(session.copied.count == 1)
    #expect(session.copied[0].count == 26)
  }

  @Test("any key at any size never traps")
  func anyKeyAnywhere() throws {
    let names = [
      "Up", "Down", "Left", "Right", "Enter", "Esc", "Tab", "S-Tab", "PgUp", "PgDn", "Home", "End",
      "^d", "^u", "^p", "^s", "^c", "Space", "Backspace", "Del",
    ]
    let letters = Array("jkghlGafveouTWnNy/?:1234567rx Z").map(String.init)
    var random = SeededGenerator(seed: 7)
    for round in 0..<12 {
      var session = try session(columns: 20 + round * 12)
      for _ in 0..<120 {
        session.press((names + letters).randomElement(using: &random) ?? "Esc")
        if Int.random(in: 0..<20, using: &random) == 0 {
          let size = Size(
            columns: Int.random(in: 0..<200, using: &random),
            rows: Int.random(in: 0..<70, using: &random))
          session.send(.input(.resize(size)))
        }
        #expect(session.frame.grid.size == session.model.size)
      }
    }
  }
}
