import DocumentStore
import Foundation
import Improvement
import JSONTree
import TestSupport
import Testing

@testable import Collaborative

@Suite("Fields and numbers that others wrote") struct ForeignFieldsTests {
  /// Every place of a type where a person may write text, in records too.
  private static func places(of type: DocumentType) -> [String] {
    type.table.fields.filter { !$0.isAutomatic }.flatMap { field -> [String] in
      switch field.kind {
      case .text, .longText: [field.path.description]
      case .records(let inner, _):
        inner.filter { $0.kind == .text || $0.kind == .longText }
          .map { "\(field.path).0.\($0.path)" }
      default: []
      }
    }
  }

  private static let places = DocumentType.authored.flatMap { type in
    places(of: type).map { (type, $0) }
  }

  @Test(
    "10,000 documents of others come back byte for byte, also when a field beside is edited",
    arguments: 0..<20)
  func edited(seed: UInt64) throws {
    let steward = try TemporaryStore().steward()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let (type, place) = try #require(Self.places.randomElement(using: &generator))
      var document = ForeignText.object([
        "id": .string("\(ULID().text)"), "schema": .literal("1"),
        "type": .string("\(type.rawValue)"),
      ])
      document.set(.string("Before"), at: place.split(separator: ".").map(String.init)[...])
      document.addUnknown(&generator)
      let text = document.text() + "\n"
      let tree = try JSON.parse(text)
      try #require(tree.canonicalText == text, "\(text)")
      let edited = try steward.assigning([Assignment(place, "After")], to: tree, type)
      let expected = text.replacingOccurrences(of: "\"Before\"", with: "\"After\"")
      try #require(edited.canonicalText == expected, "\(place) of \(text)")
    }
  }

  @Test("in a store they outlive editing, undo, the trash and the way back", arguments: 0..<10)
  func stored(seed: UInt64) throws {
    let store = try TemporaryStore()
    var generator = SeededGenerator(seed: seed + 1_000)
    let member = try #require(store.steward().principal.memberID)
    var texts: [(id: String, text: String)] = []
    for _ in 0..<30 {
      let id = ULID().text
      var document = ForeignText.object([
        "id": .string("\(id)"), "schema": .literal("1"), "type": .string("need"),
        "title": .string("Before"), "category": .string("information"),
        "member": .string(member), "state": .string("open"),
        "visibility": .string("network"),
        "created": .object([
          "at": .string("2026-01-02T03:04:05Z"), "by": .string("visitor:other"),
        ]),
      ])
      document.addUnknown(&generator)
      texts.append((id, document.text() + "\n"))
    }
    let folder = "\(store.path)/shared/needs"
    func bytes(_ id: String) throws -> String {
      try String(contentsOfFile: "\(folder)/\(id).json", encoding: .utf8)
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (id, text) in texts {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(id).json"))
    }
    let steward = try store.steward()
    #expect(try steward.documents(.need).count == texts.count)
    for (id, text) in texts {
      #expect(try steward.tree(id).canonicalText == text)
      let expected = text.replacingOccurrences(of: "\"Before\"", with: "\"After\"")
      try steward.set(id, "title=After")
      #expect(try bytes(id) == expected)
      _ = try steward.undo()
      #expect(try bytes(id) == text)
      _ = try steward.remove(id)
      _ = try steward.restore(id)
      #expect(try bytes(id) == text)
    }
  }
}
