import Improvement
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  @Test("every day of 800 years counts on from the day before and comes back as itself")
  func daysRoundTrip() throws {
    var expected = try #require(CalendarDate(year: 1600, month: 1, day: 1))
    var days = expected.daysSince1970
    while expected.year < 2400 {
      #expect(CalendarDate(daysSince1970: days) == expected)
      #expect(expected.daysSince1970 == days)
      days += 1
      let next = CalendarDate(
        year: expected.year, month: expected.month, day: expected.day + 1)
      let month = CalendarDate(year: expected.year, month: expected.month + 1, day: 1)
      let year = CalendarDate(year: expected.year + 1, month: 1, day: 1)
      expected = try #require(next ?? month ?? year)
    }
  }

  @Test("known days fall on their weekday")
  func weekdays() {
    #expect(CalendarDate("1970-01-01")?.weekday == .thursday)
    #expect(CalendarDate("2000-02-29")?.weekday == .tuesday)
    #expect(CalendarDate("2026-11-23")?.weekday == .monday)
    #expect(CalendarDate("1600-01-01")?.weekday == .saturday)
  }

  @Test(
    "a day that does not exist is no day",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "26-1-1", "2026/03/14",
      "2026-3-14", " 2026-03-14", "2026-03-14T00:00:00Z", "", "２０26-03-14",
    ])
  func refused(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(
    "what people type is read from today",
    arguments: [
      ("today", "2026-11-23"), ("Tomorrow", "2026-11-24"), ("yesterday", "2026-11-22"),
      ("fri", "2026-11-27"), ("monday", "2026-11-30"), ("Sun", "2026-11-29"),
      ("+2w", "2026-12-07"), ("-3d", "2026-11-20"), ("+1m", "2026-12-23"), ("+1y", "2027-11-23"),
      ("2026-03-14", "2026-03-14"), (" + 2 w ", "2026-12-07"),
    ])
  func typed(_ text: String, _ expected: String) throws {
    let today = try #require(CalendarDate("2026-11-23"))
    #expect(CalendarDate(typed: text, today: today)?.description == expected)
  }

  @Test("a word that is no date is refused", arguments: ["fr", "+w", "2w", "+", "soon", "+1x"])
  func notTyped(_ text: String) throws {
    let today = try #require(CalendarDate("2026-11-23"))
    #expect(CalendarDate(typed: text, today: today) == nil)
  }

  @Test("months are added to the last day of a shorter month, and years stay within bounds")
  func months() throws {
    let end = try #require(CalendarDate("2026-01-31"))
    #expect(end.adding(months: 1).description == "2026-02-28")
    #expect(end.adding(months: 25).description == "2028-02-29")
    #expect(end.adding(months: -2).description == "2025-11-30")
    #expect(end.adding(months: .max).year == 9999)
    #expect(end.adding(months: .min).year == 1)
    #expect(end.adding(days: .max).description == "9999-12-31")
    #expect(end.adding(days: .min).description == "0001-01-01")
  }
}
