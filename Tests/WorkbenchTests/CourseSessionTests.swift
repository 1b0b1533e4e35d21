import Cells
import Collaborative
import Improvement
import TestSupport
import Testing

@testable import Workbench

@Suite("A project's course by keys") struct CourseSessionTests {
  private func session(
    _ store: DemoStore, as login: String = "marta", columns: Int = 80, rows: Int = 24,
    glyphs: Glyphs = .unicode
  ) throws -> ScriptedSession {
    var session = ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, glyphs: glyphs, section: .projects)
    session.type("/clean wounds riverside<Enter>g")
    return session
  }

  @Test("milestones stand on a time axis with barriers below, at each size and in each signs")
  func timeline() throws {
    let store = try DemoStore.shared.get()
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
      for glyphs in Glyphs.allCases {
        var session = try session(store, columns: columns, rows: rows, glyphs: glyphs)
        session.type("tj")
        expectGolden(session.screen, named: "timeline-\(columns)x\(rows)-\(glyphs.rawValue)")
      }
    }
  }

  @Test("milestones and barriers are added, ticked, changed and removed; u brings back")
  func entries() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("ta")
    expectGolden(session.screen, named: "milestone-form-80x24")
    session.type("Warmer in every bay<Tab>2027-01-15<^s>")
    #expect(session.screen.contains("added the milestone “Warmer in every bay”"))
    #expect(session.screen.contains("due 15 Jan 2027"))
    while case .course(let course) = session.model.place, course.entryText != "Warmer in every bay",
      course.cursor + 1 < course.entries.count
    {
      session.type("j")
    }
    session.type(" ")
    #expect(session.model.status.text == "“Warmer in every bay” is done")
    #expect(session.screen.contains("done 23 Nov 2026"))
    session.type(" ")
    #expect(session.model.status.text == "“Warmer in every bay” is open again")
    session.type("d")
    #expect(session.screen.contains("Remove “Warmer in every bay”? u brings it back."))
    session.type("n")
    #expect(session.screen.contains("due 15 Jan 2027"))
    session.type("dy")
    #expect(session.model.status.text == "removed “Warmer in every bay”")
    #expect(!session.screen.contains("Warmer in every bay  "))
    session.type("u")
    #expect(session.screen.contains("due 15 Jan 2027"))
    session.type("bNo money for warmers<Tab>Ask the sponsor<^s>")
    #expect(session.screen.contains("added the barrier “No money for warmers”"))
    #expect(session.screen.contains("What helps: Ask the sponsor"))
  }

  @Test("an empty milestone is refused beside its field, and a day that is none as well")
  func refused() throws {
    var session = try session(try DemoStore())
    session.type("ta<^s>")
    #expect(session.screen.contains("Not saved: see the marked field"))
    session.type("Something<Tab>someday<^s>")
    #expect(session.screen.contains("is no day"))
    #expect(session.screen.contains("Something"))
  }

  @Test("a ticked milestone that somebody moved meanwhile is still the one that was meant")
  func movedMilestone() throws {
    let store = try DemoStore()
    let (marta, ingrid) = (try store.enter(as: "marta"), try store.enter(as: "ingrid"))
    let project = try #require(
      try marta.documents(.project).first {
        let project = Project($0.tree)
        return project.milestones.last.map { !$0.done.isDone } ?? false
          && project.siteIds.count == 1
      })
    let milestones = Project(project.tree).milestones
    let last = try #require(milestones.last)
    var tree = try ingrid.document(project.id).tree
    tree["milestones"] = .array([["what": "Earlier than all"]] + milestones.map(\.tree))
    _ = try ingrid.save(tree, over: try ingrid.document(project.id))
    let entry = ProjectEntry(
      projectID: project.id, list: .milestones, position: milestones.count - 1)
    guard
      case .performed = ingrid.perform(.changeEntry(entry, text: last.what, .tick))
    else {
      Issue.record("refused")
      return
    }
    let after = Project(try ingrid.document(project.id).tree).milestones
    #expect(after.filter { $0.what == last.what }.allSatisfy { $0.done.isDone })
    #expect(after.first?.done.isDone == false)
    guard case .refused(_, let refusal) = ingrid.perform(.changeEntry(entry, text: "Gone", .tick))
    else {
      Issue.record("something else was ticked")
      return
    }
    #expect(refusal.words.contains("milestones"))
  }

  @Test("scores of team and coach stand side by side with the evidence and their history")
  func scores() throws {
    let store = try DemoStore.shared.get()
    for (columns, rows) in [(80, 24), (120, 40)] {
      var session = try session(store, columns: columns, rows: rows)
      session.type("s")
      expectGolden(session.screen, named: "scores-\(columns)x\(rows)")
    }
  }

  @Test("a lead scores for the team, a coach as the coach, each with the anchors in sight")
  func scoring() throws {
    let store = try DemoStore()
    var lead = try session(store)
    lead.type("ss")
    expectGolden(lead.screen, named: "score-form-80x24")
    lead.type("<Space>")
    expectGolden(lead.screen, named: "score-anchors-80x24")
    lead.type("2.5<Enter>The tests ran<Tab>Chart the targets<^s>")
    #expect(lead.screen.contains("scored 2.5 for the team"))
    var coach = try session(store, as: "priya")
    coach.type("ss<Space>4.5<Enter>Seen on the ward<^s>")
    #expect(coach.screen.contains("scored 4.5 as the coach"))
    #expect(coach.screen.contains("The coach sees it 2 higher than the team: a difference"))
    let scores = try store.enter(as: "ingrid").documents(.project).flatMap {
      Project($0.tree).progress
    }.filter { $0.date == DemoStore.today }
    #expect(scores.map(\.kind) == [.`self`, .coach])
    #expect(scores.map(\.score) == [2.5, 4.5])
    #expect(!scores.contains { $0.rater == nil })
  }

  @Test("ramps stand side by side on a time axis, those of a driver where one is selected")
  func ramps() throws {
    let store = try DemoStore.shared.get()
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
      var session = try session(store, columns: columns, rows: rows)
      session.type("jjR<Right>")
      expectGolden(session.screen, named: "ramps-\(columns)x\(rows)")
    }
    var session = try session(store)
    session.type("jjR<Right><Down><Enter>")
    guard case .page(let page) = session.model.place else {
      Issue.record("no page")
      return
    }
    #expect(page.target.type == .cycle)
  }

  @Test("a project without anything says the next step on every face")
  func empty() throws {
    let store = try DemoStore()
    let lead = try store.enter(as: "marta")
    _ = try lead.add(.project, assignments: [Assignment("name", "A first thought")])
    var session = ScriptedSession(lead, columns: 80, rows: 24, section: .projects)
    session.type("/a first thought<Enter>t")
    expectGolden(session.screen, named: "timeline-empty-80x24")
    session.type("s")
    expectGolden(session.screen, named: "scores-empty-80x24")
    session.type("R")
    #expect(session.screen.contains("a on a change idea begins its first test"))
  }

  @Test("a visitor looks, and is told why nothing can be changed")
  func visitor() throws {
    let store = try DemoStore.shared.get()
    let visitor = try Collaboration.open(
      path: store.path, unixLogin: "stranger", clock: DemoStore.clock)
    var session = ScriptedSession(visitor, columns: 80, rows: 24, section: .projects)
    session.type("/clean wounds riverside<Enter>gt")
    for key in ["a", "b", "e", "d", " "] {
      session.type(key)
      #expect(session.model.overlay == nil)
      #expect(!session.model.status.text.isEmpty)
    }
  }
}
