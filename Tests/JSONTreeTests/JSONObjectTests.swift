import JSONTree
import TestSupport
import Testing

@Suite struct JSONObjectTests {
  @Test("keys stay in byte order whatever is set and removed", arguments: 0..<50)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var object = JSONObject()
    var expected: [String: Int] = [:]
    for step in 0..<100 {
      let key = "k\(Int.random(in: 0..<20, using: &generator))"
      if Bool.random(using: &generator) {
        object[key] = JSON(step)
        expected[key] = step
      } else {
        object[key] = nil
        expected[key] = nil
      }
      #expect(object.keys == expected.keys.sorted { $0.compareBytes(with: $1) < 0 })
      for (key, value) in expected { #expect(object[key]?.int == value) }
    }
  }

  @Test("the last of two equal keys of a literal wins")
  func literal() {
    #expect(JSONObject([("a", 1), ("a", 2)])["a"]?.int == 2)
  }

  @Test("bytes decide where one text begins another")
  func comparison() {
    #expect("a".compareBytes(with: "ab") < 0)
    #expect("b".compareBytes(with: "ab") > 0)
    #expect("".compareBytes(with: "") == 0)
    #expect("z".compareBytes(with: "\u{E9}") < 0)
    #expect(!"\u{E9}".hasSameBytes(as: "e\u{301}"))
  }
}
