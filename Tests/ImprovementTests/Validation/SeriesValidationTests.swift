import Improvement
import JSONTree
import Testing

@Suite struct SeriesValidationTests {
  static let site = "01arz3ndektsv4rrffq69g5fav"
  static let measure = "01arz3ndektsv4rrffq69g5faw"

  static func series(_ points: JSON) -> Series {
    Series(
      DocumentType.series.table.newDocument(
        id: "\(site).\(measure)", at: "2026-11-23T09:00:00Z", by: site,
        given: ["site": .string(site), "measure": .string(measure), "points": points]))
  }

  static func problems(_ points: JSON) -> [ValidationProblem] {
    Validation.findings(in: series(points).tree, type: .series).map(\.problem)
  }

  @Test("a point says a number, or why there is none")
  func numbers() {
    #expect(Self.problems([["period": "2026-03", "value": 3]]).isEmpty)
    #expect(Self.problems([["period": "2026-03", "status": "missing"]]).isEmpty)
    #expect(
      Self.problems([
        ["period": "2026-03", "status": "no-opportunity", "numerator": 0, "denominator": 0]
      ]).isEmpty)
    #expect(Self.problems([["period": "2026-03"]]) == [.noNumber])
    #expect(
      Self.problems([["period": "2026-03", "numerator": 2, "denominator": 0]]) == [.zeroDenominator]
    )
    #expect(
      Self.problems([["period": "2026-03", "numerator": -2, "denominator": 8]])
        == [.outOfRange("-2", allowed: "0 or more")])
  }

  @Test("one period has one point, unless they are numbered")
  func duplicates() {
    #expect(
      Self.problems([["period": "2026-03", "value": 3], ["period": "2026-03", "value": 4]])
        == [.duplicate("2026-03")])
    #expect(
      Self.problems([
        ["period": "2026-03", "value": 3, "sequence": 1],
        ["period": "2026-03", "value": 4, "sequence": 2],
      ]).isEmpty)
  }

  @Test("the id says site and measure")
  func identity() {
    var tree = Self.series([]).tree
    tree["stratum"] = "over-75"
    #expect(
      Validation.findings(in: tree, type: .series).map(\.problem)
        == [.idIsNot("\(Self.site).\(Self.measure).over-75")])
  }

  @Test("with its measure, a share has no more events than cases and periods fit")
  func withMeasure() {
    let measure = Measure(["dataKind": "proportion", "frequency": "month"])
    let series = Self.series([
      ["period": "2026-01", "numerator": 9, "denominator": 8],
      ["period": "2026-W12", "numerator": 1, "denominator": 8],
      ["period": "2026-04", "value": 1],
      ["period": "2026-05", "status": "missing"],
    ])
    #expect(
      Validation.findings(in: series, of: measure).map(\.problem) == [
        .numeratorAboveDenominator("9", "8"), .periodDoesNotFit("2026-W12", .month),
        .needsDenominator,
      ])
  }

  @Test("a point goes where its period belongs, or takes the place of the one there")
  func putting() throws {
    var series = Self.series([])
    for (period, value) in [("2026-03", 1), ("2026-01", 2), ("2026-02", 3), ("2026-03", 4)] {
      series.put(SeriesPoint(["period": .string(period), "value": JSON(value)]))
    }
    #expect(series.points.map(\.periodText) == ["2026-01", "2026-02", "2026-03"])
    #expect(series.points.map(\.value) == [2, 3, 4])
  }
}
