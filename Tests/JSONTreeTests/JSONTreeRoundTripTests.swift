import JSONTree
import TestSupport
import Testing

@Suite struct JSONTreeRoundTripTests {
  @Test("a generated document comes back from its canonical text byte for byte", arguments: 0..<200)
  func canonicalRoundTrip(seed: UInt64) throws {
    let tree = GeneratedJSON.tree(seed: seed)
    let bytes = tree.canonicalBytes
    let read = try JSON.parse(bytes)
    #expect(read == tree)
    #expect(read.canonicalBytes == bytes)
  }

  @Test("compact text means the same as canonical text", arguments: 0..<100)
  func compactRoundTrip(seed: UInt64) throws {
    let tree = GeneratedJSON.tree(seed: seed)
    let compact = tree.compactBytes
    #expect(!compact.contains(0x0A))
    #expect(try JSON.parse(compact) == tree)
  }

  @Test("the order and the spaces in which a document was written leave its canonical text alone")
  func orderDoesNotMatter() throws {
    let one = try JSON.parse(#"{ "b" : [ 1 , 2.50 ],"a":{"z":null,"y":true} }"#)
    let other = try JSON.parse(#"{"a":{"y":true,"z":null},"b":[1,2.50]}"#)
    #expect(one == other)
    #expect(one.canonicalBytes == other.canonicalBytes)
  }

  @Test("canonical text has sorted keys, two spaces and a newline at its end")
  func canonicalForm() throws {
    let tree: JSON = ["b": [1, "x"], "a": [:], "é": [], "Z": ["k": .null]]
    #expect(
      tree.canonicalText == """
        {
          "Z": {
            "k": null
          },
          "a": {},
          "b": [
            1,
            "x"
          ],
          "é": []
        }

        """)
  }

  @Test(
    "a number is written as it was read",
    arguments: [
      "0", "-0", "1.0", "1e0", "1E+2", "-0.10", "1e-07", "12345678901234567890123", "1e999",
      "3.141592653589793238462643383279",
    ])
  func literalsAreKept(literal: String) throws {
    #expect(try JSON.parse(literal).compactText == literal)
  }

  @Test("two spellings of one accented letter are two texts")
  func bytesMatter() throws {
    let composed = JSON.string("\u{E9}")
    let decomposed = JSON.string("e\u{301}")
    #expect(composed != decomposed)
    let both = try JSON.parse(#"{"\#u{E9}":1,"e\#u{301}":2}"#)
    #expect(both.object?.count == 2)
    #expect(try JSON.parse(both.canonicalBytes) == both)
  }

  @Test(
    "control characters that could steer a terminal are escaped",
    arguments: [0...0x1F, 0x7F...0x9F])
  func controlsAreEscaped(range: ClosedRange<UInt32>) throws {
    for value in range {
      let scalar = try #require(Unicode.Scalar(value))
      let tree = JSON.string("a\(Character(scalar))b")
      let text = tree.compactText
      #expect(
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
      #expect(try JSON.parse(text) == tree)
    }
  }

  @Test("a character above U+009F is written as itself, not as an escape")
  func othersAreNot() {
    #expect(JSON.string("\u{A0}é€😀").compactText == "\"\u{A0}é€😀\"")
  }
}
