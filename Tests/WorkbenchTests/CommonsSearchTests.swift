import Cells
import Collaborative
import DocumentStore
import Foundation
import TestSupport
import Testing

@testable import Workbench

@Suite("Looking through the commons by keys") struct CommonsSearchTests {
  private func session(
    as login: String = "marta", columns: Int = 80, rows: Int = 24, glyphs: Glyphs = .unicode,
    _ store: DemoStore? = nil
  ) throws -> ScriptedSession {
    let store = try store ?? DemoStore.shared.get()
    return ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, glyphs: glyphs, section: .commons)
  }

  @Test("words are found while they are typed, also with a typing error, and are pointed out")
  func typing() throws {
    var session = try self.session()
    session.type("/warm blnak")
    #expect(session.screen.contains("Warm blanket before theatre"))
    session.type("et<Enter>")
    #expect(session.screen.contains("or much like it"))
    expectGolden(
      "\(session.frame.grid.text)\n\n\(session.frame.grid.roles)", named: "commons-found-80x24")
    session.type("<Esc>")
    #expect(!session.screen.contains("much like it"))
  }

  @Test("what is found nowhere is answered with the nearest word and a next step")
  func nothing() throws {
    var session = try self.session()
    session.type("/xylophone<Enter>")
    #expect(session.screen.contains("Try fewer or other words"))
    expectGolden(session.screen, named: "commons-nothing-80x24")
  }

  @Test(
    "facets show counts, are marked by Enter behind their letters, and stand above the list",
    arguments: Glyphs.allCases)
  func facets(_ glyphs: Glyphs) throws {
    var session = try self.session(glyphs: glyphs)
    session.type("f")
    #expect(session.screen.contains("Narrow the commons") && session.screen.contains("Kind"))
    session.type("tool<Enter>")
    expectGolden(session.screen, named: "commons-facets-80x24-\(glyphs.rawValue)")
    session.type("<Esc>")
    #expect(session.screen.contains("Only Tool"))
    #expect(!session.screen.contains("Words to say"))
    expectGolden(session.screen, named: "commons-chosen-80x24-\(glyphs.rawValue)")
    session.type("<Esc>")
    #expect(session.screen.contains("Words to say"))
  }

  @Test("two values of a facet are alternatives, two facets must both fit, ^x chooses none")
  func combined() throws {
    var session = try self.session()
    func rows() -> CommonsRows? {
      guard case .commons(let rows) = session.model.sectionState.rows else { return nil }
      return rows
    }
    session.type("ftool<Enter>")
    let tools = try #require(rows()?.total)
    session.type("form<Enter>")
    let both = try #require(rows()?.total)
    #expect(both > tools && Set(rows()?.map(\.kind) ?? []) == ["Tool", "Form"])
    session.type("<Tab><Tab><Tab><Tab><Space>")
    let narrowed = try #require(rows()?.total)
    #expect(narrowed < both && Set(rows()?.map(\.evidence) ?? []).count == 1)
    session.type("<^x>")
    #expect(rows()?.total == rows()?.all)
  }

  @Test("the space bar is a letter of a value once something is typed, and words fit in any order")
  func valueOfTwoWords() throws {
    var session = try self.session()
    session.type("f")
    #expect(session.screen.contains("Space choose"))
    session.type("say w<Space>")
    #expect(session.screen.contains("Enter choose"))
    guard case .facets(let state) = session.model.overlay else {
      Issue.record("the facets are closed")
      return
    }
    #expect(state.field.text == "say w ")
    #expect(state.shown.map(\.label) == ["Words to say"])
    session.type("<Enter><Enter>")
    #expect(session.model.overlay == nil)
    #expect(session.screen.contains("Only Words to say"))
  }

  @Test("what is chosen and stands on no row in sight is named")
  func chosenOutOfSight() throws {
    var session = try self.session()
    session.type("ftool<Enter>form<Enter>say")
    #expect(
      session.screen.contains("also chosen: Form, Tool")
        || session.screen.contains("also chosen: Tool, Form"))
    session.type("<^u>")
    #expect(!session.screen.contains("also chosen"))
  }

  @Test("o turns from the most tried to the newest, shows it from the top and says so")
  func order() throws {
    var session = try self.session()
    session.type("jjjjo")
    #expect(session.screen.contains("Newest first; o changes the order"))
    #expect(session.model.sectionState.list.selection == 0)
    session.type("o")
    #expect(session.screen.contains("most tried first"))
    #expect(session.model.sectionState.query.order == nil)
    #expect(!session.screen.contains("o changes the order"))
    session.type("/falls<Enter>o")
    #expect(session.screen.contains("Most tried first; o changes the order"))
    session.type("o")
    #expect(session.screen.contains("newest first"))
    session.type("<Esc>")
    #expect(
      session.screen.contains("Newest first; o changes the order"),
      "an order that stays says how to leave it")
    session.type("ftool<Enter><Enter>")
    #expect(session.screen.contains("Only Tool, newest first; o changes the order"))
  }

  @Test("a search is kept under a name, opened and forgotten, and nobody else has it")
  func saved() throws {
    let store = try DemoStore()
    var session = try self.session(store)
    session.type("/falls<Enter>bNight falls<^s>")
    #expect(session.screen.contains("Night falls") && session.screen.contains("“falls”"))
    expectGolden(session.screen, named: "commons-saved-80x24")
    session.type("<Esc><Esc>")
    #expect(session.model.sectionState.query.words.isEmpty)
    session.type("b<Enter>")
    #expect(session.model.sectionState.query.words == "falls")
    #expect(try store.enter(as: "marta").savedSearches().map(\.name) == ["Night falls"])
    #expect(try store.enter(as: "priya").savedSearches().isEmpty)
    session.type("b<^x>")
    #expect(session.screen.contains("Forget it?"))
    session.type("n")
    #expect(try store.enter(as: "marta").savedSearches().count == 1, "it is asked first")
    session.type("<^x>y")
    #expect(try store.enter(as: "marta").savedSearches().isEmpty)
  }

  @Test("a typed name keeps what is looked at, unless it is the name of another or one went to it")
  func names() throws {
    let store = try DemoStore()
    var session = try self.session(store)
    func names() throws -> [String] { try store.enter(as: "marta").savedSearches().map(\.name) }
    session.type("/night<Enter>bNight lights for wards<Enter><Esc><Esc>")
    session.type("ftool<Enter><Enter>bNight<Enter>")
    #expect(try names() == ["Night", "Night lights for wards"])
    #expect(session.screen.contains("Night  Tool"), "which kind, and not how many")
    #expect(session.model.sectionState.query.facets[.kind] == ["tool"])
    session.type("<Esc>bnight lights for wards<Enter>")
    #expect(session.model.sectionState.query.words == "night")
    session.type("bnight<Down><Enter>")
    #expect(session.model.status.text == "showing “Night lights for wards”")
  }

  @Test("an empty commons says what to do next")
  func empty() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("huddle-empty-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let steward = try Collaboration.create(
      path: path, name: "New", unixLogin: "stella", clock: DemoStore.clock)
    var session = ScriptedSession(steward, columns: 80, rows: 24, section: .commons)
    #expect(session.screen.contains("a shares what worked for you"))
    session.type("f")
    #expect(session.screen.contains("Nothing here says so."))
    session.type("<Esc>b")
    #expect(session.screen.contains("Type a name; Enter keeps"))
    session.type("<Enter>")
    #expect(session.screen.contains("Type a name for it first."))
  }

  @Test("a facet of ten thousand values is narrowed by typing, without accents")
  func manyValues() throws {
    var state = FacetsState(Facet.context, ticket: 1)
    state.accept([
      .context: (0..<10_000).map {
        FacetCount(value: "\($0)", label: "Café \($0)", count: 1, isChosen: false)
      }
    ])
    #expect(state.shown.count == 10_000)
    state.field.insert("cafe 999")
    state.narrow()
    let wanted = (0..<10_000).map(String.init).filter { $0.contains("999") }
    #expect(state.shown.map(\.value).sorted() == wanted.sorted())
  }

  @Test("the smallest window still narrows, keeps and finds")
  func smallest() throws {
    var session = try self.session(columns: 40, rows: 12, glyphs: .ascii)
    session.type("f")
    expectGolden(session.screen, named: "commons-facets-40x12")
    session.type("<Esc>b")
    #expect(session.screen.contains("Saved searches"))
    session.type("<Esc>/blanket<Enter>")
    #expect(session.screen.contains("blanket"))
  }
}
