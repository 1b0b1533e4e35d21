import Improvement
import TestSupport
import Testing

@Suite struct PeriodTests {
  @Test(
    "ISO weeks begin on Monday and belong to the year of their Thursday",
    arguments: [
      ("2026-01-01", "2026-W01"), ("2025-12-29", "2026-W01"), ("2027-01-03", "2026-W53"),
      ("2021-01-03", "2020-W53"), ("2026-03-22", "2026-W12"), ("2026-03-23", "2026-W13"),
    ])
  func weeks(_ day: String, _ week: String) throws {
    let date = try #require(CalendarDate(day))
    #expect(Period(.week, containing: date).description == week)
    #expect(Period(week)?.contains(date) == true)
  }

  @Test(
    "a text that is no period is refused",
    arguments: [
      "2026", "2026-13", "2026-W54", "2025-W53", "2026-W00", "2026-Q5", "2026-Q0", "2026-3",
      "2026-W1", "march", "", "2026-03-32", "2026-003",
    ])
  func refused(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test("any period reads back from its text, and follows the one before it", arguments: 0..<50)
  func roundTrip(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for unit in Period.Unit.allCases {
      let day = CalendarDate(daysSince1970: Int.random(in: -100_000...200_000, using: &random))
      let period = Period(unit, containing: day)
      #expect(Period(period.description) == period)
      #expect(period.contains(day))
      #expect(period < period.successor)
      #expect(period.lastDay.adding(days: 1) == period.successor.firstDay)
      let steps = Int.random(in: -500...500, using: &random)
      #expect(period.advanced(by: steps).steps(since: period) == steps)
      #expect(period.advanced(by: steps).advanced(by: -steps) == period)
    }
  }

  @Test("labels are short and in words")
  func labels() {
    #expect(Period("2026-03")?.label == "Mar 2026")
    #expect(Period("2026-W12")?.label == "week 12, 2026")
    #expect(Period("2026-03-14")?.label == "14 Mar 2026")
    #expect(Period("2026-Q2")?.label == "Q2 2026")
    #expect(Period("2026-Q2")?.firstDay.description == "2026-04-01")
  }
}
