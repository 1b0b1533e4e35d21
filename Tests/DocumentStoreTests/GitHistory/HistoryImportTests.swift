import Foundation
import JSONTree
import TestSupport
import Testing

import enum DocumentStore.Operation

@testable import DocumentStore

@Suite struct HistoryImportTests {
  /// A member who is added, renamed twice, and trashed beside one who stays.
  private func changed() throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(
      .add(Scratch.member(1, name: "A")), .add(Scratch.member(2)), verb: "add:member")
    for name in ["B", "C"] {
      try store.commit(
        .replace(Scratch.id(1), with: Scratch.member(1, name: name), expecting: nil), by: "lee")
    }
    try store.commit(.trash(Scratch.id(1), expecting: nil), verb: "remove:member")
    return scratch
  }

  @Test("there is a commit for each transaction, with who, when, what and the documents' bytes")
  func commits() throws {
    let scratch = try changed()
    #expect(try scratch.importHistory().transactions == 4)
    let entries = try scratch.open().journalEntries()
    #expect(
      try scratch.git("log", "--reverse", "--format=%an|%ae|%aI|%s|%(trailers:key=Transaction)")
        .split(separator: "\n").map(String.init)
        == entries.map {
          "Mx \($0.by)|\($0.by)|2026-03-14T12:00:00+00:00|did \($0.verb)|Transaction: \($0.id)"
        })
    #expect(try scratch.git("log", "-1", "--skip=1", "--format=%B").contains("4 → 4 fields"))
    let place = "shared/members/\(Scratch.id(1)).json"
    let shown = try (1...3).map { try scratch.git("show", "main~\($0):\(place)") }
    #expect(
      shown == ["C", "B", "A"].map { Scratch.member(1, name: $0).canonicalText })
    #expect(
      try scratch.git("ls-tree", "-r", "--name-only", "main")
        == "shared/members/\(Scratch.id(2)).json\n")
    #expect(try scratch.git("fsck", "--strict").isEmpty)
  }

  @Test("in whatever batches, and whatever is lost between them, the history comes out the same")
  func batches() throws {
    let scratch = try changed()
    let copy = Scratch()
    try FileManager.default.copyItem(atPath: scratch.path, toPath: copy.path)
    try scratch.importHistory()
    let whole = try scratch.git("rev-parse", "main")
    var steps = 0
    while try copy.importHistory(atMost: 1).isMoreWaiting {
      steps += 1
      if steps == 1 {
        try FileManager.default.removeItem(atPath: "\(copy.path)/.store/git/position")
      } else if steps == 2 {
        // As of an import that was killed behind the commit and before its position was kept.
        try copy.write(
          #"{"files":{},"transaction":""}"#, to: ".store/git/position")
      }
      try #require(steps < 10)
    }
    #expect(try copy.git("rev-parse", "main") == whole)
    #expect(try copy.importHistory() == HistoryImport())
    #expect(try copy.git("rev-parse", "main") == whole)
  }

  @Test("what was not kept has no commit, and what was there before is said to be found")
  func found() throws {
    let scratch = Scratch()
    try scratch.create().commit(.add(Scratch.member(1, name: "A")))
    let first = try #require(scratch.names(".store/undo").first)
    try scratch.open().commit(
      .replace(Scratch.id(1), with: Scratch.member(1, name: "B"), expecting: nil))
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store/undo/\(first)")
    try scratch.write(
      try #require(scratch.journal()).text.replacing(first.dropLast(5), with: Scratch.id(5)),
      to: try #require(scratch.journal()).place)
    #expect(try scratch.importHistory().transactions == 1)
    #expect(
      try scratch.git("log", "--format=%an: %s") == "Mx someone: did set:member\n"
        + "huddle: found as it was then\n")
    #expect(try scratch.open().versionsInHistory(of: Scratch.id(1)).count == 2)
  }

  @Test("a transaction whose versions are still on their way is waited for")
  func patience() throws {
    let scratch = try changed()
    // By the journal's order: names given within a millisecond sort by chance.
    let second = try scratch.open().journalEntries()[1].id
    let bytes = try #require(scratch.bytes(".store/undo/\(second).json"))
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store/undo/\(second).json")
    // However slow the machine is that the test runs on.
    let long = UInt64.max
    #expect(try scratch.importHistory(patience: long).transactions == 1)
    #expect(try scratch.importHistory(patience: long).transactions == 0)
    try scratch.write(String(decoding: bytes, as: UTF8.self), to: ".store/undo/\(second).json")
    #expect(try scratch.importHistory().transactions == 3)
  }

  @Test("every version of a document comes back by its revision, in the trash too")
  func versions() throws {
    let scratch = try changed()
    try scratch.importHistory(atMost: 3)
    try scratch.importHistory()
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store/undo")
    let store = try scratch.open()
    let trees = ["A", "B", "C"].map { Scratch.member(1, name: $0) }
    #expect(
      try store.versionsInHistory(of: Scratch.id(1))
        == Dictionary(
          uniqueKeysWithValues: trees.map { (Revision(of: $0.canonicalBytes), $0) }))
    #expect(try store.versionsInHistory(of: Scratch.id(2)).values.map { $0 } == [Scratch.member(2)])
    #expect(try store.versionsInHistory(of: Scratch.id(3)).isEmpty)
  }

  @Test("whoever is at it is not waited for, and nothing is done twice")
  func lock() throws {
    let scratch = try changed()
    let store = try scratch.open()
    let inside = try store.withHistoryLock(waits: true) { (_) throws(StoreError) in
      try? scratch.importHistory()
    }
    #expect(inside == HistoryImport(isMoreWaiting: true))
    #expect(try scratch.importHistory(patience: UInt64.max).transactions == 4)
  }

  @Test("no hook runs and no configuration counts, whoever put it there")
  func foreign() throws {
    let scratch = try changed()
    try scratch.importHistory(atMost: 1)
    let witness = "\(scratch.path)/ran"
    let script = "#!/bin/sh\ntouch \(witness)\n"
    for hook in ["hooks/reference-transaction", "other"] {
      try scratch.write(script, to: ".store/git/\(hook)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(scratch.path)/.store/git/\(hook)")
    }
    try scratch.write(
      "[core]\n\tbare = true\n\tfsmonitor = ./other\n\thooksPath = hooks\n[pack]\n\tisMine = true\n",
      to: ".store/git/config")
    #expect(try scratch.open().versionsInHistory(of: Scratch.id(1)).isEmpty)
    try scratch.importHistory()
    #expect(try scratch.open().versionsInHistory(of: Scratch.id(1)).count == 3)
    #expect(!FileManager.default.fileExists(atPath: witness))
    #expect(try !#require(scratch.bytes(".store/git/config")).contains("isMine".utf8))
  }

  @Test("a link in the repository's place is not followed")
  func link() throws {
    let scratch = try changed()
    let elsewhere = Scratch()
    try FileManager.default.createDirectory(
      atPath: elsewhere.path, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/.store/git", withDestinationPath: elsewhere.path)
    #expect(throws: StoreError.self) { try scratch.importHistory() }
    #expect(elsewhere.names("").isEmpty)
  }

  @Test("many small imports are packed together, and lose nothing")
  func packing() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)))
    // Each import makes a pack, because so many objects are not left loose.
    for round in 0..<24 {
      for number in 0..<21 {
        let name = "\(round) \(number)"
        try store.commit(
          .replace(Scratch.id(1), with: Scratch.member(1, name: name), expecting: nil))
      }
      try scratch.importHistory()
    }
    let packs = scratch.names(".store/git/objects/pack").filter { $0.hasSuffix(".pack") }
    #expect(packs.count < 10)
    #expect(try store.versionsInHistory(of: Scratch.id(1)).count == 505)
    #expect(try scratch.git("fsck").isEmpty)
  }
}

extension Scratch {
  @discardableResult
  func importHistory(
    atMost limit: Int = 1000, patience: UInt64 = 60_000
  ) throws -> HistoryImport {
    try open().importHistory(atMost: limit, at: Self.noon, patience: patience) { entry, versions in
      let fields = versions.first.map {
        "\($0.before?.object?.keys.count ?? 0) → \($0.after?.object?.keys.count ?? 0) fields"
      }
      return TransactionWords(
        author: "Mx \(entry.by)", login: entry.by, subject: "did \(entry.verb)",
        details: [fields ?? ""])
    }
  }

  /// What git says of the history.
  func git(_ words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "--git-dir", "\(path)/.store/git"] + words
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
