import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("The table of rights, walked on a store") struct RightsTableTests {
  @Test(
    "every role may read, change, remove, bring back, log, comment on and withdraw what the table says",
    arguments: RightsExpected.types)
  func existing(type: DocumentType) throws {
    let bench = try RightsBench()
    for role in RightsExpected.roles {
      let person = try bench.person(role)
      for visibility in Visibility.allCases {
        for place in RightsExpected.Place.allCases where role != .visitor || place == .away {
          // Of what says nothing of a site nobody is at home.
          if place == .home, type.isPlaceless { continue }
          let id = try bench.make(type, visibility, place, for: role)
          let cell = "\(role) \(type) \(visibility) \(place)"
          _ = try person.followJournal()
          try walk(bench, person, role, type, visibility, place, id, cell)
        }
      }
    }
  }

  private func walk(
    _ bench: RightsBench, _ person: Collaboration, _ role: Role, _ type: DocumentType,
    _ visibility: Visibility, _ place: RightsExpected.Place, _ id: DocumentID, _ cell: String
  ) throws {
    func may(_ deed: String, _ isAllowed: Bool, _ body: () throws -> Void) {
      let refused = refusal(body)
      #expect((refused == nil) == isAllowed, "\(cell) \(deed): \(refused?.words ?? "done")")
      if let refused { #expect(refused.code == 5, "\(cell) \(deed): \(refused.words)") }
    }
    // Another type may be asked for first of all, and then not again until something is told.
    _ = try person.list(ListRequest(type: type, limit: 0))
    _ = try person.refresh()
    let mayRead = RightsExpected.mayRead(role, visibility, place)
    let mayChange = RightsExpected.mayChange(role, type, visibility, place)
    may("read", mayRead) { _ = try person.document(id) }
    may("history", mayRead) { _ = try person.history(of: id) }
    let listed = try person.list(ListRequest(type: type, limit: .max)).rows.contains { $0.id == id }
    #expect(listed == mayRead, "\(cell) list")
    may("note", RightsExpected.mayNote(role, visibility, place)) {
      _ = try person.add(
        .note,
        document: ["body": "B", "target": ["type": .string(type.rawValue), "id": .string(id)]])
    }
    may("change", mayChange) { try person.set(id, "tags+=x") }
    if type == .series {
      let measure = String(try bench.store.document(id).tree["measure"]?.string ?? "")
      let site = String(try bench.store.document(id).tree["site"]?.string ?? "")
      // The measure is the network's, the series is not: reading the series decides.
      may("log", mayChange) {
        _ = try person.log(
          ObservationEntry(measure: measure, site: site, period: "2026-01", text: "1/10"))
      }
    }
    may("remove", mayChange) { _ = try person.remove(id) }
    if !mayChange { try bench.trash(id) }
    may("restore", mayChange) { _ = try person.restore(id) }
    if !mayChange { try bench.restore(id) }
    may("withdraw", RightsExpected.mayWithdraw(role, visibility, place)) {
      _ = try person.withdraw(id, reason: "R")
    }
  }

  @Test("what happened is written down by huddle alone")
  func events() {
    for role in RightsExpected.roles {
      #expect(Rights.reach(.add, .event, role) == .nowhere)
      #expect(Rights.reach(.change, .event, role) == .nowhere)
    }
  }

  @Test("every role may add what the table says, where it says", arguments: RightsExpected.types)
  func adding(type: DocumentType) throws {
    let bench = try RightsBench()
    for role in RightsExpected.roles {
      let person = try bench.person(role)
      for visibility in Visibility.allCases {
        for place in [RightsExpected.Place.home, .away] {
          if place == .home, type.isPlaceless || type == .site { continue }
          _ = try bench.steward.followJournal()
          let fields = try bench.fields(of: type, at: bench.site(place), visibility)
          let refused = refusal { _ = try person.add(type, document: fields) }
          let isAllowed = RightsExpected.mayAdd(role, type, place)
          let cell = "\(role) \(type) \(visibility) \(place)"
          #expect((refused == nil) == isAllowed, "\(cell): \(refused?.words ?? "done")")
          if let refused { #expect(refused.code == 5, "\(cell): \(refused.words)") }
        }
      }
    }
  }
}
