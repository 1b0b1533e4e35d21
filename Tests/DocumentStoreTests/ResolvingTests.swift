import DocumentStore
import JSONTree
import Testing

@Suite struct ResolvingTests {
  private func filled() throws -> (Scratch, DocumentStore) {
    let scratch = Scratch()
    let store = try scratch.create()
    var trees: [JSON] = ["abcd1", "abcd2", "abx", "abc"].map { (id: String) -> JSON in
      ["id": .string(id), "type": "member"]
    }
    trees.append(["id": "abz9", "type": "cycle", "site": "s1"])
    for id in ["s1.m1", "s1.m2", "s2.m1", "s1.m1.spanish"] {
      trees.append([
        "id": .string(id), "type": "series", "site": .string(String(id.prefix(2))),
      ])
    }
    try store.commit(Transaction(trees.map { .add($0) }, verb: "x", by: "a", at: Scratch.noon))
    return (scratch, try scratch.open())
  }

  @Test("a prefix stands for the only id that begins with it; the whole id stands for itself")
  func unique() throws {
    let (scratch, store) = try filled()
    for (prefix, id) in [
      ("abx", "abx"), ("ABX", "abx"), ("abz", "abz9"), ("abcd1", "abcd1"), ("abc", "abc"),
      ("s2.", "s2.m1"), ("s1.m2", "s1.m2"), ("s1.m1", "s1.m1"), ("s1.m1.s", "s1.m1.spanish"),
    ] {
      #expect(try store.resolve(prefix: prefix) == id)
    }
    #expect(try store.resolve(prefix: "ab", type: "cycle") == "abz9")
    _ = scratch
  }

  @Test("what could be several says which, what is none says so")
  func ambiguous() throws {
    let (scratch, store) = try filled()
    #expect(throws: StoreError.ambiguous(prefix: "abcd", ["abcd1", "abcd2"])) {
      try store.resolve(prefix: "abcd")
    }
    #expect(throws: StoreError.ambiguous(prefix: "s.m1", ["s1.m1", "s1.m1.spanish", "s2.m1"])) {
      try store.resolve(prefix: "s.m1")
    }
    // Without a dot nothing with a dot is meant.
    for prefix in ["", "zz", "s1", "s1.x", "../", "abcd12"] {
      #expect(throws: StoreError.noSuchDocument(prefix)) { try store.resolve(prefix: prefix) }
    }
    _ = scratch
  }

  @Test("no id leads out of the store")
  func escaping() throws {
    let (scratch, store) = try filled()
    for id in ["../store", "..", ".", "", "a/b", "s1./../m1", "..m1", "s1..", "a\u{0}b", "é"] {
      #expect(throws: StoreError.noSuchDocument(id)) { try store.document(id) }
    }
    _ = scratch
  }
}
