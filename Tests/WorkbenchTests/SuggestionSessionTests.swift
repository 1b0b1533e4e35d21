import Collaborative
import DocumentStore
import Improvement
import JSONTree
import TestSupport
import Testing
import Workbench

@Suite("Suggesting and asking by keys") struct SuggestionSessionTests {
  private static let title = "Is this normal for them? In four languages"

  @Test("who leads no team suggests, the lead answers, and the answer comes back")
  func suggestion() throws {
    var scene = try CommonsScene(as: "kofi.fitzroy", title: Self.title)
    #expect(scene.session.model.identity?.leadsProject == false)
    scene.session.press("t")
    expectGolden(scene.session.screen, named: "suggest-form-80x24")
    scene.session.type("Two families asked for it<^s>")
    #expect(scene.session.model.status.text.contains("the answer comes to Today"))
    var kofi = try scene.enter(as: "kofi.fitzroy")
    kofi.type("/you suggested<Enter>")
    #expect(kofi.screen.contains("You suggested"))
    #expect(
      try scene.store.enter(as: "kofi.fitzroy").todayRows().contains {
        $0.text.hasPrefix("You suggested") && $0.detail == "no answer yet"
      })

    var marta = try scene.enter(as: "marta")
    marta.type("/two families<Enter>")
    #expect(marta.screen.contains("a answers it: yes, not now or no"))
    marta.type("<Enter>a")
    #expect(marta.screen.contains("Do you try it?"))
    expectGolden(marta.screen, named: "suggestion-answer-form")
    marta.press("^s")
    #expect(marta.model.overlay != nil, "an answer needs a word and a reason")
    marta.type("<Right><Right><Tab>After the summer<^s>")
    #expect(marta.model.status.text == "answered: not now")
    var again = try scene.enter(as: "marta")
    again.type("/two families<Enter>")
    #expect(!again.screen.contains("a answers it"), "it waits no longer")
    kofi = try scene.enter(as: "kofi.fitzroy")
    kofi.type("/not now to<Enter>")
    #expect(kofi.screen.contains("Not now to “Is this normal for…”"))
    #expect(kofi.screen.contains("After the summer"), "the page beside it has the reason")
    kofi.type("<Enter>")
    #expect(kofi.screen.contains("› Answer"))
    #expect(kofi.screen.contains("Not now"))
    #expect(kofi.screen.contains("After the summer"))
  }

  @Test("a suggestion and its answer stand on Today once each, marked as what they are")
  func once() throws {
    let scene = try CommonsScene(as: "kofi.fitzroy", title: Self.title)
    // Both have looked before, so that what is new is told.
    _ = try scene.store.enter(as: "kofi.fitzroy").todayRows()
    _ = try scene.store.enter(as: "marta").todayRows()
    var session = scene.session
    session.type("tTwo families asked for it<^s>")
    let lead = try scene.store.enter(as: "marta")
    let waiting = try lead.todayRows().filter { $0.text.contains("Two families asked") }
    #expect(waiting.map(\.mark) == ["suggested"])
    #expect(waiting.map(\.kind) == [.question])
    let note = try #require(waiting.first?.target.id)
    _ = try lead.answer(note, "yes", words: "We start next month")
    let told = try scene.store.enter(as: "kofi.fitzroy").todayRows()
      .filter { $0.text.contains("We start next month") }
    #expect(
      told.map(\.text) == ["Yes to “Is this normal for…”: We start next month · Marta Okafor"])
    #expect(told.map(\.kind) == [.news])
    let page = try scene.store.enter(as: "kofi.fitzroy").page(Target(.note, note))
    #expect(page.plainText(columns: 80, glyphs: .unicode).contains("Yes, we try it: We start"))
  }

  @Test("a yes goes on to the try-out, filled in for that team")
  func yes() throws {
    var scene = try CommonsScene(as: "kofi.fitzroy", title: Self.title)
    scene.session.type("tWe could start with one bay<^s>")
    var marta = try scene.enter(as: "marta")
    marta.type("/one bay<Enter><Enter>a<Right>")
    marta.type("<Tab>Good idea<^s>")
    #expect(marta.screen.contains("Try it here: \(Self.title)"))
  }

  @Test("a question goes to somebody who agreed, stands on their Today, and its answer comes back")
  func question() throws {
    var scene = try CommonsScene(as: "kofi.fitzroy")
    let first = try #require(
      try scene.store.enter(as: "kofi.fitzroy").witnesses(of: scene.resource).first)
    scene.session.type("cWho filled the bottles?")
    expectGolden(scene.session.screen, named: "ask-form-80x24")
    scene.session.press("^s")
    #expect(scene.session.model.status.text == "asked \(first.name); the answer comes to Today")
    let login = try #require(
      Member(try scene.ingrid().document(first.member).tree).login)
    var asked = try scene.enter(as: login)
    asked.type("/filled the bottles<Enter>")
    #expect(asked.screen.contains("Who filled the bottles?"))
    asked.type("<Enter>a")
    asked.type("The night porter<^s>")
    var kofi = try scene.enter(as: "kofi.fitzroy")
    kofi.type("/answered: the night<Enter><Enter>")
    #expect(kofi.screen.contains("The night porter"))
  }

  @Test("where nobody agreed to be asked, it says what to do instead")
  func nobody() throws {
    let scene = try CommonsScene()
    _ = try scene.ingrid().add(
      .resource, document: ["title": "A thing nobody knows", "kind": "tool"])
    var session = try scene.enter(as: "marta", section: .commons)
    session.type("/nobody knows<Enter>c")
    #expect(session.screen.contains("has agreed to be asked; a on its page asks openly instead"))
  }
}
