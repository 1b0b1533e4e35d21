import DocumentStore
import Foundation
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("A login that does not say who somebody is") struct SharedLoginTests {
  private func opening(
    _ store: TemporaryStore, _ asked: String?, unix: String = "nobody"
  ) -> (words: String, code: Int32)? {
    refusal {
      _ = try Collaboration.open(
        path: store.path, loginAsked: asked, unixLogin: unix, clock: store.clock)
    }
  }

  /// Two members with the login of one; the ids of both.
  private func doubled(_ store: TemporaryStore) throws -> [String] {
    let steward = try store.furnished()
    let cora = try steward.document(try steward.resolve("cora"))
    var other = cora.tree
    other["id"] = .string(ULID().text)
    other["name"] = "Cora the other"
    _ = try steward.commit([.add(other)], verb: "add:member")
    return [cora.id, other["id"]?.string ?? ""]
  }

  @Test("of two members with one login neither is taken, whether it was named or is the system's")
  func named() throws {
    let store = try TemporaryStore()
    _ = try doubled(store)
    for refused in [opening(store, "cora"), opening(store, nil, unix: "cora")] {
      #expect(refused?.code == 5)
      #expect(refused?.words.contains("2 members have the login “cora”") == true)
    }
    #expect(opening(store, "lee-riverside") == nil)
  }

  @Test("the doctor names both until one has a login of their own")
  func doctor() throws {
    let store = try TemporaryStore()
    let ids = try doubled(store)
    let keeper = try Collaboration.open(
      path: store.path, asVisitor: "cora", clock: store.clock)
    let report = try keeper.diagnose().report
    #expect(!report.isSound)
    for (id, other) in [(ids[0], ids[1]), (ids[1], ids[0])] {
      let finding = report.findings.first { $0.id == id }
      #expect(finding?.place.contains(id) == true)
      let words = "its login is also that of the member \(other)"
      #expect(finding?.problem.what.contains(words) == true)
    }
    #expect(refusal { _ = try keeper.set(ids[1], "login=cora-two") }?.code == 5)
    try store.steward().set(ids[1], "login=cora-two")
    #expect(try store.steward().diagnose().report.isSound)
    #expect(opening(store, "cora") == nil)
  }

  @Test("while a member's document is damaged nobody is told to add their login again")
  func damaged() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let pat = try steward.document(try steward.resolve("pat-riverside"))
    try Data("{\"login\": \"pat-riverside\"".utf8).write(
      to: URL(fileURLWithPath: "\(store.path)/\(pat.place)"))
    let atGate = refusal {
      _ = try Collaboration.open(path: store.path, atGate: "pat-riverside", clock: store.clock)
    }
    for refused in [opening(store, "pat-riverside"), atGate] {
      #expect(refused?.code == 5)
      #expect(refused?.words.contains("\(pat.place) is damaged (") == true)
      #expect(refused?.words.contains("huddle doctor") == true)
      #expect(refused?.words.contains("no member has the login") == false)
    }
    #expect(opening(store, "pat-hillview") == nil)
  }
}
