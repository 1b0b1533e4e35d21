import DocumentStore
import Foundation
import JSONTree
import Testing

@Suite struct MembersTests {
  @Test("a draft survives, under any name and for any member, until it is removed")
  func drafts() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    for member in [Scratch.id(1), "visitor:ann", "../../x", "", "é/%"] {
      for name in ["add:cycle", "../escape", ".", ""] {
        let tree: JSON = ["typed": .string(name)]
        try store.saveDraft(["old": true], name: name, member: member)
        try store.saveDraft(tree, name: name, member: member)
        let reader = try scratch.open()
        #expect(try reader.draft(name: name, member: member) == tree)
      }
      #expect(try Set(store.drafts(of: member).map(\.name)) == ["add:cycle", "../escape", ".", ""])
      try store.removeDraft(name: ".", member: member)
      try store.removeDraft(name: ".", member: member)
      #expect(try store.draft(name: ".", member: member) == nil)
      #expect(try store.drafts(of: member).count == 3)
    }
    #expect(scratch.names("") == [".store", "store.json"])
  }

  @Test("only the owner may open a member's folder")
  func rights() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.saveDraft([:], name: "a", member: "m1")
    try store.setPrivateState(["lookedAt": "2026"], of: "m1")
    #expect(try scratch.mode(".store/members/m1") == 0o700)
    #expect(try scratch.mode(".store/members/m1/drafts") == 0o700)
    #expect(try scratch.mode(".store/members/m1/drafts/a.json") == 0o600)
    #expect(try scratch.mode(".store/members/m1/state.json") == 0o600)
    #expect(try scratch.mode(".store/members") == scratch.mode(""))
  }

  @Test("what is remembered for a member is empty at first and then what was set")
  func privateState() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    #expect(try store.privateState(of: "m1") == [:])
    try store.setPrivateState(["a": 1], of: "m1")
    try store.setPrivateState(["b": 2], of: "m2")
    #expect(try scratch.open().privateState(of: "m1") == ["a": 1])
    #expect(try scratch.open().privateState(of: "m2") == ["b": 2])
  }

  @Test("a broken draft is no draft, and a disk without room says so")
  func failures() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.saveDraft([:], name: "a", member: "m1")
    try scratch.write("{", to: ".store/members/m1/drafts/a.json")
    #expect(try store.draft(name: "a", member: "m1") == nil)
    #expect(try store.drafts(of: "m1").isEmpty)
    let full = try scratch.open(FailingFileSystem(call: 1, isLasting: true).files)
    #expect(throws: StoreError.self) { try full.saveDraft([:], name: "b", member: "m1") }
  }
}
