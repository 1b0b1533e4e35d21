import DocumentStore
import JSONTree
import Synchronization
import Testing

import enum DocumentStore.Operation

@Suite struct MergingTests {
  private let later = Timestamp(secondsSince1970: Scratch.noon.secondsSince1970 + 60)

  /// Two people who read one document, and what the first of them saved.
  private func quarrel(
    _ scratch: Scratch, firstSaves: (inout JSON) -> Void
  ) throws -> (second: DocumentStore, base: StoredDocument) {
    let one = try scratch.create()
    try one.commit(
      .add(Scratch.member(1, name: "Ada", more: [("skills", ["a"]), ("plan", ["x": 1])])))
    let two = try scratch.open()
    let base = try two.document(Scratch.id(1))
    var tree = base.tree
    firstSaves(&tree)
    try one.commit(.edit(tree, from: base), by: "first")
    return (two, base)
  }

  @Test("an edit of what nobody else changed is saved as it is, and no merge is told of")
  func alone() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)))
    let base = try store.document(Scratch.id(1))
    let receipt = try store.commit(.edit(Scratch.member(1, name: "Berta"), from: base))
    #expect(receipt.merges.isEmpty)
    #expect(try scratch.open().document(base.id).tree == Scratch.member(1, name: "Berta"))
  }

  @Test("edits of different fields are both saved, and it is said whose was merged in")
  func clean() throws {
    let scratch = Scratch()
    let (store, base) = try quarrel(scratch) {
      $0["name"] = "Berta"
      $0["skills"] = ["a", "b"]
    }
    var mine = base.tree
    mine["plan"] = ["x": 2]
    mine["skills"] = ["c"]
    let receipt = try store.commit(.edit(mine, from: base), by: "second", at: later)
    let merge = try #require(receipt.merges.first)
    #expect(merge.other == LastChange(at: Scratch.noon, by: "first"))
    #expect(merge.conflicts.isEmpty)
    let saved = try scratch.open().document(base.id)
    #expect(saved == merge.document)
    #expect(saved.tree["name"] == "Berta")
    #expect(saved.tree["plan"] == ["x": 2])
    #expect(saved.tree["skills"] == ["b", "c"])
    #expect(saved.tree[KeptConflict.path] == nil)
    #expect(receipt.changes.map(\.new) == [saved.revision])
  }

  @Test("whoever was overtaken while waiting for the lock merges in the same turn, however often")
  func overtaken() throws {
    let scratch = Scratch()
    let one = try scratch.create()
    try one.commit(.add(Scratch.member(1)))
    let base = try one.document(Scratch.id(1))
    let turns = Mutex(0)
    var files = FileSystem.quick
    files.lock = { (lock) throws(SystemFailure) in
      // Somebody else's turn comes before each of ours.
      let turn = turns.withLock { turns in
        turns += 1
        return turns
      }
      var tree = base.tree
      tree["note"] = JSON(turn)
      guard (try? one.commit(.edit(tree, from: base), by: "first")) != nil else {
        throw SystemFailure("lock", code: 5)
      }
      try FileSystem.quick.lock(lock)
    }
    let two = try scratch.open(files)
    let receipt = try two.commit(.edit(Scratch.member(1, name: "Berta"), from: base), by: "second")
    #expect(turns.withLock { $0 } == 1)
    #expect(receipt.merges.count == 1)
    let saved = try scratch.open().document(base.id)
    #expect(saved.tree["name"] == "Berta")
    #expect(saved.tree["note"] == 1)
    #expect(scratch.names(".store/tmp").isEmpty)
  }

  @Test("what was prepared before somebody was quicker is written over, however long it was")
  func writtenOver() throws {
    let scratch = Scratch()
    let one = try scratch.create()
    let long = String(repeating: "long ", count: 400)
    try one.commit(.add(Scratch.member(1, more: [("note", .string(long))])))
    let base = try one.document(Scratch.id(1))
    let made = Mutex(0)
    let hasLost = Mutex(false)
    var files = FileSystem.quick
    files.lock = { (lock) throws(SystemFailure) in
      if hasLost.withLock({ $0 }) == false {
        hasLost.withLock { $0 = true }
        var short = base.tree
        short["note"] = "short"
        guard (try? one.commit(.edit(short, from: base), by: "first")) != nil else {
          throw SystemFailure("lock", code: 5)
        }
      }
      try FileSystem.quick.lock(lock)
    }
    files.open = { (folder, name, purpose) throws(SystemFailure) in
      if case .creating = purpose, name.hasSuffix(".json") { made.withLock { $0 += 1 } }
      return try FileSystem.quick.open(folder, name, purpose)
    }
    let two = try scratch.open(files)
    var mine = base.tree
    mine["name"] = "Berta"
    try two.commit(.edit(mine, from: base), by: "second")
    let saved = try scratch.open().document(base.id)
    #expect(saved.tree["name"] == "Berta")
    #expect(saved.tree["note"] == "short")
    // One for the document, and one with both versions for undo.
    #expect(made.withLock { $0 } == 2)
    #expect(scratch.names(".store/tmp").isEmpty)
  }

  @Test("where both changed the same, both values are kept with who and when until one is chosen")
  func conflict() throws {
    let scratch = Scratch()
    let (store, base) = try quarrel(scratch) { $0["name"] = "Berta" }
    let mine = Scratch.member(
      1, name: "Cleo", more: [("skills", ["a"]), ("plan", ["x": 1])])
    let receipt = try store.commit(.edit(mine, from: base), by: "second", at: later)
    #expect(receipt.merges.first?.conflicts.map(\.path) == ["name"])
    let saved = try scratch.open().document(base.id)
    let kept = KeptConflict.all(in: saved.tree)
    #expect(kept.map(\.path) == ["name"])
    #expect(
      Set(kept[0].versions) == [
        .init(value: "Berta", by: "first", at: Scratch.noon),
        .init(value: "Cleo", by: "second", at: later),
      ])
    #expect(kept[0].versions.map(\.value).contains(saved.tree["name"]))

    let chosen = KeptConflict.resolving(in: saved.tree) { $0.path == "name" }
    #expect(chosen[KeptConflict.path] == nil)
    #expect(KeptConflict.resolving(in: saved.tree) { $0.path == "plan" } == saved.tree)
  }

  @Test("two hosts keep the same two versions in the same bytes")
  func sameBytes() {
    let one = KeptConflict.Version(value: "a", by: "x", at: Scratch.noon)
    let two = KeptConflict.Version(value: nil, by: "y", at: nil)
    #expect(
      KeptConflict(path: "p", versions: [one, two])
        == KeptConflict(path: "p", versions: [two, one])
    )
  }

  @Test("a conflict is refused and nothing saved where the transaction may not keep any")
  func refusing() throws {
    let scratch = Scratch()
    let (store, base) = try quarrel(scratch) { $0["name"] = "Berta" }
    var mine = base.tree
    mine["name"] = "Cleo"
    let strict = MergePolicy(keepsConflicts: false)
    let unsound = MergePolicy(keepsConflicts: true) { _, found in found.tree["name"] == "other" }
    for policy in [strict, unsound] {
      #expect {
        try store.commit(
          Transaction(
            [.edit(mine, from: base)], verb: "set:member", by: "second", at: later, merging: policy)
        )
      } throws: { error in
        guard case StoreError.conflict(let conflict) = error else { return false }
        return conflict.by == "first" && conflict.found != nil
      }
    }
    #expect(try store.document(base.id).tree["name"] == "Berta")
    #expect(try store.journalEntries().count == 2)
    #expect(scratch.names(".store/tmp").isEmpty)
  }

  @Test("an edit of a document that is gone is a conflict, and does not bring it back")
  func gone() throws {
    let scratch = Scratch()
    let (store, base) = try quarrel(scratch) { $0["name"] = "Berta" }
    try scratch.open().commit(.trash(base.id, expecting: nil), by: "first")
    #expect {
      try store.commit(.edit(base.tree, from: base))
    } throws: { error in
      guard case StoreError.conflict(let conflict) = error else { return false }
      return conflict.found == nil && conflict.by == "first"
    }
  }

  @Test("an expected revision never merges")
  func expecting() throws {
    let scratch = Scratch()
    let (store, base) = try quarrel(scratch) { $0["name"] = "Berta" }
    var mine = base.tree
    mine["plan"] = ["x": 2]
    #expect(throws: StoreError.self) {
      try store.commit(.replace(base.id, with: mine, expecting: base.revision))
    }
  }

  @Test("many who edit one document at once lose nothing of what they put in")
  func crowd() async throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1, more: [("skills", [])])))
    let stores = try (0..<4).map { _ in try scratch.open() }
    let base = try store.document(Scratch.id(1))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (person, own) in stores.enumerated() {
        group.addTask {
          for number in 0..<10 {
            var tree = base.tree
            tree["skills"] = [.string("p\(person)n\(number)")]
            try own.commit(
              Transaction(
                [.edit(tree, from: base)], verb: "set:member", by: "p\(person)", at: Scratch.noon))
          }
        }
      }
      try await group.waitForAll()
    }
    let saved = try scratch.open().document(base.id).tree
    #expect(saved["skills"]?.elements.count == 40)
    #expect(saved[KeptConflict.path] == nil)
  }
}
