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

  /// A screen with the document's id, which is another one each time, as noughts.
  private static func screen(_ session: ScriptedSession, hiding id: String) -> String {
    session.screen.replacing(id, with: String(repeating: "0", count: id.count))
  }

  private func visibility(_ lead: Collaboration, _ id: String) throws -> String? {
    try lead.document(id).tree["visibility"]?.string
  }

  @Test("before others see it the first ^s shows what they will read, the second shares it")
  func preview() throws {
    var (session, lead, id) = try session(summary: "Ask at the desk.")
    widen(&session)
    session.type("<^s>")
    #expect(session.screen.contains("Everyone in the network will read this"))
    #expect(session.screen.contains("Ask at the desk."))
    #expect(try visibility(lead, id) == "team")
    expectGolden(Self.screen(session, hiding: id), named: "sharing-preview-80x24")
    session.type("<^s>")
    #expect(try visibility(lead, id) == "network")
  }

  @Test("who goes back from what others will read finds the form as it was, and is shown it again")
  func back() throws {
    var (session, lead, id) = try session(summary: "Ask at the desk.")
    widen(&session)
    session.type("<^s><Esc>")
    guard case .form(var state) = session.model.overlay else {
      Issue.record("the form is closed")
      return
    }
    #expect(state.preview == nil && state.form?["visibility"] == "network")
    state.form?["plainSummary"] = "Ask at the door."
    session.replaceForTest(.form(state))
    session.type("<^s>")
    #expect(session.screen.contains("Ask at the door."))
    #expect(try visibility(lead, id) == "team")
    session.type("<^s>")
    #expect(try visibility(lead, id) == "network")
  }

  @Test("what is offered to the commons is shown before it is there, from every way in")
  func everyWayIn() throws {
    let lead = try DemoStore().enter(as: "marta")
    let before = try lead.commonsRows(CommonsQuery()).all
    var session = ScriptedSession(lead, columns: 80, rows: 24, section: .commons)
    session.type("AA bell for each room<Tab><Tab><Right><^s>")
    #expect(session.screen.contains("Everyone in the network will read this"))
    #expect(try lead.commonsRows(CommonsQuery()).all == before)
    session.type("<^s>")
    #expect(try lead.commonsRows(CommonsQuery()).all == before + 1)
    session.type("OA spare bell<Tab><Tab><Right><^s><^s>")
    #expect(try lead.commonsRows(CommonsQuery(words: "spare bell")).count == 1)
    session.type("aA bell<Tab><Right><^s>")
    #expect(session.screen.contains("Everyone in the network will read this"))
    #expect(try lead.commonsRows(CommonsQuery()).all == before + 2)
  }

  @Test("numbers that anybody will see are shown as anybody will see them")
  func numbers() throws {
    let steward = try DemoStore().enter(as: "ingrid")
    let measure = try steward.add(
      .measure,
      assignments: [
        Assignment("name", "Burns"), Assignment("kind", "outcome"), Assignment("dataKind", "count"),
        Assignment("direction", "decrease"),
      ])
    let logged = try steward.log(
      ObservationEntry(
        measure: measure.id, site: "riverside", period: "2026-03", text: "9", note: nil))
    let preview = try steward.previewOfSharing { (trial) throws(CollaborationError) in
      _ = try trial.set(logged.seriesID, assignments: [Assignment("visibility", "public")])
    }
    let text = try #require(preview).page.plainText(columns: 80, glyphs: .unicode)
    #expect(text.contains("Anyone will read this") && text.contains("Burns"))
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" 9") }, "\(text)")
    #expect(text.contains("Hidden"), "\(text)")
    #expect(text.contains("Small counts are hidden from them."))
    #expect(try steward.document(logged.seriesID).tree["visibility"]?.string != "public")
  }

  @Test(
    "a phone number is marked in its place, and mended it is shared", arguments: Glyphs.allCases)
  func mended(_ glyphs: Glyphs) throws {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
      var (session, lead, id) = try session(
        columns: columns, rows: rows, glyphs: glyphs,
        summary: "Ring 07700 900123 before ten and ask for a warm blanket.")
      widen(&session)
      session.type("<^s>")
      expectGolden(
        Self.screen(session, hiding: id),
        named: "sharing-shown-\(columns)x\(rows)-\(glyphs.rawValue)")
      #expect(!session.screen.contains("share it"), "^s does not share what is marked")
      session.type("<^s>")
      #expect(try visibility(lead, id) == "team")
      expectGolden(session.screen, named: "sharing-mark-\(columns)x\(rows)-\(glyphs.rawValue)")
      guard case .form(var state) = session.model.overlay else {
        Issue.record("the form is closed")
        return
      }
      #expect(state.form?.focusedField?.id == "plainSummary")
      state.form?["plainSummary"] = "Ask at the desk."
      session.replaceForTest(.form(state))
      session.type("<^s><^s>")
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
