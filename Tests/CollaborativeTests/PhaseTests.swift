import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Phases by decision") struct PhaseTests {
  /// A series at Riverside that fell after twelve months and stayed low for twelve.
  private func fallen() throws -> (TemporaryStore, Collaboration, DocumentID) {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    var id = ""
    var period = try #require(Period("2024-01"))
    for count in [10, 12, 9, 11, 8, 10, 11, 9, 12, 10, 8, 12, 5, 4, 6, 5, 5, 4, 6, 5, 4, 6, 5, 5] {
      id = try steward.log(
        ObservationEntry(
          measure: "wound-infections", site: "riverside", period: period.description,
          text: "\(count)/100")
      ).seriesID
      period = period.successor
    }
    return (store, steward, id)
  }

  @Test(
    "a suggestion moves no limit; accepted, it records who, when and why, and breaks the limits")
  func accepted() throws {
    let (store, steward, id) = try fallen()
    let before = try steward.seriesDetail(id)
    let offer = try #require(before.phaseOffer)
    #expect(before.chart.phases.isEmpty)
    #expect(
      before.caption[1] == "A new phase could begin with Jan 2025: the shift has held 12 months.")
    let lead = try store.open("lee-riverside")
    let outcome = try lead.beginPhase(
      starts: offer.starts, reason: "Bundle on all wards", in: try lead.document(id))
    #expect(outcome.words == "a new phase begins with Jan 2025")
    let phase = try #require(try Series(lead.tree(id)).phases.first)
    #expect(phase.author == lead.principal.memberID)
    #expect(phase.on == lead.clock.today)
    let after = try lead.seriesDetail(id)
    #expect(after.phaseOffer == nil)
    #expect(after.chart.chart?.phases.map(\.range) == [0..<12, 12..<24])
    #expect(
      after.caption.contains(
        "Phase 2, since Jan 2025, set by Lee of riverside on 20 Mar 2026: Bundle on all wards."))
  }

  @Test("a field set by hand records who and when as well, and leaves what it is told")
  func byHand() throws {
    let (_, steward, id) = try fallen()
    try steward.set(id, "phases.0.starts=2025-01", "phases.0.reason=Bundle")
    try steward.set(
      id, "phases.1.starts=2025-11", "phases.1.reason=New form", "phases.1.on=2025-12-01")
    let phases = try Series(steward.tree(id)).phases
    #expect(phases.map(\.author) == [steward.principal.memberID, steward.principal.memberID])
    #expect(phases.map(\.on) == [steward.clock.today, CalendarDate("2025-12-01")])
  }

  @Test("a reason is required, and only who may write the series decides")
  func refused() throws {
    let (store, steward, id) = try fallen()
    let empty = refusal {
      _ = try steward.beginPhase(starts: "2025-01", reason: " ", in: try steward.document(id))
    }
    #expect(empty?.code == 1)
    for login in ["pat-riverside", "lee-hillview", "nobody"] {
      let other = try store.open(login)
      let refused = refusal {
        _ = try other.beginPhase(starts: "2025-01", reason: "x", in: try other.document(id))
      }
      #expect(refused?.code == 5)
    }
    #expect(try Series(steward.tree(id)).phases.isEmpty)
  }

  @Test("somebody else's change meanwhile is merged in, and nothing is lost")
  func merged() throws {
    let (_, steward, id) = try fallen()
    let seen = try steward.document(id)
    try steward.set(id, "target.value=2")
    _ = try steward.beginPhase(starts: "2025-01", reason: "Bundle", in: seen)
    let tree = try steward.tree(id)
    #expect(tree["target.value" as JSONPath] == 2)
    #expect(Series(tree).phases.map(\.reason) == ["Bundle"])
  }

  @Test("a few charts are not warned about; many are, and the number stays the same")
  func chance() throws {
    let (_, steward, _) = try fallen()
    let tiles = try steward.tiles()
    #expect(steward.chanceWords(of: tiles) == nil)
    let many = Array(repeating: tiles[0], count: 60)
    let words = try #require(steward.chanceWords(of: many))
    #expect(words.hasPrefix("no unfavourable signal; "))
    #expect(steward.chanceWords(of: many) == words)
  }
}
