import JSONTree
import TestSupport
import Testing

@Suite("The texts of a document where they lie") struct JSONTextsTests {
  /// What is found in a text: each text as it reads, with the marks that lead to it.
  private func found(
    _ bytes: [UInt8], marking paths: [JSONPath] = []
  ) -> [(text: String, marks: UInt64, own: UInt64)]? {
    bytes.withUnsafeBufferPointer { buffer in
      var texts = JSONTexts(marking: paths)
      guard texts.scan(buffer) else { return nil }
      return texts.texts.map { text in
        let range =
          text.form == .number ? text.range : text.range.lowerBound - 1..<text.range.upperBound + 1
        let value = try? JSON.parse(Array(buffer[range]))
        return (
          value?.string ?? value.map { String(decoding: $0.compactBytes, as: UTF8.self) } ?? "?",
          text.marks, text.ownMarks
        )
      }
    }
  }

  private func strings(in value: JSON) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(strings)
    case .object(let object): object.fields.flatMap { strings(in: $0.value) }
    default: []
    }
  }

  private func hasPlainKeys(_ value: JSON) -> Bool {
    switch value {
    case .array(let elements): elements.allSatisfy(hasPlainKeys)
    case .object(let object):
      object.fields.allSatisfy { field in
        !field.key.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
          && hasPlainKeys(field.value)
      }
    default: true
    }
  }

  @Test("are those of the tree, in canonical text, whatever the document")
  func same() {
    var sound = 0
    for seed in 0..<3_000 {
      let tree = GeneratedJSON.tree(seed: UInt64(seed))
      let bytes = tree.canonicalBytes
      let texts = found(bytes)?.map(\.text)
      // `\u`, and keys with a backslash, are left to the parser.
      if String(decoding: bytes, as: UTF8.self).contains("\\u") || !hasPlainKeys(tree) { continue }
      #expect(texts == strings(in: tree))
      sound += 1
    }
    #expect(sound > 500)
  }

  @Test("are found only where the parser finds nothing wrong, whatever is changed")
  func neverMore() {
    var random = SeededGenerator(seed: 11)
    var refused = 0
    for seed in 0..<6_000 {
      var bytes = GeneratedJSON.tree(seed: UInt64(seed)).canonicalBytes
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default:
          bytes.insert(
            Array("\"\\{}[],:0-.e tnx\n".utf8).randomElement(using: &random) ?? 0, at: place)
        }
      }
      let texts = found(bytes)?.map(\.text)
      guard let tree = try? JSON.parse(bytes) else {
        #expect(texts == nil)
        refused += 1
        continue
      }
      if let texts { #expect(texts == strings(in: tree)) }
    }
    #expect(refused > 1_000)
  }

  @Test("bear the marks of the paths that lead to them, and numbers only their own")
  func marks() throws {
    let tree: JSON = [
      "list": [["deep": "in it"], "beside"], "number": 7, "other": 8,
      "plan": ["aim": "less", "more": ["aim": "no"]], "title": "Warm",
    ]
    let all = try #require(
      found(tree.canonicalBytes, marking: ["title", "plan.aim", "list", "number", "plan"]))
    #expect(all.map(\.text) == ["in it", "beside", "7", "less", "no", "Warm"])
    #expect(all.map(\.marks) == [4, 4, 8, 18, 16, 1])
    #expect(all.map(\.own) == [0, 0, 8, 2, 0, 1])
  }

  @Test("say which paths lead to anything, be it empty")
  func seen() {
    var texts = JSONTexts(marking: ["a", "b.c", "d"])
    let bytes = Array("{\"a\":[],\"b\":{},\"d\":null}".utf8)
    #expect(bytes.withUnsafeBufferPointer { texts.scan($0) })
    #expect(texts.seen == 5)
    #expect(texts.texts.isEmpty)
  }

  @Test(
    "are left to the parser where keys are out of order, twice or written in a roundabout way",
    arguments: [
      #"{"b":1,"a":2}"#, #"{"a":1,"a":2}"#, #"{"\u0061":1}"#, #"{"a\n":1}"#, #"{"a":"\u0041"}"#,
      "[]", "7", " {}", "", "{}x", #"{"a":01}"#, #"{"a":1,}"#, #"{"a":[1,]}"#, "{\"a\":\"\u{1}\"}",
    ])
  func left(_ text: String) {
    #expect(found(Array(text.utf8)) == nil)
  }

  @Test("are left to the parser where it has a limit, and where they are not UTF-8")
  func limits() {
    let deep = String(repeating: "{\"a\":", count: 64) + "{}" + String(repeating: "}", count: 64)
    #expect(found(Array(deep.utf8)) == nil)
    #expect((try? JSON.parse(deep)) == nil)
    let long = "{\"a\":\"\(String(repeating: "x", count: (256 << 10) + 1))\"}"
    #expect(found(Array(long.utf8)) == nil)
    #expect(found([0x7B, 0x22, 0xC3, 0x22, 0x3A, 0x31, 0x7D]) == nil)
  }
}
