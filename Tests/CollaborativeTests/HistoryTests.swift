import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("History") struct HistoryTests {
  @Test("a document's history says who, when and what changed, field by field, newest first")
  func words() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A", "tags=ssi,old").id
    let lee = try store.open("lee-riverside")
    try lee.set(id, "title=B", "tags+=warm", "tags-=old", "stage=do")
    try lee.set(id, "plan.tasks.0.what=Fetch blankets", "tags-=warm")
    _ = try lee.undo()
    _ = try steward.remove(id)
    let history = try steward.history(of: id)
    #expect(
      history.map(\.words) == [
        "moved to the trash", "took back: changed", "changed", "changed",
        "added",
      ])
    #expect(history.map { steward.name(of: $0.by) }.suffix(2) == ["Lee of riverside", "stella"])
    #expect(history.allSatisfy { $0.at == Timestamp(secondsSince1970: 1_774_000_000) })
    #expect(
      Set(history[3].changes?.map(\.words) ?? [])
        == ["Title: A → B", "Stage: Plan → Do", "Tags: old → warm"])
    #expect(
      Set(history[2].changes?.map(\.words) ?? [])
        == ["Tasks: added Fetch blankets", "Tags: took away warm"])
    #expect(history[1].new == history[3].new)
  }

  @Test("a document that no journal knows was added by whoever it says")
  func withoutJournal() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.resolve("lee-riverside", type: .member)
    #expect(try steward.history(of: id).map(\.words) == ["added"])
    #expect(refusal { _ = try steward.history(of: ULID().text) }?.code == 1)
  }

  @Test("what was private then is not told because the document is shared now")
  func private_() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let lee = try store.open("lee-riverside")
    let project = try lee.resolve("warm", type: .project)
    let id = try lee.add(
      .note, "body=only mine", "kind=comment", "visibility=private", "target.type=project",
      "target.id=\(project)"
    ).id
    #expect(refusal { _ = try steward.history(of: id) }?.code == 5)
    try lee.set(id, "body=for all", "visibility=network")
    let history = try steward.history(of: id)
    #expect(history.first?.changes == nil)
    #expect(try lee.history(of: id).first?.changes?.count == 2)
  }
}
