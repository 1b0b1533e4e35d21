import Foundation
import Fuzzing
import TestSupport
import Testing

@Suite("Any bytes at all") struct FuzzingTests {
  /// What is kept beside this file, as the fuzzer found or a person made it.
  private static func corpus(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Corpus/\(target.rawValue)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }

  @Test("what the fuzzer found neither traps nor breaks a promise", arguments: FuzzTarget.allCases)
  func kept(target: FuzzTarget) throws {
    let corpus = try Self.corpus(target)
    #expect(corpus.count >= 10)
    for (name, bytes) in corpus { #expect(target.finding(in: bytes) == nil, "\(name)") }
  }

  @Test(
    "nor does it when it is cut, repeated, mixed or changed here and there",
    arguments: FuzzTarget.allCases)
  func mutilated(target: FuzzTarget) throws {
    let corpus = try Self.corpus(target)
    var generator = SeededGenerator(seed: 4)
    for round in 0..<4_000 {
      var bytes = corpus[round % corpus.count].bytes
      let other = try #require(corpus.randomElement(using: &generator)).bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0...4, using: &generator) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.insert(contentsOf: other.suffix(16), at: place)
        case 2: bytes.insert(UInt8.random(in: .min ... .max, using: &generator), at: place)
        case 3 where place < bytes.count: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes.prefix(8), at: place)
        }
      }
      if let finding = target.finding(in: bytes) {
        Issue.record("\(finding) for \(bytes)")
        return
      }
    }
  }
}
