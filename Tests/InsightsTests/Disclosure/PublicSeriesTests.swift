import Improvement
import Insights
import JSONTree
import Testing

@Suite struct PublicSeriesTests {
  private static let rule = SmallCounts(threshold: 11)

  private static func measure(_ kind: DataKind) -> Measure {
    Measure([
      "id": "m", "name": "Infections", "dataKind": .string(kind.rawValue), "frequency": "month",
    ])
  }

  private static func hides(_ point: JSON, _ kind: DataKind) -> Bool {
    rule.hides(SeriesPoint(point), of: measure(kind))
  }

  @Test func whatIsSmallHangsOnWhatIsCounted() {
    #expect(Self.hides(["numerator": 2, "denominator": 118], .proportion))
    #expect(Self.hides(["numerator": 110, "denominator": 118], .proportion))
    #expect(!Self.hides(["numerator": 0, "denominator": 118], .proportion))
    #expect(!Self.hides(["numerator": 20, "denominator": 118], .proportion))
    #expect(Self.hides(["numerator": 5, "denominator": 1240], .rate))
    #expect(!Self.hides(["numerator": 15, "denominator": 16], .rate))
    #expect(Self.hides(["value": 4], .count))
    #expect(!Self.hides(["value": 0], .count))
    #expect(Self.hides(["value": 10.5], .count))
    #expect(Self.hides(["value": 2.5], .rate))
    #expect(!Self.hides(["value": 42.5], .continuous))
    #expect(Self.hides(["values": [42, 40]], .continuous))
    #expect(Self.hides(["value": 30], .timeBetween))
    #expect(!Self.hides(["status": "missing"], .proportion))
  }

  @Test func aHiddenPointKeepsItsPlaceAndSaysNothingElse() {
    let series = Series([
      "id": "s",
      "points": [
        [
          "period": "2026-01", "numerator": 2, "denominator": 118, "note": "one of them twice",
          "entered": ["by": "x"],
        ],
        [
          "period": "2026-02", "numerator": 20, "denominator": 118, "entered": ["by": "x"],
          "source": "f",
        ],
        ["period": "2026-03", "numerator": 30, "denominator": 118],
      ],
    ])
    let copy = Self.rule.publicCopy(of: series, Self.measure(.proportion), hidingToo: ["2026-03"])
    #expect(
      copy.tree["points"] == [
        ["period": "2026-01", "status": "hidden"],
        ["period": "2026-02", "numerator": 20, "denominator": 118],
        ["period": "2026-03", "status": "hidden"],
      ])
    #expect(Self.rule.publicCopy(of: copy, Self.measure(.proportion)).tree == copy.tree)
  }

  private static func monthly(_ counts: [Int], of cases: Int) -> Series {
    Series([
      "id": "s",
      "points": .array(
        counts.enumerated().map { index, count in
          [
            "period": .string("2026-0\(index + 1)"), "numerator": JSON(count),
            "denominator": JSON(cases),
          ]
        }),
    ])
  }

  @Test func monthsThatSayNothingAreAddedUpToQuarters() throws {
    let measure = Self.measure(.proportion)
    let series = Self.monthly([5, 6, 0, 7, 1, 1], of: 90)
    let quarters = try #require(Self.rule.quarterlyCopy(of: series, measure))
    #expect(quarters.measure.frequency == .quarter)
    #expect(
      quarters.series.tree["points"] == [
        ["period": "2026-Q1", "numerator": 11, "denominator": 270],
        ["period": "2026-Q2", "status": "hidden"],
      ])
    let others = try #require(
      Self.rule.quarterlyCopy(of: series, measure, hidingToo: ["2026-02"]))
    #expect(others.series.points.allSatisfy { $0.status == .hidden })
  }

  @Test func quartersAreNoWayAroundMonthsThatSaySomething() {
    let measure = Self.measure(.proportion)
    #expect(Self.rule.quarterlyCopy(of: Self.monthly([5, 6, 20], of: 90), measure) == nil)
    #expect(Self.rule.quarterlyCopy(of: Self.monthly([1, 1, 1], of: 90), measure) == nil)
  }

  @Test func twoSeriesThatDifferInHiddenCountsOnlyLookTheSame() {
    func copy(_ events: Int) -> SeriesChart {
      let points = (1...12).map { month -> JSON in
        [
          "period": .string("2025-\(month < 10 ? "0" : "")\(month)"),
          "numerator": JSON(month % 3 == 0 ? events : 20 + month), "denominator": 200,
        ]
      }
      let series = Series(["id": "s", "points": .array(points)])
      return SeriesChart(
        Self.rule.publicCopy(of: series, Self.measure(.proportion)), of: Self.measure(.proportion),
        at: "Riverside")
    }
    #expect(copy(1).chart != nil)
    #expect("\(copy(1))" == "\(copy(10))")
  }
}
