import JSONTree
import TestSupport
import Testing

@Suite("Reading some fields of a document") struct ParsingFieldsTests {
  private static func parse(_ text: String, _ names: [String]) throws -> JSON {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      try JSON.parse(fields: JSON.FieldNames(names), of: bytes)
    }
  }

  private static func value(_ random: inout SeededGenerator, depth: Int) -> JSON {
    switch Int.random(in: 0..<(depth > 3 ? 6 : 8), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: JSON(Int.random(in: -9...900, using: &random))
    case 3: .string("a \"quoted\" {word} with \\ and ] and é, \n\u{1}")
    case 4: .string("")
    case 5: .string("}],:\"")
    case 6:
      .array(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in value(&random, depth: depth + 1) })
    default: object(&random, depth: depth + 1)
    }
  }

  private static func object(_ random: inout SeededGenerator, depth: Int) -> JSON {
    var object: JSON = [:]
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      object["k\(Int.random(in: 0..<12, using: &random))"] = value(&random, depth: depth)
    }
    return object
  }

  @Test("what is read is what reading everything finds in those fields, and nothing else")
  func same() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2_000 {
      let whole = Self.object(&random, depth: 0)
      let names = (0..<12).map { "k\($0)" }.filter { _ in Bool.random(using: &random) }
      let bytes = Bool.random(using: &random) ? whole.canonicalBytes : Array("\(whole)".utf8)
      guard (try? JSON.parse(bytes)) != nil else { continue }
      let some = try bytes.withUnsafeBufferPointer {
        try JSON.parse(fields: JSON.FieldNames(names), of: $0)
      }
      var expected: JSON = [:]
      for name in names { expected[name] = whole[name] }
      #expect(some == expected)
    }
  }

  @Test("what is no object, or ends too soon, is refused and never hangs")
  func broken() throws {
    let text = "{\"a\": [1, {\"b\": \"c\\\"\"}], \"d\": \"e\", \"f\": 1}"
    #expect(try Self.parse(text, ["d", "f"]) == ["d": "e", "f": 1])
    for length in 0..<text.utf8.count {
      let cut = String(decoding: Array(text.utf8.prefix(length)), as: UTF8.self)
      #expect(throws: JSONError.self) { try Self.parse(cut, ["d"]) }
    }
    for text in ["", "[]", "7", "{a: 1}", "{\"a\" 1}", "{\"a\": 1 \"b\": 2}"] {
      #expect(throws: JSONError.self, "\(text)") { try Self.parse(text, ["a", "b"]) }
    }
    #expect(throws: JSONError.self) { try Self.parse("{\"a\": 1, \"a\": 2}", ["a"]) }
  }
}
