import DocumentStore
import Foundation
import JSONTree
import Testing

import enum DocumentStore.Operation

@Suite struct UndoTests {
  private func entry(_ id: String, by: String = "me", undoes: String? = nil) -> JournalEntry {
    JournalEntry(
      id: id, host: "h", at: Scratch.noon, by: by, verb: "set:member", documents: [],
      undoes: undoes)
  }

  @Test("undo takes back one's own changes from the newest on, and redo does them again")
  func stack() {
    var entries = [entry("a"), entry("x", by: "other"), entry("b")]
    #expect(UndoStack(entries, by: "me").undoable.map(\.id) == ["a", "b"])
    entries.append(entry("u1", undoes: "b"))
    #expect(UndoStack(entries, by: "me").undoable.map(\.id) == ["a"])
    #expect(UndoStack(entries, by: "me").redoable.map(\.id) == ["u1"])
    entries.append(entry("u2", undoes: "a"))
    #expect(UndoStack(entries, by: "me").redoable.map(\.id) == ["u1", "u2"])
    entries.append(entry("r1", undoes: "u2"))
    #expect(UndoStack(entries, by: "me").undoable.map(\.id) == ["r1"])
    #expect(UndoStack(entries, by: "me").redoable.map(\.id) == ["u1"])
    entries.append(entry("c"))
    #expect(UndoStack(entries, by: "me").undoable.map(\.id) == ["r1", "c"])
    #expect(UndoStack(entries, by: "me").redoable.isEmpty)
  }

  @Test("what is undone across months is found in the older one")
  func months() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    let april = Timestamp(secondsSince1970: Scratch.noon.secondsSince1970 + 40 * 86_400)
    try store.commit(.add(Scratch.member(1)))
    let first = try #require(try store.nextUndo(by: "someone"))
    try store.commit(.add(Scratch.member(2)), at: april)
    let second = try #require(try store.nextUndo(by: "someone"))
    for done in [second, first] {
      try store.commit(
        Transaction(
          [.trash(done.documents[0].id, expecting: done.documents[0].new)], verb: "undo:member",
          by: "someone", at: april, undoes: done.id))
    }
    #expect(try store.nextUndo(by: "someone") == nil)
    let redo = try #require(try store.nextUndo(by: "someone", isRedo: true))
    #expect(redo.undoes == first.id)
    #expect(try store.nextUndo(by: "another") == nil)
  }

  @Test("both versions of every changed document are kept, and gone with the host's own folder")
  func versions() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)))
    let base = try store.document(Scratch.id(1))
    var tree = base.tree
    tree["name"] = "Berta"
    try store.commit(.edit(tree, from: base))
    try store.commit(.trash(base.id, expecting: nil))
    let entries = try store.journalEntries()
    let kept = try entries.map { try store.versions(of: $0)?.first }
    #expect(kept.map { $0?.before } == [nil, base.tree, tree])
    #expect(kept.map { $0?.after } == [base.tree, tree, nil])
    #expect(kept.map { $0?.change } == entries.map(\.documents.first))
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store")
    #expect(try scratch.open().versions(of: entries[0]) == nil)
    #expect(try scratch.open().documents(ofType: "member").isEmpty)
  }

  @Test("a transaction whose versions cannot be kept is saved all the same")
  func noRoomForVersions() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try scratch.write("in the way", to: ".store/undo")
    try store.commit(.add(Scratch.member(1)))
    #expect(try scratch.open().document(Scratch.id(1)).tree == Scratch.member(1))
    #expect(try store.versions(of: try #require(store.journalEntries().first)) == nil)
  }
}
