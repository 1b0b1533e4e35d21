import Collaborative
import DocumentStore
import Improvement
import JSONTree
import TestSupport
import Testing

@testable import Workbench

@Suite("Driver diagrams by keys") struct DriverSessionTests {
  /// A workbench on the project list, narrowed to one project of the sample network.
  private func session(
    _ store: DemoStore, as login: String = "marta", columns: Int = 80, rows: Int = 24
  ) throws -> ScriptedSession {
    var session = ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, section: .projects)
    session.type("/clean wounds riverside<Enter>g")
    return session
  }

  private func tree(_ store: DemoStore) throws -> DriverTree {
    let coach = try store.enter(as: "ingrid")
    let project = try #require(
      try coach.documents(.project).map { Project($0.tree) }
        .first { $0.name.contains("Warm patients") && $0.siteIds.count == 1 })
    return DriverTree(project)
  }

  @Test("a driver and an idea are added, indented, moved, renamed and removed; u brings back")
  func building() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("+Clean instruments<^s>")
    #expect(session.screen.contains("added the driver “Clean instruments”; it is a primary driver"))
    #expect(session.model.selectedProjectRow?.text == "Clean instruments")
    expectGolden(session.screen, named: "drivers-added-80x24")
    session.type(">")
    #expect(session.model.status.text.hasPrefix("moved “Clean instruments” under"))
    #expect(session.model.selectedProjectRow?.text == "Clean instruments")
    session.type("K")
    #expect(session.model.status.text == "moved “Clean instruments” up")
    session.type("J<")
    #expect(session.model.status.text.contains("it is a primary driver"))
    #expect(session.model.selectedProjectRow?.text == "Clean instruments")
    session.type("+Trays counted twice<Tab><Space><Down><Enter><^s>")
    #expect(session.screen.contains("added the change idea “Trays counted twice” under “Clean"))
    #expect(session.model.selectedProjectRow?.kind == .idea)
    session.type("e by two people<^s>")
    #expect(session.screen.contains("called it “Trays counted twice by two people”"))
    session.type("d")
    expectGolden(session.screen, named: "drivers-remove-80x24")
    session.type("y")
    #expect(session.screen.contains("removed “Trays counted twice by two people”"))
    session.type("u")
    #expect(session.screen.contains("undone: removed “Trays counted twice by two people”"))
    #expect(try tree(store).entries.contains { $0.text == "Trays counted twice by two people" })
  }

  @Test("the form asks for the words, what it is and what it serves")
  func form() throws {
    var session = try session(try DemoStore.shared.get())
    session.type("jj+")
    expectGolden(session.screen, named: "drivers-form-80x24")
  }

  @Test("a driver under its own child is refused beside the field, and what was typed stays")
  func underItself() throws {
    let store = try DemoStore()
    let tree = try tree(store)
    let top = try #require(tree.entries.first)
    let child = try #require(tree.children(of: top.id).first)
    var session = try session(store)
    session.type("jje")
    guard case .form(let state) = session.model.overlay, let content = state.content else {
      Issue.record("no form")
      return
    }
    var values = content.values
    values["parent"] = child.id
    session.send(
      session.collaboration.perform(.saveForm(state.subject, values: values, base: content)))
    guard case .form(let refused) = session.model.overlay else {
      Issue.record("the form is gone")
      return
    }
    #expect(
      refused.form?.errors["parent"]
        == "“\(top.text)” cannot stand under “\(child.text)”, which stands under it; "
        + "move that one away first")
    #expect(try self.tree(store) == tree)
  }

  @Test("what cannot be done is said in words and changes nothing")
  func refusals() throws {
    let store = try DemoStore()
    var session = try session(store)
    let before = try tree(store)
    session.type(">")
    #expect(session.screen.contains("select a driver or a change idea first"))
    session.type("jj<")
    #expect(session.model.status.text.contains("is a primary driver already"))
    session.type("K")
    #expect(session.model.status.text.contains("is the first there"))
    session.type("+<^s>")
    #expect(session.screen.contains("needs a few words"))
    #expect(try tree(store) == before)
  }

  @Test("an idea that is called something else, or stands elsewhere, takes its cycles along")
  func followed() throws {
    let store = try DemoStore()
    let marta = try store.enter(as: "marta")
    let project = try #require(
      try marta.documents(.project).map { Project($0.tree) }
        .first { $0.name.contains("Warm patients") && $0.siteIds.count == 1 })
    func rows() throws -> [ProjectRow] {
      try marta.projectRows(narrowedTo: .project(project.id))
    }
    let idea = "idea1"
    let ramp = try #require(try rows().first { $0.kind == .idea && $0.driverID != nil })
    _ = try marta.rearrange(
      project.id, [.add(.idea, id: idea, text: ramp.text, under: ramp.driverID)])
    let before = try rows()
    let place = try #require(before.firstIndex { $0.nodeID == idea })
    let cycles = before[(place + 1)...].prefix { $0.kind == .cycle }.map(\.target.id)
    func tests() throws -> [String] {
      let now = try rows()
      let place = try #require(now.firstIndex { $0.nodeID == idea })
      return now[(place + 1)...].prefix { $0.kind == .cycle }.map(\.target.id)
    }
    let words = cycles.count == 1 ? "its cycle follows" : "its \(cycles.count) cycles follow"
    let renamed = try marta.rearrange(project.id, [.reword(idea, text: "Quite another idea")])
    #expect(renamed.words == "called it “Quite another idea”; \(words)")
    #expect(try tests() == cycles)
    #expect(try !rows().contains { $0.kind == .idea && $0.text == ramp.text })

    let top = try #require(
      tree(store).entries.last { $0.kind == .driver && $0.id != ramp.driverID })
    #expect(try marta.rearrange(project.id, [.place(idea, under: top.id)]).words.hasSuffix(words))
    #expect(try tests() == cycles)
    _ = try marta.undo()
    _ = try marta.undo()
    #expect(try rows().map(\.text) == before.map(\.text), "and u brings all of it back")
  }

  @Test(
    "Enter on a driver or an idea opens its page, where e and d are about it and not the project")
  func page() throws {
    let store = try DemoStore()
    for (columns, rows) in [(80, 24), (120, 40)] {
      var session = try session(DemoStore.shared.get(), columns: columns, rows: rows)
      while session.model.selectedProjectRow?.kind != .driver { session.type("j") }
      session.type("<Enter>")
      expectGolden(session.screen, named: "driver-page-\(columns)x\(rows)")
    }
    var session = try session(store)
    session.type("+Clean instruments<^s><Enter>")
    #expect(session.screen.contains("What it serves"))
    session.type("e twice<^s>")
    #expect(session.screen.contains("called it “Clean instruments twice”"))
    session.type("R")
    #expect(session.screen.contains("No cycle tests this driver yet"))
    session.type("<Esc>d")
    #expect(session.screen.contains("Remove “Clean instruments twice”"))
    session.type("y")
    #expect(session.screen.contains("removed “Clean instruments twice”"))
    #expect(session.model.places.count == 1, "what is gone is not looked at any longer")
    session.type("u")
    #expect(try tree(store).entries.contains { $0.text == "Clean instruments twice" })
  }

  @Test("two people rearrange at once: nothing is lost, nobody stands under themselves")
  func together() throws {
    let store = try DemoStore()
    let before = try tree(store)
    let (marta, ingrid) = (try store.enter(as: "marta"), try store.enter(as: "ingrid"))
    let project = try #require(
      try ingrid.documents(.project).first {
        Project($0.tree).name.contains("Warm patients") && Project($0.tree).siteIds.count == 1
      }?.id)
    let tops = before.children(of: nil).map(\.id)
    // Both read the diagram, then each puts one under the other's.
    _ = (try marta.document(project), try ingrid.document(project))
    _ = try marta.rearrange(project, [.place(tops[1], under: tops[0])])
    let refused = ingrid.perform(.rearrange(projectID: project, [.place(tops[0], under: tops[1])]))
    guard case .refused(_, let refusal) = refused else {
      Issue.record("a circle was made")
      return
    }
    #expect(refusal.words.contains("which stands under it"))
    _ = try ingrid.rearrange(project, [.add(.driver, id: "new", text: "Enough staff", under: nil)])
    _ = try marta.rearrange(project, [.down(tops[0])])
    let after = try tree(store)
    #expect(Set(after.entries.map(\.id)) == Set(before.entries.map(\.id) + ["new"]))
  }

  @Test("a diagram that a merge left broken is put right with the next change of anything else")
  func mending() throws {
    let project = try DemoStore().enter(as: "ingrid")
    let base = try #require(
      try project.documents(.project).first { Project($0.tree).drivers.count > 2 })
    var broken = base.tree
    broken["drivers"] = [
      ["id": "a", "parent": "b", "text": "A"], ["id": "b", "parent": "a", "text": "B"],
    ]
    let store = StoredDocument(
      id: base.id, type: base.type, tree: broken, revision: base.revision, place: base.place)
    var edited = broken
    edited["whyNow"] = "Because"
    _ = try project.save(edited, over: store)
    let saved = Project(try project.document(base.id).tree)
    #expect(saved.drivers.contains { $0.id == "a" } && saved.drivers.contains { $0.id == "b" })
    #expect(Validation.findings(in: saved.tree, type: .project).isEmpty)
    #expect(saved.whyNow == "Because")
  }

  @Test("v draws the diagram, the arrows walk it, and the keys that build it work there")
  func diagram() throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      let store = try DemoStore()
      var session = try session(store, columns: columns, rows: rows)
      session.type("v")
      expectGolden(session.screen, named: "diagram-\(columns)x\(rows)")
      session.type("<Right><Down>")
      let chosen = try #require(session.model.selectedProjectRow)
      #expect(chosen.kind == .driver)
      session.type("+Named person checks<^s>")
      #expect(session.model.selectedProjectRow?.text == "Named person checks")
      expectGolden(session.screen, named: "diagram-added-\(columns)x\(rows)")
      session.type("<Left>")
      #expect(session.model.selectedProjectRow?.text == chosen.text)
      session.type("v")
      #expect(session.model.selectedProjectRow?.text == chosen.text)
      #expect(!session.model.sectionState.isBoard)
    }
  }

  @Test("an empty project says its next steps, in the tree and in the diagram")
  func empty() throws {
    let store = try DemoStore()
    let lead = try store.enter(as: "marta")
    _ = try lead.add(.project, assignments: [Assignment("name", "A first thought")])
    var session = ScriptedSession(lead, columns: 80, rows: 24, section: .projects)
    session.type("/a first thought<Enter>")
    expectGolden(session.screen, named: "project-empty-80x24")
    session.type("v")
    #expect(session.screen.contains("No driver yet: + adds what must change"))
  }

  @Test("a cycle begun on an idea takes its driver, its ramp and its words along")
  func preset() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("jj+Warm socks<Tab><Space><Down><Enter><^s>")
    let row = try #require(session.model.selectedProjectRow)
    session.type("aDo socks help?<Tab>8 of 10 are warm<Tab>Socks for one<Tab>fri<^s>")
    let cycle = try #require(
      try store.enter(as: "ingrid").documents(.cycle).map { Cycle($0.tree) }
        .first { $0.objective == "Do socks help?" })
    #expect(cycle.driver == row.driverID)
    #expect(cycle.ramp == "Warm socks")
    #expect(cycle.project == row.projectID)
  }
}
