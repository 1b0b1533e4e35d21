import ControlCharts
import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("Where the limits of a chart come from")
struct LimitsTests {
  let shifted = steady + [2, 3, 2, 1, 3, 2, 2, 3, 1, 2, 3, 2]

  @Test("a frozen baseline alone decides the limits, also one that begins later")
  func frozen() throws {
    for (from, to, expected) in [
      ("2025-01", "2025-12", Array(steady[0..<12])), ("2025-03", "2025-12", Array(steady[2..<12])),
    ] {
      let chart = SeriesChart(
        series(months(shifted)) {
          $0["baseline"] = ["from": .string(from), "to": .string(to), "frozen": true]
        }, of: measure(), at: "")
      let mean = Double(expected.reduce(0, +)) / Double(expected.count)
      let centre = try #require(chart.chart?.points.last?.centre)
      #expect(abs(centre - mean) < 1e-9)
      #expect(chart.baseline?.reason == .decided)
      #expect(chart.variationWord == "better")
    }
  }

  @Test("a baseline that is not frozen moves no limit")
  func notFrozen() {
    let plain = SeriesChart(series(months(shifted)), of: measure(), at: "")
    let noted = SeriesChart(
      series(months(shifted)) { $0["baseline"] = ["from": "2025-01", "to": "2025-12"] },
      of: measure(), at: "")
    #expect(plain.chart == noted.chart)
  }

  @Test("without a decision the limits are frozen before the first implemented change")
  func beforeImplementation() throws {
    let cycles = [
      cycle("b") {
        $0["purpose"] = "implement"
        $0["stage"] = "do"
        $0["actualStart"] = "2026-09-04"
        $0["title"] = "Bundle"
      }
    ]
    let chart = SeriesChart(series(months(shifted)), of: measure(), at: "", cycles: cycles)
    #expect(chart.baseline?.range == 0..<20)
    #expect(
      chart.limitWords() == [
        "Limits frozen on Jan 2025 to Aug 2026, before “Bundle” was implemented."
      ])
    let open = SeriesChart(
      series(months(shifted)) { $0["baseline"] = ["frozen": false, "to": "2025-12"] },
      of: measure(), at: "", cycles: cycles)
    #expect(open.baseline == nil)
  }

  @Test("a test, a plan and an early implementation freeze nothing")
  func noFreeze() {
    let never: [(inout JSON) -> Void] = [
      {
        $0["purpose"] = "test"
        $0["actualStart"] = "2026-09-04"
      },
      {
        $0["purpose"] = "implement"
        $0["plannedStart"] = "2026-09-04"
      },
      {
        $0["purpose"] = "implement"
        $0["actualStart"] = "2025-10-04"
      },
    ]
    for change in never {
      let chart = SeriesChart(
        series(months(shifted)), of: measure(), at: "", cycles: [cycle("c", change)])
      #expect(chart.baseline == nil)
    }
  }

  @Test("the measure's usual baseline counts points with a number")
  func measureDefault() {
    var points = months(shifted)
    points[3] = ["period": "2025-04", "status": "missing"]
    let chart = SeriesChart(
      series(points), of: measure { $0["defaults"] = ["baseline": 12] }, at: "")
    #expect(chart.baseline?.range == 0..<13)
    #expect(chart.baseline?.reason == .measureDefault)
    let short = SeriesChart(
      series(months([1, 2])), of: measure { $0["defaults"] = ["baseline": 12] }, at: "")
    #expect(short.baseline == nil)
  }

  @Test("the measure's usual baseline never reaches beyond the first implemented change")
  func measureDefaultAndChange() {
    for (start, expected) in [("2025-11-04", 0..<10), ("2025-06-04", nil), ("2026-06-04", 0..<12)] {
      let change = cycle("c") {
        $0["purpose"] = "implement"
        $0["actualStart"] = .string(start)
      }
      let chart = SeriesChart(
        series(months(shifted)), of: measure { $0["defaults"] = ["baseline": 12] }, at: "",
        cycles: [change])
      #expect(chart.baseline?.range == expected)
    }
  }

  @Test("a frozen baseline names its phase where there are several")
  func frozenPhase() {
    let chart = SeriesChart(
      series(months(shifted)) {
        $0["baseline"] = ["from": "2025-01", "to": "2025-12", "frozen": true]
        $0["phases"] = [["starts": "2026-09", "reason": "Bundle on all wards."]]
      }, of: measure(), at: "")
    #expect(
      chart.limitWords() == [
        "Phase 1: limits frozen on Jan 2025 to Dec 2025.",
        "Phase 2, since Sep 2026: Bundle on all wards.",
      ])
  }

  @Test("accepted phases and new definitions begin a phase, each with its reason")
  func phases() throws {
    let chart = SeriesChart(
      series(months(shifted)) {
        $0["phases"] = [
          ["starts": "2026-09", "reason": "Bundle on all wards.", "author": "x"],
          ["starts": "2024-01", "reason": "before the data"],
          ["starts": "2031-01", "reason": "after the data"],
        ]
      },
      of: measure {
        $0["definitionVersions"] = [
          ["from": "2024-01-01", "definition": "first"],
          ["from": "2025-11-15", "definition": "second", "reason": "national change"],
        ]
      }, at: "")
    #expect(chart.phases.map(\.point) == [11, 20])
    #expect(try #require(chart.chart).phases.map(\.range) == [0..<11, 11..<20, 20..<32])
    #expect(
      chart.limitWords() == [
        "Phase 2, since Dec 2025: new definition: national change.",
        "Phase 3, since Sep 2026: Bundle on all wards.",
      ])
  }
}
