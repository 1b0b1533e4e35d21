import Foundation
import JSONTree
import TestSupport
import Testing

@testable import DocumentStore

/// What becomes of the history, and of what undo keeps beside it, as time goes by.
@Suite struct HistoryKeepingTests {
  private static let day = 86_400

  private func renamed(
    _ names: [String], by author: String = "lee", daysAgo: Int = 0, in scratch: Scratch
  ) throws {
    let store = try scratch.open()
    let at = Timestamp(secondsSince1970: Scratch.noon.secondsSince1970 - daysAgo * Self.day)
    for name in names {
      try store.commit(
        .replace(Scratch.id(1), with: Scratch.member(1, name: name), expecting: nil), by: author,
        at: at)
    }
  }

  private func prepared() throws -> Scratch {
    let scratch = Scratch()
    let old = Timestamp(secondsSince1970: Scratch.noon.secondsSince1970 - 91 * Self.day)
    try scratch.create().commit(.add(Scratch.member(1, name: "A")), by: "ada", at: old)
    return scratch
  }

  /// The authors whose transactions can still be taken back, as often as they can.
  private func kept(_ scratch: Scratch) throws -> [String: Int] {
    let store = try scratch.open()
    var counts: [String: Int] = [:]
    for entry in try store.journalEntries() where try store.versions(of: entry) != nil {
      counts[entry.by, default: 0] += 1
    }
    return counts
  }

  @Test("undo reaches 200 transactions of each person and 90 days back, once history has the rest")
  func pruning() throws {
    let scratch = try prepared()
    try renamed(["B", "C"], by: "kim", daysAgo: 89, in: scratch)
    try renamed((0..<203).map { "\($0)" }, in: scratch)
    #expect(try kept(scratch) == ["ada": 1, "kim": 2, "lee": 203])
    try scratch.importHistory()
    #expect(try kept(scratch) == ["kim": 2, "lee": 200])
    #expect(try scratch.open().versionsInHistory(of: Scratch.id(1)).count == 206)
    let left = try #require(try scratch.open().nextUndo(by: "lee"))
    #expect(try scratch.open().journalEntries().last == left)
  }

  @Test("what history does not have yet is not pruned")
  func notYet() throws {
    let scratch = try prepared()
    try renamed((0..<210).map { "\($0)" }, in: scratch)
    try scratch.importHistory(atMost: 5)
    // Of those taken over, the first is too old and the others are beyond the last 200.
    #expect(try kept(scratch) == ["lee": 206])
    #expect(try scratch.open().versionsInHistory(of: Scratch.id(1)).count == 5)
  }

  @Test("a withdrawal leaves nothing of the text in git, and the rest of the history comes back")
  func withdrawal() throws {
    let scratch = try prepared()
    try scratch.open().commit(.add(Scratch.member(2, name: "only she could tell")))
    try renamed(["B"], in: scratch)
    try scratch.importHistory()
    #expect(try objects(scratch).contains("only she could tell"))
    let withdrawal = try scratch.open().withdraw(
      Scratch.id(2), by: "ada", at: Scratch.noon, reason: "she asked")
    #expect(withdrawal.hasClearedHistory)
    #expect(scratch.names(".store/git").isEmpty)
    try scratch.importHistory()
    let again = try objects(scratch)
    #expect(!again.contains("only she could tell") && again.contains(Scratch.id(1)))
    #expect(try scratch.open().versionsInHistory(of: Scratch.id(1)).count == 2)
  }

  @Test("what was kept for undo while a withdrawal cleared it goes, and never reaches git")
  func withdrawnMeanwhile() throws {
    let scratch = try prepared()
    let store = try scratch.open()
    try store.commit(.add(Scratch.member(2, name: "only she could tell")))
    let entry = try #require(try store.journalEntries().last)
    let path = ".store/undo/\(entry.id).json"
    let bytes = try #require(scratch.bytes(path))
    let document = try store.document(Scratch.id(2))
    _ = try store.withdraw(Scratch.id(2), by: "ada", at: Scratch.noon, reason: "she asked")
    try scratch.write(String(decoding: bytes, as: UTF8.self), to: path)
    try scratch.importHistory()
    #expect(try !objects(scratch).contains("only she could tell"))
    try FileManager.default.removeItem(atPath: "\(scratch.path)/\(path)")
    let place = try #require(store.place(at: document.place))
    store.keepVersions([CommittedChange(place: place, old: nil, new: document)], of: entry)
    #expect(scratch.bytes(path) == nil)
  }

  /// All that git can still show.
  private func objects(_ scratch: Scratch) throws -> String {
    try scratch.git("cat-file", "--batch-all-objects", "--batch")
  }

  @Test("a damaged document comes back as the history has it, when undo has it no more")
  func repair() throws {
    let scratch = try prepared()
    try renamed(["B", "C"], in: scratch)
    try scratch.importHistory()
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store/undo")
    let place = "shared/members/\(Scratch.id(1)).json"
    let saved = try #require(scratch.bytes(place))
    try scratch.write("{broken", to: place)
    let store = try scratch.open()
    #expect(try store.repair(store.examine(), by: "ada", at: Scratch.noon).count == 1)
    #expect(scratch.bytes(place) == saved)
  }

  @Test("a history that git cannot read is told, set aside and begun anew")
  func broken() throws {
    let scratch = try prepared()
    try renamed(["B", "C"], in: scratch)
    try scratch.importHistory()
    let store = try scratch.open()
    #expect(try store.examineHistory() == nil)
    for folder in scratch.names(".store/git/objects") where folder.count == 2 {
      try FileManager.default.removeItem(atPath: "\(scratch.path)/.store/git/objects/\(folder)")
    }
    #expect(throws: StoreError.self) { try scratch.importHistory() }
    let finding = try #require(try store.examineHistory())
    #expect(finding.problem == .brokenHistory && !finding.problem.isDamage)
    var report = try store.examine()
    report.findings.append(finding)
    let repairs = try store.repair(report, by: "ada", at: Scratch.noon)
    #expect(scratch.names(".store/quarantine").count == 1)
    guard case .setAside = repairs.first else {
      Issue.record("\(repairs)")
      return
    }
    #expect(try scratch.importHistory().transactions == 3)
    #expect(try store.examineHistory() == nil)
    _ = try store.withdraw(Scratch.id(1), by: "ada", at: Scratch.noon, reason: "she asked")
    #expect(scratch.names(".store/quarantine").isEmpty)
  }
}
