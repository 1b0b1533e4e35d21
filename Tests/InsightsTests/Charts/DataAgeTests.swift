import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("How old data is")
struct DataAgeTests {
  static let due: [(Frequency, Int?, String, String)] = [
    (.month, nil, "2026-11-15", "2026-09"), (.month, nil, "2026-11-16", "2026-10"),
    (.month, 5, "2026-11-05", "2026-09"), (.month, 5, "2026-11-06", "2026-10"),
    (.month, 31, "2026-11-30", "2026-09"), (.month, 31, "2026-12-01", "2026-10"),
    (.month, 15, "2026-01-15", "2025-11"), (.month, 15, "2026-01-16", "2025-12"),
    (.quarter, 15, "2026-01-15", "2025-Q3"), (.quarter, 15, "2026-02-20", "2025-Q4"),
    (.week, nil, "2026-11-18", "2026-W45"), (.week, nil, "2026-11-19", "2026-W46"),
    (.week, nil, "2027-01-07", "2026-W53"), (.day, nil, "2026-11-23", "2026-11-19"),
  ]

  @Test("a period is due by the reporting day, over years and weeks", arguments: due)
  func isDue(_ frequency: Frequency, _ reportingDay: Int?, _ today: String, _ expected: String) {
    let age = DataAge([], frequency, reportingDay: reportingDay, today: day(today))
    #expect(age.due?.description == expected)
    #expect(age.isOverdue && age.words == "no data")
  }

  @Test("single events are never due")
  func events() {
    let age = DataAge([], .event, reportingDay: nil, today: day("2026-11-23"))
    #expect(age.due == nil && !age.isOverdue)
  }

  @Test("behind is counted in periods and told with the newest number")
  func behind() {
    let points = series(months([1, 2], from: "2026-07")).points
    let age = DataAge(points, .month, reportingDay: 10, today: day("2026-11-23"))
    #expect(age.periodsBehind == 2)
    #expect(age.words == "Aug 2026, 2 behind")
    let fresh = DataAge(points, .month, reportingDay: 10, today: day("2026-09-23"))
    #expect(!fresh.isOverdue && fresh.words == "Aug 2026")
  }

  @Test("a number lost for a reason is accounted for, one without a reason is owed")
  func lost() {
    let lost: JSON = ["period": "2026-10", "status": "missing", "note": "server down"]
    let owed: JSON = ["period": "2026-10", "status": "missing"]
    for (point, isOverdue) in [(lost, false), (owed, true)] {
      let points = series(months([1], from: "2026-09") + [point]).points
      let age = DataAge(points, .month, reportingDay: 10, today: day("2026-11-23"))
      #expect(age.isOverdue == isOverdue)
      #expect(age.newest?.description == "2026-09")
    }
  }

  @Test("not due and no opportunity are answers")
  func answers() {
    for status in ["not-due", "no-opportunity"] {
      let points = series([["period": "2026-10", "status": .string(status)]]).points
      #expect(!DataAge(points, .month, reportingDay: 10, today: day("2026-11-23")).isOverdue)
    }
  }
}
