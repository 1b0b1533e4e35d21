import Cells
import Collaborative
import Improvement
import TestSupport
import Testing
import Workbench

@Suite("Comparing sites") struct ComparisonTests {
  private func session(
    _ section: SectionID = .measures, columns: Int = 80, rows: Int = 24,
    glyphs: Glyphs = .unicode, as login: String = "ingrid"
  ) throws -> ScriptedSession {
    ScriptedSession(
      try DemoStore.shared.get().enter(as: login), columns: columns, rows: rows, glyphs: glyphs,
      section: section)
  }

  @Test("small charts, a funnel and its table look as recorded", arguments: Glyphs.allCases)
  func screens(_ glyphs: Glyphs) throws {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
      for (keys, name) in [("v<Right>", "multiples"), ("c<Right>", "funnel"), ("cT", "sites")] {
        var session = try session(columns: columns, rows: rows, glyphs: glyphs)
        session.type("/wound<Enter>\(keys)")
        expectGolden(session.screen, named: "\(name)-\(columns)x\(rows)-\(glyphs.rawValue)")
      }
    }
  }

  @Test("v shows one measure's charts, arrows walk through them, Enter opens one")
  func multiples() throws {
    var session = try session()
    session.type("/wound<Enter>v")
    #expect(session.model.sectionState.isBoard)
    #expect(session.screen.contains("measure 1 of 1") && session.screen.contains("4 sites"))
    let first = session.model.selectedTarget
    session.type("<Right>")
    #expect(session.model.selectedTarget != first)
    session.type("<Left>")
    #expect(session.model.selectedTarget == first)
    session.type("<Down>")
    #expect(session.model.selectedTarget != first)
    session.type("<Enter>")
    #expect(session.model.places.count == 2)
    session.type("<Esc>v")
    #expect(!session.model.sectionState.isBoard)
  }

  @Test("down and page down reach every measure, and the end stays the end")
  func allMeasures() throws {
    var session = try session()
    session.type("v")
    var seen: Set<String> = []
    for _ in 0..<200 {
      let state = session.model.sectionState
      if let key = state.rows?.key(at: state.list.selection) { seen.insert(key) }
      #expect(session.screen.contains("›"))
      session.type("<Right>")
    }
    #expect(seen.count == session.model.sectionState.count)
    session.type("g")
    var pages = 0
    while !session.screen.contains("measure 30 of 30"), pages < 60 {
      session.type("<PgDn>")
      pages += 1
    }
    #expect(pages == 29)
    session.type("<PgDn><Down><PgUp>")
    #expect(session.screen.contains("measure 29 of 30"))
  }

  @Test("c compares the sites, from Measures, from an open chart and from the Portfolio")
  func ways() throws {
    for (section, keys) in [
      (SectionID.measures, "/wound<Enter>c"), (.measures, "/wound<Enter><Enter>c"),
      (.portfolio, "c"),
    ] {
      var session = try session(section, columns: 120, rows: 40, as: "priya")
      session.type(keys)
      guard case .comparison(let state) = session.model.place else {
        Issue.record("\(section) \(keys) compares nothing")
        continue
      }
      #expect(state.detail != nil && state.seriesID != nil)
      #expect(session.screen.contains("not adjusted for case mix") || state.face == .multiples)
      let series = state.seriesID
      session.type("<Enter>")
      guard case .chart(let chart) = session.model.place else {
        Issue.record("Enter opens no chart")
        continue
      }
      #expect(chart.seriesID == series)
    }
  }

  @Test("the time before and after is compared, and back")
  func spans() throws {
    var session = try session(columns: 120, rows: 40)
    session.type("/wound<Enter>c")
    #expect(session.screen.contains("Nov 2025 to Oct 2026"))
    session.type("[")
    #expect(session.screen.contains("Nov 2024 to Oct 2025"))
    session.type("]]")
    #expect(session.screen.contains("has numbers to compare"))
  }

  @Test("a measure without denominators shows small charts and says why there is no funnel")
  func noFunnel() throws {
    var session = try session(columns: 120, rows: 40)
    session.type("/length of stay<Enter>c")
    #expect(session.screen.contains("No funnel:"))
    session.type("v")
    #expect(session.screen.contains("has no denominators"))
    session.type("T")
    #expect(session.screen.contains("site"))
    session.type("<Esc>")
    #expect(session.screen.contains("No funnel:"))
    session.type("<Esc>")
    #expect(session.model.places.count == 1)
  }

  @Test("no key at any size traps where sites are compared")
  func anyKey() throws {
    var generator = SeededGenerator(seed: 7)
    let keys = [
      "v", "c", "T", "[", "]", "<Left>", "<Right>", "<Up>", "<Down>", "<PgDn>", "<PgUp>", "g", "G",
      "<Enter>", "<Esc>", "r", "y", "?", "<Esc>",
    ]
    for (columns, rows) in [(40, 12), (80, 24), (133, 41)] {
      var session = try session(columns: columns, rows: rows)
      for _ in 0..<120 {
        session.type(keys.randomElement(using: &generator) ?? "v")
        #expect(session.frame.grid.size == Size(columns: columns, rows: rows))
      }
    }
  }
}
