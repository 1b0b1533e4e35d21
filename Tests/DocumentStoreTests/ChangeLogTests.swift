import DocumentStore
import JSONTree
import TestSupport
import Testing

import enum DocumentStore.Operation

@Suite struct ChangeLogTests {
  @Test("whoever follows a type's changes by their ids knows what a look at all of it shows")
  func following() throws {
    let scratch = Scratch()
    let one = try scratch.create()
    let two = try scratch.open()
    var random = SeededGenerator(seed: 3)
    var marks: [Int: ChangeMark] = [:]
    var known: [Int: [DocumentID: JSON]] = [0: [:], 1: [:]]
    var told = 0
    for step in 0..<120 {
      let number = Int.random(in: 1...6, using: &random)
      let isThere = try one.documents(ofType: "member").contains { $0.id == Scratch.id(number) }
      if !isThere {
        try one.commit(.add(Scratch.member(number, name: "New \(step)")))
      } else if Bool.random(using: &random) {
        try one.commit(.trash(Scratch.id(number), expecting: nil))
      } else {
        try one.commit(
          .replace(
            Scratch.id(number), with: Scratch.member(number, name: "\(step)"), expecting: nil))
      }
      guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
      _ = try two.followJournal()
      for (index, store) in [one, two].enumerated() {
        let (mark, ids) = try store.changes(ofType: "member", since: marks[index])
        marks[index] = mark
        if let ids {
          told += 1
          for id in ids { known[index]?[id] = try? store.document(id).tree }
        } else {
          known[index] = Dictionary(
            uniqueKeysWithValues: try store.documents(ofType: "member").map { ($0.id, $0.tree) })
        }
        let all = Dictionary(
          uniqueKeysWithValues: try one.documents(ofType: "member").map { ($0.id, $0.tree) })
        #expect(known[index] == all)
      }
    }
    #expect(told > 40, "most of the time it must be known what changed")
    _ = scratch
  }

  @Test("nothing is told twice, and a mark of before is told everything")
  func marks() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    _ = try store.documents(ofType: "member")
    let (first, all) = try store.changes(ofType: "member", since: nil)
    #expect(all == nil)
    try store.commit(.add(Scratch.member(1)))
    try store.commit(.add(Scratch.member(2)))
    let (second, ids) = try store.changes(ofType: "member", since: first)
    #expect(ids == [Scratch.id(1), Scratch.id(2)])
    #expect(try store.changes(ofType: "member", since: second).ids == [])
    _ = scratch
  }
}
