import DocumentStore
import Foundation
import JSONTree
import Testing

import enum DocumentStore.Operation

@Suite struct DamageTests {
  private func place(_ number: Int) -> String { "shared/members/\(Scratch.id(number)).json" }

  @Test("a broken document is told with line and column, and the others are still there")
  func told() throws {
    let scratch = Scratch()
    try scratch.create().commit(.add(Scratch.member(1)), .add(Scratch.member(2)))
    let broken = "{\n  \"id\": \"\(Scratch.id(1))\",\n  \"name\" \"Ada\"\n}\n"
    try scratch.write(broken, to: place(1))
    let store = try scratch.open()
    #expect(try store.documents(ofType: "member").map(\.id) == [Scratch.id(2)])
    #expect(store.damaged.map(\.place) == [place(1)])
    #expect {
      try store.document(Scratch.id(1))
    } throws: { error in
      guard case StoreError.damaged(let damage) = error,
        case .notJSON(let reason) = damage.problem
      else { return false }
      return reason.line == 3 && reason.column == 10 && "\(error)".contains("line 3, column 10")
    }
  }

  @Test("a broken document is neither rewritten nor removed")
  func leftAlone() throws {
    let scratch = Scratch()
    try scratch.create().commit(.add(Scratch.member(1)))
    try scratch.write("{", to: place(1))
    let store = try scratch.open()
    let operations: [Operation] = [
      .replace(Scratch.id(1), with: Scratch.member(1, name: "New"), expecting: nil),
      .replace(
        Scratch.id(1), with: Scratch.member(1, name: "New"), expecting: Revision(of: [0x7B])),
      .trash(Scratch.id(1), expecting: nil), .add(Scratch.member(1)),
    ]
    for operation in operations {
      #expect(throws: StoreError.self) { try store.commit(operation) }
      #expect(scratch.bytes(place(1)) == Array("{".utf8))
    }
    #expect(try store.journalEntries().count == 1)
  }

  @Test("every way to be damaged is noticed and named")
  func problems() throws {
    let scratch = Scratch()
    _ = try scratch.create()
    let id = Scratch.id(1)
    let cases: [(String, StoreProblem)] = [
      ("[]", .notAnObject), ("{}", .noID), (#"{"id":"x"}"#, .otherID("x")),
      (#"{"id":"\#(id)"}"#, .noType),
      (
        #"{"id":"\#(id)","type":"cycle"}"#, .otherType(found: "cycle", expected: "member")
      ),
      (String(repeating: " ", count: 2 << 20), .tooLarge(bytes: 2 << 20)),
    ]
    for (text, problem) in cases {
      try scratch.write(text, to: place(1))
      #expect(try scratch.open().check().map(\.problem) == [problem])
    }
    try FileManager.default.removeItem(atPath: "\(scratch.path)/\(place(1))")
    #expect(mkfifo("\(scratch.path)/\(place(1))", 0o600) == 0)
    #expect(try scratch.open().check().map(\.problem) == [.notAFile])
  }

  @Test("a folder in a document's place is a damaged document")
  func folderInPlace() throws {
    let scratch = Scratch()
    try scratch.create().commit(.add(Scratch.member(1)))
    try FileManager.default.removeItem(atPath: "\(scratch.path)/\(place(1))")
    try scratch.write("x", to: "\(place(1))/x")
    #expect(try scratch.open().check().map(\.problem) == [.notAFile])
  }

  @Test("a document that was repaired is damaged no longer")
  func repaired() throws {
    let scratch = Scratch()
    try scratch.create().commit(.add(Scratch.member(1)))
    try scratch.write("{", to: place(1))
    let store = try scratch.open()
    #expect(try store.check().count == 1)
    try scratch.write(Scratch.member(1).canonicalText, to: place(1))
    _ = try store.refresh()
    #expect(try store.documents(ofType: "member").count == 1)
    #expect(store.damaged.isEmpty)
  }

  @Test("files that are no documents are passed over")
  func others() throws {
    let scratch = Scratch()
    try scratch.create().commit(.add(Scratch.member(1)))
    try scratch.write("x", to: "shared/members/README.md")
    try scratch.write("x", to: "shared/members/.hidden.json")
    try scratch.write("x", to: "shared/members/folder.json/x")
    try scratch.write("x", to: "shared/ghosts/x.json")
    try scratch.write("x", to: "sites/.DS_Store")
    let store = try scratch.open()
    #expect(try store.check().isEmpty)
    #expect(try store.documents(ofType: "member").count == 1)
  }
}
