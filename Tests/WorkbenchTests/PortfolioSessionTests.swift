import Cells
import Collaborative
import Improvement
import TestSupport
import Testing

@testable import Workbench

@Suite("A coach's portfolio by keys") struct PortfolioSessionTests {
  private func session(_ store: DemoStore, as login: String = "priya") throws -> ScriptedSession {
    ScriptedSession(
      try store.enter(as: login), columns: 120, rows: 40, section: .portfolio)
  }

  @Test("] and [ go round the sites that need their coach, in the list and on a site's page")
  func inNeed() throws {
    var session = try session(try DemoStore.shared.get())
    let first = session.model.sectionState.selectedKey
    session.type("]")
    let second = session.model.sectionState.selectedKey
    #expect(second != first)
    session.type("[")
    #expect(session.model.sectionState.selectedKey == first)
    session.type("<Enter>]")
    guard case .page(let page) = session.model.place else {
      Issue.record("no page is open")
      return
    }
    #expect(page.target.id == second)
    session.type("<Esc>")
    #expect(session.model.sectionState.selectedKey == second)
  }

  @Test("M keeps a review, z lets a reason wait and u takes either back") func reviewing() throws {
    var session = try session(try DemoStore())
    guard case .portfolio(let rows) = session.model.sectionState.rows else { return }
    let name = try #require(rows.first?.name)
    let count = try #require(rows.first?.reasons.count)
    session.type("M")
    #expect(session.model.status.text == "reviewed \(name)")
    #expect(session.screen.contains("Since your review on 23 Nov 2026: nothing new."))
    #expect(session.screen.contains("23 Nov 2026"))
    session.type("z")
    expectGolden(session.screen, named: "snooze-form-120x40")
    session.type("<^u>yesterday<^s>")
    #expect(session.screen.contains("no day after today"))
    session.type("<^u>+2w<^s>")
    #expect(session.model.status.text == "waits until 7 Dec 2026")
    guard case .portfolio(let fewer) = session.model.sectionState.rows,
      let row = fewer.first(where: { $0.name == name })
    else {
      Issue.record("the site is gone")
      return
    }
    #expect(row.reasons.count == count - 1 && row.waitingReasons == 1)
    expectGolden(session.screen, named: "portfolio-reviewed-120x40")
    session.type("z")
    #expect(session.screen.contains("until 7 Dec 2026") || session.screen.contains("Until"))
    session.type("<Esc>u")
    guard case .portfolio(let again) = session.model.sectionState.rows else { return }
    #expect(again.first { $0.name == name }?.reasons.count == count)
  }

  @Test("s scores the site's project with every anchor in sight") func scoring() throws {
    var session = try session(try DemoStore())
    session.type("s")
    #expect(session.screen.contains("as the coach"))
    session.type("3<Tab>Two wards changed<^s>")
    #expect(session.model.status.text.hasPrefix("scored 3"))
  }

  @Test("at both sizes every column, the reasons in words and what the letters mean are in sight")
  func columns() throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      let session = ScriptedSession(
        try DemoStore.shared.get().enter(as: "ingrid"), columns: columns, rows: rows,
        section: .portfolio)
      let lines = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
      let head = try #require(lines.first { $0.contains("needs you because") })
      for title in ["site", "chart", "scores", "data", "cycle"] {
        #expect(head.contains(title), "\(title) at \(columns)")
      }
      #expect(session.screen.contains("Needs attention"))
      #expect(session.screen.contains("U usual"))
      #expect(session.screen.contains("expected by chance"))
      expectGolden(session.screen, named: "portfolio-steward-\(columns)x\(rows)")
    }
  }

  @Test("o opens what the most pressing reason rests on, and Enter what a chosen one rests on")
  func evidence() throws {
    var session = try session(try DemoStore.shared.get())
    guard case .portfolio(let rows) = session.model.sectionState.rows, let row = rows.first,
      let reason = row.reasons.first
    else {
      Issue.record("there is no site in need")
      return
    }
    session.type("o")
    #expect(session.model.editableTarget?.id == reason.evidence.id)
    session.type("<Esc><Tab><Enter>")
    #expect(session.model.editableTarget?.id == reason.evidence.id)
    session.type("<Esc>")
    #expect(session.model.isInDetailPane)
    if row.reasons.count > 1 {
      session.type("<Down><Enter>")
      #expect(session.model.editableTarget?.id == row.reasons[1].evidence.id)
    }
  }

  @Test("m looks at every site by one measure, and c then compares them on it") func measure()
    throws
  {
    var session = try session(try DemoStore.shared.get())
    session.type("mbundle<Enter>")
    #expect(session.screen.contains("── Bundle reliability"))
    session.type("c")
    guard case .comparison(let comparison) = session.model.place else {
      Issue.record("no comparison is open")
      return
    }
    #expect(comparison.detail?.comparison.measure.name == "Bundle reliability")
    session.type("v=")
    #expect(session.model.status.text == "each at its own scale")
    #expect(session.screen.contains("own scale, so heights compare nothing"))
    expectGolden(session.screen, named: "portfolio-own-scales-120x40")
    session.type("=")
    #expect(session.screen.contains("One scale for all"))
  }

  @Test("f narrows by what sites have in common, and says what is chosen; Esc shows all again")
  func narrowing() throws {
    var session = try session(try DemoStore.shared.get())
    let all = session.model.sectionState.count
    session.type("f")
    expectGolden(session.screen, named: "portfolio-facets-120x40")
    session.type("<Space><Enter>")
    let few = session.model.sectionState.count
    #expect(few > 0 && few < all)
    #expect(session.screen.contains("\(few) of \(all) sites region: "))
    session.type("f<Tab><Tab><Tab>noth<Enter><Enter>")
    session.type("<Esc><Esc>")
    #expect(session.model.sectionState.count == all)
  }

  @Test("v puts sites together by region, cohort and kind; Enter shows a group's, Esc goes back")
  func groups() throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      var session = ScriptedSession(
        try DemoStore.shared.get().enter(as: "ingrid"), columns: columns, rows: rows,
        section: .portfolio)
      session.type("v")
      expectGolden(session.screen, named: "portfolio-regions-\(columns)x\(rows)")
      guard case .siteGroups(let groups) = session.model.sectionState.rows else {
        Issue.record("no groups are shown")
        return
      }
      #expect(groups.map(\.sites).reduce(0, +) == 12)
      session.type("<Down><Enter>")
      #expect(session.model.sectionState.count == groups[1].sites)
      session.type("<Esc>")
      #expect(session.model.selectedGroup?.key == groups[1].key)
      session.type("v")
      #expect(session.screen.contains("cohort"))
      session.type("vv")
      #expect(session.model.sectionState.count == 12)
    }
  }

  @Test("b keeps a filter under a name and opens it again") func saved() throws {
    var session = try session(try DemoStore())
    session.type("f<Space><Enter>")
    let few = session.model.sectionState.count
    session.type("bMy region<^s>")
    #expect(session.model.status.text.hasPrefix("kept as “My region”"))
    expectGolden(session.screen, named: "portfolio-saved-120x40")
    session.type("<Esc><Esc>")
    #expect(session.model.sectionState.count != few)
    session.type("b<Enter>")
    #expect(session.model.sectionState.count == few)
    #expect(session.model.status.text == "showing “My region”")
  }

  @Test("P shows which sites took which elements of a package") func package() throws {
    var session = try session(try DemoStore.shared.get(), as: "ingrid")
    session.type("P<Enter>")
    #expect(session.screen.contains("Package: "))
    #expect(session.screen.contains("how reliably it is done"))
    session.type("<Esc>")
    #expect(session.model.places.count == 1)
  }

  @Test("t tells a site's story day by day") func story() throws {
    var session = try session(try DemoStore.shared.get())
    session.type("t")
    #expect(session.screen.contains("Story of "))
    expectGolden(session.screen, named: "site-story-120x40")
    #expect(session.model.hints.contains { $0.key == "t" } == false)
    session.type("<Esc>")
  }

  @Test("a coach without a site is told how to get one") func empty() throws {
    let store = try DemoStore()
    let steward = try store.enter(as: "ingrid")
    for site in try steward.list(ListRequest(type: .site, limit: .max)).rows {
      _ = try steward.set(site.id, assignments: [Assignment("coachIds", "")])
    }
    _ = try steward.set(
      steward.resolve("priya", type: .member), assignments: [Assignment("siteIds", "")])
    let session = try session(store)
    #expect(session.model.sectionState.count == 0)
    #expect(session.screen.contains("coachIds+=LOGIN"))
  }

  @Test("forty sites with long names, a flood of marks and wide letters break no line")
  func many() throws {
    let store = try DemoStore()
    let steward = try store.enter(as: "ingrid")
    let names = [
      "Sankt-Elisabeth-Krankenhaus für Kinder- und Jugendmedizin am Nordufer", "東京都立総合病院",
      "Z\u{300}\u{301}\u{302}\u{303}\u{304}algo", "مستشفى المدينة", "👩‍⚕️ Clinic",
    ]
    for number in 0..<40 {
      _ = try steward.add(
        .site,
        assignments: [
          Assignment("name", "\(names[number % names.count]) \(number)"),
          Assignment("code", "many-\(number)"), Assignment("coachIds", "priya"),
          Assignment("kind", "clinic"),
        ])
    }
    for (columns, rows) in [(80, 24), (120, 40), (60, 20), (40, 12)] {
      var session = ScriptedSession(
        try store.enter(as: "priya"), columns: columns, rows: rows, section: .portfolio)
      #expect(session.model.sectionState.count == 44)
      for key in ["]", "<PgDn>", "G", "g", "v", "v", "v", "v", "<Tab>", "<Down>"] {
        session.type(key)
        #expect(session.frame.grid.size == Size(columns: columns, rows: rows))
      }
    }
  }
}
