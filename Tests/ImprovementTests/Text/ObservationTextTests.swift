import Improvement
import JSONTree
import Testing

@Suite struct ObservationTextTests {
  @Test("each way to type an observation gives its point")
  func points() throws {
    let period = try #require(Period("2026-03"))
    func point(_ text: String, _ kind: DataKind? = nil) throws -> JSON {
      try ObservationText.parse(text, of: kind).point(period: period)
    }
    #expect(try point("3.2") == ["period": "2026-03", "value": 3.2])
    #expect(
      try point("2/118", .proportion) == ["period": "2026-03", "numerator": 2, "denominator": 118])
    #expect(
      try point("~ 2 / 118") == [
        "period": "2026-03", "numerator": 2, "denominator": 118, "quality": "provisional",
      ])
    #expect(
      try point("0/0", .proportion) == [
        "period": "2026-03", "status": "no-opportunity", "numerator": 0, "denominator": 0,
      ])
    #expect(try point("na") == ["period": "2026-03", "status": "not-due"])
    #expect(
      try point("? server was down") == [
        "period": "2026-03", "status": "missing", "note": "server was down",
      ])
    #expect(try point("3.1 2.9 3.4", .continuous)["values"] == [3.1, 2.9, 3.4])
    #expect(try point("-1.5", .continuous)["value"] == -1.5)
    #expect(try point("5/1240.5", .rate)["denominator"] == 1240.5)
  }

  @Test("what is typed comes back for editing")
  func editing() throws {
    let period = try #require(Period("2026-03"))
    for text in ["3.2", "2/118", "~2/118", "0/0", "na", "?", "? lost", "3.1 2.9", "~4"] {
      let point = SeriesPoint(try ObservationText.parse(text).point(period: period))
      #expect(ObservationText.edit(point) == text)
    }
  }

  @Test(
    "a number that cannot be is refused with its reason",
    arguments: [
      ("", DataKind?.none, ObservationError.empty), ("abc", nil, .notANumber("abc")),
      ("3,2", nil, .decimalComma("3,2")), ("1/2/3", nil, .notANumber("1/2/3")),
      ("3/2", .proportion, .numeratorAboveDenominator("3", "2")),
      ("-1/5", .rate, .negative("-1")), ("1.5/5", .proportion, .notWhole("1.5")),
      ("2/0", .proportion, .zeroDenominator("2")),
      ("4", .proportion, .wantsDenominator(.proportion)),
      ("4/5", .count, .wantsNoDenominator(.count)), ("-4", .count, .negative("-4")),
      ("4.5", .count, .notWhole("4.5")), ("1 2", .timeBetween, .wantsOneValue(.timeBetween)),
      ("~", nil, .notANumber("")), ("/", nil, .notANumber("")), ("inf", nil, .notANumber("inf")),
    ])
  func refused(_ text: String, _ kind: DataKind?, _ expected: ObservationError) {
    #expect(throws: expected) { try ObservationText.parse(text, of: kind) }
  }

  @Test("more events than exposure is a rate like any other")
  func rateAboveOne() throws {
    #expect(try ObservationText.parse("7/5", of: .rate).numerator?.int == 7)
  }
}
