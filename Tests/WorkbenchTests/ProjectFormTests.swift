import Collaborative
import Improvement
import JSONTree
import TestSupport
import Testing

@testable import Workbench

@Suite("A project's form") struct ProjectFormTests {
  private func session(_ store: DemoStore) throws -> ScriptedSession {
    ScriptedSession(
      try store.enter(as: "marta"), columns: 80, rows: 24, section: .projects)
  }

  private func form(_ session: ScriptedSession) -> FormState? {
    if case .form(let state) = session.model.overlay { state } else { nil }
  }

  /// Types into a field of the open form, wherever it stands.
  private func fill(_ field: String, _ text: String, _ session: inout ScriptedSession) {
    guard var state = form(session) else { return }
    state.form?[field] = text
    session.replaceForTest(.form(state))
  }

  @Test("a new project asks for the aim's number and day first, and for the rest on its other face")
  func faces() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("A")
    let quick = try #require(form(session)?.form?.fields.map(\.id))
    #expect(Set(["name", "sites", "problem", "aim.text", "aim.to", "aim.by"]).isSubset(of: quick))
    #expect(!quick.contains("aim.population"))
    session.type("Quiet nights<^t>")
    let full = try #require(form(session)?.form?.fields.map(\.id))
    #expect(Set(["whyNow", "aim.measure", "aim.population", "scope.in"]).isSubset(of: full))
    #expect(form(session)?.form?["name"] == "Quiet nights")
    fill("aim.to", "1.6", &session)
    fill("aim.by", "2027-06-30", &session)
    fill("sites", "riverside", &session)
    session.type("<^s>")
    let marta = try store.enter(as: "marta")
    let project = try #require(
      try marta.documents(.project).map { Project($0.tree) }.first { $0.name == "Quiet nights" })
    #expect(project.aim.to == 1.6 && project.aim.by == CalendarDate("2027-06-30"))
    #expect(project.roster.isEmpty && project.drivers.isEmpty && project.milestones.isEmpty)
  }

  @Test("a site that could be several is said beside the sites, by the codes that people type")
  func ambiguous() throws {
    var session = try session(try DemoStore())
    session.type("AQuiet nights")
    fill("sites", "riv", &session)
    session.type("<^s>")
    let words = try #require(form(session)?.form?.errors["sites"])
    #expect(words.hasPrefix("“riv” could be riverside") && words.contains("riverside-w4"))
    #expect(session.screen.contains("Not saved: see the marked field"))
  }

  @Test("a driver under itself is named by its words, not by its id")
  func circle() throws {
    let store = try DemoStore()
    let marta = try store.enter(as: "marta")
    let project = try #require(
      try marta.ownProjects().first { $0.drivers.contains { $0.parent != nil } })
    let index = try #require(project.drivers.firstIndex { $0.parent != nil })
    let driver = project.drivers[index]
    let subject = FormSubject.edit(Target(.project, project.id))
    guard case .form(let content) = try marta.answer(.form(subject)) else { return }
    let values = content.values.merging(["drivers.\(index).parent": driver.id]) { $1 }
    guard
      case .refused(_, let refusal) = marta.perform(
        .saveForm(subject, values: values, base: content))
    else {
      Issue.record("it is refused")
      return
    }
    #expect(refusal.fields["drivers.\(index).parent"]?.contains(driver.text) == true)
  }

  @Test("a measure of the network is defined anew by a steward only, who is named beforehand")
  func networkMeasure() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .measures)
    session.type("/wound riverside<Enter>D")
    #expect(session.model.overlay == nil)
    #expect(session.model.status.text.contains("a steward defines it anew"))
    var steward = ScriptedSession(try store.enter(as: "ingrid"), section: .measures)
    steward.type("/wound riverside<Enter>D")
    #expect(steward.screen.contains("New definition: Wound infections"))
  }
}
