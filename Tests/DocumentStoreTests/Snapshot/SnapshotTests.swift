import Foundation
import JSONTree
import Synchronization
import TestSupport
import Testing

@testable import DocumentStore

@Suite("A snapshot of the documents")
struct SnapshotTests {
  @Test("what it keeps is read from it, and no document's file is opened")
  func sparesFiles() throws {
    let scratch = try sample()
    try scratch.open().keepSnapshot()
    let before = try documents(scratch.open(.withoutSnapshot))
    let files = CountingFiles()
    #expect(try documents(scratch.open(files.live)) == before)
    #expect(files.count == 0)
    #expect(before.count == 15)
  }

  @Test("it is worth making once many files were read, and then no longer")
  func worth() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    for number in 0..<40 { try store.commit(.add(Scratch.member(number))) }
    try scratch.age()
    let reader = try scratch.open()
    #expect(!reader.isWorthASnapshot)
    _ = try reader.documents(ofType: "member")
    #expect(reader.isWorthASnapshot)
    try reader.keepSnapshot()
    #expect(!reader.isWorthASnapshot)
    let next = try scratch.open()
    _ = try next.documents(ofType: "member")
    #expect(!next.isWorthASnapshot)
  }

  @Test("whatever happened since is read from the files: by hand, by a save, by a removal")
  func changes() throws {
    let scratch = try sample()
    try scratch.open().keepSnapshot()
    // In place, so that the folder's time stays the same.
    let place = "shared/members/\(Scratch.id(1)).json"
    let text = String(decoding: try #require(scratch.bytes(place)), as: UTF8.self)
    let handle = try #require(FileHandle(forWritingAtPath: "\(scratch.path)/\(place)"))
    handle.write(Data(text.replacingOccurrences(of: "Ada", with: "Eve").utf8))
    try handle.close()
    let store = try scratch.open()
    try store.commit(.replace(Scratch.id(2), with: Scratch.member(2, name: "Bo"), expecting: nil))
    try store.commit(.trash(Scratch.id(3), expecting: nil))
    try store.commit(.add(Scratch.member(77, name: "New")))
    let found = try scratch.open().documents(ofType: "member")
    #expect(found == (try scratch.open(.withoutSnapshot).documents(ofType: "member")))
    let names = found.compactMap { $0.tree["name"]?.string }
    #expect(names.contains("Eve") && names.contains("Bo") && names.contains("New"))
    #expect(!found.contains { $0.id == Scratch.id(3) })
  }

  @Test("a document that can't be read is no less damaged with a snapshot")
  func damage() throws {
    let scratch = try sample()
    try scratch.write("{", to: "shared/members/\(Scratch.id(1)).json")
    try scratch.age()
    try scratch.open().keepSnapshot()
    let store = try scratch.open()
    _ = try store.documents(ofType: "member")
    #expect(store.damaged.map(\.id) == [Scratch.id(1)])
  }

  @Test("files that changed a moment ago are left out, and none of their names is lost")
  func young() throws {
    let scratch = try sample()
    try scratch.open().commit(.add(Scratch.member(50, name: "Just now")))
    try scratch.open().keepSnapshot()
    let found = try scratch.open().documents(ofType: "member")
    #expect(found.contains { $0.id == Scratch.id(50) })
    #expect(found == (try scratch.open(.withoutSnapshot).documents(ofType: "member")))
  }

  @Test("a snapshot with any byte changed, or cut anywhere, never changes what is read")
  func decay() throws {
    let scratch = try sample()
    try scratch.open().keepSnapshot()
    let truth = try documents(scratch.open(.withoutSnapshot))
    let whole = try #require(scratch.bytes(DocumentStore.basePath))
    var random = SeededGenerator(seed: 5)
    for round in 0..<300 {
      var bytes = whole
      if round.isMultiple(of: 3) {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      } else {
        bytes[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(
          in: 1...255, using: &random)
      }
      // As a new file, as the store itself does it.
      try? FileManager.default.removeItem(atPath: "\(scratch.path)/\(DocumentStore.basePath)")
      try Data(bytes).write(to: URL(fileURLWithPath: "\(scratch.path)/\(DocumentStore.basePath)"))
      #expect(try documents(scratch.open()) == truth, "round \(round)")
    }
  }

  @Test("once forgotten, the text is in it no longer")
  func forgotten() throws {
    let scratch = try sample()
    let store = try scratch.open()
    try store.keepSnapshot()
    #expect(scratch.bytes(DocumentStore.basePath) != nil)
    try store.forgetSnapshots()
    #expect(scratch.bytes(DocumentStore.basePath) == nil)
    #expect(try documents(scratch.open()).count == 15)
  }

  /// Members, and cycles and series at two sites, old enough to be sure of.
  private func sample() throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    for number in 0..<5 { try store.commit(.add(Scratch.member(number))) }
    for number in 10..<16 {
      try store.commit(.add(Scratch.cycle(number, site: 900 + number % 2, title: "Größe")))
    }
    for number in 20..<24 {
      try store.commit(.add(Scratch.series(measure: number, site: 900 + number % 2)))
    }
    try scratch.age()
    return scratch
  }

  private func documents(_ store: DocumentStore) throws -> [StoredDocument] {
    try Scratch.schemas.flatMap { try store.documents(ofType: $0.type) }
  }
}

/// The live calls, counting the documents that are opened.
final class CountingFiles: Sendable {
  private let opened = Mutex(0)

  var count: Int { opened.withLock { $0 } }

  var live: FileSystem {
    let real = FileSystem.quick
    var files = real
    files.open = { [self] (folder, name, purpose) throws(SystemFailure) in
      if purpose == .reading, name.hasSuffix(".json"), name != "store.json" {
        opened.withLock { $0 += 1 }
      }
      return try real.open(folder, name, purpose)
    }
    return files
  }
}
