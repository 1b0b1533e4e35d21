import DocumentStore
import Foundation
import JSONTree
import Synchronization
import TestSupport
import Testing

import enum DocumentStore.Operation

@Suite struct FollowingTests {
  private func pair(isKept: Bool = false) throws -> (Scratch, DocumentStore, DocumentStore) {
    let scratch = Scratch()
    let one = try scratch.create()
    try one.commit(.add(Scratch.member(1)), .add(Scratch.member(2)), .add(Scratch.cycle(5)))
    if isKept {
      try scratch.age()
      try scratch.open().keepSnapshot()
    }
    let two = try scratch.open()
    _ = try two.documents(ofType: "member")
    _ = try two.documents(ofType: "cycle")
    return (scratch, one, two)
  }

  @Test(
    "what other stores change, add, remove and restore shows, with a snapshot and without",
    arguments: [false, true], 0..<12 as Range<UInt64>)
  func follows(isKept: Bool, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (scratch, one, two) = try pair(isKept: isKept)
    for step in 0..<12 {
      let number = Int.random(in: 1...8, using: &random)
      let id = Scratch.id(number)
      let tree =
        number < 5
        ? Scratch.member(number, name: "Name \(step)")
        : Scratch.cycle(number, site: 900 + number % 2, title: "Title \(step)")
      let operation: Operation =
        if (try? one.document(id)) == nil {
          try one.isTrashed(id) ? .restore(id) : .add(tree)
        } else if Bool.random(using: &random) {
          .trash(id, expecting: nil)
        } else {
          .replace(id, with: tree, expecting: nil)
        }
      try one.commit(operation)
      if Bool.random(using: &random) { continue }
      #expect(try two.followJournal())
      for type in ["member", "cycle"] {
        let fresh = try scratch.open()
        #expect(try two.documents(ofType: type) == fresh.documents(ofType: type))
        let query = Query(type: type, words: "\(step)")
        #expect(try two.query(query).rows == fresh.query(query).rows)
      }
    }
  }

  @Test("nothing new is no change, nor is what the store did itself")
  func nothing() throws {
    let (scratch, one, two) = try pair()
    #expect(try !two.followJournal())
    try one.commit(.add(Scratch.member(3)))
    #expect(try !one.followJournal())
    #expect(try two.followJournal())
    #expect(try !two.followJournal())
    _ = scratch
  }

  @Test("only what the journal names is read again")
  func readsLittle() throws {
    let scratch = Scratch()
    let one = try scratch.create()
    for number in 1...40 { try one.commit(.add(Scratch.member(number))) }
    let reads = Mutex(0)
    var files = FileSystem.quick
    files.read = { (file, offset, count) throws(SystemFailure) in
      reads.withLock { $0 += 1 }
      return try FileSystem.live.read(file, offset, count)
    }
    let two = try scratch.open(files)
    _ = try two.documents(ofType: "member")
    try one.commit(.replace(Scratch.id(7), with: Scratch.member(7, name: "New"), expecting: nil))
    let before = reads.withLock { $0 }
    #expect(try two.followJournal())
    _ = try two.documents(ofType: "member")
    // The journal's end and the document.
    #expect(reads.withLock { $0 } - before == 2)
  }

  @Test("a wait ends when a journal grows, also that of a host that is new, and when it is stopped")
  func watch() throws {
    let scratch = Scratch()
    let one = try scratch.create()
    let watch = JournalWatch(try scratch.open())
    #expect(watch.wait(milliseconds: 0) == .elapsed)
    try one.commit(.add(Scratch.member(1)))
    // The journal itself is new here, and so is nothing but looked for.
    _ = watch.wait(milliseconds: 0)
    try one.commit(.add(Scratch.member(2)))
    #expect(watch.wait(milliseconds: 10_000) == .grown)
    try scratch.write("", to: "journal/\(Scratch.id(9))/2026-03.jsonl")
    #expect(watch.wait(milliseconds: 10_000) == .grown)
    try scratch.write("{}\n", to: "journal/\(Scratch.id(9))/2026-03.jsonl")
    #expect(watch.wait(milliseconds: 10_000) == .grown)
    watch.stop()
    #expect(watch.wait(milliseconds: 10_000) == .stopped)
    #expect(watch.pause(milliseconds: 10_000))
  }
}
