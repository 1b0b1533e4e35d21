import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Operations of a batch") struct ApplyingTests {
  private let id = ULID(milliseconds: 1_774_000_000_000, high: 1, low: 2).text

  private func cycle(_ more: (String, JSON)...) -> JSON {
    var doc: JSON = [
      "title": "Blankets", "tags": ["ssi"],
      "plan": ["predictions": [["question": "Warm?", "prediction": "9 of 10"]]],
    ]
    for (key, value) in more { doc[key] = value }
    return doc
  }

  private func add(_ doc: JSON, id: String?, type: String = "cycle") -> JSON {
    var operation: JSON = ["op": "add", "type": .string(type), "doc": doc]
    operation["id"] = id.map(JSON.string)
    return operation
  }

  @Test("an addition with an id may be asked for again: the same content is there once")
  func addedOnce() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let project = JSON.string(try steward.resolve("warm", type: .project))
    let operation = add(cycle(("project", project)), id: id)
    let first = try steward.apply(operation)
    #expect(first.id == id)
    // Later, and by another process: what huddle filled in by the clock does not count.
    let later = Clock.fixed(Timestamp(secondsSince1970: 1_774_900_000))
    let again = try Collaboration.open(path: store.path, unixLogin: "stella", clock: later)
    let second = try again.apply(operation)
    #expect(second.revision == first.revision)
    #expect(!second.hasChanged)
    #expect(try steward.documents(.cycle).count == 1)
    for other in [cycle(("project", project), ("title", "Other")), cycle(("tags", []))] {
      #expect(refusal { _ = try steward.apply(add(other, id: id)) }?.code == 4)
    }
    _ = try steward.remove(id)
    let trashed = refusal { _ = try steward.apply(operation) }
    #expect(trashed?.code == 4)
    #expect(trashed?.words.contains("is in the trash") == true)
    #expect(try steward.documents(.cycle).isEmpty)
  }

  @Test("a try-out that was dated by huddle is the same when it is asked for another day")
  func dated() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let resource = try steward.add(.resource, "title=Checklist", "kind=tool").id
    let site = JSON.string(try steward.resolve("riverside", type: .site))
    let operation = add(
      ["resource": .string(resource), "site": site, "stage": "testing"], id: id, type: "adoption")
    _ = try steward.apply(operation)
    let later = Clock.fixed(Timestamp(secondsSince1970: 1_774_900_000))
    let again = try Collaboration.open(path: store.path, unixLogin: "stella", clock: later)
    #expect(try !again.apply(operation).hasChanged)
  }

  @Test("fields are set as typed or as they are, and only at the revision that was asked for")
  func set() throws {
    let steward = try TemporaryStore().furnished()
    let project = JSON.string(try steward.resolve("warm", type: .project))
    let added = try steward.apply(add(cycle(("project", project)), id: id))
    let changed = try steward.apply([
      "op": "set", "id": .string(id), "ifRevision": .string(added.revision.hex),
      "fields": [
        "tags+": ["warm", "night, late"], "scale.patients": 5, "plannedStart": "2026-04-01",
        "plan.tasks": [["what": "Fetch"]], "do.carriedOutAsPlanned": true, "site": JSON.null,
      ] as JSON,
    ])
    let tree = try steward.tree(id)
    #expect(changed.revision == (try steward.document(id).revision))
    #expect(tree["scale.patients" as JSONPath] == 5)
    #expect(tree["plannedStart"] == "2026-04-01")
    #expect(tree["plan.tasks" as JSONPath] == [["what": "Fetch"]])
    #expect(tree["tags"]?.strings.prefix(2) == ["ssi", "warm"])
    let late = refusal {
      _ = try steward.apply([
        "op": "set", "id": .string(id), "ifRevision": .string(added.revision.short),
        "fields": ["title": "x"],
      ])
    }
    #expect(late?.code == 4)
    for fields in [["created.at": "2026-01-01T00:00:00Z"], ["revision": "x"]] as [JSON] {
      #expect(
        refusal { _ = try steward.apply(["op": "set", "id": .string(id), "fields": fields]) }?.code
          == 1)
    }
  }

  @Test("numbers are logged as they would be typed, and logged again change nothing")
  func log() throws {
    let steward = try TemporaryStore().furnished()
    func operation(_ more: (String, JSON)...) -> JSON {
      var tree: JSON = [
        "op": "log", "measure": "wound-infections", "site": "riverside", "period": "2026-01",
      ]
      for (key, value) in more { tree[key] = value }
      return tree
    }
    let first = try steward.apply(operation(("numerator", 2), ("denominator", 118)))
    #expect(try steward.tree(first.id)["points.0.denominator" as JSONPath] == 118)
    #expect(try !steward.apply(operation(("value", "2/118"))).hasChanged)
    #expect(try steward.apply(operation(("value", "~3/118"), ("note", "late"))).hasChanged)
    #expect(refusal { _ = try steward.apply(operation(("numerator", 2))) }?.code == 1)
  }

  @Test("what is no operation is refused with what is wrong and what to write")
  func refused() throws {
    let steward = try TemporaryStore().furnished()
    let cases: [(JSON, String)] = [
      ([1], "one JSON object"), (["op": "fly"], "choose add, set, log, remove or together"),
      (["id": "x"], "“op” is missing"), (["op": "remove"], "id is missing"),
      (["op": "add", "type": "ghost"], "no type of document"),
      (["op": "add", "type": "cycle", "doc": []], "doc must be one JSON object"),
      (add(cycle(), id: "mine"), "a ULID of 26"),
      (["op": "set", "id": "x", "fields": [:]], "fields must be"),
      (["op": "remove", "id": 3], "id must be a text"),
      (
        [
          "op": "set", "id": .string(steward.principal.memberID ?? ""), "ifRevision": "short",
          "fields": ["name": "x"],
        ], "is no revision"
      ),
    ]
    for (operation, words) in cases {
      let refused = try #require(refusal { _ = try steward.apply(operation) })
      #expect(refused.code == 1)
      #expect(refused.words.contains(words), "\(refused.words)")
    }
  }
}
