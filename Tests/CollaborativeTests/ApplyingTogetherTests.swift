import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Operations of a batch that happen together") struct ApplyingTogetherTests {
  private let first = ULID(milliseconds: 1_774_000_000_000, high: 1, low: 2).text
  private let second = ULID(milliseconds: 1_774_000_000_000, high: 1, low: 3).text

  private func together(_ operations: JSON...) -> JSON {
    ["op": "together", "operations": .array(operations)]
  }

  private func add(_ id: String, _ title: String, _ category: String = "supplies") -> JSON {
    [
      "op": "add", "type": "need", "id": .string(id),
      "doc": ["title": .string(title), "category": .string(category)],
    ]
  }

  private func set(_ id: String, _ fields: JSON) -> JSON {
    ["op": "set", "id": .string(id), "fields": fields]
  }

  @Test("several documents change in one transaction, each may name those before it")
  func together() throws {
    let steward = try TemporaryStore().furnished()
    let project = JSON.string(try steward.resolve("warm", type: .project))
    let cycle: JSON = ["title": "Blankets", "project": project]
    let follower: JSON = ["title": "More", "project": project, "follows": .string(first)]
    let outcome = try steward.apply(
      together(
        ["op": "add", "type": "cycle", "id": .string(first), "doc": cycle],
        ["op": "add", "type": "cycle", "id": .string(second), "doc": follower],
        [
          "op": "log", "measure": "wound-infections", "site": "riverside", "period": "2026-01",
          "value": "2/118",
        ]))
    #expect(outcome.id == first)
    #expect(outcome.others.map(\.id).first == second)
    #expect(outcome.others.count == 2)
    let entry = try #require(steward.store.journalEntries().last)
    #expect(entry.documents.count == 3)
    #expect(entry.verb == "apply:documents")
    for outcome in [outcome] + outcome.others {
      #expect(try steward.document(outcome.id).revision == outcome.revision)
    }
    _ = try steward.undo()
    #expect(try steward.documents(.cycle).isEmpty)
  }

  @Test("where one is refused none is done, whichever it is")
  func allOrNothing() throws {
    let steward = try TemporaryStore().furnished()
    _ = try steward.apply(add(first, "Blankets"))
    let before = try steward.store.journalEntries().count
    let sound = [set(first, ["title": "Warm"]), add(second, "Pillows")]
    let wrong: [(JSON, code: Int32, words: String)] = [
      (set("01k3v8f2gq4m7n9r0s5t6w8x2z", ["title": "x"]), 1, "01k3v8f2gq4m7n9r0s5t6w8x2z"),
      (set(first, ["title": ""]), 1, "please fill it in"),
      (["op": "remove", "id": .string(first)], 1, "changed twice"),
      (together(add(second, "x")), 1, "stands within"),
      (add(second, "Other"), 1, "changed twice"), ([3], 1, "one JSON object"),
    ]
    for (operation, code, words) in wrong {
      for position in 0...2 {
        var operations = sound
        operations.insert(operation, at: position)
        let refused = refusal {
          _ = try steward.apply(["op": "together", "operations": .array(operations)])
        }
        #expect(refused?.code == code, "\(operation.compactText) \(refused?.words ?? "")")
        if position == 2 { #expect(refused?.words.contains(words) == true, "\(words)") }
      }
    }
    let late: JSON = [
      "op": "set", "id": .string(first), "fields": ["title": "x"],
      "ifRevision": .string(String(repeating: "0", count: 64)),
    ]
    #expect(refusal { _ = try steward.apply(together(add(second, "x"), late)) }?.code == 4)
    #expect(refusal { _ = try steward.apply(together()) }?.code == 1)
    #expect(try steward.store.journalEntries().count == before)
    #expect(try steward.tree(first)["title"] == "Blankets")
  }

  @Test("a step asked for again changes nothing, and one half done otherwise does the rest")
  func again() throws {
    let steward = try TemporaryStore().furnished()
    let step = together(add(first, "Blankets"), add(second, "Pillows"))
    let done = try steward.apply(step)
    let again = try steward.apply(step)
    #expect(!again.hasChanged)
    #expect(again.revision == done.revision)
    #expect(again.others.map(\.revision) == done.others.map(\.revision))
    let third = ULID(milliseconds: 1_774_000_000_000, high: 1, low: 4).text
    let more = try steward.apply(together(add(first, "Blankets"), add(third, "Sheets")))
    #expect(!more.hasChanged)
    #expect(more.others.map(\.hasChanged) == [true])
    #expect(more.others.map(\.id) == [third])
    #expect(try steward.tree(third)["title"] == "Sheets")
  }

  @Test("what two documents of one step may not both be is refused")
  func amongThemselves() throws {
    let steward = try TemporaryStore().furnished()
    func site(_ id: String, _ code: String) -> JSON {
      [
        "op": "add", "type": "site", "id": .string(id),
        "doc": ["name": .string("Site \(id)"), "code": .string(code), "kind": "hospital"],
      ]
    }
    let taken = refusal { _ = try steward.apply(together(site(first, "new"), site(second, "new"))) }
    #expect(taken?.code == 1)
    let project = JSON.string(try steward.resolve("warm", type: .project))
    for id in [first, second] {
      _ = try steward.apply([
        "op": "add", "type": "cycle", "id": .string(id),
        "doc": ["title": "Blankets", "project": project],
      ])
    }
    let circle = together(
      set(first, ["follows": .string(second)]), set(second, ["follows": .string(first)]))
    #expect(refusal { _ = try steward.apply(circle) }?.code == 1)
    #expect(try steward.tree(first)["follows"] == nil)
  }

  @Test("an edit of one that somebody else changes at the same moment is merged as always")
  func merged() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    _ = try steward.apply(together(add(first, "Blankets"), add(second, "Pillows")))
    let other = try Collaboration.open(path: store.path, unixLogin: "stella", clock: steward.clock)
    _ = try other.document(first)
    _ = try steward.apply(set(first, ["detail": "by hand"]))
    _ = try other.apply(
      together(set(first, ["tags+": "warm"]), set(second, ["tags+": "warm"])))
    let tree = try steward.tree(first)
    #expect(tree["detail"] == "by hand")
    #expect(tree["tags"] == ["warm"])
  }
}
