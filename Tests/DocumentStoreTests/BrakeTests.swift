import Foundation
import JSONTree
import Testing

@testable import DocumentStore

@Suite struct BrakeTests {
  private func place(_ number: Int) -> String { "shared/members/\(Scratch.id(number)).json" }

  /// A store of some members, seen by a program that wrote to it.
  private func seen(_ count: Int = 200) throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    for first in stride(from: 0, to: count, by: 50) {
      try store.commit(
        Transaction(
          (first..<min(first + 50, count)).map { .add(Scratch.member($0)) }, verb: "add:member",
          by: "a", at: Scratch.noon))
    }
    _ = try store.documents(ofType: "member")
    try store.commit(.replace(Scratch.id(0), with: Scratch.member(0, name: "B"), expecting: nil))
    return scratch
  }

  /// Writes as a program does that has just been started and has listed the members.
  private func write(_ scratch: Scratch, name: String = "C") throws {
    let store = try scratch.open()
    _ = try store.documents(ofType: "member")
    try store.commit(.replace(Scratch.id(0), with: Scratch.member(0, name: name), expecting: nil))
  }

  private func remove(_ numbers: Range<Int>, _ scratch: Scratch) throws {
    for number in numbers {
      try FileManager.default.removeItem(atPath: "\(scratch.path)/\(place(number))")
    }
  }

  private func isBraked(_ error: any Error) -> Bool {
    if case StoreError.braked = error { true } else { false }
  }

  @Test("where all sites' documents are gone, also a program that listed none of them is stopped")
  func lostFolder() throws {
    let scratch = try seen(20)
    let store = try scratch.open()
    try store.commit(
      Transaction(
        (30..<60).map { .add(Scratch.cycle($0)) }, verb: "add:cycle", by: "a", at: Scratch.noon))
    #expect(try store.judge(store.examine()) == nil)
    let (sites, aside) = ("\(scratch.path)/sites", "\(scratch.path)/aside")
    try FileManager.default.moveItem(atPath: sites, toPath: aside)
    #expect {
      try scratch.open().commit(.add(Scratch.member(900)))
    } throws: {
      isBraked($0)
    }
    try? FileManager.default.removeItem(atPath: sites)
    try FileManager.default.moveItem(atPath: aside, toPath: sites)
    #expect(try store.judge(store.examine()) == nil)
    try scratch.open().commit(.add(Scratch.member(900)))
  }

  @Test("where over one in twenty documents vanished, nobody writes until somebody looked")
  func vanished() throws {
    let scratch = try seen()
    try remove(100..<111, scratch)
    #expect { try write(scratch) } throws: { "\($0)".contains("11 of 200 documents vanished") }
    // Also a program that has listed nothing is kept from writing now.
    #expect {
      try scratch.open().commit(.add(Scratch.member(900)))
    } throws: {
      isBraked($0)
    }
    // Everything can still be read.
    #expect(try scratch.open().documents(ofType: "member").count == 189)
    let store = try scratch.open()
    let report = try store.examine()
    #expect(try store.judge(report)?.vanished == 11)
    #expect(try store.judge(report, accepting: true) == nil)
    try write(scratch)
    #expect(try store.judge(store.examine()) == nil)
  }

  @Test("what comes back from a backup lets everybody write again once somebody looked")
  func cameBack() throws {
    let scratch = try seen()
    try remove(100..<111, scratch)
    #expect(throws: StoreError.self) { try write(scratch) }
    for number in 100..<111 {
      try scratch.write(Scratch.member(number).canonicalText, to: place(number))
    }
    let store = try scratch.open()
    #expect(try store.judge(store.examine()) == nil)
    try write(scratch)
  }

  @Test("one in twenty and no more is no reason to stop")
  func fewVanished() throws {
    let scratch = try seen()
    try remove(100..<110, scratch)
    try write(scratch)
    #expect(try scratch.open().brake() == nil)
  }

  @Test("what was moved to the trash did not vanish")
  func trashed() throws {
    let scratch = try seen()
    let store = try scratch.open()
    for number in 100..<150 { try store.commit(.trash(Scratch.id(number), expecting: nil)) }
    try write(scratch)
    #expect(try scratch.open().brake() == nil)
    // That these were removed does not excuse others.
    try remove(150..<170, scratch)
    #expect { try write(scratch, name: "D") } throws: { isBraked($0) }
  }

  @Test("where over one in a hundred documents cannot be read, nobody writes")
  func damaged() throws {
    let scratch = try seen()
    for number in 100..<102 { try scratch.write("{", to: place(number)) }
    try write(scratch)
    try scratch.write("{", to: place(102))
    #expect {
      try write(scratch, name: "D")
    } throws: {
      "\($0)".contains("3 of 200 documents cannot be read")
    }
    for number in 100..<103 {
      try scratch.write(Scratch.member(number).canonicalText, to: place(number))
    }
    let store = try scratch.open()
    #expect(try store.judge(store.examine()) == nil)
    try write(scratch, name: "D")
  }

  @Test("a few documents that somebody broke or moved do not stop a small store")
  func small() throws {
    let scratch = try seen(10)
    try remove(5..<8, scratch)
    for number in 8..<10 { try scratch.write("{", to: place(number)) }
    try write(scratch)
  }

  @Test("a program that has not looked for long is not the measure of what is there")
  func stale() throws {
    let scratch = try seen(20)
    let old = try scratch.open()
    _ = try old.documents(ofType: "member")
    let other = try scratch.open()
    try other.commit(
      Transaction(
        (100..<200).map { .add(Scratch.member($0)) }, verb: "add", by: "b", at: Scratch.noon))
    try write(scratch)
    try old.commit(.add(Scratch.member(900)))
    #expect(try scratch.open().brake() == nil)
  }

  @Test("a census that cannot be kept or read stops nobody")
  func noCensus() throws {
    let scratch = try seen(20)
    try scratch.write("{nonsense", to: ".store/census")
    try write(scratch)
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store/census")
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/.store/census/x", withIntermediateDirectories: true)
    #expect(throws: Never.self) { try write(scratch, name: "D") }
  }
}
