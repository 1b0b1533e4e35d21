import DocumentStore
import Foundation
import JSONTree
import Testing

import enum DocumentStore.Operation

@Suite struct TrashTests {
  @Test("what is removed lies in the trash with who and when, and comes back where it was")
  func thereAndBack() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.cycle(1)))
    let before = try store.document(Scratch.id(1))
    try store.commit(.trash(Scratch.id(1), expecting: before.revision), by: "m1")
    #expect(throws: StoreError.noSuchDocument(Scratch.id(1))) {
      try store.document(Scratch.id(1))
    }
    #expect(try store.documents(ofType: "cycle").isEmpty)
    let trashed = try #require(try scratch.open().trashed().first)
    #expect(trashed.id == Scratch.id(1))
    #expect(trashed.type == "cycle")
    #expect(trashed.tree == before.tree)
    #expect(trashed.place == before.place)
    #expect(trashed.by == "m1")
    #expect(trashed.at == Scratch.noon)

    let receipt = try store.commit(.restore(Scratch.id(1)))
    #expect(receipt.changes.map(\.new) == [before.revision])
    #expect(try store.document(Scratch.id(1)) == before)
    #expect(try store.trashed().isEmpty)
    #expect(try store.journalEntries().count == 3)
  }

  @Test("what someone changed meanwhile is not removed")
  func conflict() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)))
    let seen = try store.document(Scratch.id(1)).revision
    try scratch.open().commit(
      .replace(Scratch.id(1), with: Scratch.member(1, name: "New"), expecting: nil))
    #expect(throws: StoreError.self) {
      try store.commit(.trash(Scratch.id(1), expecting: seen))
    }
    #expect(try store.document(Scratch.id(1)).tree["name"]?.string == "New")
    #expect(try store.trashed().isEmpty)
  }

  @Test("nothing is restored over a document that took the place")
  func takenPlace() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)))
    try store.commit(.trash(Scratch.id(1), expecting: nil))
    try store.commit(.add(Scratch.member(1, name: "Second")))
    #expect(throws: StoreError.self) { try store.commit(.restore(Scratch.id(1))) }
    #expect(try store.document(Scratch.id(1)).tree["name"]?.string == "Second")
    #expect(try store.trashed().count == 1)
  }

  @Test("what is not in the trash cannot be restored, nor what was broken there")
  func nothingThere() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    for id in [Scratch.id(1), "../x", "", "a/b"] {
      #expect(throws: StoreError.noSuchDocument(id)) { try store.commit(.restore(id)) }
    }
    try scratch.write("{", to: "trash/\(Scratch.id(2)).json")
    #expect(throws: StoreError.self) { try store.commit(.restore(Scratch.id(2))) }
    let escaping: JSON = [
      "type": "member", "document": Scratch.member(3), "place": "shared/members/../../x.json",
      "trashed": ["at": "2026-03-14T12:00:00Z", "by": "x"],
    ]
    try scratch.write(escaping.canonicalText, to: "trash/\(Scratch.id(3)).json")
    #expect(throws: StoreError.self) { try store.commit(.restore(Scratch.id(3))) }
    #expect(scratch.bytes("trash/\(Scratch.id(2)).json") == Array("{".utf8))
  }
}
