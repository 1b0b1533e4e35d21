import Collaborative
import DocumentStore
import Improvement
import Insights
import JSONTree
import Testing

@Suite("What a coach keeps about a site") struct ReviewingTests {
  /// A network whose first site has a coach, another coach, and reasons for both.
  private func coached() throws -> (SampleNetwork, site: String) {
    let network = try SampleNetwork()
    let site = try network.id(.site, "riverside")
    _ = try network.steward.add(
      .member, "name=Dan", "login=dan", "networkRole=coach", "perspective=clinician")
    _ = try network.steward.set(site, "coachIds+=cora", "coachIds+=dan")
    try network.add(
      .note, as: "pat-riverside",
      [
        "body": "How long does it take?", "kind": "question",
        "target": ["type": "site", "id": .string(site)],
      ])
    return (network, site)
  }

  @Test("after a review what was there is not new, and what comes then is")
  func reviewed() throws {
    let (network, site) = try coached()
    let before = try network.open("cora").reviewedReasons(at: site)
    #expect(before.now.map(\.kind).contains(.question))
    #expect(before.new.isEmpty && before.reviewedOn == nil)
    let outcome = try network.open("cora").markReviewed(site)
    #expect(outcome.words == "reviewed riverside hospital")
    try network.cycle(
      "Blanket", ["stage": "do", "harm": ["what": "A burn", "when": network.day(-1)]])
    let after = try network.open("cora").reviewedReasons(at: site)
    #expect(after.reviewedOn == network.today)
    #expect(after.new.map(\.kind) == [.harm])
    #expect(try network.open("cora").siteRows().first?.newReasons == 1)
  }

  @Test("a reason waits until its day, for that coach only, and undo brings it back")
  func snoozed() throws {
    let (network, site) = try coached()
    let cora = try network.open("cora")
    let reason = try #require(try cora.reviewedReasons(at: site).now.first)
    _ = try cora.snooze([reason.key], at: site, until: network.today.adding(days: 3))
    #expect(!(try network.open("cora").reviewedReasons(at: site).now.contains(reason)))
    #expect(try network.open("cora").siteRows().first?.waitingReasons == 1)
    #expect(try network.open("dan").reviewedReasons(at: site).now.contains(reason))
    _ = try network.open("cora").undo()
    #expect(try network.open("cora").reviewedReasons(at: site).now.contains(reason))
  }

  @Test("a reason is named by its kind, waits until a typed day and comes back with now")
  func typed() throws {
    let (network, site) = try coached()
    let cora = try network.open("cora")
    for name in ["Open Question", "question"] {
      #expect(try cora.reasons(named: name, at: site).count == 1)
    }
    let reasons = try cora.reasons(named: "open question", at: site)
    for text in ["yesterday", "today", "soon", ""] {
      #expect(refusal { _ = try cora.snooze(reasons, at: site, typed: text) }?.code == 1, "\(text)")
    }
    #expect(try cora.snooze(reasons, at: site, typed: "+2w").words.hasPrefix("waits until "))
    #expect(try cora.reviewedReasons(at: site).waiting.count == 1)
    // What waits is named as well, so that it can be brought back.
    #expect(try cora.reasons(named: "open question", at: site) == reasons)
    #expect(try cora.snooze(reasons, at: site, typed: "now").words == "is back")
    #expect(try cora.reviewedReasons(at: site).waiting.isEmpty)
    let wrong = refusal { _ = try cora.reasons(named: "harm", at: site) }
    #expect(wrong?.code == 1 && wrong?.words.contains("open question") == true)
  }

  @Test("reviewing again and letting two reasons wait keep one note, which nobody else may read")
  func oneNote() throws {
    let (network, site) = try coached()
    for _ in 0..<2 { _ = try network.open("cora").markReviewed(site) }
    for reason in try network.open("cora").reviewedReasons(at: site).now {
      _ = try network.open("cora").snooze(
        [reason.key], at: site, until: network.today.adding(days: 9))
    }
    let cora = try network.open("cora")
    let notes = try cora.documents(.note).filter { Note($0.tree).kind == .review }
    #expect(notes.count == 1)
    #expect(try cora.reviewedReasons(at: site).now.isEmpty)
    let id = try #require(notes.first?.id)
    for login in ["dan", "stella", "lee-riverside", "pat-riverside", "nobody"] {
      let other = try network.open(login)
      #expect(throws: CollaborationError.self) { try other.document(id) }
      #expect(!(try other.documents(.note).contains { $0.id == id }))
    }
    let page = try cora.page(Target(.site, site))
    #expect(page.text.contains { $0.hasPrefix("Since your review on ") })
    #expect(!page.groups.contains { $0.heading == "Notes" && $0.lines.count > 1 })
  }

  @Test("whoever is no coach reviews nothing", arguments: ["lee-riverside", "pat-riverside"])
  func refused(login: String) throws {
    let (network, site) = try coached()
    #expect(throws: CollaborationError.self) { try network.open(login).markReviewed(site) }
  }
}
