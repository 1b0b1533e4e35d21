import Improvement
import TestSupport
import Testing

@Suite struct SimilarityTests {
  @Test(
    "the distance counts letters put in, left out, replaced and swapped",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("titel", "title", 1),
      ("ca", "abc", 3), ("same", "same", 0), ("flaw", "lawn", 2),
    ])
  func distances(_ left: String, _ right: String, _ expected: Int) {
    #expect(Similarity.distance(left, right) == expected)
  }

  @Test("the distance is symmetric, zero only for equals, and at most the longer length")
  func properties() {
    var random = SeededGenerator(seed: 7)
    func word() -> String {
      String(
        (0..<Int.random(in: 0...8, using: &random)).map { _ in
          "abcé".randomElement(using: &random) ?? "a"
        })
    }
    for _ in 0..<300 {
      let (a, b) = (word(), word())
      let distance = Similarity.distance(a, b)
      #expect(distance == Similarity.distance(b, a))
      #expect((distance == 0) == (a == b))
      #expect(distance <= max(a.count, b.count))
    }
  }

  @Test("what is far away is not suggested, and the nearest comes first")
  func closest() {
    #expect(Similarity.closest(to: "zzz", in: ["title", "tags"]).isEmpty)
    #expect(Similarity.closest(to: "cylce", in: ["circle", "cycle"]).first == "cycle")
    #expect(Similarity.closest(to: "", in: ["a"]).isEmpty)
  }
}
