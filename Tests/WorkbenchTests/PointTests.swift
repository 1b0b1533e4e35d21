import Collaborative
import Improvement
import Testing
import Workbench

@Suite("What is said of single points and definitions") struct PointTests {
  private func chart(_ store: DemoStore, _ words: String = "wound riverside") throws
    -> ScriptedSession
  {
    var session = ScriptedSession(
      try store.enter(as: "marta"), columns: 80, rows: 24, section: .measures)
    session.type("/\(words)<Enter><Enter>")
    return session
  }

  private func series(_ session: ScriptedSession) throws -> (id: String, cursor: Int) {
    guard case .chart(let chart) = session.model.place else {
      throw CollaborationError.notInTrash("chart")
    }
    return (chart.seriesID, chart.cursor)
  }

  @Test("N notes something beside the point under the cursor, and leaves who entered its number")
  func note() throws {
    let store = try DemoStore()
    var session = try chart(store)
    session.type("<Left><Left>")
    let (id, _) = try series(session)
    let before = try store.enter(as: "marta").document(id)
    session.type("N")
    #expect(session.screen.contains("Note"))
    session.type("Theatre closed<^s>")
    #expect(session.screen.contains("changed Aug 2026"))
    #expect(session.screen.contains("Theatre closed"))
    let after = Series(try store.enter(as: "marta").document(id).tree).points
    let old = Series(before.tree).points
    let index = try #require(after.firstIndex { $0.note == "Theatre closed" })
    #expect(after[index].period == Period("2026-08"))
    #expect(after[index].enteredBy == old[index].enteredBy)
    #expect(after[index].enteredAt == old[index].enteredAt)
    #expect(after.count == old.count)
  }

  @Test("e changes the number under the cursor; one that can't be is refused beside its field")
  func edit() throws {
    let store = try DemoStore()
    var session = try chart(store)
    session.type("<Left>e<^u>500/118<^s>")
    #expect(session.screen.contains("Not saved: see the marked field."))
    session.type("<^u>5/118<Tab><Tab>Counted from two wards only<^s>")
    #expect(session.screen.contains("changed Sep 2026"))
    #expect(session.screen.contains("left out: Counted from two wards only"))
    let (id, _) = try series(session)
    let marta = try store.enter(as: "marta")
    let point = Series(try marta.document(id).tree).points.first { $0.period == Period("2026-09") }
    #expect(point?.numerator == 5)
    #expect(point?.isLeftOut == true)
    #expect(point?.tree["leftOut"]?["by"]?.string == marta.principal.memberID)
  }

  @Test("a newer definition begins a phase with its reason; the first one stays")
  func define() throws {
    let store = try DemoStore()
    var session = ScriptedSession(
      try store.enter(as: "ingrid"), columns: 80, rows: 24, section: .measures)
    session.type("/wound riverside<Enter><Enter>D")
    #expect(session.screen.contains("New definition"))
    session.type("<^s>")
    #expect(session.screen.contains("Not saved"))
    session.type("<Tab>")
    guard case .form(let state) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    let content = try #require(state.content)
    guard case .chart(let chart) = session.model.place else { return }
    let measureID = try #require(chart.detail?.chart.measure.id)
    let old = Measure(try store.enter(as: "ingrid").document(measureID).tree)
    let steward = try store.enter(as: "ingrid")
    session.send(
      steward.perform(
        .saveForm(
          .definition(measureID: measureID),
          values: [
            "definition": "Infection within 90 days", "from": "2026-03-01",
            "reason": "National definition changed",
          ], base: content)))
    #expect(session.model.status.text.contains("anew from 1 Mar 2026 on"))
    let measure = Measure(try store.enter(as: "ingrid").document(measureID).tree)
    #expect(measure.operationalDefinition == old.operationalDefinition)
    #expect(measure.definitionVersions.last?.definition == "Infection within 90 days")
    let tiles = try store.enter(as: "ingrid").tiles(words: "wound riverside")
    #expect(
      tiles.first?.chart.phases.contains { $0.reason.contains("National definition changed") }
        == true)
    let page = try store.enter(as: "ingrid").page(Target(.measure, measureID))
    let lines = page.groups.first { $0.heading == "Definition" }?.lines ?? []
    #expect(lines.count == 3)
  }
}
