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
    session.type("u")
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
}
