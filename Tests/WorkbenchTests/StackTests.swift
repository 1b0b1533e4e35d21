import Cells
import Collaborative
import Improvement
import Insights
import TestSupport
import Testing
import Workbench

@Suite("Charts on one time axis") struct StackTests {
  private func session(
    _ section: SectionID = .measures, columns: Int = 80, rows: Int = 24,
    glyphs: Glyphs = .unicode, as login: String = "marta", store: DemoStore? = nil
  ) throws -> ScriptedSession {
    ScriptedSession(
      try (store ?? DemoStore.shared.get()).enter(as: login), columns: columns, rows: rows,
      glyphs: glyphs, section: section)
  }

  private func state(_ session: ScriptedSession) -> StackState? {
    if case .stack(let state) = session.model.place { state } else { nil }
  }

  @Test("the stack and its table look as recorded", arguments: Glyphs.allCases)
  func screens(_ glyphs: Glyphs) throws {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
      for (keys, name) in [("S<Left><Left>", "stack"), ("ST", "stacktable")] {
        var session = try session(columns: columns, rows: rows, glyphs: glyphs)
        session.type("/wound riverside<Enter>\(keys)")
        expectGolden(session.screen, named: "\(name)-\(columns)x\(rows)-\(glyphs.rawValue)")
      }
    }
  }

  @Test("a project, its page, a measure and an open chart lead to the same charts")
  func ways() throws {
    var found: [[String]] = []
    for (section, keys) in [
      (SectionID.measures, "/wound riverside<Enter>S"),
      (.measures, "/wound riverside<Enter><Enter>S"),
    ] {
      var session = try session(section)
      session.type(keys)
      found.append(try #require(state(session)?.detail).entries.map(\.measure.id))
    }
    let project = try #require(
      state(
        {
          var session = try session()
          session.type("/wound riverside<Enter>S")
          return session
        }())?.detail?.projectID)
    var page = try session(.projects, columns: 120, rows: 40)
    let title = page.collaboration.name(of: project)
    page.type("/\(title)<Enter>S")
    found.append(try #require(state(page)?.detail).entries.map(\.measure.id))
    page.type("<Esc><Enter>S")
    found.append(try #require(state(page)?.detail).entries.map(\.measure.id))
    #expect(Set(found).count == 1)
    #expect(found[0].count > 1)
  }

  @Test("outcomes stand first, and the same day stands in the same place of every chart")
  func order() throws {
    var session = try session()
    session.type("/wound riverside<Enter>S")
    let detail = try #require(state(session)?.detail)
    let kinds = detail.entries.map(\.measure.kind)
    #expect(kinds == kinds.sorted { rank($0) < rank($1) })
    let charts = detail.entries.compactMap { $0.tile?.chart }
    for (chart, places) in zip(charts, detail.time.places) {
      #expect(chart.points.count == places.count)
      for (point, place) in zip(chart.points, places) {
        let period = try #require(point.period)
        #expect(detail.time.periods[place].contains(period.lastDay))
      }
    }
  }

  private func rank(_ kind: MeasureKind) -> Int { MeasureKind.allCases.firstIndex(of: kind) ?? 9 }

  @Test("arrows go through time and from chart to chart, Enter opens one, Esc comes back")
  func keys() throws {
    var session = try session()
    session.type("/wound riverside<Enter>S")
    let last = try #require(state(session)?.cursor)
    session.type("<Left><Left>")
    #expect(state(session)?.cursor == last - 2)
    session.type("<Down>")
    let second = try #require(state(session)?.detail?.entries[1].tile?.seriesID)
    #expect(session.model.selectedTarget?.id == second)
    session.type("<Enter>")
    guard case .chart(let chart) = session.model.place else {
      Issue.record("no chart")
      return
    }
    #expect(chart.seriesID == second)
    session.type("<Esc>")
    #expect(state(session)?.panel == 1)
    session.type("T<Esc>")
    #expect(state(session)?.isTable == false)
    session.type("<Esc>")
    #expect(session.model.places.count == 1)
  }

  @Test("a project without measures, and measures without numbers, say what to do next")
  func empty() throws {
    let store = try DemoStore()
    let steward = try store.enter(as: "ingrid")
    let site = try #require(try store.enter(as: "marta").principal.siteIDs.first)
    let project = try steward.add(
      .project, assignments: [Assignment("name", "Quiet nights"), Assignment("sites", site)])
    var session = try session(.projects, columns: 120, rows: 40, store: store)
    session.type("/quiet nights<Enter>S")
    #expect(session.screen.contains("Quiet nights has no measures yet"))
    let measure = try steward.add(
      .measure,
      assignments: [
        Assignment("name", "Noise at night"), Assignment("kind", "outcome"),
        Assignment("dataKind", "continuous"),
      ])
    _ = try steward.set(project.id, assignments: [Assignment("measures", measure.id, .append)])
    var later = try self.session(.projects, columns: 120, rows: 40, store: store)
    later.type("/quiet nights<Enter>S")
    #expect(later.screen.contains("Nobody has entered a number"))
  }

  @Test("no key at any size traps where charts are stacked")
  func anyKey() throws {
    var generator = SeededGenerator(seed: 5)
    let keys = [
      "<Left>", "<Right>", "<Up>", "<Down>", "<PgDn>", "<PgUp>", "g", "G", "T", "[", "]", "r",
    ]
    for (columns, rows) in [(40, 12), (61, 17), (133, 41)] {
      var session = try session(columns: columns, rows: rows)
      session.type("S")
      for _ in 0..<80 {
        session.type(keys.randomElement(using: &generator) ?? "T")
        #expect(session.frame.grid.size == Size(columns: columns, rows: rows))
      }
    }
  }
}
