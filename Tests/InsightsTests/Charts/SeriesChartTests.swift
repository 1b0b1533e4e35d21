import ControlCharts
import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("A series as a chart")
struct SeriesChartTests {
  @Test("a month that nobody reported is a gap and not a zero")
  func gaps() throws {
    var points = months(steady)
    points.removeSubrange(4...5)
    let chart = SeriesChart(series(points), of: measure(), at: "Riverside")
    #expect(chart.points.count == steady.count)
    #expect(chart.labels[4] == "May 2025")
    let drawn = try #require(chart.chart)
    #expect(drawn.points[4].value == nil)
    #expect(drawn.points[6].value == 11)
  }

  @Test("points written in any order are charted in that of their periods")
  func order() throws {
    var generator = SeededOrder(seed: 7)
    let expected = SeriesChart(series(months(steady)), of: measure(), at: "")
    for _ in 0..<10 {
      let shuffled = months(steady).shuffled(using: &generator)
      let chart = SeriesChart(series(shuffled), of: measure(), at: "")
      #expect(chart.labels == expected.labels)
      #expect(chart.chart == expected.chart)
    }
  }

  @Test("daily points of a monthly measure are not torn apart by gaps")
  func otherUnit() {
    let points: [JSON] = [
      ["period": "2025-01-01", "numerator": 1, "denominator": 10],
      ["period": "2025-03-01", "numerator": 1, "denominator": 10],
    ]
    #expect(SeriesChart(series(points), of: measure(), at: "").points.count == 2)
  }

  @Test("a slip of the pen in a year does not fill a chart with thousands of months")
  func farApart() {
    let points = months([1, 2]) + months([3], from: "9025-01")
    #expect(SeriesChart(series(points), of: measure(), at: "").points.count == 3)
  }

  @Test("no opportunity, not due and missing have no value; provisional and left out are marked")
  func states() throws {
    var points = months(Array(steady.prefix(12)))
    points[1] = ["period": "2025-02", "status": "no-opportunity"]
    points[2] = ["period": "2025-03", "status": "not-due"]
    points[3] = ["period": "2025-04", "status": "missing", "note": "the list was lost"]
    points[4]["leftOut"] = ["reason": "flood"]
    points[11]["quality"] = "provisional"
    let chart = try #require(SeriesChart(series(points), of: measure(), at: "").chart)
    #expect(chart.points[1...3].allSatisfy { $0.value == nil })
    #expect(chart.points[4].isExcluded && chart.points[4].value == 8)
    #expect(chart.points[11].isProvisional)
  }

  @Test("a ratio is shown per 100, a count and a measured value as they are")
  func multiplier() throws {
    let ratio = SeriesChart(series(months([3], of: 60)), of: measure(), at: "")
    #expect(ratio.chart?.points[0].value == 5)
    for kind in ["count", "continuous", "time-between", "opportunities-between"] {
      let definition = measure { $0["dataKind"] = .string(kind) }
      let chart = SeriesChart(
        series([["period": "2025-01", "value": 3]]), of: definition, at: "")
      #expect(chart.chart?.points[0].value == 3, "\(kind)")
    }
  }

  @Test("an NP chart and a C chart plot counts, which no multiplier scales")
  func countsOfRatios() {
    for type in ["np", "c"] {
      let definition = measure { $0["chartType"] = .string(type) }
      let chart = SeriesChart(series(months([3, 4], of: 60)), of: definition, at: "")
      #expect(chart.chart?.points[0].value == 3, "\(type)")
      #expect(definition.valueUnit == "")
    }
  }

  @Test("a ratio given as one number is taken as people read it")
  func ratioAsNumber() {
    let definition = measure { $0["chartType"] = "i" }
    let points: [JSON] = [["period": "2025-01", "value": 2.5], months([3], from: "2025-02")[0]]
    let chart = SeriesChart(series(points), of: definition, at: "")
    #expect(chart.chart?.points.map(\.value) == [2.5, 3])
  }

  @Test("subgroups make means on an X̄ chart and on charts of single values")
  func subgroups() {
    let points: [JSON] = [["period": "2025-01", "values": [2, 4, 6]]]
    for type in ["xbar", "i", "run"] {
      let definition = measure {
        $0["dataKind"] = "continuous"
        $0["chartType"] = .string(type)
      }
      let chart = SeriesChart(series(points), of: definition, at: "")
      #expect(chart.chart?.points[0].value == 4, "\(type)")
    }
  }

  @Test("rare events are charted by the time or the cases between them, without gaps")
  func rareEvents() throws {
    let points: [JSON] = [
      ["period": "2025-01-03", "value": 12], ["period": "2025-02-20", "value": 48],
      ["period": "2025-02-20", "sequence": 1, "value": 1],
    ]
    for (kind, type, unit) in [
      ("time-between", ChartType.t, "days"), ("opportunities-between", .g, "cases"),
    ] {
      let definition = measure {
        $0["dataKind"] = .string(kind)
        $0["frequency"] = "event"
      }
      let chart = SeriesChart(series(points), of: definition, at: "")
      #expect(chart.chart?.type == type)
      #expect(chart.points.count == 3)
      #expect(definition.valueUnit == unit)
    }
  }

  @Test("what cannot be charted says why in one sentence")
  func problems() {
    let empty = SeriesChart(series([]), of: measure(), at: "")
    #expect(empty.finding == "Wound infections: no numbers yet.")
    let wrong = SeriesChart(series(months([12], of: 10)), of: measure(), at: "")
    #expect(wrong.chart == nil)
    #expect(wrong.finding.contains("12 out of 10"))
    #expect(!wrong.finding.contains(".."))
  }

  @Test("a group's series is named with its group")
  func stratum() {
    let chart = SeriesChart(
      series(months(steady)) { $0["stratum"] = "over-75" }, of: measure(), at: "")
    #expect(chart.finding.hasPrefix("Wound infections (over-75): "))
  }

  @Test("nothing is said of fewer than ten points")
  func tooFew() {
    let chart = SeriesChart(series(months([1, 2, 90])), of: measure(), at: "")
    #expect(chart.variationWord == "too few")
    #expect(chart.finding.contains("three months so far"))
    let none = SeriesChart(series([]), of: measure(), at: "")
    #expect(none.variationWord == "no data")
  }

  @Test("better and worse depend on which way is better")
  func words() {
    let jump = Array(steady.prefix(19)) + [60]
    for (direction, word) in [("decrease", "worse"), ("increase", "better"), ("neutral", "higher")]
    {
      let definition = measure { $0["direction"] = .string(direction) }
      let chart = SeriesChart(series(months(jump)), of: definition, at: "")
      #expect(chart.variationWord == word)
      #expect(chart.latestText == "60")
    }
  }

  @Test("units are said as people write them")
  func units() {
    #expect(measure().valueUnit == "%")
    #expect(measure { $0["multiplier"] = 1000 }.valueUnit == "per 1,000")
    #expect(
      measure {
        $0["dataKind"] = "rate"
        $0["multiplier"] = 10000
      }.valueUnit == "per 10,000")
    #expect(measure { $0["unit"] = "falls" }.valueUnit == "falls")
    #expect(measure { $0["multiplier"] = 1 }.valueUnit == "")
  }
}

private struct SeededOrder: RandomNumberGenerator {
  var seed: UInt64
  mutating func next() -> UInt64 {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return seed
  }
}
