import DocumentStore
import Foundation
import JSONTree
import Testing

import enum DocumentStore.Operation

@Suite struct SavingTests {
  @Test("a saved document is there after opening the store again, with fields nobody knows")
  func roundTrip() throws {
    let scratch = Scratch()
    let tree = Scratch.member(1, more: [("unknown", ["deep": [1, "é"]])])
    let number = try JSON.parse("1.50")
    var written = tree
    written["literal"] = number
    let receipt = try scratch.create().commit(.add(written), verb: "add:member")
    let read = try scratch.open().document(Scratch.id(1))
    #expect(read.tree == written)
    #expect(read.place == "shared/members/\(Scratch.id(1)).json")
    #expect(scratch.bytes(read.place) == written.canonicalBytes)
    #expect(read.revision == Revision(of: written.canonicalBytes))
    #expect(
      receipt.changes == [
        DocumentChange(id: Scratch.id(1), type: "member", old: nil, new: read.revision)
      ])
  }

  @Test("a document lies with its site, and one named by its site is known by its path")
  func places() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.cycle(1)), .add(Scratch.series(measure: 5)))
    let site = Scratch.id(900)
    let reader = try scratch.open()
    #expect(
      try reader.document(Scratch.id(1)).place == "sites/\(site)/cycles/\(Scratch.id(1)).json")
    let series = "\(site).\(Scratch.id(5))"
    #expect(try reader.document(series).place == "sites/\(site)/series/\(Scratch.id(5)).json")
    #expect(try reader.documents(ofType: "series").map(\.id) == [series])
  }

  @Test("replacing a document with the same bytes changes nothing and journals nothing")
  func unchanged() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)))
    let generation = store.generation
    let receipt = try store.commit(
      .replace(Scratch.id(1), with: Scratch.member(1), expecting: nil))
    #expect(receipt.changes.isEmpty)
    #expect(store.generation == generation)
    #expect(try store.journalEntries().count == 1)
  }

  @Test("whoever saves over a change they have not seen is told who made it, and nothing is lost")
  func conflict() throws {
    let scratch = Scratch()
    let one = try scratch.create()
    try one.commit(.add(Scratch.member(1)))
    let two = try scratch.open()
    let seen = try two.document(Scratch.id(1)).revision
    try one.commit(
      .replace(Scratch.id(1), with: Scratch.member(1, name: "Berta"), expecting: seen), by: "b")
    let mine = Operation.replace(
      Scratch.id(1), with: Scratch.member(1, name: "Cleo"), expecting: seen)
    #expect {
      try two.commit(mine)
    } throws: { error in
      guard case StoreError.conflict(let conflict) = error else { return false }
      return conflict.by == "b" && conflict.at == Scratch.noon && conflict.expected == seen
        && conflict.found == (try? one.document(Scratch.id(1)).revision)
    }
    #expect(try two.document(Scratch.id(1)).tree["name"]?.string == "Berta")
    #expect(scratch.names(".store/tmp").isEmpty)
  }

  @Test("a document that was removed meanwhile is a conflict, not a new document")
  func conflictWithRemoval() throws {
    let scratch = Scratch()
    let one = try scratch.create()
    try one.commit(.add(Scratch.member(1)))
    let two = try scratch.open()
    let seen = try two.document(Scratch.id(1)).revision
    try one.commit(.trash(Scratch.id(1), expecting: nil))
    #expect {
      try two.commit(.replace(Scratch.id(1), with: Scratch.member(1, name: "x"), expecting: seen))
    } throws: { error in
      guard case StoreError.conflict(let conflict) = error else { return false }
      return conflict.found == nil
    }
  }

  @Test("one refused change refuses the whole transaction")
  func allOrNothing() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)))
    #expect(throws: StoreError.self) {
      try store.commit(.add(Scratch.member(2)), .add(Scratch.member(1)))
    }
    #expect(throws: StoreError.changedTwice(Scratch.id(3))) {
      try store.commit(
        .add(Scratch.member(3)), .replace(Scratch.id(3), with: Scratch.member(3), expecting: nil))
    }
    #expect(try scratch.open().documents(ofType: "member").map(\.id) == [Scratch.id(1)])
    #expect(scratch.names(".store/tmp").isEmpty)
    #expect(scratch.names(".store/intent").isEmpty)
  }

  @Test("a transaction of many documents is one line of the journal")
  func many() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    let adding = (0..<200).map { Operation.add(Scratch.cycle($0, site: 900 + $0 % 7)) }
    let receipt = try store.commit(
      Transaction(adding, verb: "import:cycle", by: "a", at: Scratch.noon, note: "a file"))
    #expect(receipt.changes.count == 200)
    #expect(try store.documents(ofType: "cycle").count == 200)
    #expect(try scratch.open().documents(ofType: "cycle").count == 200)
    let entry = try #require(try store.journalEntries().first)
    #expect(entry.documents == receipt.changes)
    #expect(entry.note == "a file")
    #expect(scratch.names(".store/intent").isEmpty)
  }

  @Test("what is no document is refused with the reason")
  func invalid() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    let site = Scratch.id(900)
    let cases: [(JSON, StoreError)] = [
      ([1], .invalidDocument(id: nil, .notAnObject)),
      (["type": "member"], .invalidDocument(id: nil, .noID)),
      (["id": "a"], .invalidDocument(id: "a", .noType)),
      (["id": "a", "type": "ghost"], .noSuchType("ghost")),
      (["id": "../a", "type": "member"], .invalidDocument(id: "../a", .unusableID("../a"))),
      (["id": "", "type": "member"], .invalidDocument(id: "", .unusableID(""))),
      (["id": ".a", "type": "member"], .invalidDocument(id: ".a", .unusableID(".a"))),
      (
        ["id": "x.y", "type": "series", "site": .string(site)],
        .invalidDocument(id: "x.y", .misplaced)
      ),
      (
        Scratch.member(1, more: [("schema", 3)]),
        .newerDocument(Scratch.id(1), found: 3, known: 2)
      ),
    ]
    for (tree, expected) in cases {
      #expect(throws: expected) { try store.commit(.add(tree)) }
    }
    let deep = (0..<70).reduce(JSON.null) { tree, _ in .array([tree]) }
    #expect(throws: StoreError.self) {
      try store.commit(.add(Scratch.member(1, more: [("deep", deep)])))
    }
    let long = JSON.string(String(repeating: "x", count: 300_000))
    #expect(throws: StoreError.self) {
      try store.commit(.add(Scratch.member(1, more: [("long", long)])))
    }
    #expect(throws: StoreError.invalidDocument(id: Scratch.id(1), .otherID(Scratch.id(2)))) {
      try store.commit(.add(Scratch.member(1)))
      try store.commit(.replace(Scratch.id(1), with: Scratch.member(2), expecting: nil))
    }
  }

  @Test("documents of a newer program are read, kept whole and not written")
  func newer() throws {
    let scratch = Scratch()
    _ = try scratch.create()
    let tree = Scratch.member(1, more: [("schema", 9), ("new", "field")])
    try scratch.write(tree.canonicalText, to: "shared/members/\(Scratch.id(1)).json")
    let store = try scratch.open()
    #expect(try store.document(Scratch.id(1)).isNewer)
    let refusal = StoreError.newerDocument(Scratch.id(1), found: 9, known: 2)
    #expect(throws: refusal) {
      try store.commit(.replace(Scratch.id(1), with: Scratch.member(1), expecting: nil))
    }
    #expect(throws: refusal) { try store.commit(.trash(Scratch.id(1), expecting: nil)) }
    #expect(scratch.bytes("shared/members/\(Scratch.id(1)).json") == tree.canonicalBytes)
  }

  @Test("files and folders get the rights of the store's folder, set-group-id with them")
  func rights() throws {
    let scratch = Scratch()
    _ = try scratch.create()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o2770], ofItemAtPath: scratch.path)
    try scratch.open().commit(.add(Scratch.cycle(1)))
    let folder = "sites/\(Scratch.id(900))/cycles"
    #expect(try scratch.mode(folder) == 0o2770)
    #expect(try scratch.mode("\(folder)/\(Scratch.id(1)).json") == 0o660)
    let journal = try #require(scratch.journal()).place
    #expect(try scratch.mode(journal) == 0o660)
  }

  @Test("links in the store lead nowhere")
  func links() throws {
    let scratch = Scratch()
    let other = Scratch()
    _ = try scratch.create()
    _ = try other.create()
    try other.open().commit(.add(Scratch.member(1)))
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/shared/cycles", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/shared/members", withDestinationPath: "\(other.path)/shared/members")
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/shared/cycles/\(Scratch.id(2)).json",
      withDestinationPath: "\(other.path)/shared/members/\(Scratch.id(1)).json")
    let store = try scratch.open()
    #expect(try store.documents(ofType: "member").isEmpty)
    #expect(throws: StoreError.self) { try store.commit(.add(Scratch.member(3))) }
    #expect(other.names("shared/members").count == 1)
    #expect(try store.documents(ofType: "cycle").isEmpty)
    #expect(store.damaged.map(\.problem) == [.notAFile])
  }
}
