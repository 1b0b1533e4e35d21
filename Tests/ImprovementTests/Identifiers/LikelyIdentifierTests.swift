import Improvement
import TestSupport
import Testing

@Suite struct LikelyIdentifierTests {
  /// A text without its marks, and the place that they enclosed.
  struct Row {
    var kind: String
    var text: String
    var place: Range<Int>

    init(_ line: Substring) {
      let parts = line.split(separator: "|", maxSplits: 1)
      kind = String(parts[0].dropLast())
      let pieces = parts[1].dropFirst().split(omittingEmptySubsequences: false) {
        $0 == "«" || $0 == "»"
      }
      text = pieces.joined()
      let start = pieces[0].utf8.count
      place = start..<start + pieces[1].utf8.count
    }
  }

  static let rows = IdentifierRows.identifiers.split(separator: "\n").map(Row.init)
  static let lookAlikes = IdentifierRows.lookAlikes.split(separator: "\n").map(String.init)

  @Test func findsMostIdentifiersAndTakesFewOtherThingsForOne() {
    let missed = Self.rows.filter { row in
      !LikelyIdentifier.all(in: row.text).contains { $0.range.overlaps(row.place) }
    }
    let disturbed = Self.lookAlikes.filter { !LikelyIdentifier.all(in: $0).isEmpty }
    let found = Double(Self.rows.count - missed.count)
    let recall = found / Double(Self.rows.count)
    let precision = found / (found + Double(disturbed.count))
    print(
      """
      identifiers: \(Int(found)) of \(Self.rows.count) found, recall \(recall); \
      \(disturbed.count) of \(Self.lookAlikes.count) look-alikes disturbed, precision \(precision)
      """)
    #expect(Self.rows.count >= 150 && Self.lookAlikes.count >= 150)
    #expect(recall >= 0.95, "missed: \(missed.map(\.text))")
    #expect(precision >= 0.95, "disturbed: \(disturbed)")
  }

  @Test func saysWhatItIsAndExactlyWhereItStands() {
    for row in Self.rows {
      let found = LikelyIdentifier.all(in: row.text)
      guard let first = found.first(where: { $0.range.overlaps(row.place) }) else { continue }
      #expect(first.kind.rawValue == row.kind, "\(row.text)")
      #expect(first.range == row.place, "\(row.text): “\(first.text(in: row.text))”")
      #expect(found.count == 1, "\(row.text)")
    }
  }

  @Test func aWrongCheckDigitIsNoNationalNumber() {
    #expect(LikelyIdentifier.all(in: "NHS 485 777 3457").first?.kind == .nationalNumber)
    #expect(LikelyIdentifier.all(in: "number 485 777 3456").first?.kind != .nationalNumber)
    #expect(LikelyIdentifier.all(in: "12345678Z").first?.kind == .nationalNumber)
    #expect(LikelyIdentifier.all(in: "12345678A").isEmpty)
  }

  @Test func findsEachInALongTextWithoutTheOneTouchingTheOther() {
    let text = "Ring 07700 900123 or write to jo@care.ie; MRN 4821337 fell. DOB 14/03/1950."
    let found = LikelyIdentifier.all(in: text)
    #expect(found.map(\.kind) == [.phone, .email, .recordNumber, .personDate])
    #expect(
      found.map { $0.text(in: text) } == ["07700 900123", "jo@care.ie", "4821337", "14/03/1950"])
  }

  @Test func anyTextGivesPlacesInOrderWithinIt() {
    var random = SeededGenerator(seed: 6)
    let pieces = [
      "07700 900123", "@", "a.b@c.de", "née", "Å", "\u{200B}", "12/03/1950", "patient", "\n", " ",
      "10.",
      "10.1136/x", "::", "fe80", "https://", "(", ")", "+", "٣٤٥", "９９", "e\u{301}", "🧣", ".", "-",
      "MRN", "#", "0", "485 777 3457", "/", "QQ12", "\u{0}", "March 14, 2026", "'", "|", "1:2:3",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...14, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      var end = 0
      for identifier in LikelyIdentifier.all(in: text) {
        #expect(identifier.range.lowerBound >= end && !identifier.range.isEmpty)
        end = identifier.range.upperBound
        #expect(end <= text.utf8.count)
        #expect(!identifier.text(in: text).isEmpty)
      }
    }
  }
}
