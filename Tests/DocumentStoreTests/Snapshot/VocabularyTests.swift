import TestSupport
import Testing

@testable import DocumentStore

@Suite("The words of a snapshot") struct VocabularyTests {
  /// Documents of a few words each over a small alphabet, so that words are parts of one another.
  private func texts(_ random: inout SeededGenerator) -> [[[UInt8]]] {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in
      (0..<Int.random(in: 0...9, using: &random)).map { _ in
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
          UInt8.random(in: 97...100, using: &random)
        }
      }
    }
  }

  private func bytes(_ documents: [[[UInt8]]]) -> [UInt8] {
    var writer = VocabularyWriter()
    for (number, words) in documents.enumerated() {
      for word in words { word.withUnsafeBufferPointer { writer.add($0, document: number) } }
    }
    return writer.bytes()
  }

  private func numbers(
    _ bytes: [UInt8], count: Int, _ collect: (Vocabulary, inout NumberSet) -> Void
  ) throws -> [Int] {
    try bytes.withUnsafeBytes { bytes in
      var found = NumberSet(count: count)
      collect(try #require(Vocabulary(bytes)), &found)
      return found.numbers(in: 0..<count)
    }
  }

  @Test("find the documents that a look through all of them finds, whole or in part")
  func agrees() throws {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<200 {
      let documents = texts(&random)
      let bytes = bytes(documents)
      for length in 1...5 {
        let part = (0..<length).map { _ in UInt8.random(in: 97...100, using: &random) }
        let whole = try numbers(bytes, count: documents.count) { $0.collect(part, into: &$1) }
        #expect(whole == documents.indices.filter { documents[$0].contains(part) })
        let within = try numbers(bytes, count: documents.count) {
          $0.collect(containing: part, into: &$1)
        }
        #expect(
          within
            == documents.indices.filter { index in
              documents[index].contains { $0.contains(part) }
            })
      }
    }
  }

  @Test("numbers that are far apart come back as they were")
  func farApart() throws {
    let wanted = [0, 1, 127, 128, 300, 16_384, 2_000_000]
    var writer = VocabularyWriter()
    for number in wanted {
      Array("word".utf8).withUnsafeBufferPointer { writer.add($0, document: number) }
    }
    #expect(
      try numbers(writer.bytes(), count: 2_000_001) { $0.collect(Array("word".utf8), into: &$1) }
        == wanted)
  }

  @Test("cut or changed anywhere they are read without harm")
  func decay() throws {
    var random = SeededGenerator(seed: 42)
    for _ in 0..<2_000 {
      var bytes = bytes(texts(&random))
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
      } else if !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      bytes.withUnsafeBytes { bytes in
        var found = NumberSet(count: 40)
        Vocabulary(bytes)?.collect(containing: [97], into: &found)
        Vocabulary(bytes)?.collect([97, 98], into: &found)
        #expect(found.numbers(in: 0..<40).allSatisfy { (0..<40).contains($0) })
      }
    }
  }

  @Test("sets of numbers are joined, cut and read as other sets are")
  func sets() {
    var random = SeededGenerator(seed: 43)
    for _ in 0..<200 {
      let count = Int.random(in: 1...200, using: &random)
      func some() -> Set<Int> { Set((0..<20).map { _ in .random(in: 0..<count, using: &random) }) }
      let (left, right) = (some(), some())
      func set(_ numbers: Set<Int>) -> NumberSet {
        numbers.reduce(into: NumberSet(count: count)) { $0.insert($1) }
      }
      var both = set(left)
      both.formIntersection(set(right))
      #expect(both.numbers(in: 0..<count) == left.intersection(right).sorted())
      var either = set(left)
      either.formUnion(set(right))
      #expect(either.numbers(in: 0..<count) == left.union(right).sorted())
      let range = 0..<Int.random(in: 0...count, using: &random)
      #expect(either.numbers(in: range) == left.union(right).filter(range.contains).sorted())
    }
  }
}
