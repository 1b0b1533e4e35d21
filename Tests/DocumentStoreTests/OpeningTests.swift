import DocumentStore
import Foundation
import JSONTree
import Testing

import enum DocumentStore.Operation

@Suite struct OpeningTests {
  @Test("a new store says what it is, and opens")
  func creating() throws {
    let scratch = Scratch()
    let made = try scratch.create()
    let about = try scratch.open().about
    #expect(about == made.about)
    #expect(about["name"]?.string == "Test")
    #expect(about["format"]?.int == 1)
    #expect(about["id"]?.string.flatMap(ULID.init) != nil)
    #expect(about["created.at" as JSONPath]?.string == "2026-03-14T12:00:00Z")
  }

  @Test("a store is made with the folders on the way, or in an empty folder")
  func folders() throws {
    let scratch = Scratch()
    let deep = "\(scratch.path)/a/b/"
    _ = try DocumentStore.create(at: deep, schemas: [], at: Scratch.noon)
    _ = try DocumentStore.open(at: deep, schemas: [])
    let empty = "\(scratch.path)/empty"
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
    _ = try DocumentStore.create(at: empty, schemas: [])
  }

  @Test("no store is made where a store or anything else is")
  func refusedCreating() throws {
    let scratch = Scratch()
    _ = try scratch.create()
    #expect(throws: StoreError.alreadyAStore(path: scratch.path)) { try scratch.create() }
    let other = Scratch()
    try other.write("mine", to: "thesis.txt")
    #expect(throws: StoreError.notEmpty(path: other.path)) { try other.create() }
    let file = "\(other.path)/thesis.txt"
    #expect(throws: StoreError.notADirectory(path: file)) {
      try DocumentStore.create(at: file, schemas: [])
    }
    #expect(throws: StoreError.notADirectory(path: "\(file)/deeper")) {
      try DocumentStore.create(at: "\(file)/deeper", schemas: [])
    }
    #expect(other.bytes("thesis.txt") == Array("mine".utf8))
  }

  @Test("what is no store is refused with the reason, and left alone")
  func refusedOpening() throws {
    let scratch = Scratch()
    #expect(throws: StoreError.notThere(path: scratch.path)) { try scratch.open() }
    try scratch.write("x", to: "file")
    #expect(throws: StoreError.notAStore(path: scratch.path)) { try scratch.open() }
    let file = "\(scratch.path)/file"
    #expect(throws: StoreError.notADirectory(path: file)) {
      try DocumentStore.open(at: file, schemas: [])
    }
    try scratch.write("{}", to: "store.json")
    #expect(throws: StoreError.notAStore(path: scratch.path)) { try scratch.open() }
    #expect(scratch.names("") == ["file", "store.json"])
  }

  @Test("a broken store.json is refused with line and column")
  func brokenAbout() throws {
    let scratch = Scratch()
    try scratch.write("{\n  \"format\": 1,\n}", to: "store.json")
    #expect {
      try scratch.open()
    } throws: { error in
      guard case StoreError.damagedStore(let path, .notJSON(let reason)) = error else {
        return false
      }
      return path == "\(scratch.path)/store.json" && reason.line == 3 && reason.column == 1
    }
  }

  @Test("a folder that may not be read is refused as such")
  func unreadable() throws {
    // Nobody is refused anything as root, so the refusal is made up.
    let scratch = Scratch()
    _ = try scratch.create()
    var files = FileSystem.live
    files.openPath = { (_) throws(SystemFailure) in throw SystemFailure("open", code: EACCES) }
    #expect(throws: StoreError.notReadable(path: scratch.path)) { try scratch.open(files) }
  }

  @Test("a store of a newer format is refused, or only read where that is enough")
  func newerFormat() throws {
    let scratch = Scratch()
    try scratch.create().commit(.add(Scratch.member(1)))
    func rewrite(read: Int, write: Int) throws {
      let about: JSON = [
        "format": 2, "needs": ["toRead": JSON(read), "toWrite": JSON(write)],
      ]
      try scratch.write(about.canonicalText, to: "store.json")
    }
    let refusal = StoreError.newerFormat(path: scratch.path, found: 2, known: 1)
    try rewrite(read: 2, write: 2)
    #expect(throws: refusal) { try scratch.open() }
    try rewrite(read: 1, write: 2)
    let store = try scratch.open()
    #expect(try store.document(Scratch.id(1)).tree == Scratch.member(1))
    #expect(throws: refusal) { try store.commit(.add(Scratch.member(2))) }
  }

  @Test("every error says something, and where")
  func words() {
    let path = "/somewhere"
    let damage = Damage(place: "shared/x.json", id: "x", type: "member", problem: .noID)
    let conflict = Conflict(
      id: "x", expected: Revision(of: []), found: nil, by: "someone", at: Scratch.noon)
    let errors: [(StoreError, String)] = [
      (.notThere(path: path), path), (.notAStore(path: path), path),
      (.notADirectory(path: path), path), (.notReadable(path: path), path),
      (.notEmpty(path: path), path), (.alreadyAStore(path: path), path),
      (.newerFormat(path: path, found: 2, known: 1), "format 2"),
      (.damagedStore(path: path, .notAnObject), path), (.noSuchType("ghost"), "ghost"),
      (.noSuchDocument("x"), "x"), (.ambiguous(prefix: "0", ["01", "02", "03", "04"]), "1 more"),
      (.alreadyThere("x", place: "shared/x.json"), "shared/x.json"),
      (.conflict(conflict), "someone"), (.damaged(damage), "shared/x.json"),
      (.invalidDocument(id: "x", .otherID("y")), "\"y\""),
      (.newerDocument("x", found: 3, known: 1), "version 3"), (.changedTwice("x"), "x"),
      (.noSpace(path: path), path), (.readOnly(path: path), path),
      (.notPermitted(path: path), path),
      (.io(operation: "rename", path: path, code: EIO), "rename /somewhere"),
    ]
    for (error, part) in errors {
      #expect(error.description.contains(part))
      #expect(error.description.hasSuffix("."))
      #expect(!error.description.contains("\n"))
    }
  }
}
