import DocumentStore
import Foundation
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite struct KeptHistoryTests {
  /// A cycle that two people changed, and the store without what undo keeps.
  private func prepared() throws -> (TemporaryStore, Collaboration, String) {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A", "tags=ssi").id
    try store.open("lee-riverside").set(id, "title=B", "stage=do")
    try steward.keepHistory()
    return (store, try store.steward(), id)
  }

  private func forgetUndo(_ store: TemporaryStore) throws {
    try FileManager.default.removeItem(atPath: "\(store.path)/.store/undo")
  }

  @Test("what changed is told field by field also where only the history knows it")
  func changes() throws {
    let (store, steward, id) = try prepared()
    try steward.set(id, "title=C")
    let before = try steward.history(of: id).map { $0.changes?.map(\.words) }
    #expect(before.first == ["Title: B → C"])
    // The last one has not been taken over yet: whoever asks does that first.
    try forgetUndo(store)
    #expect(
      try store.steward().history(of: id).map { $0.changes?.map(\.words) } == [nil] + before[1...])
    #expect(try store.steward().history(of: id)[1].changes?.count == 2)
  }

  @Test("whoever asks has what waits taken over first")
  func askedFor() throws {
    let (store, steward, id) = try prepared()
    let old = try #require(
      try FileManager.default.contentsOfDirectory(atPath: "\(store.path)/.store/undo").min())
    try FileManager.default.removeItem(atPath: "\(store.path)/.store/undo/\(old)")
    try steward.set(id, "title=C")
    // The store's beginning is known to no one else than git, and asking for it goes there.
    let first = try steward.store.journalEntries()[0].documents[0].id
    _ = try steward.history(of: first)
    #expect(try steward.store.versionsInHistory(of: id).count == 3)
  }

  @Test("git says who, when and what in words")
  func words() throws {
    let (store, _, _) = try prepared()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "git", "--git-dir", "\(store.path)/.store/git", "log", "-1", "--format=%an, %at: %B",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(3) == [
        "Lee of riverside, 1774000000: changed a PDSA cycle", "Title: A → B", "Stage: Plan → Do",
      ])
    #expect(lines.dropFirst(3).map { $0.prefix { $0 != ":" } } == ["Transaction", "Journal"])
  }

  @Test("a change waits for others or for a quiet moment")
  func due() throws {
    let (_, steward, id) = try prepared()
    try steward.set(id, "title=C")
    steward.keepHistoryIfDue(.afterCommand)
    steward.keepHistoryIfDue(.idle)
    #expect(try steward.store.waitingHistory().bytes > 0)
    let position = "\(steward.store.path)/.store/git/position"
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -11)], ofItemAtPath: position)
    steward.keepHistoryIfDue(.afterCommand)
    #expect(try steward.store.waitingHistory().bytes > 0)
    steward.keepHistoryIfDue(.idle)
    #expect(try steward.store.waitingHistory().bytes == 0)
  }
}
