import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("The work marked on a chart")
struct WorkMarkTests {
  func marks(_ cycles: Cycle...) -> [WorkMark] {
    SeriesChart(series(months(steady)), of: measure(), at: "", cycles: cycles).annotations
  }

  @Test("a test is a tick with its size, an implementation a line with its name")
  func kinds() {
    let found = marks(
      cycle("a") {
        $0["actualStart"] = "2025-03-31"
        $0["scale"] = ["patients": 5]
      },
      cycle("b") {
        $0["purpose"] = "implement"
        $0["stage"] = "do"
        $0["plannedStart"] = "2025-02-01"
        $0["title"] = "Hourly rounding"
      })
    #expect(found.map(\.documentID) == ["b", "a"])
    #expect(found.map(\.kind) == [.implementation, .test])
    #expect(found.map(\.text) == ["Hourly rounding", "5"])
    #expect(found.map(\.point) == [1, 2])
  }

  @Test(
    "what was taken into use from the commons is a line at its day; what was only tried is none")
  func adoptions() {
    func adoption(_ id: String, _ stage: String) -> Adoption {
      Adoption([
        "id": .string(id), "site": "s", "resource": "r", "stage": .string(stage),
        "history": [["stage": .string(stage), "at": "2025-03-09"]],
      ])
    }
    var chart = SeriesChart(
      series(months(steady)), of: measure(), at: "",
      cycles: [cycle("b") { $0["actualStart"] = "2025-05-01" }])
    chart.mark([
      (adoption("c", "implemented"), "Warmed blankets"), (adoption("d", "testing"), "Checklist"),
    ])
    #expect(chart.annotations.map(\.documentID) == ["c", "b"])
    #expect(chart.annotations.map(\.point) == [2, 4])
    #expect(
      chart.annotations.map(\.words) == ["taken into use: Warmed blankets", "test of a change"])
    var told = SeriesChart(
      series(months(steady)), of: measure(), at: "",
      cycles: [
        cycle("b") {
          $0["purpose"] = "implement"
          $0["actualStart"] = "2025-03-20"
        }
      ])
    told.mark([(adoption("c", "implemented"), "Warmed blankets")])
    #expect(told.annotations.map(\.documentID) == ["b"], "the cycle's line tells it")
  }

  @Test("what is only planned to be implemented claims no line")
  func planned() {
    let found = marks(
      cycle("a") {
        $0["purpose"] = "implement"
        $0["plannedStart"] = "2025-02-01"
      })
    #expect(found.map(\.kind) == [.test])
  }

  @Test("work before the first number or long after the last is not marked")
  func outside() {
    #expect(marks(cycle("a") { $0["actualStart"] = "2024-12-31" }).isEmpty)
    #expect(marks(cycle("a") { $0["actualStart"] = "2026-10-01" }).isEmpty)
    #expect(marks(cycle("a") { $0["actualStart"] = "2026-09-30" }).map(\.point) == [19])
    #expect(marks(cycle("a")).isEmpty)
  }

  @Test("work between two rare events is marked at the one before it")
  func betweenEvents() {
    let definition = measure {
      $0["dataKind"] = "time-between"
      $0["frequency"] = "event"
    }
    let points: [JSON] = [
      ["period": "2025-01-03", "value": 12], ["period": "2025-06-20", "value": 168],
    ]
    let chart = SeriesChart(
      series(points), of: definition, at: "",
      cycles: [cycle("a") { $0["actualStart"] = "2025-04-01" }])
    #expect(chart.annotations.map(\.point) == [0])
  }

  @Test("every mark stands on the point whose period holds its day")
  func property() {
    let timeline = Timeline(series(months(steady)).points, measure())
    for offset in 0..<600 {
      let start = day("2025-01-01").adding(days: offset)
      let found = marks(cycle("a") { $0["actualStart"] = .string(start.description) })
      #expect(found.count == 1)
      #expect(found.allSatisfy { timeline.periods[$0.point]?.contains(start) ?? false })
    }
  }
}
