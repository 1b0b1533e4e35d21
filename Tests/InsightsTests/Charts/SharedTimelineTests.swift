import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("One time axis for several charts") struct SharedTimelineTests {
  private func chart(
    _ points: [JSON], cycles: [Cycle] = [], _ changes: (inout JSON) -> Void = { _ in }
  ) -> SeriesChart {
    SeriesChart(series(points), of: measure(changes), at: "Riverside", cycles: cycles)
  }

  @Test("charts that begin and end at other times stand at the same places in the same months")
  func months() {
    let first = chart(InsightsTests.months([1, 2, 3], from: "2025-01"))
    let second = chart(InsightsTests.months([1, 2, 3], from: "2025-03"))
    let time = SharedTimeline([first, second])
    #expect(time.periods.map(\.description).first == "2025-01")
    #expect(time.periods.count == 5)
    #expect(time.places == [[0, 1, 2], [2, 3, 4]])
  }

  @Test("a month among weeks stands at its last week")
  func weeks() {
    let monthly = chart(InsightsTests.months([1], from: "2025-01"))
    let weekly = chart([
      ["period": "2025-W01", "numerator": 1, "denominator": 9],
      ["period": "2025-W06", "numerator": 1, "denominator": 9],
    ]) { $0["frequency"] = "week" }
    let time = SharedTimeline([monthly, weekly])
    #expect(time.periods.count == 6)
    #expect(time.periods[time.places[0][0]].description == "2025-W05")
    #expect(time.places[1].first == 0 && time.places[1].last == 5)
  }

  @Test("a cycle that several charts mark stands once, in the place of its period")
  func marks() {
    let tested = cycle("c") {
      $0["stage"] = "do"
      $0["actualStart"] = "2025-03-10"
      $0["scale"] = ["patients": 5]
    }
    let charts = [
      chart(InsightsTests.months([1, 2, 3], from: "2025-02"), cycles: [tested]),
      chart(InsightsTests.months([1, 2, 3, 4], from: "2025-01"), cycles: [tested]),
    ]
    let time = SharedTimeline(charts)
    #expect(time.marks.map(\.point) == [2])
    #expect(time.marks.map(\.text) == ["5"])
  }

  @Test("nothing to draw makes an empty axis")
  func empty() {
    #expect(SharedTimeline([]).periods.isEmpty)
    let time = SharedTimeline([chart([])])
    #expect(time.periods.isEmpty && time.places == [[]])
  }
}
