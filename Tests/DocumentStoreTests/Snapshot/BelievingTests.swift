import Foundation
import JSONTree
import Synchronization
import TestSupport
import Testing

@testable import DocumentStore

@Suite("A snapshot that is believed before the disk is asked") struct BelievingTests {
  private static let types = ["member", "cycle"]

  private func sample() throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    for number in 0..<6 { try store.commit(.add(Scratch.member(number, name: "Ada \(number)"))) }
    for number in 10..<30 {
      try store.commit(.add(Scratch.cycle(number, site: 900 + number % 3, title: "warm \(number)")))
    }
    try scratch.age()
    try scratch.open().keepSnapshot()
    return scratch
  }

  private func believing(
    _ scratch: Scratch, _ files: FileSystem = .quick
  ) throws -> DocumentStore {
    let store = try scratch.open(files)
    try store.believeSnapshots(of: Self.types)
    return store
  }

  private func documents(_ store: DocumentStore) throws -> [StoredDocument] {
    try Self.types.flatMap { try store.documents(ofType: $0) }
  }

  @Test("no folder and no document is looked at for what is believed")
  func looksAtNothing() throws {
    let scratch = try sample()
    let truth = try documents(scratch.open(.withoutSnapshot))
    let looks = CountingLooks()
    let store = try believing(scratch, looks.live)
    looks.reset()
    #expect(try documents(store) == truth)
    #expect(looks.count == 0)
    #expect(try !store.verifyBelieved())
    #expect(looks.count > 0)
  }

  @Test(
    "what stores changed since is there at once, whatever it was and however it comes",
    arguments: 0..<24)
  func storesChanges(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scratch = try sample()
    let early = try believing(scratch)
    let other = try scratch.open()
    for number in 0..<Int.random(in: 1..<6, using: &random) {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: try other.commit(.add(Scratch.member(40 + number, name: "New")))
      case 1:
        try other.commit(.add(Scratch.cycle(50 + number, site: 900 + number, title: "new")))
      case 2:
        let id = Scratch.id(Int.random(in: 0..<3, using: &random))
        guard let old = try? other.document(id) else { continue }
        var tree = old.tree
        tree["name"] = .string("Eve \(number)")
        try other.commit(.replace(id, with: tree, expecting: old.revision))
      case 3:
        let id = Scratch.id(Int.random(in: 3..<6, using: &random))
        if (try? other.document(id)) != nil { try other.commit(.trash(id, expecting: nil)) }
      default: try other.keepSnapshot()
      }
    }
    let truth = try documents(scratch.open(.withoutSnapshot))
    #expect(try documents(believing(scratch)) == truth)
    // One that was opened before follows the journal.
    if Bool.random(using: &random) { _ = try documents(early) }
    _ = try early.followJournal()
    #expect(try documents(early) == truth)
    _ = try early.verifyBelieved()
    #expect(try documents(early) == truth)
  }

  @Test("what people changed by hand is found when the disk is asked")
  func changesByHand() throws {
    let scratch = try sample()
    let store = try believing(scratch)
    let before = try documents(store)
    let folder = "\(scratch.path)/shared/members"
    try FileManager.default.removeItem(atPath: "\(folder)/\(Scratch.id(1)).json")
    let path = "\(folder)/\(Scratch.id(2)).json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "Ada", with: "Eve")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try documents(store) == before)
    #expect(try store.verifyBelieved())
    #expect(try documents(store) == documents(scratch.open(.withoutSnapshot)))
    #expect(try documents(store) != before)
    #expect(try !store.verifyBelieved())
  }

  @Test("what is written into a file in its place is found when the disk is asked")
  func changesInPlace() throws {
    let scratch = try sample()
    let store = try believing(scratch)
    _ = try documents(store)
    let path = "\(scratch.path)/shared/members/\(Scratch.id(2)).json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    handle.write(Data(text.replacingOccurrences(of: "Ada", with: "Eve").utf8))
    try handle.close()
    #expect(try store.verifyBelieved())
    #expect(try documents(store) == documents(scratch.open(.withoutSnapshot)))
  }

  @Test("what this store saves meanwhile is in what it lists afterwards")
  func ownSaves() throws {
    let scratch = try sample()
    let store = try believing(scratch)
    try store.commit(.add(Scratch.member(77, name: "New")))
    try store.commit(.trash(Scratch.id(3), expecting: nil))
    #expect(try documents(store) == documents(scratch.open(.withoutSnapshot)))
    _ = try store.verifyBelieved()
    #expect(try documents(store) == documents(scratch.open(.withoutSnapshot)))
  }

  @Test("nothing is believed where the journal is shorter than it was, or where too much changed")
  func doubts() throws {
    let scratch = try sample()
    let looks = CountingLooks()
    let journal = try #require(
      FileManager.default.enumerator(atPath: "\(scratch.path)/journal")?
        .compactMap { $0 as? String }.first { $0.hasSuffix(".jsonl") })
    let handle = try #require(FileHandle(forWritingAtPath: "\(scratch.path)/journal/\(journal)"))
    try handle.truncate(atOffset: 10)
    try handle.close()
    let store = try believing(scratch, looks.live)
    looks.reset()
    _ = try documents(store)
    #expect(looks.count > 0)
  }
}

/// Counts looks at files' and folders' stamps.
private final class CountingLooks: Sendable {
  private let looks = Mutex(0)

  var count: Int { looks.withLock { $0 } }

  func reset() { looks.withLock { $0 = 0 } }

  var live: FileSystem {
    var files = FileSystem.quick
    let below = files.statusBelow
    files.statusBelow = { (folder, name) throws(SystemFailure) in
      self.looks.withLock { $0 += 1 }
      return try below(folder, name)
    }
    return files
  }
}
