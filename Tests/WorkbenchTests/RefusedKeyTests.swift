import Collaborative
import Improvement
import Testing

@testable import Workbench

@Suite("Keys and commands that come to nothing") struct RefusedKeyTests {
  private func session(
    as login: String, _ section: SectionID = .portfolio
  ) throws -> ScriptedSession {
    ScriptedSession(try DemoStore.shared.get().enter(as: login), section: section)
  }

  @Test("a command that there is not, and a theme by a path, are refused and written down")
  func commands() throws {
    var session = try session(as: "priya")
    for typed in ["!sh", "export /tmp/x", "theme /etc/passwd"] {
      session.type(":\(typed)<Enter>")
      #expect(session.refusals.last == session.model.status.text)
      #expect(session.refusals.last?.contains("“") == true)
    }
    #expect(session.refusals.count == 3)
  }

  @Test("what is meant for another screen is said and is no refusal") func elsewhere() throws {
    var session = try session(as: "priya")
    session.type(":minutes<Enter>")
    #expect(session.model.status.text.hasSuffix("is not for this screen"))
    session.type("x")
    #expect(session.model.status.text.hasPrefix("x ("))
    #expect(session.model.status.text.contains("is not for this screen"))
    session.type("E")
    #expect(session.model.status.text.hasPrefix("E is no key of huddle's"))
    #expect(session.refusals.isEmpty)
  }

  @Test("what could not be saved is not begun, but what was typed once can still be read")
  func othersDocuments() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .projects)
    guard case .projects(let rows) = session.model.sectionState.rows else { return }
    let collaboration = session.collaboration
    let index = try #require(
      rows.firstIndex { row in
        row.kind == .project
          && (try? collaboration.requireChangeable(collaboration.document(row.projectID))) == nil
      })
    let down = String(repeating: "j", count: index)
    for key in [down + "e", "+"] {
      session.type(key)
      guard case .form(let state) = session.model.overlay else {
        Issue.record("\(key) says nothing")
        return
      }
      #expect(state.form == nil, "\(key)")
      #expect(session.screen.contains("ask that site's lead or a coach"), "\(key)")
      session.type("<Esc>")
      #expect(session.model.overlay == nil, "\(key)")
    }

    // From a time when they might.
    let target = Target(.project, rows[index].projectID)
    try collaboration.keepDraft(
      ["name": "Warm to theatre"], name: FormSubject.edit(target).draftName)
    session.type("e")
    #expect(session.screen.contains("Warm to theatre"))
    session.type("<^s>")
    #expect(session.screen.contains("ask that site's lead or a coach"))
  }

  @Test("a page of somebody else's offers no key that would be refused, and says why at one")
  func othersPage() throws {
    var session = try session(as: "lars.rahman", .today)
    guard case .today(let rows) = session.model.sectionState.rows else { return }
    let index = try #require(rows.firstIndex { $0.target.type == .note && $0.kind == .question })
    session.type(String(repeating: "j", count: index) + "<Enter>")
    #expect(session.screen.contains("a answers it.") && !session.screen.contains("R resolved"))
    #expect(!session.screen.contains("e edit"))
    for key in ["e", "R"] {
      session.type(key)
      #expect(session.model.status.text.contains("someone else made this note"), "\(key)")
    }
    #expect(session.refusals.count == 2)
  }

  @Test("one's own note can be resolved on a page that is somebody else's")
  func ownNote() throws {
    let store = try DemoStore()
    let lars = try store.enter(as: "lars.rahman")
    guard
      case .projects(let rows) = ScriptedSession(lars, section: .projects).model.sectionState.rows,
      let row = rows.firstIndex(where: { row in
        row.kind == .project
          && (try? lars.requireChangeable(lars.document(row.projectID))) == nil
      })
    else {
      Issue.record("every project is theirs")
      return
    }
    let note = try lars.add(
      .note,
      assignments: [
        Assignment("kind", "question"), Assignment("body", "Does it hurt?"),
        Assignment("target.type", "project"), Assignment("target.id", rows[row].projectID),
        Assignment("visibility", "network"),
      ])
    var session = ScriptedSession(lars, section: .projects)
    session.type(String(repeating: "j", count: row) + "<Enter>")
    guard case .page(let page) = session.model.place else {
      Issue.record("no page: \(session.screen)")
      return
    }
    let index = try #require(page.page?.links.firstIndex { $0.id == note.id })
    #expect(page.page?.denial != nil)
    // R shows a project's ramps here; the command goes by its name as well.
    session.type(String(repeating: "j", count: index) + ":resolve<Enter>")
    #expect(session.model.status.text.hasPrefix("resolved: “"), "\(session.screen)")
  }

  @Test("what a role may not is written down, what means nothing just now is not")
  func roles() throws {
    var session = try session(as: "kofi.fitzroy", .projects)
    session.type("A")
    #expect(session.refusals == [session.model.status.text])
    session.type("7")
    #expect(session.refusals.count == 2)
    session.type("n")
    #expect(session.model.status.text.contains("find something first"))
    #expect(session.refusals.count == 2)
  }
}
