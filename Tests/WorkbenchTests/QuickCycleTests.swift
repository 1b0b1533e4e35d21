import Collaborative
import DocumentStore
import Improvement
import JSONTree
import TestSupport
import Testing
import Workbench

@Suite("A cycle in four fields") struct QuickCycleTests {
  @Test("a quick cycle takes at most 12 keystrokes besides its own text, from Today on")
  func keystrokes() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .today)
    let texts = ["Do two blankets help?", "9 of 10 stay warm", "Two blankets", "fri"]
    session.type("3a\(texts.joined(separator: "<Tab>"))<^s>")
    #expect(session.strokes - texts.joined().count <= 12)
    let marta = try store.enter(as: "marta")
    let cycle = try #require(
      try marta.ownCycles().first { $0.objective == "Do two blankets help?" })
    #expect(cycle.project != nil && cycle.site != nil)
    #expect(cycle.predictions.first?.prediction == "9 of 10 stay warm")
    #expect(cycle.predictions.first?.measure != nil)
    #expect(cycle.stage == .plan && cycle.plannedStart == CalendarDate("2026-11-27"))
  }

  @Test("four fields stand alone, and a line above says what is taken for granted")
  func alone() throws {
    var session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "marta"), columns: 80, rows: 24, section: .cycles)
    session.type("a")
    guard case .form(let state) = session.model.overlay, let form = state.form else {
      Issue.record("no form")
      return
    }
    #expect(
      form.fields.map(\.id) == [
        "plan.objective", "plan.predictions.0.prediction", "changeIdea.text", "plannedStart",
      ])
    #expect(session.screen.contains("For Warm patients, clean wounds"))
    session.type("<^t>")
    #expect(session.screen.contains("How sure are you now?"))
    expectGolden(session.screen, named: "cycle-full-80x24")
  }

  @Test("what is typed in one face stands in the other, and the cursor stays in its field")
  func switching() throws {
    var session = ScriptedSession(try DemoStore().enter(as: "marta"), section: .cycles)
    session.type("aWill it?<Tab>Yes<^t>")
    guard case .form(let full) = session.model.overlay else { return }
    #expect(full.form?["plan.objective"] == "Will it?")
    #expect(full.form?.focusedField?.id == "plan.predictions.0.prediction")
    session.type(", mostly<^t>")
    guard case .form(let quick) = session.model.overlay else { return }
    #expect(quick.form?["plan.predictions.0.prediction"] == "Yes, mostly")
    session.type("<^s>")
    #expect(session.screen.contains("added the PDSA cycle “Will it?”"))
  }

  @Test("in Projects and at a chart the cycle belongs to what one looks at")
  func whereOneStands() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .measures)
    session.type("/wound riverside<Enter>aDoes the chart know?<^s>")
    let marta = try store.enter(as: "marta")
    let cycle = try #require(try marta.ownCycles().first { $0.objective == "Does the chart know?" })
    // A prediction of which only the measure is known is none, and keeps nobody from saving.
    #expect(cycle.predictions.isEmpty)
    #expect(cycle.project.flatMap { try? marta.document($0) } != nil)
    session.type("aAnd now?<Tab>Better<^s>")
    let again = try #require(
      try store.enter(as: "marta").ownCycles().first { $0.objective == "And now?" })
    let measure = try #require(again.predictions.first?.measure)
    #expect(marta.name(of: measure) == "Wound infections")
  }

  @Test("an error in a field that is out of sight brings all fields, with the words beside it")
  func hiddenError() throws {
    var session = ScriptedSession(try DemoStore().enter(as: "marta"), section: .cycles)
    session.type("aWill it?<^t>")
    guard case .form(let state) = session.model.overlay, let form = state.form else { return }
    let index = try #require(form.fields.firstIndex { $0.id == "plannedEnd" })
    while case .form(let now) = session.model.overlay, let focused = now.form?.focusedField?.id,
      form.fields.firstIndex(where: { $0.id == focused }) ?? 0 != index
    {
      session.press("Tab")
    }
    session.type("2026-01-01<^t>")
    while case .form(let now) = session.model.overlay, now.form?.focusedField?.id != "plannedStart"
    {
      session.press("Tab")
    }
    session.type("2026-02-01<^s>")
    #expect(session.screen.contains("is before the day at"))
    guard case .form(let refused) = session.model.overlay else { return }
    #expect(!refused.isQuick)
    #expect(refused.form?["plannedEnd"] == "2026-01-01")
    #expect(refused.form?["plan.objective"] == "Will it?")
  }

  /// A store for the generated cycles, which other tests' screens must not show.
  private static let store = Result { try DemoStore() }

  @Test("quick and back on a full cycle, saved, changes no byte", arguments: 0..<24)
  func unchanged(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let store = try Self.store.get()
    let steward = try store.enter(as: "ingrid")
    let given = try GeneratedCycle.tree(for: steward, using: &generator)
    let added = try steward.add(.cycle, document: given)
    let before = try steward.document(added.id)
    let subject = FormSubject.edit(Target(.cycle, added.id))
    var session = ScriptedSession(steward, section: .cycles)
    session.openForTest(subject)
    guard case .form(let state) = session.model.overlay, state.form != nil else {
      Issue.record("no form")
      return
    }
    session.type("<^t><^t><^t><^s>")
    #expect(session.model.overlay == nil || session.screen.contains("nothing to change"))
    let after = try store.enter(as: "ingrid").document(added.id)
    #expect(after.revision == before.revision)
  }
}

/// Full cycles with all that editors might touch: line breaks of every kind, tabs, blanks at the
/// ends, many records.
enum GeneratedCycle {
  static func tree(
    for collaboration: Collaboration, using generator: inout SeededGenerator
  ) throws -> JSON {
    let project = try #require(try collaboration.documents(.project).first)
    func text() -> JSON {
      let parts = [
        "warm", "blanket", "\t", "\r\n", "\n", "  ", "é", "e\u{301}", "👩‍⚕️", "36 °C", "–", "\u{2028}",
        "x",
      ]
      let count = Int.random(in: 1...9, using: &generator)
      let words = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "x" }
      return .string("Start " + words.joined(separator: Bool.random(using: &generator) ? " " : ""))
    }
    func many(_ make: () -> JSON) -> JSON {
      .array((0..<Int.random(in: 0...12, using: &generator)).map { _ in make() })
    }
    var tree: JSON = [
      "title": text(), "project": .string(project.id), "ramp": text(),
      "stage": .string(CycleStage.allCases.randomElement(using: &generator)?.rawValue ?? "plan"),
      "plannedStart": "2026-10-01", "plannedEnd": "2026-10-15",
      "scale": ["patients": JSON(Int.random(in: 0...25, using: &generator)), "setting": text()],
      "changeIdea": ["text": text()],
      "tags": ["a", "b"],
      "somethingNew": ["unknown": text()],
    ]
    tree["plan"] = ["objective": text(), "theory": text(), "dataPlan": text()]
    tree["plan.predictions" as JSONPath] = many { ["prediction": text(), "expectedValue": 90.5] }
    tree["plan.tasks" as JSONPath] = many { ["what": text(), "done": true] }
    tree["do"] = ["deviations": many { text() }]
    tree["do.observations" as JSONPath] = many { ["text": text(), "at": "2026-10-02T09:30:00Z"] }
    let count = tree["plan.predictions" as JSONPath]?.elements.count ?? 0
    tree["study"] = [
      "results": .array(
        (0..<count).map { ["prediction": JSON($0), "result": text(), "matched": "partly"] }),
      "summary": text(),
    ]
    tree["act"] = ["decision": "adapt", "rationale": text()]
    return tree
  }
}
