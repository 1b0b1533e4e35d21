import Cells
import Collaborative
import DocumentStore
import Foundation
import Improvement
import TestSupport
import Testing

@testable import Workbench

@Suite("Why nothing can be saved") struct BannerTests {
  /// A store that lost a tenth of its cycles, which nobody has accepted.
  private func braked() throws -> DemoStore {
    let store = try DemoStore()
    let steward = try store.enter(as: "ingrid")
    _ = try steward.diagnose()
    let cycles = try steward.documents(.cycle)
    for cycle in cycles.prefix(cycles.count / 2) {
      try FileManager.default.removeItem(atPath: "\(store.path)/\(cycle.place)")
    }
    #expect(try store.enter(as: "ingrid").diagnose().brake != nil)
    return store
  }

  @Test(
    "a store that lost too much says so in words at every size, and what to do",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func brake(size: Size) throws {
    let session = ScriptedSession(
      try braked().enter(as: "marta"), columns: size.columns, rows: size.rows, section: .cycles)
    expectGolden(session.screen, named: "brake-\(size.columns)x\(size.rows)-unicode")
    let words = session.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in ["Read-only:", "documents vanished", "huddle doctor --accept", "kept as a draft."] {
      #expect(words.contains(part), "\(part)")
    }
  }

  @Test("what is saved then becomes a draft at once, says so, and one key saves it later")
  func draft() throws {
    let store = try braked()
    var session = ScriptedSession(
      try store.enter(as: "marta"), columns: 80, rows: 24, section: .cycles)
    session.type("aMeanwhile<^s>")
    #expect(session.screen.contains("Not saved: ^s tries again"))
    #expect(try kept(store)?.values.contains("Meanwhile") == true)
    let steward = try store.enter(as: "ingrid")
    #expect(try steward.diagnose(accepts: true).brake == nil)
    session.type("<^s>")
    #expect(session.screen.contains("added the PDSA cycle"))
    #expect(!session.screen.contains("Read-only"))
    #expect(try kept(store) == nil)
  }

  private func kept(_ store: DemoStore) throws -> [String: String]? {
    try store.enter(as: "marta").draft(name: "add-cycle")
  }

  @Test("a full disk is told in words, beside the form that still holds what was typed")
  func noRoom() throws {
    let store = try DemoStore()
    var session = ScriptedSession(
      try store.enter(as: "marta"), columns: 80, rows: 24, section: .cycles)
    session.type("aMeanwhile")
    guard case .form(let form) = session.model.overlay, let content = form.content else {
      Issue.record("there is no form")
      return
    }
    session.send(
      .refused(
        .saveForm(form.subject, values: [:], base: content),
        Refusal(words: "there is no room left", isTrouble: true)))
    let words = session.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Not saved: there is no room left. What you typed is kept as a draft."))
    #expect(try kept(store)?.values.contains("Meanwhile") == true)
    session.type("<^s>")
    #expect(session.screen.contains("added the PDSA cycle"))
    #expect(!session.screen.contains("no room left"))
  }

  @Test("a form on what a newer program wrote says that it can only be read")
  func newer() throws {
    let store = try DemoStore()
    let cycle = try #require(try store.enter(as: "ingrid").documents(.cycle).first)
    let path = "\(store.path)/\(cycle.place)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("\"schema\": 1", with: "\"schema\": 99")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let reader = try store.enter(as: "ingrid")
    var session = ScriptedSession(reader, columns: 80, rows: 24, section: .cycles)
    let target = Target(.cycle, cycle.id)
    let ticket = session.model.lastTicket + 1
    #expect {
      try reader.answer(.form(.edit(target)))
    } throws: { error in
      guard let error = error as? CollaborationError else { return false }
      session.type("a")
      session.send(.failed(.form, ticket: ticket, error.words))
      return error.words.contains("newer")
    }
    #expect(session.screen.contains("newer"))
  }
}
