import DocumentStore
import Foundation
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Taking back") struct UndoTests {
  @Test("an addition, an edit, a removal and a number are each taken back and done again")
  func everything() throws {
    let steward = try TemporaryStore().furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A").id
    let added = try steward.tree(id)
    try steward.set(id, "title=B", "tags=ssi")
    let edited = try steward.tree(id)
    _ = try steward.remove(id)

    #expect(try steward.undo().words == "undone: moved the PDSA cycle “B” to the trash")
    #expect(try steward.tree(id) == edited)
    #expect(try steward.undo().words == "undone: changed the PDSA cycle “B”")
    #expect(try steward.tree(id) == added)
    let last = try steward.undo()
    #expect(last.words == "undone: added the PDSA cycle “A”")
    #expect(last.isGone)
    #expect((try? steward.document(id)) == nil)

    #expect(try steward.redo().words == "done again: added the PDSA cycle “A”")
    #expect(try steward.tree(id) == added)
    _ = try steward.redo()
    #expect(try steward.tree(id) == edited)
    #expect(try steward.redo().isGone)
    #expect(refusal { _ = try steward.redo() }?.code == 1)
    _ = try steward.undo()
    #expect(try steward.tree(id) == edited)
  }

  @Test("a logged number is taken back by its own words, and so is a phase")
  func numbers() throws {
    let steward = try TemporaryStore().furnished()
    func log(_ text: String) throws -> LogOutcome {
      try steward.log(
        ObservationEntry(
          measure: "wound-infections", site: "riverside", period: "2026-01", text: text))
    }
    let id = try log("1/50").seriesID
    let before = try steward.tree(id)
    let words = try log("2/50").words
    #expect(try steward.undo().words == "undone: \(words)")
    #expect(try steward.tree(id) == before)
    _ = try steward.beginPhase(starts: "2026-01", reason: "Bundle", in: steward.document(id))
    #expect(try steward.undo().words.hasPrefix("undone: a new phase begins with Jan 2026"))
    #expect(try steward.tree(id) == before)
  }

  @Test("what somebody else changed since stays, and is named")
  func others() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A").id
    let lee = try store.open("lee-riverside")
    try lee.set(id, "title=B")
    try steward.set(id, "plan.theory=If then")
    #expect(
      try lee.undo().words
        == "undone: changed the PDSA cycle “B”; what stella changed stays")
    let tree = try steward.tree(id)
    #expect(tree["title"] == "A")
    #expect(tree["plan.theory" as JSONPath] == "If then")
  }

  @Test("where somebody changed the same since, nothing is changed and they are named")
  func blocked() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A").id
    let lee = try store.open("lee-riverside")
    try lee.set(id, "title=B")
    try steward.set(id, "title=C")
    let now = try steward.tree(id)
    let refused = try #require(refusal { _ = try lee.undo() })
    #expect(refused.code == 4)
    #expect(refused.words.contains("stella changed the same"))
    #expect(try steward.tree(id) == now)
    // Nor is a document that somebody else has worked on moved to the trash.
    let other = try lee.add(.cycle, "project=warm", "title=Mine").id
    try steward.set(other, "title=Ours")
    #expect(refusal { _ = try lee.undo() }?.code == 4)
    #expect(try steward.tree(other)["title"] == "Ours")
  }

  @Test("the journal keeps no words of a document that was taken back")
  func noWords() throws {
    let steward = try TemporaryStore().furnished()
    try steward.add(.cycle, "project=warm", "title=A secret title")
    _ = try steward.undo()
    _ = try steward.redo()
    let entries = try steward.store.journalEntries()
    #expect(!entries.contains { $0.note?.contains("secret") == true })
  }

  @Test("a withdrawal is not taken back, and what came before it still is")
  func withdrawn() throws {
    let steward = try TemporaryStore().furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A").id
    let other = try steward.add(.cycle, "project=warm", "title=Story").id
    _ = try steward.withdraw(other, reason: "not ours to tell")
    #expect(try steward.undo().words == "undone: added the PDSA cycle “A”")
    #expect((try? steward.document(id)) == nil)
    #expect((try? steward.document(other)) == nil)
  }

  @Test("nobody takes back what is another's, nor what they may no longer write")
  func rights() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A").id
    let lee = try store.open("lee-riverside")
    #expect(refusal { _ = try lee.undo() }?.words.hasPrefix("there is nothing to undo") == true)
    try lee.set(id, "title=B")
    try steward.set(try steward.resolve("lee-riverside", type: .member), "siteIds=hillview")
    try steward.set(id, "owner=stella")
    let moved = try store.open("lee-riverside")
    #expect(refusal { _ = try moved.undo() }?.code == 5)
    #expect(try steward.tree(id)["title"] == "B")
  }

  @Test("undo says why it reaches no further, and leaves out what was withdrawn")
  func reach() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let lee = try store.open("lee-riverside")
    let id = try lee.add(.note, "body=only she could tell", "kind=comment").id
    try FileManager.default.removeItem(atPath: "\(store.path)/.store/undo")
    let words = try #require(refusal { _ = try lee.undo() }).words
    #expect(words.contains("not undone: added the note"))
    #expect(words.contains("undo reaches the last 200 changes of yours and 90 days back"))
    _ = try steward.withdraw(id, reason: "she asked")
    #expect(try #require(refusal { _ = try lee.undo() }).words.contains("nothing to undo"))
  }
}
