import DocumentStore
import Improvement
import JSONTree
import TestSupport
import Testing

@testable import Collaborative
@testable import Workbench

@Suite("Trying a shared resource by keys") struct TryOutSessionTests {
  private static let title = "Is this normal for them? In four languages"

  /// Marta's try-out of a resource that Riverside has not tried, saved from the form.
  private func begun(_ stage: String = "") throws -> CommonsScene {
    var scene = try CommonsScene(title: Self.title)
    scene.session.type("t9 of 10 families answer")
    if stage == "considering" {
      scene.session.type("<Tab><Tab><Tab><Tab><Right>")
    }
    scene.session.press("^s")
    return scene
  }

  @Test("t makes the try-out and its first cycle, each naming the other, and u takes both back")
  func tryIt() throws {
    var scene = try CommonsScene(title: Self.title)
    let before = try scene.adoptions(at: "riverside").count
    scene.session.press("t")
    expectGolden(scene.session.screen, named: "try-form-80x24")
    scene.session.type("9 of 10 families answer<^s>")
    #expect(scene.session.model.status.text.contains("Riverside Hospital tries “\(Self.title)”"))
    let adoption = try #require(try scene.adoptions(at: "riverside").last)
    let cycle = Cycle(try scene.ingrid().document(try #require(adoption.cycles.last)).tree)
    #expect(try scene.adoptions(at: "riverside").count == before + 1)
    #expect(adoption.stage == .testing)
    #expect(adoption.project == cycle.project)
    #expect(adoption.day(of: .testing) == DemoStore.today)
    #expect(cycle.adoption == adoption.id)
    #expect(cycle.changeIdeaResource == scene.resource)
    #expect(cycle.predictions.map(\.prediction) == ["9 of 10 families answer"])
    #expect(cycle.predictions.first?.measure != nil)
    #expect(cycle.objective == "Does “\(Self.title)” work here?")
    #expect(cycle.scale.patients == 1)
    scene.session.press("u")
    #expect(try scene.adoptions(at: "riverside").count == before)
    #expect(throws: CollaborationError.self) { try scene.ingrid().document(cycle.id) }
  }

  @Test("a cycle that is decided asks before it moves the try-out; n leaves it, y notes it")
  func adopt() throws {
    for (answer, stage) in [("n", AdoptionStage.testing), ("y", .implemented)] {
      let scene = try begun()
      let adoption = try #require(try scene.adoptions(at: "riverside").last)
      var session = try decide("adopt", scene, adoption)
      #expect(session.screen.contains("from “trying it” to"))
      #expect(session.screen.contains("The test was with one patient."))
      if answer == "y" { expectGolden(session.screen, named: "try-adopt-question") }
      session.type(answer)
      let now = try #require(try scene.adoptions(at: "riverside").last)
      #expect(now.stage == stage)
      #expect(session.model.overlay == nil)
    }
  }

  @Test("an abandoned cycle asks why the try-out is stopped, and shares the lesson after")
  func abandon() throws {
    let scene = try begun()
    let adoption = try #require(try scene.adoptions(at: "riverside").last)
    var session = try decide("abandon", scene, adoption)
    #expect(session.screen.contains("Why was it stopped?"))
    #expect(session.screen.contains("How far is it?"))
    expectGolden(session.screen, named: "try-stopped-form")
    session.press("^s")
    #expect(session.screen.contains("it is needed") || session.screen.contains("needed"))
    session.type("No interpreter at night<^s>")
    let now = try #require(try scene.adoptions(at: "riverside").last)
    #expect(now.stage == .abandoned)
    #expect(now.reasonStopped == "No interpreter at night")
    #expect(session.screen.contains("A lesson for the commons"))
  }

  @Test("an adapted cycle notes what was changed, then plans the next one; Esc leaves the stage")
  func adapt() throws {
    let scene = try begun()
    let adoption = try #require(try scene.adoptions(at: "riverside").last)
    var session = try decide("adapt", scene, adoption)
    session.type("Pictures instead of words<^s>")
    let now = try #require(try scene.adoptions(at: "riverside").last)
    #expect(now.stage == .adapted)
    #expect(now.whatWasAdapted == "Pictures instead of words")
    #expect(session.screen.contains("Next cycle after"))
    session.press("Esc")

    let other = try begun()
    let left = try #require(try other.adoptions(at: "riverside").last)
    var leaving = try decide("adapt", other, left)
    leaving.press("Esc")
    #expect(try other.adoptions(at: "riverside").last?.stage == .testing)
    #expect(leaving.screen.contains("Next cycle after"), "the work goes on all the same")
  }

  @Test("the question about the stage is read whole in a narrow window")
  func narrowQuestion() throws {
    let move = AdoptionMove(
      adoption: "a", resourceTitle: "Is this normal for them? In four languages",
      siteName: "Riverside Hospital", from: .testing, to: .abandoned)
    var session = try CommonsScene(title: Self.title).session
    session.openForTest(.commons(.move(move)))
    let words = session.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(move.question))
  }

  @Test("where a site uses it already no answer is asked for that would be ignored")
  func usedAlready() throws {
    let scene = try begun()
    let adoption = try #require(try scene.adoptions(at: "riverside").last)
    let marta = try scene.store.enter(as: "marta")
    _ = try marta.move(adoption.id, to: .implemented)
    var session = try scene.enter(as: "marta", section: .commons)
    session.type("/\(Self.title.lowercased())<Enter>t")
    #expect(session.screen.contains("Riverside Hospital has it already (in use)"))
    #expect(!session.screen.contains("How far are you?"))
    session.type("9 of 10<^s>")
    #expect(
      session.model.status.text.hasPrefix("Riverside Hospital already uses “\(Self.title)”"))
    #expect(try scene.adoptions(at: "riverside").last?.stage == .implemented)
  }

  @Test("the cycle after the first is part of the same try-out")
  func nextCycle() throws {
    let scene = try begun()
    let adoption = try #require(try scene.adoptions(at: "riverside").last)
    var session = try decide("repeat", scene, adoption)
    #expect(session.screen.contains("Next cycle after"))
    session.type("<Tab>8 of 10 families<^s>")
    let cycles = try scene.ingrid().evidence(of: scene.resource).entries
      .first { $0.adoption.id == adoption.id }?.cycles
    #expect(cycles?.count == 2)
  }

  @Test("what is only considered becomes a test when its cycle begins, and that is asked")
  func considering() throws {
    let scene = try begun("considering")
    let adoption = try #require(try scene.adoptions(at: "riverside").last)
    #expect(adoption.stage == .considering)
    var session = try scene.enter(as: "marta", section: .cycles)
    let cycle = Cycle(try scene.ingrid().document(try #require(adoption.cycles.last)).tree)
    session.type("/\(cycle.title.lowercased())<Enter>>")
    #expect(session.screen.contains("from “considering it” to"))
    session.type("y")
    #expect(try scene.adoptions(at: "riverside").last?.stage == .testing)
  }

  /// Marta decides the try-out's cycle.
  private func decide(
    _ decision: String, _ scene: CommonsScene, _ adoption: Adoption
  ) throws -> ScriptedSession {
    let id = try #require(adoption.cycles.last)
    let marta = try scene.store.enter(as: "marta")
    _ = try marta.set(id, assignments: [Assignment("stage", "act")])
    var session = try scene.enter(as: "marta", section: .cycles)
    let base = try marta.document(id)
    session.openForTest(.cycle(CycleSubject(.decision, of: id)))
    guard case .form(let state) = session.model.overlay, let content = state.content else {
      Issue.record("no form")
      return session
    }
    #expect(content.base?.id == base.id)
    let choices = CycleDecision.allCases.map(\.rawValue)
    let steps = (choices.firstIndex(of: decision) ?? 0) + 1
    session.type(String(repeating: "<Right>", count: steps))
    session.press("^s")
    return session
  }
}
