import Collaborative
import DocumentStore
import Improvement
import JSONTree
import TestSupport
import Testing
import Workbench

/// The commons with the resource selected that most sites tried.
struct CommonsScene {
  let store: DemoStore
  var session: ScriptedSession
  /// The resource that is selected.
  let resource: String

  init(
    as login: String = "marta", columns: Int = 80, rows: Int = 24,
    title: String = "Hand rub where the hands are"
  ) throws {
    store = try DemoStore()
    resource = try store.enter(as: "ingrid").resolve(title, type: .resource)
    session = ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, section: .commons)
    session.type("/\(title.lowercased())<Enter>")
  }

  func ingrid() throws -> Collaboration { try store.enter(as: "ingrid") }

  /// The try-outs of the resource at a site.
  func adoptions(at site: String) throws -> [Adoption] {
    let all = try ingrid()
    let id = try all.resolve(site, type: .site)
    return try all.documents(.adoption).map { Adoption($0.tree) }
      .filter { $0.resource == resource && $0.site == id }
  }

  func cycle(titled title: String) throws -> Cycle {
    let all = try ingrid()
    return Cycle(try all.document(all.resolve(title, type: .cycle)).tree)
  }

  /// Somebody else at the same store.
  func enter(as login: String, section: SectionID = .today) throws -> ScriptedSession {
    ScriptedSession(
      try store.enter(as: login), columns: 120, rows: 40, section: section)
  }
}

@Suite("Who tried it, on the screen") struct EvidenceScreenTests {
  @Test(
    "a resource's page and its sites are recorded for lead and participant",
    arguments: ["marta", "kofi.fitzroy"])
  func pages(_ login: String) throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      var session = ScriptedSession(
        try DemoStore.shared.get().enter(as: login), columns: columns, rows: rows,
        section: .commons)
      session.type("/hand rub<Enter><Enter>")
      let name = "evidence-\(login)-\(columns)x\(rows)"
      expectGolden(session.screen, named: "\(name)-resource")
      session.type("w")
      expectGolden(session.screen, named: "\(name)-sites")
    }
  }

  @Test("every number of the summary opens as many sites as it says")
  func numbers() throws {
    let store = try DemoStore.shared.get()
    let collaboration = try store.enter(as: "marta")
    let id = try collaboration.resolve("Hand rub where the hands are", type: .resource)
    var session = ScriptedSession(collaboration, section: .commons)
    session.type("/hand rub<Enter>w")
    guard case .page(let state) = session.model.place, let page = state.page,
      let numbers = page.groups.first(where: { $0.heading == "In numbers" })
    else {
      Issue.record("no page with numbers")
      return
    }
    #expect(numbers.lines.count >= 8)
    for line in numbers.lines {
      guard case .item(let count, let words, _, _, _, let target?) = line else {
        Issue.record("a number that opens nothing")
        continue
      }
      let rows = try collaboration.page(target).groups.filter { !$0.heading.isEmpty }
      #expect(rows.count == Int(count), "\(words)")
    }
    #expect(state.target.id == id)
    // The third number is that of the better ones.
    session.type("jj<Enter>")
    #expect(session.screen.contains("4 better."))
    #expect(session.screen.contains("was improving already"))
    #expect(!session.screen.contains("Saltmarsh Neonatal Unit"))
    session.press("Esc")
    #expect(session.screen.contains("In numbers"))
  }

  @Test("a chart on the page is divided where the site took it into use")
  func divided() throws {
    var session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "marta"), section: .commons)
    session.type("/hand rub<Enter>w")
    let line = session.screen.split(separator: "\n").first { $0.contains("Process") }
    #expect(line?.filter { $0 == "│" }.count == 1)
  }

  @Test("a resource that nobody tried says so and how to begin")
  func untried() throws {
    let scene = try CommonsScene()
    let id = try scene.ingrid().add(
      .resource, document: ["title": "A thing nobody knows", "kind": "tool"]
    ).id
    var session = try scene.enter(as: "marta", section: .commons)
    session.type("/nobody knows<Enter>w")
    #expect(session.screen.contains("Nobody here has tried it yet."))
    #expect(session.screen.contains("t on this page tries it at your site."))
    #expect(try scene.ingrid().evidence(of: id).entries.isEmpty)
  }

  @Test("a window of forty columns shows the sites without cutting a word")
  func narrow() throws {
    var session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "marta"), columns: 40, rows: 12, glyphs: .ascii,
      section: .commons)
    session.type("/hand rub<Enter>w")
    expectGolden(session.screen, named: "evidence-40x12-ascii-sites")
  }
}
