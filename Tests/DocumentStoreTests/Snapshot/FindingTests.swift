import Foundation
import JSONTree
import TestSupport
import Testing

@testable import DocumentStore

@Suite("Documents found by a snapshot") struct FindingTests {
  private static let words = ["warm", "blanket", "Größe", "hand", "handover", "ward", "a"]

  private func cycle(_ number: Int, _ random: inout SeededGenerator) -> JSON {
    let title = (0..<3).compactMap { _ in Self.words.randomElement(using: &random) }
    var tree = Scratch.cycle(
      number, site: 900 + number % 3, title: title.joined(separator: " "))
    tree["owner"] = .string(Scratch.id(Int.random(in: 0..<5, using: &random)))
    if number.isMultiple(of: 4) { tree["site"] = nil }
    return tree
  }

  private func sample(_ random: inout SeededGenerator) throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    for number in 0..<5 { try store.commit(.add(Scratch.member(number, name: "Ada \(number)"))) }
    for number in 10..<40 { try store.commit(.add(cycle(number, &random))) }
    try scratch.age()
    try scratch.open().keepSnapshot()
    return scratch
  }

  /// What a store finds by each word and by each owner, and by a name.
  private func findings(_ store: DocumentStore) throws -> [[String]] {
    var found: [[String]] = []
    for text in Self.words + ["grosse", "han", "ward a", "nothing"] {
      for (offset, limit) in [(0, 200), (2, 3)] {
        let page = try store.query(
          Query(type: "cycle", words: text, offset: offset, limit: limit))
        found.append(page.rows.map { "\($0)" } + ["\(page.total)"])
      }
    }
    for owner in 0..<5 {
      let documents = try store.documents(ofType: "cycle", mentioning: [Scratch.id(owner)])
      found.append(documents.map { "\($0)" })
      found.append(["\(try store.hasDocument(ofType: "cycle", mentioning: Scratch.id(owner)))"])
      let both = try store.documents(
        ofType: "cycle", mentioning: Scratch.id(owner), and: Scratch.id(900))
      found.append(both.map { "\($0)" })
    }
    found.append(try store.documents(ofType: "member", with: "ADA 3", at: "name").map(\.id))
    found.append(try store.documentsInConflict(ofType: "cycle").map(\.id))
    return found
  }

  /// The same by looking through all documents.
  private func truth(_ store: DocumentStore) throws -> [[String]] {
    let cycles = try store.documents(ofType: "cycle")
    var found: [[String]] = []
    for text in Self.words + ["grosse", "han", "ward a", "nothing"] {
      let rows = cycles.filter { document in
        let title = SearchText(document.tree["title"]?.string ?? "")
        return SearchText.words(in: text).allSatisfy { title.contains(folded: $0) }
      }
      for (offset, limit) in [(0, 200), (2, 3)] {
        found.append(rows.dropFirst(offset).prefix(limit).map { "\($0)" } + ["\(rows.count)"])
      }
    }
    for owner in 0..<5 {
      let owned = cycles.filter { $0.tree["owner"]?.string == Scratch.id(owner) }
      found.append(owned.map { "\($0)" })
      found.append(["\(!owned.isEmpty)"])
      found.append(
        owned.filter { $0.tree["site"]?.string == Scratch.id(900) }.map { "\($0)" })
    }
    let members = try store.documents(ofType: "member")
    found.append(members.filter { $0.tree["name"]?.string == "Ada 3" }.map(\.id))
    found.append(cycles.filter { $0.tree[KeptConflict.path] != nil }.map(\.id))
    return found
  }

  @Test("what was found before a snapshot was kept is found once afterwards")
  func keptMeanwhile() throws {
    var random = SeededGenerator(seed: 7)
    let scratch = Scratch()
    let store = try scratch.create()
    for number in 10..<40 { try store.commit(.add(cycle(number, &random))) }
    try scratch.age()
    let open = try scratch.open()
    let before = try findings(open)
    #expect(try before == truth(open))
    func together() throws -> [String] {
      try open.documents(ofType: "cycle", mentioning: Scratch.id(901), and: Scratch.id(1)).map(\.id)
    }
    let both = try together()
    try open.keepSnapshot()
    #expect(try findings(open) == before, "also by those who had asked already")
    #expect(try together() == both)
    try open.commit(.add(cycle(40, &random)))
    #expect(try findings(open) == truth(open))
  }

  @Test("are those that a look through all of them finds, whatever was changed since")
  func agrees() throws {
    var random = SeededGenerator(seed: 51)
    let scratch = try sample(&random)
    let writer = try scratch.open()
    for round in 0..<25 {
      let number = Int.random(in: 10..<44, using: &random)
      let isThere = (try? writer.document(Scratch.id(number))) != nil
      switch (isThere, Int.random(in: 0..<3, using: &random)) {
      case (false, _):
        // What is in the trash can't be added again.
        if (try? writer.commit(.add(cycle(number, &random)))) == nil { continue }
      case (true, 0): try writer.commit(.trash(Scratch.id(number), expecting: nil))
      case (true, _):
        var tree = cycle(number, &random)
        tree["site"] = try writer.document(Scratch.id(number)).tree["site"]
        try writer.commit(.replace(Scratch.id(number), with: tree, expecting: nil))
      }
      if round.isMultiple(of: 8) { try writer.keepSnapshot() }
      let store = try scratch.open()
      #expect(try findings(store) == truth(scratch.open(.withoutSnapshot)), "round \(round)")
      #expect(try findings(writer) == findings(store), "the writer, round \(round)")
    }
  }

  @Test("are the right ones also where a file was written into")
  func inPlace() throws {
    var random = SeededGenerator(seed: 52)
    let scratch = try sample(&random)
    let reader = try scratch.open()
    _ = try findings(reader)
    let document = try #require(try reader.documents(ofType: "cycle").last)
    let handle = try #require(FileHandle(forWritingAtPath: "\(scratch.path)/\(document.place)"))
    var tree = document.tree
    tree["title"] = "nothing"
    try handle.truncate(atOffset: 0)
    handle.write(Data(tree.canonicalBytes))
    try handle.close()
    let store = try scratch.open()
    #expect(try findings(store) == truth(scratch.open(.withoutSnapshot)))
    #expect(try reader.refresh())
    #expect(try findings(reader) == findings(store))
  }

  @Test("a snapshot with any byte changed, or cut anywhere, finds no other documents")
  func decay() throws {
    var random = SeededGenerator(seed: 53)
    let scratch = try sample(&random)
    let truth = try truth(scratch.open(.withoutSnapshot))
    let whole = try #require(scratch.bytes(DocumentStore.basePath))
    let place = "\(scratch.path)/\(DocumentStore.basePath)"
    for round in 0..<150 {
      var bytes = whole
      if round.isMultiple(of: 5) {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      } else {
        bytes[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(
          in: 1...255, using: &random)
      }
      // As a new file, as the store itself does it.
      try? FileManager.default.removeItem(atPath: place)
      try Data(bytes).write(to: URL(fileURLWithPath: place))
      #expect(try findings(scratch.open()) == truth, "round \(round)")
    }
  }

  @Test("a few changes are kept beside the base, many in a new one")
  func layers() throws {
    var random = SeededGenerator(seed: 54)
    let scratch = try sample(&random)
    let base = scratch.bytes(DocumentStore.basePath)
    let store = try scratch.open()
    try store.commit(.add(Scratch.series(measure: 60)))
    try scratch.age(below: "sites/\(Scratch.id(900))/series")
    try scratch.open().keepSnapshot()
    #expect(scratch.bytes(DocumentStore.basePath) == base)
    #expect(scratch.bytes(DocumentStore.changesPath) != nil)
    let counting = CountingFiles()
    let reader = try scratch.open(counting.live)
    #expect(try findings(reader) == truth(scratch.open(.withoutSnapshot)))
    #expect(try reader.documents(ofType: "series").count == 1)
    #expect(counting.count == 0)
    for number in 10..<40 {
      guard let site = try? store.document(Scratch.id(number)).tree["site"] else { continue }
      var tree = cycle(number, &random)
      tree["site"] = site
      try store.commit(.replace(Scratch.id(number), with: tree, expecting: nil))
    }
    try scratch.age()
    try scratch.open().keepSnapshot()
    #expect(scratch.bytes(DocumentStore.basePath) != base)
    #expect(scratch.bytes(DocumentStore.changesPath) == nil)
  }

  @Test("a certain name spares reading, a possible one leaves the others out")
  func names() throws {
    var random = SeededGenerator(seed: 55)
    let scratch = try sample(&random)
    let store = try scratch.open()
    let owner = Scratch.id(1)
    var query = Query(type: "cycle", filter: .equals("owner", .string(owner)), words: "a")
    let expected = try store.query(query)
    #expect(!expected.rows.isEmpty)
    query.possible = [.mentions(owner)]
    #expect(try store.query(query).rows == expected.rows)
    query.certain = [.mentions(owner)]
    query.filter = .matches { _ in
      Issue.record("a document was read that needed no reading")
      return false
    }
    let page = try scratch.open().query(query)
    #expect(page.rows == expected.rows && page.total == expected.total)
  }
}
