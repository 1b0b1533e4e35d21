import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Workbench

@Suite("What can't be right about a cycle") struct CycleInputTests {
  /// The form of a cycle, with some fields typed over, as it is saved.
  private func refusal(
    of fields: [String: String], in id: String, _ collaboration: Collaboration
  ) throws -> Refusal? {
    let subject = FormSubject.edit(Target(.cycle, id))
    guard case .form(let content) = try collaboration.answer(.form(subject)) else { return nil }
    let values = content.values.merging(fields) { $1 }
    guard
      case .refused(_, let refusal) = collaboration.perform(
        .saveForm(subject, values: values, base: content))
    else { return nil }
    return refusal
  }

  @Test("an end before the start is said beside the end, of the plan and of the doing")
  func order() throws {
    let scene = try CycleScene(CycleScene.planned)
    let marta = try scene.store.enter(as: "marta")
    let planned = try refusal(of: ["plannedEnd": "2026-11-01"], in: scene.id, marta)
    #expect(
      planned?.fields["plannedEnd"]?.contains("is before the day at “When do you start?”") == true)
    let done = try refusal(
      of: ["actualStart": "2026-11-02", "actualEnd": "2026-11-01"], in: scene.id, marta)
    #expect(done?.fields["actualEnd"]?.contains("is before the day at “Started on”") == true)
  }

  @Test(
    "a cycle that would follow on from itself, or from what follows it, is refused beside the field"
  )
  func circles() throws {
    let scene = try CycleScene(CycleScene.planned)
    let marta = try scene.store.enter(as: "marta")
    let child = try marta.add(
      .cycle,
      document: [
        "title": "Child", "project": .string(try #require(try scene.cycle().project)),
        "parentCycle": .string(scene.id),
      ]
    ).id
    let itself = try refusal(of: ["parentCycle": scene.id], in: scene.id, marta)
    #expect(itself?.fields["parentCycle"] != nil)
    let descendant = try refusal(of: ["parentCycle": child], in: scene.id, marta)
    #expect(descendant?.fields["parentCycle"]?.contains("leads back to this one") == true)
    #expect(try scene.cycle().parentCycle == nil)
  }

  @Test("60,000 characters are pasted, saved and read again, each as it was")
  func longText() throws {
    var scene = try CycleScene(CycleScene.planned(["stage": "do"]))
    let text = String(repeating: "Blanket on, ward by ward. ", count: 2_400).dropLast()
    #expect(text.count > 60_000)
    scene.session.type("o")
    scene.session.send(.input(.paste(String(text))))
    scene.session.type("!<^s>")
    #expect(try scene.cycle().observations.last?.text == text + "!")
    scene.session.type("<Enter>")
    #expect(scene.session.screen.contains("Blanket on, ward by ward."))
  }

  @Test("controls and signs that turn text around are shown as marks, pointed out and kept")
  func unseen() throws {
    var scene = try CycleScene(CycleScene.planned(["stage": "do"]))
    scene.session.type("o")
    let text = "safe\u{202E}evil\u{2066}\u{1B}[31m\u{7}end"
    scene.session.send(.input(.paste(text)))
    #expect(scene.session.screen.contains("the paste has 4 signs"))
    #expect(hasOnlySeenSigns(scene.session.screen))
    scene.session.type("<^s>")
    #expect(try scene.cycle().observations.last?.text == text)
    scene.session.type("<Enter>")
    #expect(hasOnlySeenSigns(scene.session.screen))
  }

  /// Whether nothing on a screen could command a terminal or turn its text around.
  private func hasOnlySeenSigns(_ screen: String) -> Bool {
    screen.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || scalar.value >= 0x20
          && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
    }
  }
}

@Suite("Drafts of a cycle's forms") struct CycleDraftTests {
  @Test("a draft of an edit sets back nothing that others change meanwhile")
  func edit() throws {
    var scene = try CycleScene(CycleScene.planned)
    scene.session.type("e Half<Esc>")
    _ = try scene.store.enter(as: "ingrid").set(
      scene.id, assignments: [Assignment("plan.theory", "Another theory")])
    var later = ScriptedSession(try scene.store.enter(as: "marta"), section: .cycles)
    later.type("/socks in the lounge<Enter>e")
    #expect(later.screen.contains("your draft is back"))
    later.type("<^s>")
    #expect(try scene.cycle().objective == "Do socks keep feet warm? Half")
    #expect(try scene.cycle().theory == "Another theory")
  }

  @Test(
    "each form of a cycle's steps keeps its own draft",
    arguments: [
      ("o", "observation"), ("!", "harm"), ("s", "scores"), ("D", "decision"), ("C", "clone"),
    ])
  func steps(_ key: String, _ name: String) throws {
    var scene = try CycleScene(CycleScene.planned(["stage": "do"]))
    scene.session.type(key == "D" ? "D<Tab>Half a thought" : "\(key)Half a thought")
    scene.session.send(.input(.hangup))
    #expect(scene.session.hasQuit)
    var later = ScriptedSession(try scene.store.enter(as: "marta"), section: .cycles)
    later.type("/socks in the lounge<Enter>\(key)")
    #expect(later.screen.contains("Half a thought"))
    #expect(later.screen.contains("your draft is back"))
    later.type("<^x>\(key)")
    #expect(!later.screen.contains("Half a thought"))
  }

  @Test("a draft is gone once it is saved")
  func saved() throws {
    var scene = try CycleScene(CycleScene.planned(["stage": "do"]))
    scene.session.type("oHalf<Esc>o a thought<^s>o")
    #expect(!scene.session.screen.contains("Half"))
    #expect(try scene.cycle().observations.map(\.text) == ["Half a thought"])
  }

  @Test("a draft of a new cycle comes back for its own project and for no other")
  func ownProject() throws {
    let store = try DemoStore()
    let marta = try store.enter(as: "marta")
    let mine = try #require(try marta.ownProjects().first)
    let other = try marta.add(
      .project,
      document: [
        "name": "Quiet nights", "sites": .array(mine.siteIds.map(JSON.string)),
      ]
    ).id
    var session = ScriptedSession(marta, section: .cycles)
    session.openForTest(.add(.cycle, preset: ["project": mine.id]))
    session.type("Half a thought<Esc>")
    session.openForTest(.add(.cycle, preset: ["project": other]))
    #expect(!session.screen.contains("Half a thought"))
    session.type("<Esc>")
    // What was taken for granted stays, whatever would be taken for granted by now.
    session.openForTest(.add(.cycle, preset: [:]))
    guard case .form(let first) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    session.type("Another<Esc>")
    _ = try marta.add(.cycle, document: ["title": "Newest", "project": .string(other)])
    session.openForTest(.add(.cycle, preset: [:]))
    guard case .form(let state) = session.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(state.values["plan.objective"] == "Another")
    #expect(state.values["project"] == first.values["project"])
    #expect(state.values["project"] != other)
  }

  @Test("Today says that a draft waits, and the line opens the form it belongs to")
  func waiting() throws {
    var scene = try CycleScene(CycleScene.planned(["stage": "do"]))
    scene.session.type("oHalf a thought<Esc>")
    var session = ScriptedSession(try scene.store.enter(as: "marta"), section: .today)
    session.type("/what was seen<Enter>")
    #expect(session.screen.contains("draft       what was seen in “Socks in the l"))
    session.type("<Enter>")
    #expect(session.screen.contains("your draft is back"))
    session.type(", now whole<^s>")
    #expect(try scene.cycle().observations.map(\.text) == ["Half a thought, now whole"])
    #expect(!session.screen.contains("draft       what"))
  }

  @Test("a form that is left on Today stands there at once as a draft, until it is thrown away")
  func atOnce() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .today)
    session.type("aDo two help?<Esc>")
    #expect(session.screen.contains("draft       a new PDSA cycle"))
    session.type("/a new pdsa<Enter><Enter><^x>")
    #expect(!session.screen.contains("draft       a new PDSA cycle"))
  }

  @Test("a draft's name leads back to its form, or to none")
  func names() {
    let id = "01hf000000000000000000000a"
    let subjects: [(FormSubject, DocumentType?)] = [
      (.add(.cycle, preset: ["project": id]), .project), (.add(.cycle, preset: [:]), nil),
      (.add(.project, preset: [:]), nil), (.edit(Target(.cycle, id)), .cycle),
      (.add(.note, preset: ["target.type": "cycle", "target.id": id]), .cycle),
      (.cycle(CycleSubject(.decision, of: id)), .cycle), (.decision(projectID: id), .project),
      (.driver(DriverSubject(projectID: id, kind: .idea)), .project),
      (.driver(DriverSubject(projectID: id, id: "d1")), .project),
      (.projectEntry(ProjectEntry(projectID: id, list: .barriers, position: 2)), .project),
      (.resource(ResourceSubject(.takeOn, of: id)), .resource), (.fulfil(needID: id), .need),
    ]
    for (subject, type) in subjects {
      #expect(FormSubject(draft: subject.draftName, about: type) == subject)
    }
    #expect(FormSubject(draft: "numbers-\(id)", about: .site) == nil)
    #expect(FormSubject(draft: "what-is-this", about: nil) == nil)
  }
}
