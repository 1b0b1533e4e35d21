import Cells
import DocumentStore
import Foundation
import Improvement
import Testing
import Workbench

@Suite("What can't be shown as usual") struct DamageTests {
  @Test("a document broken by hand is named on Today with what is wrong, and the rest goes on")
  func broken() throws {
    let store = try DemoStore()
    let steward = try store.enter(as: "ingrid")
    let cycle = try #require(try steward.documents(.cycle).first)
    let url = URL(fileURLWithPath: store.path).appendingPathComponent(cycle.place)
    let bytes = try Data(contentsOf: url)
    try bytes.prefix(bytes.count / 2).write(to: url)
    var session = ScriptedSession(try store.enter(as: "ingrid"))
    #expect(session.screen.contains("damaged"))
    session.type("3")
    #expect(session.model.sectionState.count > 100)
    #expect(try Data(contentsOf: url) == bytes.prefix(bytes.count / 2))
  }

  @Test("a window that is too small takes no keys but q, and the form in it keeps its draft")
  func tooSmall() throws {
    let store = try DemoStore()
    var session = ScriptedSession(try store.enter(as: "marta"), section: .cycles)
    session.type("aHalf")
    session.send(.input(.resize(Size(columns: 20, rows: 5))))
    session.type("xyz")
    session.send(.input(.resize(Size(columns: 80, rows: 24))))
    #expect(session.screen.contains("Half"))
    #expect(!session.screen.contains("Halfx"))
    session.send(.input(.resize(Size(columns: 20, rows: 5))))
    session.type("q")
    #expect(session.hasQuit)
    var later = ScriptedSession(try store.enter(as: "marta"), section: .cycles)
    later.type("a")
    #expect(later.screen.contains("Half"))
  }
}
