import DocumentStore
import Foundation
import JSONTree
import TestSupport
import Testing

import enum DocumentStore.Operation

@Suite struct RefreshingTests {
  private func pair() throws -> (Scratch, DocumentStore, DocumentStore) {
    let scratch = Scratch()
    let one = try scratch.create()
    try one.commit(.add(Scratch.member(1)), .add(Scratch.cycle(5)))
    let two = try scratch.open()
    _ = try two.documents(ofType: "member")
    _ = try two.documents(ofType: "cycle")
    return (scratch, one, two)
  }

  @Test("a change of another store is seen after a refresh, a single document at once")
  func changed() throws {
    let (scratch, one, two) = try pair()
    let before = two.generation
    try one.commit(.replace(Scratch.id(1), with: Scratch.member(1, name: "New"), expecting: nil))
    #expect(try two.document(Scratch.id(1)).tree["name"]?.string == "New")
    #expect(try two.refresh())
    #expect(two.generation > before)
    #expect(try two.documents(ofType: "member").map(\.tree) == [Scratch.member(1, name: "New")])
    #expect(try two.lastChange(of: Scratch.id(1))?.by == "someone")
    _ = scratch
  }

  @Test("documents of another store come and go, at new sites too")
  func cameAndWent() throws {
    let (scratch, one, two) = try pair()
    try one.commit(
      .add(Scratch.member(2)), .add(Scratch.cycle(6, site: 901)),
      .trash(Scratch.id(1), expecting: nil))
    #expect(try two.refresh())
    #expect(try two.documents(ofType: "member").map(\.id) == [Scratch.id(2)])
    #expect(try two.documents(ofType: "cycle").map(\.id) == [Scratch.id(5), Scratch.id(6)])
    #expect(throws: StoreError.noSuchDocument(Scratch.id(1))) { try two.document(Scratch.id(1)) }
    #expect(try two.document(Scratch.id(6)).tree == Scratch.cycle(6, site: 901))
    _ = scratch
  }

  @Test("nothing new is no change, nor is what the store did itself")
  func nothing() throws {
    let (scratch, one, two) = try pair()
    _ = try one.refresh()
    #expect(try !two.refresh())
    #expect(try one.documents(ofType: "member").count == 1)
    try one.commit(.replace(Scratch.id(1), with: Scratch.member(1, name: "Own"), expecting: nil))
    #expect(try one.documents(ofType: "member")[0].tree["name"]?.string == "Own")
    try one.commit(.add(Scratch.member(2)), .trash(Scratch.id(1), expecting: nil))
    #expect(try one.documents(ofType: "member").map(\.id) == [Scratch.id(2)])
    let generation = one.generation
    #expect(try !one.refresh())
    #expect(try !one.refresh())
    #expect(one.generation == generation)
    _ = scratch
  }

  @Test("looking at a document of a new site does not hide the site from the next refresh")
  func lookedAt() throws {
    let (scratch, one, two) = try pair()
    try one.commit(.add(Scratch.cycle(6, site: 901)), .add(Scratch.cycle(7, site: 901)))
    #expect(try two.document(Scratch.id(6)).tree == Scratch.cycle(6, site: 901))
    #expect(try two.refresh())
    #expect(
      try two.documents(ofType: "cycle").map(\.id) == [Scratch.id(5), Scratch.id(6), Scratch.id(7)])
    _ = scratch
  }

  @Test("a new site's first document is listed though its type was not listed before")
  func firstOfSite() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    #expect(try store.documents(ofType: "cycle").isEmpty)
    try store.commit(.add(Scratch.series(measure: 5, site: 903)))
    #expect(try store.documents(ofType: "series").count == 1)
    try store.commit(.add(Scratch.cycle(5, site: 903)))
    #expect(try store.documents(ofType: "cycle").count == 1)
  }

  @Test("a store's own additions are listed at once, at new sites too")
  func own() throws {
    let (scratch, _, two) = try pair()
    try two.commit(.add(Scratch.cycle(7, site: 902)))
    try two.commit(.add(Scratch.member(3)))
    #expect(try two.documents(ofType: "cycle").map(\.id) == [Scratch.id(5), Scratch.id(7)])
    #expect(try two.documents(ofType: "member").map(\.id) == [Scratch.id(1), Scratch.id(3)])
    try two.commit(.trash(Scratch.id(1), expecting: nil))
    #expect(try two.documents(ofType: "member").map(\.id) == [Scratch.id(3)])
    _ = try two.refresh()
    #expect(try two.documents(ofType: "member").map(\.id) == [Scratch.id(3)])
    #expect(try two.documents(ofType: "cycle").map(\.id) == [Scratch.id(5), Scratch.id(7)])
    _ = scratch
  }

  @Test("a change made by hand is noticed, in place or by another file")
  func byHand() throws {
    let (scratch, _, two) = try pair()
    let place = "shared/members/\(Scratch.id(1)).json"
    let handle = try #require(FileHandle(forWritingAtPath: "\(scratch.path)/\(place)"))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(Scratch.member(1, name: "In place").canonicalBytes))
    try handle.close()
    #expect(try two.refresh())
    #expect(try two.documents(ofType: "member")[0].tree["name"]?.string == "In place")
    try scratch.write(Scratch.member(8).canonicalText, to: "shared/members/\(Scratch.id(8)).json")
    #expect(try two.refresh())
    #expect(try two.documents(ofType: "member").count == 2)
    try FileManager.default.removeItem(atPath: "\(scratch.path)/\(place)")
    #expect(try two.refresh())
    #expect(try two.documents(ofType: "member").map(\.id) == [Scratch.id(8)])
  }

  @Test("however two stores change a folder, both agree with one just opened", arguments: 0..<10)
  func agreement(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let scratch = Scratch()
    let stores = [try scratch.create(), try scratch.open()]
    for _ in 0..<30 {
      let number = Int.random(in: 0..<6, using: &generator)
      let name = "name \(Int.random(in: 0..<100, using: &generator))"
      let operation: Operation =
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: .add(Scratch.member(number))
        case 1:
          .replace(Scratch.id(number), with: Scratch.member(number, name: name), expecting: nil)
        case 2: .trash(Scratch.id(number), expecting: nil)
        default: .restore(Scratch.id(number))
        }
      let store = stores[Int.random(in: 0..<2, using: &generator)]
      _ = try? store.commit(operation)
      if Bool.random(using: &generator) { _ = try store.documents(ofType: "member") }
      if Bool.random(using: &generator) { _ = try store.refresh() }
    }
    let fresh = try scratch.open().documents(ofType: "member")
    for store in stores {
      _ = try store.refresh()
      #expect(try store.documents(ofType: "member") == fresh)
      #expect(store.damaged.isEmpty)
    }
  }
}
