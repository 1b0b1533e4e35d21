import Improvement
import Testing

@Suite("How long something has lasted, in words") struct ElapsedTests {
  @Test(
    "in days, weeks, whole months or years",
    arguments: [
      ("2026-03-14", "2026-03-14", "0 days"), ("2026-03-13", "2026-03-14", "1 day"),
      ("2026-03-01", "2026-03-14", "13 days"), ("2026-02-28", "2026-03-14", "2 weeks"),
      ("2026-01-15", "2026-03-14", "8 weeks"), ("2026-01-14", "2026-03-14", "2 months"),
      ("2025-12-31", "2026-02-28", "2 months"), ("2025-07-14", "2026-03-14", "8 months"),
      ("2024-03-15", "2026-03-14", "23 months"), ("2024-03-14", "2026-03-14", "2 years"),
      ("2016-03-15", "2026-03-14", "9 years"), ("2026-04-01", "2026-03-14", "0 days"),
    ])
  func words(start: String, end: String, words: String) throws {
    let start = try #require(CalendarDate(start))
    let end = try #require(CalendarDate(end))
    #expect(end.elapsedWords(since: start) == words)
  }
}
