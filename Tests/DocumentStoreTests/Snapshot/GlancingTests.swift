import JSONTree
import TestSupport
import Testing

@testable import DocumentStore

@Suite("Looking at single documents once") struct GlancingTests {
  private static let titled = JSON.FieldNames(ofDocument: ["title"])

  private static func place(_ number: Int) -> String {
    "sites/\(Scratch.id(900 + number % 3))/cycles/\(Scratch.id(number)).json"
  }

  private func sample() throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    for number in 0..<12 {
      var tree = Scratch.cycle(number, site: 900 + number % 3, title: "Cycle \(number)")
      tree["owner"] = .string(Scratch.id(500 + number % 2))
      try store.commit(.add(tree))
    }
    try scratch.age()
    try scratch.open().keepSnapshot()
    return scratch
  }

  private static func inMemory(_ store: DocumentStore) -> Int {
    store.state.withLock { $0.documents.count }
  }

  private static func readFiles(_ store: DocumentStore) -> Int {
    store.state.withLock { $0.readFiles }
  }

  @Test("gives what reading gives, and keeps nothing of it in memory")
  func same() throws {
    let scratch = try sample()
    let (store, reader) = (try scratch.open(), try scratch.open())
    for number in 0..<12 {
      let (glanced, read) = (
        try store.glance(at: Scratch.id(number)), try reader.document(Scratch.id(number))
      )
      #expect(glanced.tree == read.tree && glanced.revision == read.revision)
      let part = try store.glance(at: Scratch.id(number), fields: Self.titled)
      #expect(part.type == "cycle" && part.revision == read.revision)
      #expect(part.tree.object?.keys.sorted() == ["id", "schema", "title", "type"])
    }
    #expect(Self.inMemory(store) == 0)
    #expect(throws: StoreError.noSuchDocument(Scratch.id(77))) {
      try store.glance(at: Scratch.id(77))
    }
  }

  @Test("takes an unchanged document from the snapshot, and a changed one from its file")
  func fresh() throws {
    let scratch = try sample()
    let store = try scratch.open()
    _ = try store.document(Scratch.id(3))
    #expect(Self.readFiles(store) == 0 && Self.inMemory(store) == 1)
    // What people write by hand has another stamp, whoever looks and however.
    for number in [3, 4] {
      let tree = Scratch.cycle(number, site: 900 + number % 3, title: "By hand")
      let text = String(decoding: tree.canonicalBytes, as: UTF8.self)
      try scratch.write(text, to: Self.place(number))
    }
    #expect(try store.document(Scratch.id(3)).tree["title"]?.string == "By hand")
    #expect(try store.glance(at: Scratch.id(4)).tree["title"]?.string == "By hand")
    #expect(try scratch.open().document(Scratch.id(4)).tree["title"]?.string == "By hand")
    try scratch.write("{broken", to: Self.place(5))
    #expect(throws: StoreError.self) { try store.glance(at: Scratch.id(5)) }
    #expect(store.damaged.map(\.id) == [Scratch.id(5)])
  }

  @Test("finds what mentions something as reading does, whatever was changed since")
  func mentioning() throws {
    let scratch = try sample()
    let store = try scratch.open()
    func truth(_ owner: Int) throws -> [String] {
      try scratch.open().documents(ofType: "cycle", mentioning: [Scratch.id(owner)])
        .map { "\($0.id) \($0.tree["title"]?.string ?? "")" }
    }
    func surveyed(_ store: DocumentStore, _ owner: Int) throws -> [String] {
      try store.survey(ofType: "cycle", mentioning: [Scratch.id(owner)], fields: ["title"]) {
        "\($0.id) \($0.tree["title"]?.string ?? "")"
      }
    }
    for owner in [500, 501, 502] { #expect(try surveyed(store, owner) == truth(owner)) }
    #expect(Self.inMemory(store) == 0)
    var tree = Scratch.cycle(4, site: 901, title: "Another owner's")
    tree["owner"] = .string(Scratch.id(501))
    try store.commit(.replace(Scratch.id(4), with: tree, expecting: nil))
    try store.commit(.trash(Scratch.id(6), expecting: nil))
    for owner in [500, 501] {
      #expect(try surveyed(store, owner) == truth(owner))
      #expect(try surveyed(scratch.open(), owner) == truth(owner))
    }
    let few = try store.survey(ofType: "cycle", mentioning: [Scratch.id(501)]) { document in
      document.tree["title"]?.string == "Cycle 1" ? 1 : nil
    }
    #expect(few == [1])
  }
}
