import Foundation
import JSONTree
import Testing

import enum DocumentStore.Operation

@testable import DocumentStore

@Suite struct WithdrawingTests {
  private let secret = "a story that only she could tell"
  private let reason = "she asked us to"

  private func withdraw(_ number: Int, _ scratch: Scratch) throws -> Withdrawal {
    try scratch.open().withdraw(Scratch.id(number), by: "ada", at: Scratch.noon, reason: reason)
  }

  /// The files below the store that hold the secret.
  private func leaks(_ scratch: Scratch) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: scratch.path).filter { path in
      scratch.bytes(path).map { String(decoding: $0, as: UTF8.self).contains(secret) } ?? false
    }
  }

  /// A store with the secret wherever a store keeps a document's text.
  private func told() throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    let id = Scratch.id(1)
    let cycle = Scratch.cycle(1, title: secret)
    try store.commit(.add(cycle), .add(Scratch.cycle(2)))
    try store.saveDraft(["title": .string(secret)], name: "edit-\(id)", member: "ada")
    try store.saveDraft(["title": "other"], name: "edit-\(Scratch.id(2))", member: "ada")
    try scratch.write(cycle.canonicalText, to: ".store/tmp/\(ULID().text).old")
    try scratch.write(secret, to: ".store/quarantine/\(ULID().text)-\(id).json")
    try scratch.write("\(id) \(secret)", to: ".store/undo/ada/1.json")
    try scratch.write("{}", to: ".store/undo/ada/2.json")
    try scratch.write(secret, to: ".store/git/objects/aa/bb")
    try scratch.write(secret, to: ".store/index/base")
    #expect(try leaks(scratch).count == 8)
    return scratch
  }

  @Test("nothing of the text is left anywhere in the store, and nothing else goes")
  func gone() throws {
    let scratch = try told()
    let withdrawal = try withdraw(1, scratch)
    #expect(try leaks(scratch).isEmpty)
    #expect(withdrawal.hasClearedHistory && withdrawal.closedFolders == 0)
    let store = try scratch.open()
    #expect(try store.document(Scratch.id(2)).tree == Scratch.cycle(2))
    #expect(try store.drafts(of: "ada").map(\.name) == ["edit-\(Scratch.id(2))"])
    #expect(scratch.names(".store/undo/ada") == ["2.json"])
    #expect(try store.examine().findings.isEmpty)
  }

  @Test("a second file of the same id goes as well, and what a cut left of a staged change")
  func elsewhere() throws {
    let scratch = try told()
    let cycle = Scratch.cycle(1, title: secret).canonicalText
    try scratch.write(cycle, to: "shared/cycles/\(Scratch.id(1)).json")
    let torn = String(cycle.dropLast(3))
    try scratch.write(torn, to: ".store/tmp/\(ULID().text).json")
    // Torn before its id: somebody may be writing it just now, or left it long ago.
    let young = ULID().text
    try scratch.write("{\"title\": \"another's", to: ".store/tmp/\(young).json")
    let old = ULID(milliseconds: Clock.milliseconds - 7_200_000, high: 1, low: 1).text
    try scratch.write("{\"a\": \"\(secret)", to: ".store/tmp/\(old).old")
    _ = try withdraw(1, scratch)
    #expect(try leaks(scratch).isEmpty)
    #expect(scratch.names(".store/tmp") == ["\(young).json"])
  }

  @Test("where the history may not be removed, all else is, and it is said that some may be left")
  func notCleared() throws {
    let scratch = try told()
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store/git")
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/.store/git", withDestinationPath: "/tmp")
    #expect {
      try withdraw(1, scratch)
    } throws: {
      "\($0)".contains("is withdrawn, but its text may still be in")
    }
    #expect(try leaks(scratch).isEmpty)
  }

  @Test("the id of what was withdrawn is refused with who and when")
  func refusedAgain() throws {
    let scratch = try told()
    _ = try withdraw(1, scratch)
    let withdrawn = StoreError.withdrawn(Scratch.id(1), by: "ada", at: Scratch.noon)
    let store = try scratch.open()
    #expect(throws: withdrawn) { try store.checkNotWithdrawn(Scratch.id(1)) }
    try store.checkNotWithdrawn(Scratch.id(2))
  }

  @Test("a tombstone says who, when and why, and the journal that it happened")
  func tombstone() throws {
    let scratch = try told()
    let withdrawal = try withdraw(1, scratch)
    let store = try scratch.open()
    #expect(try store.withdrawn() == [withdrawal.document])
    #expect(withdrawal.document.by == "ada" && withdrawal.document.at == Scratch.noon)
    #expect(withdrawal.document.reason == reason && withdrawal.document.type == "cycle")
    #expect(try store.journalEntries().last?.verb == "withdraw:cycle")
    #expect(try store.trashed().isEmpty)
  }

  @Test("what was withdrawn does not come back, neither from the trash nor by adding it again")
  func stays() throws {
    let scratch = try told()
    _ = try withdraw(1, scratch)
    for operation in [Operation.restore(Scratch.id(1)), .add(Scratch.cycle(1))] {
      #expect {
        try scratch.open().commit(operation)
      } throws: {
        if case StoreError.withdrawn = $0 { true } else { false }
      }
    }
    #expect(throws: StoreError.self) { try scratch.open().document(Scratch.id(1)) }
  }

  @Test("what is in the trash or damaged can be withdrawn as well", arguments: [false, true])
  func fromTrash(isDamaged: Bool) throws {
    let scratch = try told()
    if isDamaged {
      try scratch.write(
        "{\"\(secret)", to: "sites/\(Scratch.id(900))/cycles/\(Scratch.id(1)).json")
    } else {
      try scratch.open().commit(.trash(Scratch.id(1), expecting: nil))
    }
    _ = try withdraw(1, scratch)
    #expect(try leaks(scratch).isEmpty)
    #expect(try scratch.open().withdrawn().count == 1)
  }

  @Test("withdrawing again clears what a cut left, and the first words stand")
  func again() throws {
    let scratch = try told()
    _ = try withdraw(1, scratch)
    try scratch.write(secret, to: ".store/git/objects/aa/bb")
    let again = try scratch.open().withdraw(
      Scratch.id(1), by: "eve", at: Scratch.noon, reason: "another")
    #expect(try leaks(scratch).isEmpty)
    #expect(again.document.by == "ada" && again.document.reason == reason)
  }

  @Test("a withdrawal that fails at any step is none or is finished by the next")
  func failing() throws {
    let reference = try told()
    let counter = FailingFileSystem(call: .max, isLasting: false)
    _ = try reference.open(counter.files).withdraw(
      Scratch.id(1), by: "ada", at: Scratch.noon, reason: reason)
    #expect(counter.count > 10)
    for call in 1...counter.count {
      let scratch = try told()
      let files = FailingFileSystem(call: call, isLasting: true).files
      _ = try? scratch.open(files).withdraw(
        Scratch.id(1), by: "ada", at: Scratch.noon, reason: reason)
      let store = try scratch.open()
      let isThere = (try? store.document(Scratch.id(1)).tree) == Scratch.cycle(1, title: secret)
      #expect(try isThere != (store.withdrawn().count == 1), "\(call)")
      _ = try withdraw(1, scratch)
      #expect(try leaks(scratch).isEmpty, "\(call)")
    }
  }

  @Test("an id that is nowhere cannot be withdrawn")
  func nowhere() throws {
    let scratch = try told()
    #expect(throws: StoreError.noSuchDocument(Scratch.id(77))) { try withdraw(77, scratch) }
  }
}
