import JSONTree
import TestSupport
import Testing

@Suite struct JSONNumberTests {
  @Test("what a person types is a number where it is close to one")
  func typed() {
    let cases: [(String, String?)] = [
      ("3", "3"), ("+3", "3"), ("-3", "-3"), (".5", "0.5"), ("5.", "5"), ("1e3", "1000"),
      ("0.10", "0.1"), ("007", "7"), ("", nil), ("abc", nil), ("inf", nil), ("nan", nil),
      ("0x10", nil), ("1,5", nil), ("1 2", nil), ("1e999", nil), ("e", nil),
    ]
    for (text, literal) in cases {
      #expect(JSONNumber(typed: text)?.literal == literal, "\(text)")
    }
  }

  @Test("a double comes back from its literal", arguments: 0..<100)
  func doubles(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let value = Double(bitPattern: generator.next())
    guard value.isFinite else { return }
    let number = try #require(JSONNumber(value))
    #expect(number.double == value)
    #expect(try JSON.parse(number.literal) == .number(number))
  }

  @Test("numbers no JSON literal stands for are refused, and null in a document")
  func notFinite() {
    for value in [Double.infinity, -.infinity, .nan] {
      #expect(JSONNumber(value) == nil)
      #expect(JSON(value) == .null)
    }
  }

  @Test("a whole number is whole however it was written")
  func whole() throws {
    for (literal, value) in [("3", 3), ("3.0", 3), ("3e2", 300), ("-0", 0), ("-0.0", 0)] {
      #expect(try JSON.parse(literal).int == value)
    }
    for literal in ["3.5", "1e30", "1e999"] { #expect(try JSON.parse(literal).int == nil) }
    #expect(try JSON.parse("9223372036854775807").int == .max)
    #expect(try JSON.parse("1e999").double == nil)
  }
}
