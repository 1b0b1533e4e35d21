import JSONTree
import TestSupport
import Testing

/// A text that is refused, and where.
struct Refusal: Sendable, CustomTestStringConvertible {
  let text: [UInt8]
  let reason: JSONError.Reason
  let line: Int
  let column: Int

  init(_ text: String, _ reason: JSONError.Reason, _ line: Int, _ column: Int) {
    self.init(Array(text.utf8), reason, line, column)
  }

  init(_ text: [UInt8], _ reason: JSONError.Reason, _ line: Int, _ column: Int) {
    self.text = text
    self.reason = reason
    self.line = line
    self.column = column
  }

  var testDescription: String { String(decoding: text.prefix(30), as: UTF8.self) }
}

@Suite struct JSONTreeHostileInputTests {
  static let refusals: [Refusal] = [
    Refusal("", .empty, 1, 1),
    Refusal(" \n ", .empty, 2, 2),
    Refusal([0xEF, 0xBB, 0xBF] + Array("{}".utf8), .byteOrderMark, 1, 1),
    Refusal("{} {}", .textAfterTheEnd, 1, 4),
    Refusal("{}\n]", .textAfterTheEnd, 2, 1),
    Refusal("[1,]", .trailingComma, 1, 4),
    Refusal("{\"a\":1,\n}", .trailingComma, 2, 1),
    Refusal("{\"a\":1,\n \"a\":2}", .duplicateKey("a"), 2, 2),
    Refusal("{\"b\":1,\"a\":1,\"b\":2}", .duplicateKey("b"), 1, 14),
    Refusal("{\"a\":1,\"\\u0061\":2}", .duplicateKey("a"), 1, 8),
    Refusal("{a:1}", .unexpected(byte: 97, expected: "a field's name in quotes"), 1, 2),
    Refusal("{,}", .unexpected(byte: 44, expected: "a field's name in quotes"), 1, 2),
    Refusal("{\"a\" 1}", .unexpected(byte: 49, expected: "a colon"), 1, 6),
    Refusal("[1 2]", .unexpected(byte: 50, expected: "a comma or ]"), 1, 4),
    Refusal("{\"a\":1]", .unexpected(byte: 93, expected: "a comma or }"), 1, 7),
    Refusal("'a'", .unexpected(byte: 39, expected: "a value"), 1, 1),
    Refusal("[NaN]", .unexpected(byte: 78, expected: "a value"), 1, 2),
    Refusal("tru", .endOfText(expected: "true"), 1, 4),
    Refusal("nulL", .unexpected(byte: 76, expected: "null"), 1, 4),
    Refusal("[", .endOfText(expected: "a value"), 1, 2),
    Refusal("[1", .endOfText(expected: "a comma or ]"), 1, 3),
    Refusal("{", .endOfText(expected: "a field's name"), 1, 2),
    Refusal("{\"a\":1,", .endOfText(expected: "a field's name"), 1, 8),
    Refusal("{\"a", .endOfText(expected: "a closing quote"), 1, 4),
    Refusal("-", .badNumber, 1, 1),
    Refusal("[1.]", .badNumber, 1, 2),
    Refusal("1e", .badNumber, 1, 1),
    Refusal("1e+", .badNumber, 1, 1),
    Refusal("01", .textAfterTheEnd, 1, 2),
    Refusal("+1", .unexpected(byte: 43, expected: "a value"), 1, 1),
    Refusal(".5", .unexpected(byte: 46, expected: "a value"), 1, 1),
    Refusal("\"\\x\"", .badEscape, 1, 2),
    Refusal("\"\\u12G4\"", .badEscape, 1, 4),
    Refusal("\"\\u12\"", .badEscape, 1, 4),
    Refusal("\"ab\\u", .badEscape, 1, 6),
    Refusal("\"\\ud800\"", .loneSurrogate, 1, 2),
    Refusal("\"\\udc00\"", .loneSurrogate, 1, 2),
    Refusal("\"\\ud800\\u0041\"", .loneSurrogate, 1, 2),
    Refusal("\"\\ud800\\n\"", .loneSurrogate, 1, 2),
    Refusal("\"a\nb\"", .controlCharacter(10), 1, 3),
    Refusal("\"a\\n\tb\"", .controlCharacter(9), 1, 5),
    Refusal([0x22, 0xC3, 0x28, 0x22], .invalidUTF8, 1, 1),
    Refusal([0x22, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8, 1, 1),
    Refusal([0x22, 0xC0, 0xAF, 0x22], .invalidUTF8, 1, 1),
    Refusal([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], .invalidUTF8, 1, 1),
    Refusal([0x22, 0x5C, 0x6E, 0xFF, 0x22], .invalidUTF8, 1, 1),
    Refusal([0x5B, 0xFF], .invalidUTF8, 1, 2),
  ]

  @Test("what is no document is refused with its reason and place", arguments: refusals)
  func refused(refusal: Refusal) {
    #expect {
      try JSON.parse(refusal.text)
    } throws: { error in
      guard let error = error as? JSONError else { return false }
      #expect(error.reason == refusal.reason)
      #expect(error.line == refusal.line)
      #expect(error.column == refusal.column)
      return true
    }
  }

  @Test("64 levels are read and 65 are not")
  func depth() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    _ = try JSON.parse(nested(64))
    #expect {
      try JSON.parse(nested(65))
    } throws: { error in
      guard let error = error as? JSONError else { return false }
      return error.reason == .tooDeep(limit: 64) && error.column == 65
    }
    #expect(throws: JSONError.self) { try JSON.parse(String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test("a document of a mebibyte is read and one byte more is not")
  func length() throws {
    let space = [UInt8](repeating: 0x20, count: (1 << 20) - 2)
    _ = try JSON.parse(Array("{}".utf8) + space)
    #expect {
      try JSON.parse(Array("{} ".utf8) + space)
    } throws: { ($0 as? JSONError)?.reason == .tooLong(limit: 1 << 20) }
  }

  @Test("a text of 256 KiB is read and one byte more is not, escaped or not")
  func stringLength() throws {
    let letters = String(repeating: "x", count: 256 << 10)
    _ = try JSON.parse("\"\(letters)\"")
    for text in ["\"\(letters)x\"", "\"\\n\(letters)\""] {
      #expect {
        try JSON.parse(text)
      } throws: { ($0 as? JSONError)?.reason == .stringTooLong(limit: 256 << 10) }
    }
  }

  @Test("no mutilated document makes the parser trap", arguments: 0..<50)
  func mutilated(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sound = GeneratedJSON.tree(seed: seed).canonicalBytes
    for _ in 0..<100 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.removeSubrange(index...)
        }
      }
      guard let tree = try? JSON.parse(bytes) else { continue }
      #expect((try? JSON.parse(tree.canonicalBytes)) == tree)
    }
  }

  @Test("escapes are read as the characters they stand for")
  func escapes() throws {
    let text = try JSON.parse(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#).string
    #expect(text == "\"\\/\u{8}\u{C}\n\r\té😀")
  }
}
