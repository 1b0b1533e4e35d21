import Cells
import Collaborative
import Improvement
import TestSupport
import Testing

@testable import Workbench

@Suite("Sharing on the screen") struct SharingSessionTests {
  /// A lead's own resource, still with the team, with a phone number in it.
  private func session(
    columns: Int = 80, rows: Int = 24, glyphs: Glyphs = .unicode, summary: String
  ) throws -> (session: ScriptedSession, lead: Collaboration, id: String) {
    let lead = try DemoStore().enter(as: "marta")
    let made = try lead.add(
      .resource,
      assignments: [
        Assignment("title", "Blanket call"), Assignment("kind", "tool"),
        Assignment("plainSummary", summary), Assignment("visibility", "team"),
      ])
    var session = ScriptedSession(
      lead, columns: columns, rows: rows, glyphs: glyphs, section: .commons)
    session.openForTest(.edit(Target(.resource, made.id)))
    return (session, lead, made.id)
  }

  /// Lets everyone in the network see it, as far as the form goes.
  private func widen(_ session: inout ScriptedSession) {
    guard case .form(var state) = session.model.overlay else { return }
    state.form?["visibility"] = "network"
    session.replaceForTest(.form(state))
  }

  private func visibility(_ lead: Collaboration, _ id: String) throws -> String? {
    try lead.document(id).tree["visibility"]?.string
  }

  @Test("before others see it the first ^s shows what they will read, the second shares it")
  func preview() throws {
    var (session, lead, id) = try session(summary: "Ask at the desk.")
    widen(&session)
    session.type("<^s>")
    #expect(
      session.screen.contains("Everyone in the network will read: Title, Kind, In plain words"))
    #expect(try visibility(lead, id) == "team")
    expectGolden(session.screen, named: "sharing-preview-80x24")
    session.type("<^s>")
    #expect(try visibility(lead, id) == "network")
  }

  @Test(
    "a phone number is marked in its place, and mended it is shared", arguments: Glyphs.allCases)
  func mended(_ glyphs: Glyphs) throws {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
      var (session, lead, id) = try session(
        columns: columns, rows: rows, glyphs: glyphs,
        summary: "Ring 07700 900123 before ten and ask for a warm blanket.")
      widen(&session)
      session.type("<^s><^s>")
      #expect(try visibility(lead, id) == "team")
      expectGolden(session.screen, named: "sharing-mark-\(columns)x\(rows)-\(glyphs.rawValue)")
      guard case .form(var state) = session.model.overlay else {
        Issue.record("the form is closed")
        return
      }
      #expect(state.form?.focusedField?.id == "plainSummary")
      state.form?["plainSummary"] = "Ask at the desk."
      session.replaceForTest(.form(state))
      session.type("<^s>")
      #expect(try visibility(lead, id) == "network")
    }
  }

  @Test("a reason shares it as it is, and the history keeps the reason")
  func reason() throws {
    var (session, lead, id) = try session(summary: "Ring 07700 900123 before ten.")
    widen(&session)
    session.type("<^s><^s>")
    guard case .form(var state) = session.model.overlay else {
      Issue.record("the form is closed")
      return
    }
    state.form?.focus(on: FormState.reasonField)
    session.replaceForTest(.form(state))
    session.type("it is the ward's own number")
    expectGolden(session.screen, named: "sharing-reason-80x24")
    session.type("<^s>")
    #expect(try visibility(lead, id) == "network")
    #expect(try lead.history(of: id).first?.words.contains("it is the ward's own number") == true)
    #expect(try lead.document(id).tree["plainSummary"] == "Ring 07700 900123 before ten.")
  }

  @Test("a reason that itself holds an address is refused beside its question")
  func tellingReason() throws {
    var (session, lead, id) = try session(summary: "Ring 07700 900123 before ten.")
    widen(&session)
    session.type("<^s><^s>")
    guard case .form(var state) = session.model.overlay else { return }
    state.form?[FormState.reasonField] = "ask jo@care.ie"
    session.replaceForTest(.form(state))
    session.type("<^s>")
    guard case .form(let after) = session.model.overlay else { return }
    #expect(after.form?.errors[FormState.reasonField]?.contains("jo@care.ie") == true)
    #expect(try visibility(lead, id) == "team")
  }
}
