import DocumentStore
import Foundation
import JSONTree
import Testing

import enum DocumentStore.Operation

@Suite struct RecoveryTests {
  /// A store in which a process was killed behind the commit point of a transaction.
  private func interrupted() throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)), .add(Scratch.member(2)))
    let host = try #require(scratch.names("journal").first)
    let new = Scratch.member(1, name: "New")
    let (old, cycle) = (Scratch.member(2), Scratch.cycle(5))
    try scratch.write(new.canonicalText, to: ".store/tmp/one.json")
    try scratch.write(cycle.canonicalText, to: ".store/tmp/two.json")
    let intent: JSON = [
      "host": .string(host),
      "entry": [
        "id": .string(Scratch.id(77)), "at": .string(Scratch.noon.description), "by": "a",
        "verb": "set:several",
        "documents": [
          ["id": .string(Scratch.id(1)), "type": "member"],
          [
            "id": .string(Scratch.id(2)), "type": "member",
            "old": .string(Revision(of: old.canonicalBytes).hex),
          ],
          [
            "id": .string(Scratch.id(5)), "type": "cycle",
            "new": .string(Revision(of: cycle.canonicalBytes).hex),
          ],
        ],
      ],
      "steps": [
        ["staged": "one.json", "place": .string("shared/members/\(Scratch.id(1)).json")],
        [
          "staged": "two.json",
          "place": .string("sites/\(Scratch.id(900))/cycles/\(Scratch.id(5)).json"),
        ],
        ["remove": .string("shared/members/\(Scratch.id(2)).json")],
      ],
    ]
    // Who commits has made the folders before.
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/sites/\(Scratch.id(900))/cycles", withIntermediateDirectories: true)
    try scratch.write(intent.compactText, to: ".store/intent/\(Scratch.id(77)).ok")
    return scratch
  }

  private func expectFinished(_ scratch: Scratch) throws {
    var store = try scratch.open()
    // A program that another test is just starting holds the lock for a moment, as its own copy.
    for _ in 0..<10_000 where !scratch.names(".store/intent").isEmpty {
      store = try scratch.open()
    }
    #expect(scratch.names(".store/intent").isEmpty)
    #expect(scratch.names(".store/tmp").isEmpty)
    #expect(scratch.names("shared/members") == ["\(Scratch.id(1)).json"])
    #expect(scratch.names("sites/\(Scratch.id(900))/cycles") == ["\(Scratch.id(5)).json"])
    try expectDone(store)
  }

  /// Nothing of the transaction is missing for who reads.
  private func expectDone(_ store: DocumentStore) throws {
    #expect(try store.document(Scratch.id(1)).tree["name"]?.string == "New")
    #expect(try store.document(Scratch.id(5)).tree == Scratch.cycle(5))
    #expect(throws: StoreError.noSuchDocument(Scratch.id(2))) {
      try store.document(Scratch.id(2))
    }
    #expect(try store.documents(ofType: "member").map(\.id) == [Scratch.id(1)])
    #expect(try store.count(ofType: "cycle") == 1)
    #expect(try store.journalEntries().map(\.verb) == ["set:member", "set:several"])
    #expect(try store.lastChange(of: Scratch.id(1))?.by == "a")
  }

  @Test("a committed transaction that was not finished is finished by whoever opens the store")
  func rolledForward() throws {
    try expectFinished(interrupted())
  }

  @Test("recovery that is itself interrupted at any step is finished by the next")
  func interruptedRecovery() throws {
    let counter = FailingFileSystem(call: .max, isLasting: false, code: EIO)
    _ = try interrupted().open(counter.files)
    #expect(counter.count > 5)
    for call in 1...counter.count {
      let scratch = try interrupted()
      _ = try? scratch.open(FailingFileSystem(call: call, isLasting: true, code: EIO).files)
      try expectFinished(scratch)
    }
  }

  @Test("a transaction that was not committed never happened")
  func dropped() throws {
    let scratch = try interrupted()
    try FileManager.default.moveItem(
      atPath: "\(scratch.path)/.store/intent/\(Scratch.id(77)).ok",
      toPath: "\(scratch.path)/.store/intent/\(Scratch.id(77)).json")
    let store = try scratch.open()
    try store.commit(.add(Scratch.member(9)))
    #expect(try store.document(Scratch.id(1)).tree == Scratch.member(1))
    #expect(try store.document(Scratch.id(2)).tree == Scratch.member(2))
    #expect(scratch.names(".store/intent").isEmpty)
  }

  @Test(
    "what is committed and not in place is shown as done to who may not finish it",
    arguments: [EROFS, EACCES, ENOSPC, EFBIG])
  func overlaid(code: Int32) throws {
    let scratch = try interrupted()
    let store = try scratch.open(
      FailingFileSystem(call: 1, isLasting: true, code: code).files)
    #expect(scratch.names(".store/intent") == ["\(Scratch.id(77)).ok"])
    try expectDone(store)
    #expect(try !store.refresh())
    // Somebody who may finishes it, and goes on.
    let another = try scratch.open()
    try another.commit(.add(Scratch.member(2, name: "Again")))
    #expect(scratch.names(".store/intent").isEmpty)
    #expect(try store.refresh())
    #expect(try store.document(Scratch.id(2)).tree["name"] == "Again")
    #expect(try store.documents(ofType: "member").map(\.id) == [1, 2].map(Scratch.id))
    #expect(try store.journalEntries().map(\.verb) == ["set:member", "set:several", "set:member"])
  }

  @Test("what somebody committed and did not finish is seen as done by who has the store open")
  func overlaidLater() throws {
    let scratch = try interrupted()
    let intent = "\(scratch.path)/.store/intent/\(Scratch.id(77))"
    try FileManager.default.moveItem(atPath: "\(intent).ok", toPath: "\(intent).json")
    let store = try scratch.open()
    #expect(try store.documents(ofType: "member").map(\.id) == [1, 2].map(Scratch.id))
    #expect(try store.count(ofType: "cycle") == 0)
    try FileManager.default.moveItem(atPath: "\(intent).json", toPath: "\(intent).ok")
    #expect(try store.followJournal())
    try expectDone(store)
    #expect(try !store.followJournal())
  }

  @Test("what is finished by another while it is shown as done is not hidden from who has it open")
  func overlaidTooLong() throws {
    let scratch = try interrupted()
    let store = try scratch.open(
      FailingFileSystem(call: 1, isLasting: true, code: EROFS).files)
    try scratch.open().commit(.add(Scratch.member(2, name: "Again")))
    // It has not looked since.
    #expect(try store.document(Scratch.id(2)).tree["name"] == "Again")
    #expect(try store.document(Scratch.id(1)).tree["name"] == "New")
  }

  @Test("an intent that a power cut brought back behind its line is not shown over what came later")
  func overlaidNoMore() throws {
    let scratch = try interrupted()
    let path = "\(scratch.path)/.store/intent/\(Scratch.id(77)).ok"
    let bytes = try Data(contentsOf: URL(filePath: path))
    let store = try scratch.open()
    try store.commit(.add(Scratch.member(2, name: "Again")))
    try bytes.write(to: URL(filePath: path))
    let reader = try scratch.open(FailingFileSystem(call: 1, isLasting: true, code: EROFS).files)
    #expect(try reader.document(Scratch.id(2)).tree["name"] == "Again")
    #expect(try reader.documents(ofType: "member").count == 2)
  }

  @Test("several documents are refused beforehand where a folder of theirs may not be written")
  func unwritableFolder() throws {
    let scratch = Scratch()
    try scratch.create().commit(.add(Scratch.member(1)), .add(Scratch.cycle(2)))
    var files = FileSystem.quick
    files.mayWrite = { (_) throws(SystemFailure) in throw SystemFailure("write to", code: EACCES) }
    #expect {
      try scratch.open(files).commit(
        .replace(Scratch.id(1), with: Scratch.member(1, name: "New"), expecting: nil),
        .add(Scratch.cycle(3)))
    } throws: {
      if case .notPermitted? = $0 as? StoreError { true } else { false }
    }
    #expect(scratch.names(".store/intent").isEmpty && scratch.names(".store/tmp").isEmpty)
    let store = try scratch.open()
    #expect(try store.document(Scratch.id(1)).tree["name"] == "Ada")
    #expect(try store.journalEntries().count == 1)
  }

  @Test("what is committed and cannot be put in place is told by the doctor and in no backup")
  func stuck() throws {
    let scratch = try interrupted()
    var files = FileSystem.quick
    files.lock = { (_) throws(SystemFailure) in throw SystemFailure("lock", code: EACCES) }
    files.tryLock = { (_) throws(SystemFailure) in throw SystemFailure("lock", code: EACCES) }
    let store = try scratch.open(files)
    let archive = "\(scratch.path)-backup.tar"
    #expect(throws: StoreError.unstoppable(path: scratch.path)) { try store.backup(to: archive) }
    #expect(!FileManager.default.fileExists(atPath: archive))
    // Others may just be about to finish it, until it has stood for a while.
    #expect(try store.examine().findings.isEmpty)
    let path = "\(scratch.path)/.store/intent/\(Scratch.id(77)).ok"
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: path)
    #expect(try store.examine().findings.map(\.problem.kind) == ["unfinished-intent"])
    try expectFinished(scratch)
    #expect(try scratch.open().examine().findings.isEmpty)
  }

  @Test("files that were staged a day ago and never used are swept, younger ones are not")
  func sweeping() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    let old = ULID(milliseconds: 1_700_000_000_000, high: 1, low: 1)
    let young = ULID()
    try scratch.write("{}", to: ".store/tmp/\(old).json")
    try scratch.write("{}", to: ".store/tmp/\(young).json")
    try store.commit(.add(Scratch.member(1)))
    #expect(scratch.names(".store/tmp") == ["\(young).json"])
  }

  @Test("everything under .store may be deleted, and the documents stay")
  func withoutOwnFolder() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)))
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store")
    try store.commit(.add(Scratch.member(2)))
    let reader = try scratch.open()
    #expect(try reader.documents(ofType: "member").count == 2)
    #expect(try reader.journalEntries().count == 2)
  }
}
