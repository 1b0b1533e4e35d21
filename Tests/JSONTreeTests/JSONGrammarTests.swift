import Foundation
import JSONTree
import Testing

/// One text, and what a parser has to do with it.
struct GrammarCase: Sendable, CustomTestStringConvertible {
  enum Verdict: Sendable {
    /// The grammar of RFC 8259 has it, and so does the store.
    case accepted
    /// The grammar has it not.
    case refused
    /// RFC 8259 leaves it to the parser (sections 4, 8.1, 8.2 and 9); the store is strict.
    case left(isRead: Bool)
  }

  let verdict: Verdict
  let text: [UInt8]

  init(_ verdict: Verdict, _ text: String) { self.init(verdict, Array(text.utf8)) }

  init(_ verdict: Verdict, _ text: [UInt8]) {
    self.verdict = verdict
    self.text = text
  }

  var isRead: Bool {
    switch verdict {
    case .accepted: true
    case .refused: false
    case .left(let isRead): isRead
    }
  }

  var testDescription: String {
    "\(verdict): \(String(decoding: text.prefix(40), as: UTF8.self).debugDescription)"
  }
}

@Suite("The grammar of RFC 8259") struct JSONGrammarTests {
  static let sections: [(name: String, cases: [GrammarCase])] = [
    ("2, white space and structure", structure), ("3, values", values), ("4, objects", objects),
    ("5, arrays", arrays), ("6, numbers", numbers), ("7, strings", strings),
    ("8 and 9, encoding and limits", encoding),
  ]

  @Test(
    "every text is read or refused as the grammar says, or as the store chose where it may",
    arguments: sections.flatMap(\.cases))
  func verdict(sample: GrammarCase) throws {
    let tree = try? JSON.parse(sample.text)
    #expect((tree != nil) == sample.isRead)
    guard let tree else { return }
    #expect(try JSON.parse(tree.canonicalBytes) == tree)
  }

  @Test("every single byte between two digits is read where it makes a number, else refused")
  func singleBytes() {
    let sound = Set("0123456789.eE".utf8)
    for byte in UInt8.min ... .max {
      #expect(((try? JSON.parse([0x31, byte, 0x32])) != nil) == sound.contains(byte), "\(byte)")
      let isSpace = [0x20, 0x09, 0x0A, 0x0D].contains(byte)
      #expect(
        ((try? JSON.parse([0x5B, byte, 0x5D])) != nil)
          == (isSpace || (48...57).contains(byte)), "\(byte)")
      let isPlain = byte >= 0x20 && byte < 0x80 && byte != 0x22 && byte != 0x5C
      #expect(((try? JSON.parse([0x22, byte, 0x22])) != nil) == isPlain, "\(byte)")
      let isEscape = "\"\\/bfnrt".utf8.contains(byte)
      #expect(((try? JSON.parse([0x22, 0x5C, byte, 0x22])) != nil) == isEscape, "\(byte)")
    }
  }

  /// Such a folder has files whose names begin with `y_` for texts to read, `n_` for those to refuse
  /// and `i_` for those that are left to the parser.
  @Test(
    "a folder of published cases that `JSON_CASES` names agrees",
    .enabled(if: ProcessInfo.processInfo.environment["JSON_CASES"] != nil))
  func published() throws {
    let folder = ProcessInfo.processInfo.environment["JSON_CASES"] ?? ""
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var (read, refused, left) = (0, 0, [String]())
    for name in names where name.hasSuffix(".json") {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      let isRead = (try? JSON.parse(bytes)) != nil
      switch name.prefix(2) {
      case "y_" where Self.isStricter(name): left.append("\(name) \(isRead)")
      case "y_":
        #expect(isRead, "\(name)")
        read += 1
      case "n_":
        #expect(!isRead, "\(name)")
        refused += 1
      case "i_": left.append("\(name) \(isRead ? "read" : "refused")")
      default: continue
      }
    }
    #expect(read > 0 && refused > 0)
    print("\(read) read, \(refused) refused, \(left.count) left to the parser: \(left)")
  }

  /// The grammar has duplicate keys; the store refuses them, because programs disagree on them.
  private static func isStricter(_ name: String) -> Bool { name.contains("duplicated_key") }

  // MARK: Cases

  private static func accepted(_ texts: String...) -> [GrammarCase] {
    texts.map { GrammarCase(.accepted, $0) }
  }

  private static func refused(_ texts: String...) -> [GrammarCase] {
    texts.map { GrammarCase(.refused, $0) }
  }

  private static func bytes(_ verdict: GrammarCase.Verdict, _ texts: [UInt8]...) -> [GrammarCase] {
    texts.map { GrammarCase(verdict, $0) }
  }

  static let structure: [GrammarCase] =
    accepted("{}", " {}", "{} ", "\t\r\n[]\n", "{ \"a\" : 1 , \"b\" : 2 }", "[\n]", "1", "\"x\"")
    + refused(
      "", " ", "\n", "{", "}", "[", "]", ",", ":", "{]", "[}", "[]]", "{}}", "{} {}", "1 2", "[] x",
      "[1] // note", "[1 /* note */]", "# note\n{}", "\u{A0}{}", "{}\u{2028}", "\u{B}[]", "[\u{C}]",
      "{}\0", "(1)", "<a>", "\u{FEFF}{}", "{\"a\":1};")

  static let values: [GrammarCase] =
    accepted("true", "false", "null", "[true,false,null]", "{\"a\":null}")
    + refused(
      "True", "TRUE", "nul", "nulll", "tru", "fals", "falsee", "nil", "None", "undefined", "NaN",
      "Infinity", "-Infinity", "yes", "truefalse", "true false", "n", "t", "f", "a", "@", "\u{E9}")

  static let objects: [GrammarCase] =
    accepted(
      "{\"\":0}", "{\"a\":{}}", "{\"a\":[]}", "{\"a\":1,\"A\":2}", "{\"a\\u0000b\":1}",
      "{\"\\u00e9\":1,\"e\\u0301\":2}", "{\"b\":1,\"a\":2}", "{\"true\":true}")
    + refused(
      "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "{\"a\"::1}",
      "{\"a\":1,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}",
      "{\"a\"=1}", "{\"a\":1", "{\"a\":", "{\"a\"", "{\"a", "{[]:1}", "{\"a\":1]", "{\"a\",\"b\"}",
      "{\"a\":1:2}", "{...}", "{\"a\":x}")
    + [
      GrammarCase(.left(isRead: false), "{\"a\":1,\"a\":1}"),
      GrammarCase(.left(isRead: false), "{\"a\":1,\"\\u0061\":2}"),
      GrammarCase(.left(isRead: false), "{\"\":1,\"\":2}"),
    ]

  static let arrays: [GrammarCase] =
    accepted("[]", "[[]]", "[1,2]", "[1,\"a\",null,{}]", "[[],[[]]]", "[ ]", "[1 ,2]")
    + refused(
      "[,]", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1;2]", "[1", "[1,", "[\"a\"", "[[]", "[1}",
      "[1:2]", "[\"a\":1]", "[*]", "[1]]", "[x]")

  static let numbers: [GrammarCase] =
    accepted(
      "0", "-0", "1", "-1", "10", "1234567890", "0.0", "-0.0", "1.5", "0.001", "1e5", "1E5", "1e+5",
      "1e-5", "-1.5E-10", "0e0", "0E+00", "1e00", "1.0000000000000000000000001",
      "123456789012345678901234567890")
    + refused(
      "+1", "++1", "--1", "-", "- 1", "01", "-01", "00", "0x1", "0b1", "1_000", "1,5", ".5", "-.5",
      "1.", "1.e5", "1..2", "1.2.3", "e5", "1e", "1e+", "1e-", "1e5.5", "1ee5", "1e5e5", "1a", "0a",
      "1.5x", "Inf", "-Inf", "1 e5", "1e 5", "0.", "-e1", "1+2", "\u{FF11}", "\u{661}")
    + [
      // Greater or finer than a double: kept as it is written.
      GrammarCase(.left(isRead: true), "1e999"), GrammarCase(.left(isRead: true), "-1e999"),
      GrammarCase(.left(isRead: true), "1e-999"), GrammarCase(.left(isRead: true), "0.1e99999999"),
      GrammarCase(.left(isRead: true), "9007199254740993"),
    ]

  static let strings: [GrammarCase] =
    accepted(
      "\"\"", "\"a\"", "\" \"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"/\"", "\"\\b\\f\\n\\r\\t\"",
      "\"\\u0000\"", "\"\\u001F\"", "\"\\u00e9\"", "\"\\u00E9\"", "\"\\uFFFF\"", "\"\\ufdd0\"",
      "\"\\ud83d\\ude00\"", "\"\\uDBFF\\uDFFF\"", "\"\\u2028\"", "\"\u{7F}\"", "\"\u{80}\"",
      "\"\u{2028}\u{2029}\"", "\"\u{FEFF}\"", "\"\u{FFFF}\"", "\"\u{10FFFF}\"", "\"é語😀\"",
      "\"\\\\u0041\"", "\"'\"")
    + refused(
      "\"", "\"a", "a\"", "'a'", "\"\\\"", "\"\\a\"", "\"\\v\"", "\"\\x41\"", "\"\\0\"", "\"\\'\"",
      "\"\\U0041\"", "\"\\u\"", "\"\\u1\"", "\"\\u12\"", "\"\\u123\"", "\"\\u123g\"", "\"\\u+123\"",
      "\"\\u 123\"", "\"\\u{41}\"", "\"\\ \"", "\"\\\n\"", "\"\\\u{E9}\"", "\"a\" \"b\"",
      "\"a\"\"b\"", "\"\t\"", "\"\n\"", "\"\r\"", "\"\0\"", "\"\u{1F}\"", "\u{201C}a\u{201D}")
    + [
      // A surrogate alone is no character.
      "\"\\ud800\"", "\"\\udc00\"", "\"\\udfff\"", "\"\\ude00\\ud83d\"", "\"\\ud800\\ud800\"",
      "\"\\ud800x\"", "\"\\ud800\\n\"", "\"\\ud800\\u\"", "\"x\\udbff\"",
    ].map { (text: String) in GrammarCase(.left(isRead: false), text) }

  static let encoding: [GrammarCase] =
    bytes(
      .left(isRead: false), [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xEF, 0xBB, 0xBF])
    + bytes(
      .refused, [0xFF, 0xFE, 0x31, 0x00], [0xFE, 0xFF, 0x00, 0x31], [0x5B, 0x00, 0x5D, 0x00],
      [0x22, 0x80, 0x22], [0x22, 0xBF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22],
      [0x22, 0xC1, 0xBF, 0x22], [0x22, 0xE0, 0x80, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
      [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xED, 0xBF, 0xBF, 0x22],
      [0x22, 0xF0, 0x80, 0x80, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
      [0x22, 0xF8, 0x88, 0x80, 0x80, 0x80, 0x22], [0x22, 0xFE, 0x22], [0x22, 0xFF, 0x22],
      [0xC3, 0xA9], [0x5B, 0xE2, 0x82, 0xAC, 0x5D], [0x22, 0x5C, 0xC3, 0xA9, 0x22],
      [0x7B, 0x22, 0xC3, 0x22, 0x3A, 0x31, 0x7D])
    + nested(64, isRead: true) + nested(65, isRead: false) + nested(10_000, isRead: false)

  private static func nested(_ levels: Int, isRead: Bool) -> [GrammarCase] {
    func wrapped(_ open: String, _ inner: String, _ close: String) -> GrammarCase {
      let start = String(repeating: open, count: levels)
      let end = String(repeating: close, count: levels)
      return GrammarCase(.left(isRead: isRead), start + inner + end)
    }
    return [wrapped("[", "", "]"), wrapped("{\"a\":", "1", "}")]
  }
}
