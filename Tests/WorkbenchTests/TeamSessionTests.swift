import Cells
import Collaborative
import Improvement
import TestSupport
import Testing

@testable import Workbench

@Suite("Team by keys") struct TeamSessionTests {
  private func session(
    _ store: DemoStore, as login: String = "priya", columns: Int = 120, rows: Int = 40,
    glyphs: Glyphs = .unicode
  ) throws -> ScriptedSession {
    ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, glyphs: glyphs, section: .team)
  }

  @Test("v shows rosters by site, then sites within sites, at each size and in each signs")
  func faces() throws {
    let store = try DemoStore.shared.get()
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
      for glyphs in Glyphs.allCases {
        let size = "\(columns)x\(rows)-\(glyphs.rawValue)"
        var session = try session(
          store, as: "ingrid", columns: columns, rows: rows, glyphs: glyphs)
        session.type("v")
        expectGolden(
          "\(session.screen)\n\n\(session.frame.grid.roles)", named: "team-sites-\(size)")
        session.type("vjjjjjj")
        expectGolden("\(session.screen)\n\n\(session.frame.grid.roles)", named: "team-tree-\(size)")
      }
    }
  }

  @Test("v comes round again, and whoever is selected stays so where they are")
  func round() throws {
    var session = try session(try DemoStore.shared.get())
    session.type("/marta<Enter><Esc>")
    #expect(session.screen.contains("v by site"))
    let marta = try #require(session.model.sectionState.selectedTarget)
    session.type("v")
    #expect(session.model.sectionState.selectedTarget == marta)
    #expect(session.screen.contains("v sites in sites"))
    session.type("v")
    #expect(session.model.sectionState.list.selection == 0)
    #expect(session.model.sectionState.wantedID == nil)
    session.type("v")
    guard case .team(let rows) = session.model.sectionState.rows else {
      Issue.record("no roster")
      return
    }
    #expect(rows.allSatisfy { !$0.isOfSite })
  }

  @Test("> hands a role over in one step, which u takes back; what ended stays on the page")
  func handOver() throws {
    let store = try DemoStore()
    var session = try session(store, as: "marta", columns: 80, rows: 24)
    session.type("/clean wounds data lead<Enter>")
    let row = try #require(session.model.selectedRosterRow)
    #expect(row.person == "Kofi Fitzroy")
    session.type(">")
    expectGolden(session.screen, named: "team-hand-over-80x24")
    session.type("<^s>")
    #expect(session.screen.contains("Not saved"))
    session.type("<Space>lars<Enter><^u>today<^s>")
    let words =
      "Lars Rahman is data lead of “Warm patients, clean wounds” from 23 Nov 2026, "
      + "Kofi Fitzroy until 22 Nov 2026"
    #expect(session.model.status.text == words)
    #expect(
      try store.enter(as: "marta").rosterRows(words: "clean wounds data lead").map(\.person) == [
        "Lars Rahman"
      ])
    let project = try #require(session.model.selectedRosterRow?.projectID)
    let page = try store.enter(as: "marta").page(Target(.project, project))
    let earlier = page.groups.first { $0.heading == "Earlier in the team" }
    #expect(earlier?.lines.count == 2)
    session.type("u")
    guard case .team(let rows) = session.model.sectionState.rows else { return }
    #expect(rows.map(\.person) == ["Kofi Fitzroy"])
  }

  @Test("a hand-over that can't be is said beside its field, and a taker may begin later")
  func refused() throws {
    let store = try DemoStore()
    var session = try session(store, as: "marta", columns: 80, rows: 24)
    session.type("/clean wounds day-to-day<Enter>>")
    session.type("<Space>lars<Enter><^u>2020-01-01<^s>")
    #expect(session.screen.contains("is day-to-day lead since 17 Sep 2024"))
    session.type("<^u>+2w<^s>")
    #expect(session.model.status.text.contains("Marta Okafor until 6 Dec 2026"))
    #expect(session.screen.contains("until 6 Dec") && session.screen.contains("Lars Rahman"))
  }

  @Test("what is missing is found with f, and filled from where one stands")
  func gaps() throws {
    let store = try DemoStore()
    var session = try session(store, as: "ingrid", columns: 80, rows: 24)
    session.type("vf")
    expectGolden(session.screen, named: "team-filter-80x24")
    session.type("what is missing<Enter>")
    guard case .team(let gaps) = session.model.sectionState.rows else { return }
    #expect(!gaps.isEmpty && gaps.allSatisfy { $0.isGap || $0.kind == .withoutPeople })
    session.type("e")
    guard case .form(let form) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.form?["role"] == session.model.selectedRosterRow?.roleValue)
  }

  @Test("a person without a role gets one, a person is edited, a site gets a part")
  func others() throws {
    let store = try DemoStore()
    var session = try session(store, as: "ingrid", columns: 80, rows: 24)
    session.type("v/no role yet<Enter>")
    let row = try #require(session.model.selectedRosterRow)
    #expect(row.kind == .withoutRole)
    session.type("<Esc>/\(row.person)<Enter>a")
    guard case .form(let adding) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(adding.form?["member"] == row.memberID)
    session.type("<^x>e")
    guard case .form(let editing) = session.model.overlay else { return }
    #expect(editing.subject == .edit(Target(.member, row.memberID ?? "")))
    session.type("<^x><Esc>va")
    guard case .form(let part) = session.model.overlay,
      case .siteTree(let rows) = session.model.sectionState.rows
    else {
      Issue.record("no form")
      return
    }
    #expect(part.subject == .add(.site, preset: ["parentSite": rows[0].id]))
  }

  @Test("participants look and don't touch; a key says why not") func rights() throws {
    var session = try session(try DemoStore.shared.get(), as: "kofi.fitzroy", columns: 80, rows: 24)
    session.type(">")
    #expect(session.model.overlay == nil)
    #expect(session.model.status.text.hasPrefix("hand over role:"))
    session.type("vv")
    guard case .siteTree(let rows) = session.model.sectionState.rows else { return }
    #expect(rows.allSatisfy { $0.sum.reasons == nil } && rows.count == 12)
  }

  @Test("a lead is told at the key that a roster of others is not theirs, and opens their own")
  func leads() throws {
    var session = try session(try DemoStore.shared.get(), as: "marta")
    guard case .team(let rows) = session.model.sectionState.rows else { return }
    let index = try #require(rows.firstIndex { $0.denial != nil && $0.isEntry })
    session.type(String(repeating: "j", count: index))
    for key in ["d", ">", "a", "e"] {
      session.type(key)
      #expect(session.model.overlay == nil, "\(key)")
      #expect(session.model.status.text.hasSuffix("ask that site's lead or a coach"), "\(key)")
    }
    #expect(session.refusals.count == 4)
    let own = try #require(rows.firstIndex { $0.denial == nil && $0.isEntry })
    session.type(String(repeating: own < index ? "k" : "j", count: abs(own - index)) + "d")
    guard case .form = session.model.overlay else {
      Issue.record("no form of their own")
      return
    }
  }

  @Test("a lead adds no member and no site, and the key says whom to ask")
  func adding() throws {
    var session = try session(try DemoStore.shared.get(), as: "marta")
    session.type("A")
    #expect(session.model.overlay == nil)
    #expect(
      session.model.status.text == "add person: a lead may not add a member; ask a steward")
    session.type("vva")
    #expect(session.model.overlay == nil)
    #expect(
      session.model.status.text
        == "add site within: a lead may not add a site; ask a coach or steward")
    #expect(session.refusals.count == 2)
  }

  @Test("without a screen all three sides are told in words") func plain() throws {
    let text = try DemoStore.shared.get().enter(as: "priya")
      .plainText(of: .team, glyphs: .unicode)
    #expect(text.contains("\nBy site:\n"))
    #expect(text.contains("\nSites within sites, each with all within it:\n"))
    #expect(text.contains("\nRiverside Hospital: 1 site within · "))
    #expect(text.contains("\n  Riverside Ward 4: "))
    #expect(text.contains("Hazelfen Care Home: ") && text.contains("nobody answers for it yet"))
  }
}
