import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Giving, ending and handing over a role") struct RolesTests {
  private struct Bench {
    let network: SampleNetwork
    let project: String
    let lee: String
    let pat: String
    var steward: Collaboration { network.steward }

    init() throws {
      network = try SampleNetwork()
      project = try network.id(.project, "warm-patients")
      lee = try network.id(.member, "lee-riverside")
      pat = try network.id(.member, "pat-riverside")
      _ = try steward.giveRole(.dataLead, in: project, to: lee, from: day("2025-07-01"))
    }

    func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    var roster: [JSON] {
      get throws { try steward.document(project).tree["roster"]?.elements ?? [] }
    }

    func place(_ role: RosterRole = .dataLead) throws -> RosterPlace {
      try steward.rosterPlace(role, in: project, heldBy: nil)
    }
  }

  @Test("a role handed over ends the day before it begins anew, and is taken back in one step")
  func handOver() throws {
    let bench = try Bench()
    let before = try bench.roster
    let done = try bench.steward.handOver(
      bench.place(), to: bench.pat, from: bench.day("2026-04-01"))
    #expect(
      done.words
        == "Pat of riverside is data lead of “Warm patients” from 1 Apr 2026, "
        + "Lee of riverside until 31 Mar 2026")
    let roster = try bench.roster.map(RosterEntry.init)
    #expect(roster.map(\.member) == [bench.lee, bench.pat])
    #expect(roster[0].to == (try bench.day("2026-03-31")))
    #expect(roster[1].from == (try bench.day("2026-04-01")) && roster[1].role == .dataLead)
    let history = try bench.steward.history(of: bench.project)
    #expect(history.first?.words.contains(done.words) == true)
    _ = try bench.steward.undo()
    #expect(try bench.roster == before)
  }

  @Test("what can't be handed over is refused with the reason")
  func refusals() throws {
    let bench = try Bench()
    func words(_ member: String, _ day: String) throws -> String? {
      refusal { _ = try bench.steward.handOver(bench.place(), to: member, from: bench.day(day)) }?
        .words
    }
    #expect(
      try words(bench.lee, "2026-04-01")
        == "Lee of riverside is data lead now; choose somebody else")
    #expect(
      try words(bench.pat, "2025-07-01")
        == "Lee of riverside is data lead since 1 Jul 2025; choose a later day")
    _ = try bench.steward.set(bench.pat, "active.to=2026-03-20")
    #expect(
      try words(bench.pat, "2026-04-01")
        == "Pat of riverside left on 20 Mar 2026; choose somebody who is a member then")
    _ = try bench.steward.set(bench.pat, "active.to=")
    _ = try bench.steward.endRole(bench.place(), on: bench.day("2026-03-25"))
    #expect(
      try words(bench.pat, "2026-05-01")
        == "Lee of riverside is data lead only until 25 Mar 2026; choose that day or the next")
    #expect(try words(bench.pat, "2026-03-26") == nil)
    // A lead of another site has no say in it.
    let other = try bench.network.open("lee-hillview")
    let refused = refusal {
      _ = try other.giveRole(
        .clinicalLead, in: bench.project, to: bench.pat, from: other.clock.today)
    }
    #expect(refused?.code == 5)
  }

  @Test("nobody gets a role they have, and a role of several needs a name")
  func twice() throws {
    let bench = try Bench()
    let today = bench.steward.clock.today
    #expect(
      refusal {
        _ = try bench.steward.giveRole(.dataLead, in: bench.project, to: bench.lee, from: today)
      }?
      .words == "Lee of riverside is data lead there already")
    _ = try bench.steward.giveRole(.dataLead, in: bench.project, to: bench.pat, from: today)
    #expect(
      refusal { _ = try bench.place() }?.words
        == "Lee of riverside and Pat of riverside are data lead of “Warm patients”; say whose role "
        + "is meant")
    #expect(
      refusal { _ = try bench.place(.clinicalLead) }?.words
        == "nobody is clinical lead of “Warm patients”; add somebody instead")
    // Whoever had it once may have it again.
    let place = try bench.steward.rosterPlace(.dataLead, in: bench.project, heldBy: bench.lee)
    _ = try bench.steward.endRole(place, on: today.adding(days: -10))
    _ = try bench.steward.giveRole(.dataLead, in: bench.project, to: bench.lee, from: today)
    #expect(try bench.roster.count == 3)
  }

  @Test("the entry that was meant is found where it stands by now, or left alone")
  func moved() throws {
    let bench = try Bench()
    let place = try bench.place()
    var roster = try bench.roster
    roster.insert(["member": .string(bench.pat), "role": "clinical-lead"], at: 0)
    _ = try bench.steward.set(
      bench.project, assignments: [], document: ["roster": .array(roster)])
    _ = try bench.steward.endRole(place, on: bench.day("2026-03-01"))
    #expect(try bench.roster.map { RosterEntry($0).to != nil } == [false, true])
    #expect(
      refusal { _ = try bench.steward.endRole(place, on: bench.day("2026-03-02")) } == nil)
    _ = try bench.steward.set(
      bench.project, assignments: [], document: ["roster": .array([roster[0]])])
    #expect(
      refusal { _ = try bench.steward.endRole(place, on: bench.day("2026-03-01")) }?.words
        == "somebody else changed the roster: Lee of riverside is no longer in it as data lead")
  }
}
