import JSONTree
import Testing

import enum DocumentStore.Operation

@testable import DocumentStore

@Suite struct UpgradeTests {
  /// The second version split the name; the third changed nothing that older documents say.
  private static let schema = Schema(
    type: "member", collection: "members", version: 3,
    upgrades: [
      1: { tree in
        var tree = tree
        let words = (tree["name"]?.string ?? "").split(separator: " ").map(String.init)
        tree["given"] = words.first.map(JSON.string)
        tree["family"] = words.dropFirst().first.map(JSON.string)
        tree["name"] = nil
        return tree
      }
    ])
  private static let place = "shared/members/\(Scratch.id(1)).json"

  private func open(_ scratch: Scratch) throws -> DocumentStore {
    try DocumentStore.open(at: scratch.path, schemas: [Self.schema], fileSystem: .quick)
  }

  private func prepared(schema: Int = 1) throws -> (Scratch, bytes: [UInt8]) {
    let scratch = Scratch()
    _ = try scratch.create()
    var tree = Scratch.member(1, name: "Ada Lee", more: [("odd", [1.50])])
    tree["schema"] = JSON(schema)
    try scratch.write(tree.canonicalText, to: Self.place)
    return (scratch, tree.canonicalBytes)
  }

  @Test("an older document is read as the newest version has it, and its file is left alone")
  func read() throws {
    let (scratch, bytes) = try prepared()
    let store = try open(scratch)
    let document = try store.document(Scratch.id(1))
    #expect(document.tree["given"] == "Ada" && document.tree["family"] == "Lee")
    #expect(document.tree["name"] == nil && document.tree["schema"] == 3)
    #expect(document.revision == Revision(of: bytes) && !document.isNewer)
    #expect(try store.documents(ofType: "member") == [document])
    try store.keepSnapshot()
    #expect(try open(scratch).documents(ofType: "member") == [document])
    #expect(scratch.bytes(Self.place) == bytes)
    #expect(try store.examine().findings.isEmpty)
  }

  @Test("it is written as the newest version when it is next saved, with all else as it was")
  func saved() throws {
    let (scratch, _) = try prepared()
    let store = try open(scratch)
    let base = try store.document(Scratch.id(1))
    var tree = base.tree
    tree["given"] = "Ida"
    try store.commit(.edit(tree, from: base))
    let text = String(decoding: try #require(scratch.bytes(Self.place)), as: UTF8.self)
    #expect(text == tree.canonicalText && text.contains("1.5") && text.contains("\"schema\": 3"))
    // Also where somebody hands over an older text as a whole.
    try store.commit(
      .replace(Scratch.id(1), with: Scratch.member(1, name: "Bo Wu"), expecting: nil))
    #expect(try store.document(Scratch.id(1)).tree["family"] == "Wu")
    #expect(try open(scratch).document(Scratch.id(1)).tree["schema"] == 3)
  }

  @Test("a newer document is read as it is, and refused to every change")
  func newer() throws {
    let (scratch, bytes) = try prepared(schema: 4)
    let store = try open(scratch)
    let document = try store.document(Scratch.id(1))
    #expect(document.isNewer && document.tree["name"] == "Ada Lee")
    var tree = document.tree
    tree["name"] = "B"
    let older = Scratch.member(1, name: "Bo Wu")
    for operation in [
      Operation.edit(tree, from: document), .replace(Scratch.id(1), with: older, expecting: nil),
      .trash(Scratch.id(1), expecting: nil),
    ] {
      #expect {
        try store.commit(operation)
      } throws: {
        if case StoreError.newerDocument = $0 { true } else { false }
      }
    }
    #expect(scratch.bytes(Self.place) == bytes)
  }
}
