import JSONTree
import TestSupport
import Testing

@testable import DocumentStore

@Suite("The terms of a document found in its bytes") struct DocumentScanTests {
  private static let schema = Schema(
    type: "cycle", collection: "cycles", version: 3, searchable: ["title", "plan", "notes"],
    keys: ["code", "visibility"])

  private static func text(_ random: inout SeededGenerator) -> String {
    let parts = [
      "Warm", " ", "blanket", "Größe", "\t", "01JACMDCC01C34EEQRW0AQY8TM", "a-b_c.d", ".x", "\"",
      "\n", "ẞ",
      "  ", "é", "\\", "/", "x\u{301}",
    ]
    return (0..<Int.random(in: 0...4, using: &random))
      .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
  }

  private static func document(_ random: inout SeededGenerator) -> JSON {
    var tree: JSON = ["id": "c1", "type": "cycle", "schema": 3]
    for field in ["title", "code", "other", "visibility"] where Bool.random(using: &random) {
      tree[field] = .string(text(&random))
    }
    if Bool.random(using: &random) { tree["code"] = 7 }
    if Bool.random(using: &random) {
      tree["plan"] = ["a": .string(text(&random)), "b": [.string(text(&random)), 3, .null]]
    }
    if Bool.random(using: &random) {
      tree["notes"] = .array((0..<3).map { _ in ["who": .string(text(&random))] })
    }
    return tree
  }

  private func scanned(_ tree: JSON, id: String = "c1") -> (
    words: Set<[UInt8]>, names: Set<[UInt8]>
  )? {
    var scan = DocumentScan(Self.schema)
    return tree.canonicalBytes.withUnsafeBufferPointer { bytes in
      guard scan?.look(at: bytes, id: id) == true else { return nil }
      var (words, names): (Set<[UInt8]>, Set<[UInt8]>) = ([], [])
      scan?.forEachWord(of: bytes) { words.insert(Array($0)) }
      scan?.forEachName(of: bytes) { names.insert(Array($0)) }
      return (words, names)
    }
  }

  @Test("are those of its tree, whatever it says")
  func same() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let tree = Self.document(&random)
      let found = try #require(scanned(tree), "\(tree)")
      var (words, names): (Set<[UInt8]>, Set<[UInt8]>) = ([], [])
      DocumentTerms.forEachWord(of: tree, Self.schema) { words.insert(Array($0)) }
      DocumentTerms.forEachName(of: tree, Self.schema) { names.insert(Array($0.utf8)) }
      #expect(found.words == words, "\(tree)")
      #expect(found.names == names, "\(tree)")
    }
  }

  @Test("are left to the parser where it may be another document, an older or a newer one")
  func others() {
    let sound: JSON = ["id": "c1", "type": "cycle", "schema": 3]
    #expect(scanned(sound) != nil)
    #expect(scanned(sound, id: "c2") == nil)
    for (field, value) in [
      ("id", nil), ("id", 1), ("type", nil), ("type", "site"), ("schema", nil), ("schema", 2),
      ("schema", 4), ("schema", "3"), ("_conflicts", []),
    ] as [(String, JSON?)] {
      var tree = sound
      tree[field] = value
      #expect(scanned(tree) == nil, "\(field)")
    }
  }
}
