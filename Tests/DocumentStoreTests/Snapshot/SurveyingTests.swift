import JSONTree
import TestSupport
import Testing

@testable import DocumentStore

@Suite("Looking through all documents of a type") struct SurveyingTests {
  private func sample() throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    for number in 0..<30 {
      try store.commit(
        .add(Scratch.cycle(number, site: 900 + number % 3, title: "Cycle \(number)")))
    }
    try scratch.age()
    return scratch
  }

  private static func survey(_ store: DocumentStore, fields: [String]? = nil) throws -> [String] {
    try store.survey(ofType: "cycle", fields: fields) {
      "\($0.id) \($0.tree["title"]?.string ?? "")"
    }.sorted()
  }

  private static func truth(_ store: DocumentStore) throws -> [String] {
    try store.documents(ofType: "cycle").map { "\($0.id) \($0.tree["title"]?.string ?? "")" }
      .sorted()
  }

  @Test(
    "finds what reading them one by one finds, with and without a snapshot, whatever was changed",
    arguments: [nil, ["title"]] as [[String]?])
  func same(fields: [String]?) throws {
    let scratch = try sample()
    #expect(try Self.survey(scratch.open(), fields: fields) == Self.truth(scratch.open()))
    try scratch.open().keepSnapshot()
    #expect(try Self.survey(scratch.open(), fields: fields) == Self.truth(scratch.open()))
    var random = SeededGenerator(seed: 9)
    let writer = try scratch.open()
    for round in 0..<20 {
      let number = Int.random(in: 0..<34, using: &random)
      let tree = Scratch.cycle(number, site: 900 + number % 3, title: "Round \(round)")
      if (try? writer.document(Scratch.id(number))) == nil {
        try writer.commit(.add(tree))
      } else if Bool.random(using: &random) {
        try writer.commit(.replace(Scratch.id(number), with: tree, expecting: nil))
      } else {
        try writer.commit(.trash(Scratch.id(number), expecting: nil))
      }
      let truth = try Self.truth(scratch.open())
      #expect(try Self.survey(scratch.open(), fields: fields) == truth)
      #expect(try Self.survey(writer, fields: fields) == truth)
      let believing = try scratch.open()
      try believing.believeSnapshots(of: ["cycle"])
      #expect(try Self.survey(believing, fields: fields) == truth)
    }
  }

  @Test(
    "keeps none of them in memory, reads no field that is not wanted, and tells what is damaged")
  func frugal() throws {
    let scratch = try sample()
    try scratch.open().keepSnapshot()
    let store = try scratch.open()
    let fields = try store.survey(ofType: "cycle", fields: ["title"]) {
      $0.tree.object?.keys.joined(separator: " ")
    }
    #expect(Set(fields) == ["id schema title type"])
    #expect(store.state.withLock { $0.documents.isEmpty })
    try scratch.write("{broken", to: "sites/\(Scratch.id(900))/cycles/\(Scratch.id(3)).json")
    let later = try scratch.open()
    let place = try Self.survey(later)
    #expect(place.count == 29 && later.damaged.map(\.id) == [Scratch.id(3)])
  }
}
