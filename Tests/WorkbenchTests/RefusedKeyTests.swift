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
