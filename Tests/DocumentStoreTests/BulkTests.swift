import DocumentStore
import Foundation
import JSONTree
import Testing

@Suite struct BulkTests {
  private func make(
    _ scratch: Scratch, _ documents: [JSON], files: FileSystem = .quick
  ) throws {
    let entry = JournalEntry(
      id: "a", host: "demo", at: Scratch.noon, by: "x", verb: "add:cycle",
      documents: [DocumentChange(id: Scratch.id(1), type: "cycle", old: nil, new: nil)])
    try DocumentStore.createInBulk(
      at: scratch.path, schemas: Scratch.schemas, fields: ["synthetic": true],
      documents: documents, journal: [entry], at: Scratch.noon, fileSystem: files)
  }

  @Test("a store made in bulk is like any other")
  func whole() throws {
    let scratch = Scratch()
    let documents =
      (0..<300).map { Scratch.cycle($0, site: 900 + $0 % 100) } + [Scratch.member(999)]
      + [Scratch.series(measure: 5)]
    try make(scratch, documents)
    let store = try scratch.open()
    #expect(try store.documents(ofType: "cycle").map(\.tree) == Array(documents.prefix(300)))
    #expect(try store.documents(ofType: "member").count == 1)
    #expect(try store.documents(ofType: "series").count == 1)
    #expect(store.about["synthetic"]?.bool == true)
    #expect(try store.lastChange(of: Scratch.id(1))?.by == "x")
    try store.commit(.add(Scratch.member(2000)))
    #expect(try store.check().isEmpty)
  }

  @Test("the same documents and time make the same files byte for byte, but for the store's id")
  func deterministic() throws {
    let (one, two) = (Scratch(), Scratch())
    for scratch in [one, two] { try make(scratch, [Scratch.member(1)]) }
    let place = "shared/members/\(Scratch.id(1)).json"
    #expect(one.bytes(place) == two.bytes(place))
    #expect(one.journal()?.text == two.journal()?.text)
  }

  @Test("a bulk that fails leaves nothing behind, and no folder it did not find")
  func failing() throws {
    let parent = Scratch()
    try parent.write("", to: "keep")
    let bad: [[JSON]] = [
      [Scratch.member(1), Scratch.member(1)], [Scratch.member(1), ["id": "x", "type": "ghost"]],
      [["id": "../x", "type": "member"]],
    ]
    for documents in bad {
      #expect(throws: StoreError.self) {
        try DocumentStore.createInBulk(
          at: "\(parent.path)/new", schemas: Scratch.schemas, fields: [:], documents: documents,
          journal: [], fileSystem: .quick)
      }
      #expect(parent.names("") == ["keep"])
    }
  }

  @Test("nothing is made where something is, and an empty folder's rights are kept")
  func target() throws {
    let scratch = Scratch()
    try scratch.write("mine", to: "file")
    #expect(throws: StoreError.notEmpty(path: scratch.path)) { try make(scratch, []) }
    let store = Scratch()
    _ = try store.create()
    #expect(throws: StoreError.alreadyAStore(path: store.path)) { try make(store, []) }
    let empty = Scratch()
    try FileManager.default.createDirectory(
      atPath: empty.path, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o2770])
    try FileManager.default.setAttributes([.posixPermissions: 0o2770], ofItemAtPath: empty.path)
    try make(empty, [Scratch.member(1)])
    #expect(try empty.mode("") == 0o2770)
    #expect(try empty.mode("shared/members/\(Scratch.id(1)).json") == 0o660)
  }
}
