import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Logging numbers") struct LoggingTests {
  private func entry(_ period: String, _ text: String) -> ObservationEntry {
    ObservationEntry(measure: "wound-infections", site: "riverside", period: period, text: text)
  }

  @Test("the first number makes the series, a second one joins it in order of time")
  func first() throws {
    let steward = try TemporaryStore().furnished()
    let first = try steward.log(entry("2026-03", "2/118"))
    #expect(
      first.words == "logged 2/118 for Mar 2026: Wound infections at riverside hospital")
    _ = try steward.log(entry("2026-01-15", "~1/90"))
    let points = try Series(steward.tree(first.seriesID)).points
    #expect(points.map(\.periodText) == ["2026-01", "2026-03"])
    #expect(points.map(\.quality) == [.provisional, .final])
    #expect(points[1].enteredBy == steward.principal.memberID)
    #expect(steward.name(of: first.seriesID) == "Wound infections at riverside hospital")
  }

  @Test("a number that replaces another says what it was; the same one changes nothing")
  func replacing() throws {
    let steward = try TemporaryStore().furnished()
    let first = try steward.log(entry("2026-03", "2/118"))
    let same = try steward.log(entry("2026-03", "2/118"))
    #expect(!same.hasChanged)
    #expect(same.revision == first.revision)
    let other = try steward.log(entry("2026-03", "3/118"))
    #expect(other.words.hasSuffix("(was 2/118)"))
    #expect(try Series(steward.tree(first.seriesID)).points.count == 1)
  }

  @Test(
    "what is no number of this measure is refused in words",
    arguments: [
      ("2026-03", "9/3"), ("2026-03", "2"), ("2026-03", "two/118"), ("2026-03", ""),
      ("March", "2/118"), ("2026-W12", "2/118"), ("2026-13", "2/118"),
    ])
  func refused(period: String, text: String) throws {
    let steward = try TemporaryStore().furnished()
    let refused = refusal { _ = try steward.log(entry(period, text)) }
    #expect(refused?.code == 1)
    #expect(try steward.documents(.series).isEmpty)
  }

  @Test("missing, not due and no opportunity are kept apart from zero")
  func statuses() throws {
    let steward = try TemporaryStore().furnished()
    for (month, text) in [("01", "?"), ("02", "na"), ("03", "0/0"), ("04", "0/12")] {
      _ = try steward.log(entry("2026-\(month)", text))
    }
    let series = try #require(try steward.documents(.series).first)
    #expect(
      Series(series.tree).points.map(\.status) == [.missing, .notDue, .noOpportunity, .reported])
  }

  @Test("numbers are for the site's lead, coaches and stewards")
  func rights() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    #expect(refusal { _ = try store.open("lee-hillview").log(entry("2026-03", "1/9")) }?.code == 5)
    #expect(refusal { _ = try store.open("lee-riverside").log(entry("2026-03", "1/9")) } == nil)
  }
}
