import DocumentStore
import TestSupport
import Testing

@Suite struct IdentityTests {
  @Test("a ULID is 26 lower-case digits that come back and keep its time")
  func ulid() throws {
    // The example of the specification: 1469918176385 is written 01ARYZ6S41.
    #expect(
      ULID(milliseconds: 1_469_918_176_385, high: 0, low: 0).text == "01aryz6s410000000000000000")
    #expect(ULID(milliseconds: .max, high: .max, low: .max).text == "7zzzzzzzzzzzzzzzzzzzzzzzzz")
    #expect(ULID(milliseconds: 0, high: 0, low: 1).text == "00000000000000000000000001")
    #expect(ULID(milliseconds: 0, high: 1, low: 0).text == "0000000000000g000000000000")
    let id = try #require(ULID("01ARYZ6S41TSV4RRFFQ69G5FAV"))
    #expect(id.text == "01aryz6s41tsv4rrffq69g5fav")
    #expect(id.milliseconds == 1_469_918_176_385)
    for text in ["", "01aryz6s41", "81aryz6s41tsv4rrffq69g5fav", "01aryz6s41tsv4rrffq69g5fau"] {
      #expect(ULID(text) == nil)
    }
  }

  @Test("ULIDs sort as their numbers do", arguments: 0..<50)
  func ulidOrder(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func numbers() -> (UInt64, UInt16, UInt64) {
      let isNear = Bool.random(using: &generator)
      return (
        UInt64.random(in: 0...(isNear ? 1 : 0xFFFF_FFFF_FFFF), using: &generator),
        UInt16.random(in: 0...(isNear ? 1 : .max), using: &generator), generator.next()
      )
    }
    let (one, two) = (numbers(), numbers())
    let first = ULID(milliseconds: one.0, high: one.1, low: one.2)
    let second = ULID(milliseconds: two.0, high: two.1, low: two.2)
    #expect((one < two) == (first.text < second.text))
    #expect(ULID(first.text) == first)
    #expect(first.milliseconds == one.0)
  }

  @Test("a moment comes back from its text", arguments: 0..<200)
  func moments(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let moment = Timestamp(
      secondsSince1970: Int.random(in: -62_167_219_200...253_402_300_799, using: &generator))
    #expect(moment.description.utf8.count == 20)
    #expect(Timestamp(moment.description) == moment)
    #expect(moment.description.hasPrefix(moment.month))
  }

  @Test("known moments have their known texts, and what is no moment is refused")
  func knownMoments() {
    for (seconds, text) in [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (1_773_480_600, "2026-03-14T09:30:00Z"),
      (4_107_542_400, "2100-03-01T00:00:00Z"),
    ] {
      #expect(Timestamp(secondsSince1970: seconds).description == text)
      #expect(Timestamp(text)?.secondsSince1970 == seconds)
    }
    for text in [
      "", "2026-03-14", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-04-31T00:00:00Z",
      "2026-03-14T24:00:00Z", "2026-03-14T09:60:00Z", "2026-03-14T09:30:00", "2026-03-14 09:30:00Z",
      "2026-03-14T09:30:00z", "+026-03-14T09:30:00Z", "2100-02-29T00:00:00Z",
    ] {
      #expect(Timestamp(text) == nil, "\(text)")
    }
  }

  @Test("a revision is the SHA-256 of the bytes")
  func revision() throws {
    // FIPS 180-4, the example "abc".
    let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let revision = Revision(of: Array("abc".utf8))
    #expect(revision.hex == hex)
    #expect(revision.short == "ba7816bf")
    #expect(Revision(hex: hex) == revision)
    #expect(Revision(hex: hex.uppercased()) == revision)
    #expect(Revision(hex: "ba78") == nil)
    #expect(Revision(hex: String(repeating: "g", count: 64)) == nil)
  }
}
