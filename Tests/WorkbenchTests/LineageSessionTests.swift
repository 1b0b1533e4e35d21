import Cells
import Collaborative
import DocumentStore
import Improvement
import JSONTree
import TestSupport
import Testing

@testable import Workbench

@Suite("What resources are made from, by keys") struct LineageSessionTests {
  private func session(
    _ store: DemoStore, as login: String = "marta", columns: Int = 80, rows: Int = 24,
    glyphs: Glyphs = .unicode, finding words: String
  ) throws -> ScriptedSession {
    var session = ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, glyphs: glyphs, section: .commons)
    session.type("/\(words)<Enter>")
    return session
  }

  @Test("L draws the family; Enter on a relative opens it and Esc leads back")
  func family() throws {
    let store = try DemoStore()
    var session = try session(store, finding: "warm blanket before")
    session.type("L")
    #expect(session.screen.contains("Family: Warm blanket before theatre"))
    expectGolden(session.screen, named: "family-80x24")
    session.type("<Enter>")
    #expect(session.screen.contains("› Warm blanket for day procedures"))
    session.type("<Esc><Esc>")
    #expect(session.model.places.count == 1)
  }

  @Test(
    "the family and the matrix stand in any window and in ASCII",
    arguments: [(40, 12), (80, 24), (120, 40)])
  func sizes(columns: Int, rows: Int) throws {
    let store = try DemoStore()
    for glyphs in [Glyphs.unicode, .ascii] {
      var family = try session(
        store, columns: columns, rows: rows, glyphs: glyphs, finding: "warm blanket before")
      family.type("L")
      expectGolden(family.screen, named: "family-\(columns)x\(rows)-\(glyphs)")
      var package = try session(
        store, columns: columns, rows: rows, glyphs: glyphs, finding: "wound bundle")
      package.type("P")
      expectGolden(package.screen, named: "package-\(columns)x\(rows)-\(glyphs)")
    }
  }

  @Test("the matrix says what its columns are above, and below each cell opens its try-out")
  func cells() throws {
    let store = try DemoStore()
    var session = try session(store, columns: 120, rows: 60, finding: "wound bundle")
    session.type("<Enter>")
    #expect(
      session.screen.contains(
        "Nobody took the whole package; 12 sites know or tried parts of it: P shows them."))
    #expect(session.screen.contains("P sites by elements"))
    session.type("P")
    guard case .page(let state) = session.model.place, let page = state.page else {
      Issue.record("no page is open")
      return
    }
    #expect(page.groups.map(\.heading) == ["Elements", "Sites by elements", "Site by site"])
    #expect(session.screen.contains("because: "), "what was stopped says why")
    let types = page.links.map(\.type)
    #expect(types.contains(.adoption) && types.contains(.series))
    let first = try #require(types.firstIndex(of: .adoption))
    session.type(String(repeating: "j", count: first) + "<Enter>")
    #expect(session.model.editableTarget?.type == .adoption)
  }

  @Test("a sign of the legend is never parted from its words", arguments: 40...130)
  func legend(columns: Int) {
    let stages = AdoptionStage.allCases
    let matrix = BundleMatrix(
      elements: stages.map { .init(id: $0.rawValue, title: "E") },
      rows: [
        .init(site: "s", name: "Site", cells: stages.map { .init(adoption: "a", stage: $0) })
      ])
    let lines = matrix.lines(columns: columns, glyphs: .unicode).map(\.text)
    for stage in stages {
      #expect(lines.contains { $0.contains("\(stage.letter)\(stage.shape) \(stage.word)") })
    }
  }

  @Test("A makes one's own version: it wants to know what changed, and stands in the family then")
  func adapt() throws {
    let store = try DemoStore()
    var session = try session(store, finding: "warm blanket before")
    session.type("<Enter>A")
    #expect(session.screen.contains("Your version of: Warm blanket before theatre"))
    session.type("<^s>")
    #expect(session.screen.contains("needed"))
    session.type("Words for children.<^s>")
    #expect(session.screen.contains("Everyone in the network will read this"))
    session.type("<^s>")
    #expect(session.model.status.text.contains("made from “Warm blanket before theatre”"))
    session.type("L")
    #expect(session.screen.contains("changed: Words"))
    session.type("u")
    #expect(!session.screen.contains("changed: Words"))
  }

  @Test("+ takes a package on in part; what is no package says so")
  func takeOn() throws {
    let store = try DemoStore()
    var session = try session(store, finding: "wound bundle")
    session.type("+")
    #expect(session.screen.contains("Take on: Wound bundle in five steps"))
    expectGolden(session.screen, named: "take-on-80x24")
    session.type("<Tab>2<^s>")
    #expect(session.model.status.text.contains("considers 1 of 2 elements"))
    var other = try self.session(store, finding: "warm blanket before")
    other.type("+")
    #expect(other.screen.contains("no package"))
  }

  @Test("+ on a cycle offers what it taught, filled with what it says already")
  func share() throws {
    var scene = try CycleScene(
      CycleScene.planned([
        "stage": "closed", "study": ["summary": "Socks keep feet warm."],
        "act": ["decision": "adopt"],
      ]))
    scene.session.type("+")
    #expect(scene.session.screen.contains("For the commons: Socks in the lounge"))
    #expect(scene.session.screen.contains("CC BY 4.0: anyone may use, change and pass it on"))
    scene.session.type("<^s><^s>")
    let shared = try #require(try scene.cycle().sharedAsResource)
    let resource = Resource(try scene.store.enter(as: "kofi.fitzroy").document(shared).tree)
    #expect(resource.plainSummary == "Socks keep feet warm.")
    #expect(resource.steps == ["Buy socks", "Wash socks"])
  }

  @Test("x puts the command that exports on the clipboard")
  func export() throws {
    let store = try DemoStore()
    var session = try session(store, finding: "wound bundle")
    session.type("x")
    #expect(session.model.status.text.contains("huddle commons export 0"))
  }

  @Test("a matrix of any width stays within the window and shows each element once")
  func matrixWidths() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let count = Int.random(in: 1...40, using: &generator)
      let sites = Int.random(in: 1...4, using: &generator)
      let matrix = BundleMatrix(
        elements: (0..<count).map { .init(id: "\($0)", title: "E\($0)") },
        rows: (0..<sites).map { site in
          .init(
            site: "\(site)", name: "A hospital of a long name \(site)",
            cells: (0..<count).map { _ in
              Bool.random(using: &generator)
                ? .init(
                  adoption: "a",
                  stage: AdoptionStage.allCases.randomElement(using: &generator) ?? .aware,
                  reliability: Bool.random(using: &generator) ? "92%" : nil) : nil
            })
        })
      let columns = Int.random(in: 38...130, using: &generator)
      let page = Page(
        Target(.resource, "x"), title: "P", groups: [PageGroup("", [.matrix(matrix)])])
      let lines = page.plainText(columns: columns, glyphs: .ascii).split(separator: "\n")
      #expect(lines.allSatisfy { $0.unicodeScalars.count <= columns })
      let numbers = lines.filter { $0.hasPrefix("Site ") }.flatMap {
        $0.split(separator: " ").dropFirst().compactMap { Int($0) }
      }
      #expect(numbers == Array(1...count))
    }
  }
}
