import Cells
import Collaborative
import DocumentStore
import Improvement
import JSONTree
import TestSupport
import Testing
import Workbench

/// Marta asks for blanket warmers, and a participant of another site has one to lend.
struct ExchangeScene {
  let store: DemoStore
  let need, offer: String
  let asker = "marta"
  let giver = "kofi.fitzroy"

  init() throws {
    store = try DemoStore()
    need = try store.enter(as: asker).add(
      .need,
      document: [
        "id": "01m85fh4n2e2d9jxv551n0mpka",
        "title": "Two blanket warmers before Easter",
        "category": "supplies", "urgency": "high",
        "detail": "Our theatre is cold.", "tags": ["warmth"], "neededBy": "2026-12-20",
      ]
    ).id
    offer = try store.enter(as: giver).add(
      .offer,
      document: [
        "title": "A blanket warmer to lend", "category": "supplies", "tags": ["warmth"],
        "available": ["to": "2027-06-30"],
      ]
    ).id
  }

  func session(
    _ login: String, section: SectionID = .commons, columns: Int = 80, rows: Int = 24,
    glyphs: Glyphs = .unicode
  ) throws -> ScriptedSession {
    ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, glyphs: glyphs, section: section)
  }

  func need(_ id: String) throws -> Need {
    Need(try store.enter(as: "ingrid").document(id).tree)
  }
}

@Suite("Needs and offers by keys") struct ExchangeSessionTests {
  private static let sizes = [
    (Size(columns: 80, rows: 24), Glyphs.unicode), (Size(columns: 120, rows: 40), .unicode),
    (Size(columns: 40, rows: 12), .ascii),
  ]

  @Test("= shows what fits with its reasons, Y accepts it, u parts both again")
  func accepting() throws {
    let scene = try ExchangeScene()
    var session = try scene.session(scene.asker)
    session.type("/two blanket warmers<Enter>=")
    expectGolden(session.screen, named: "exchange-matches-80x24")
    session.type("Y")
    #expect(
      session.model.status.text.hasPrefix(
        "matched “Two blanket warmers before Easter” with “A blanket warmer to lend”"))
    #expect(try scene.need(scene.need).state == .matched)
    session.type("u")
    #expect(session.model.status.text.hasPrefix("undone: matched"))
    #expect(try scene.need(scene.need).state == .open)
  }

  @Test("Y says what to do where nothing is chosen that fits")
  func nothingChosen() throws {
    let scene = try ExchangeScene()
    var session = try scene.session(scene.giver)
    let lonely = try scene.store.enter(as: scene.giver).add(
      .need, document: ["title": "Qqqq", "category": "people"]
    ).id
    _ = try scene.store.enter(as: "ingrid").set(
      lonely, assignments: [Assignment("category", "support")])
    session.type("/qqqq<Enter><Enter>Y")
    #expect(try scene.need(lonely).state == .open)
    #expect(!session.model.status.text.isEmpty)
  }

  @Test("who was slower reads who was quicker, and their need stays as it was")
  func race() throws {
    let scene = try ExchangeScene()
    let other = "maren.baptiste"
    let second = try scene.store.enter(as: other).add(
      .need, document: ["title": "One blanket warmer", "category": "supplies", "tags": ["warmth"]]
    ).id
    var slow = try scene.session(other)
    slow.type("/one blanket warmer<Enter>=")
    var quick = try scene.session(scene.asker)
    quick.type("/two blanket warmers<Enter>=Y")
    #expect(quick.model.status.text.hasPrefix("matched"))
    slow.type("Y")
    #expect(
      slow.model.status.text == "“A blanket warmer to lend” is matched with “Two blanket warmers "
        + "before Easter” of Marta Okafor by now; nothing was changed, see what else fits")
    #expect(try scene.need(second).state == .open)
    #expect(try scene.need(scene.need).state == .matched)
  }

  @Test("F says who helped and how much, and thanks them; both see it on Today")
  func fulfilling() throws {
    let scene = try ExchangeScene()
    _ = try scene.store.enter(as: scene.asker).accept(scene.need, scene.offer)
    var session = try scene.session(scene.asker, section: .today)
    session.type("/you asked for “two<Enter>")
    session.type("F")
    #expect(session.screen.contains("Who helped"))
    expectGolden(session.screen, named: "exchange-fulfil-80x24")
    session.type("<Right><Right><Right><Right><Right><Tab>Warm at last<^s>")
    #expect(session.model.overlay == nil, "\(session.screen)")
    let need = try scene.need(scene.need)
    #expect(need.state == .fulfilled)
    #expect(need.helpful == 5)
    let giver = try scene.session(scene.giver, section: .today, columns: 120, rows: 40)
    guard case .today(let rows) = giver.model.sectionState.rows else {
      Issue.record("Today has no rows")
      return
    }
    #expect(
      rows.contains {
        $0.detail == "it helped with “Two blanket warmers before Easter”, helpful 5 of 5"
      })
    #expect(rows.contains { $0.text.contains("Warm at last") })
  }

  @Test("w takes an offer off the list and puts it back")
  func withdrawing() throws {
    let scene = try ExchangeScene()
    var session = try scene.session(scene.giver)
    session.type("/a blanket warmer to lend<Enter><Enter>w")
    #expect(session.model.status.text == "withdrew “A blanket warmer to lend”")
    session.type("w")
    #expect(session.model.status.text == "opened “A blanket warmer to lend” again")
  }

  @Test("a need's page looks as recorded", arguments: sizes)
  func page(_ size: Size, _ glyphs: Glyphs) throws {
    let scene = try ExchangeScene()
    var session = try scene.session(
      scene.asker, columns: size.columns, rows: size.rows, glyphs: glyphs)
    session.type("/two blanket warmers<Enter><Enter>")
    expectGolden(
      session.screen, named: "exchange-need-\(size.columns)x\(size.rows)-\(glyphs.rawValue)")
  }
}

@Suite("Today in the words of a perspective") struct PerspectiveTests {
  /// Somebody of each perspective who comes for themselves.
  private static func person(_ perspective: Perspective) throws -> String {
    let steward = try DemoStore.shared.get().enter(as: "ingrid")
    let found = try steward.documents(.member).map { Member($0.tree) }.first {
      $0.perspective == perspective && $0.networkRole == .participant && $0.login != nil
    }
    return try #require(found?.login)
  }

  @Test("each perspective has a first screen of its own", arguments: Perspective.allCases)
  func firstScreen(_ perspective: Perspective) throws {
    let session = ScriptedSession(
      try DemoStore.shared.get().enter(as: Self.person(perspective)), columns: 80, rows: 24)
    expectGolden(session.screen, named: "perspective-\(perspective.rawValue)-80x24")
  }

  @Test("a lead's work comes before what they could do for others")
  func lead() throws {
    let session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "marta"), columns: 120, rows: 40)
    guard case .today(let rows) = session.model.sectionState.rows else {
      Issue.record("Today has no rows")
      return
    }
    let kinds = rows.map(\.kind)
    let could = try #require(kinds.firstIndex(of: .could))
    #expect(kinds.lastIndex(of: .cycle).map { $0 < could } ?? true)
    #expect(kinds.lastIndex(of: .measure).map { $0 < could } ?? true)
  }

  @Test("a summary says beside itself how easily it is read, while it is typed")
  func reading() throws {
    let store = try DemoStore()
    var session = ScriptedSession(
      try store.enter(as: "marta"), columns: 80, rows: 24, section: .commons)
    session.openForTest(.add(.resource, preset: [:]))
    session.type("Warm<Tab><Tab>Give each one a warm rug and ask if they feel cold.")
    #expect(session.screen.contains("easy to read"))
    session.type(
      "<^a> Perioperative normothermia considerably reduces postoperative complications "
        + "notwithstanding multidisciplinary coordination requirements everywhere.")
    #expect(session.screen.contains("hard to read"))
  }
}
