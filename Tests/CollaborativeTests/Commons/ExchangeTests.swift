import DocumentStore
import Improvement
import Insights
import JSONTree
import Testing

@testable import Collaborative

@Suite("Needs and offers")
struct ExchangeTests {
  /// Pat of Riverside needs warmers, Pat of Hillview offers one.
  private struct Scene {
    let store: TemporaryStore
    let steward, pat, other: Collaboration
    let need, offer: String

    init() throws {
      store = try TemporaryStore()
      steward = try store.furnished()
      pat = try store.open("pat-riverside")
      other = try store.open("pat-hillview")
      need = try pat.add(
        .need, "title=Two blanket warmers", "category=supplies", "tags=ssi", "urgency=urgent"
      ).id
      offer = try other.add(
        .offer, "title=A warmer to lend", "category=supplies", "tags=ssi",
        "available.to=2026-06-30"
      ).id
    }

    func state(_ id: String) throws -> String? { try steward.tree(id)["state"]?.string }
    func refreshed(_ login: String) throws -> Collaboration { try store.open(login) }
  }

  @Test("what fits a need is told with its reasons, and to the offer as well")
  func matching() throws {
    let scene = try Scene()
    let pat = try scene.refreshed("pat-riverside")
    let list = try pat.matches(of: scene.need)
    #expect(list.matches.map(\.target.id) == [scene.offer])
    #expect(
      list.matches.first?.words
        == "same category supplies; both tagged “ssi”; both say “warmer”; "
        + "available until 30 Jun 2026")
    #expect(
      try scene.refreshed("pat-hillview").matches(of: scene.offer).matches.map(\.words) == [
        "same category supplies; both tagged “ssi”; both say “warmer”; urgent"
      ])
  }

  @Test("the index follows what others change, one document at a time")
  func following() throws {
    let scene = try Scene()
    let pat = try scene.refreshed("pat-riverside")
    #expect(try pat.matches(of: scene.need).matches.count == 1)
    let second = try pat.add(.offer, "title=Nothing like it", "category=people").id
    try pat.set(second, "member=cora", "tags=ssi")
    #expect(try pat.matches(of: scene.need).matches.map(\.target.id) == [scene.offer, second])
    try pat.set(second, "state=withdrawn", "member=pat-riverside")
    #expect(try pat.matches(of: scene.need).matches.map(\.target.id) == [scene.offer])
    let fresh = try scene.refreshed("pat-riverside")
    #expect(
      try fresh.matches(of: scene.need).matches == pat.matches(of: scene.need).matches)
  }

  @Test("what may not be read is never proposed")
  func unreadable() throws {
    let scene = try Scene()
    try scene.other.set(scene.offer, "visibility=private")
    #expect(try scene.refreshed("pat-riverside").matches(of: scene.need).matches.isEmpty)
    #expect(try scene.refreshed("lee-riverside").matches(of: scene.need).matches.isEmpty)
    #expect(try scene.refreshed("pat-hillview").matches(of: scene.need).matches.count == 1)
  }

  @Test("resources are proposed for a need, and people only as far as they agreed to be named")
  func proposals() throws {
    let scene = try Scene()
    let resource = try scene.steward.add(
      .resource, "title=Warm blankets before theatre", "kind=change-idea", "tags=ssi"
    ).id
    try scene.steward.add(
      .member, "name=Willa", "login=willa", "perspective=clinician", "skills=warmers, drains",
      "consents.listed=true", "willingTo=test")
    try scene.steward.add(
      .member, "name=Shy", "login=shy", "perspective=clinician", "skills=warmers")
    try scene.steward.add(
      .member, "name=Gone", "login=gone", "perspective=clinician", "skills=warmers",
      "consents.listed=true", "active.to=2026-01-01")
    let list = try scene.refreshed("pat-riverside").matches(of: scene.need)
    #expect(list.resources.map(\.target.id) == [resource])
    #expect(list.resources.first?.words == "both tagged “ssi”; both say “blanket”")
    #expect(list.people.map(\.title) == ["Willa"])
    #expect(list.people.map(\.words) == ["knows warmers"])
  }

  @Test("accepting a match changes both, is told on both sides' Today and can be taken back")
  func accepting() throws {
    let scene = try Scene()
    let words = try scene.pat.accept(scene.need, scene.offer).words
    #expect(
      words == "matched “Two blanket warmers” with “A warmer to lend”; Pat of riverside and "
        + "Pat of hillview see it on Today")
    #expect(try scene.state(scene.need) == "matched")
    #expect(try scene.state(scene.offer) == "matched")
    #expect(try scene.steward.tree(scene.offer)["matches"]?.strings == [scene.need])
    let mine = try scene.refreshed("pat-riverside").todayRows().map { "\($0.text): \($0.detail)" }
    #expect(
      mine.contains(
        "You asked for “Two blanket warmers”: Pat of hillview offers “A warmer to lend”; "
          + "F says how it went"))
    let theirs = try scene.refreshed("pat-hillview").todayRows().map { "\($0.text): \($0.detail)" }
    #expect(
      theirs.contains(
        "You offered “A warmer to lend”: Pat of riverside needs it for “Two blanket warmers”"))
    #expect(try scene.pat.undo().words.hasPrefix("undone: matched"))
    #expect(try scene.state(scene.offer) == "open")
    #expect(try scene.steward.tree(scene.need)["matches"] == nil)
  }

  @Test("two who accept the same offer at once: the first has it, the second reads who was quicker")
  func race() throws {
    let scene = try Scene()
    let lee = try scene.refreshed("lee-riverside")
    let second = try lee.add(.need, "title=One warmer", "category=supplies").id
    // Both have read the offer as open before either accepts it.
    _ = try lee.matches(of: second)
    _ = try scene.pat.matches(of: scene.need)
    _ = try scene.pat.accept(scene.need, scene.offer)
    let refused = refusal { _ = try lee.accept(second, scene.offer) }
    #expect(refused?.code == 4)
    #expect(
      refused?.words == "“A warmer to lend” is matched with “Two blanket warmers” of Pat of "
        + "riverside by now; nothing was changed, see what else fits")
    #expect(try scene.state(second) == "open")
    // Whose offer it is may give it twice.
    _ = try scene.refreshed("pat-hillview").accept(scene.offer, second)
    #expect(
      try Set(scene.steward.tree(scene.offer)["matches"]?.strings ?? []) == [scene.need, second])
    #expect(
      try scene.pat.accept(scene.need, scene.offer).words
        == "“Two blanket warmers” and “A warmer to lend” are matched already")
  }

  @Test("who has nothing to do with either side accepts nothing, and nobody their own")
  func rights() throws {
    let scene = try Scene()
    try scene.steward.add(.member, "name=Zoe", "login=zoe", "perspective=family")
    let zoe = try scene.refreshed("zoe")
    #expect(refusal { _ = try zoe.accept(scene.need, scene.offer) }?.code == 5)
    #expect(
      refusal { _ = try scene.store.open("nobody").accept(scene.need, scene.offer) }?.code == 5)
    let own = try scene.pat.add(.offer, "title=My own", "category=supplies").id
    #expect(
      refusal { _ = try scene.pat.accept(scene.need, own) }?.words
        == "“Two blanket warmers” and “My own” are the same person's; withdraw both if that is "
        + "settled")
    #expect(
      refusal { _ = try scene.pat.accept(scene.need, scene.need) }?.words
        == "both are needs; a need is matched with an offer")
    #expect(refusal { _ = try scene.pat.retract(scene.offer) }?.code == 5)
    #expect(refusal { _ = try zoe.fulfil(scene.need, .init(by: nil)) }?.code == 5)
    #expect(try scene.state(scene.need) == "open")
  }

  @Test("who helped, when and how much is kept, the offer is met with it and the helper is thanked")
  func fulfilling() throws {
    let scene = try Scene()
    _ = try scene.pat.accept(scene.need, scene.offer)
    let helper = try #require(
      scene.pat.likelyHelper(with: Need(scene.steward.tree(scene.need))))
    let outcome = try scene.pat.fulfil(
      scene.need, .init(by: helper, helpful: "5", thanks: "Nobody was cold."))
    #expect(
      outcome.words
        == "Pat of hillview helped with “Two blanket warmers”; they see your thanks on Today")
    let need = Need(try scene.steward.tree(scene.need))
    #expect(need.state == .fulfilled)
    #expect(need.helpful == 5)
    #expect(need.fulfilledAt == scene.store.clock.today)
    #expect(try scene.state(scene.offer) == "fulfilled")
    let rows = try scene.refreshed("pat-hillview").todayRows().map { "\($0.text) \($0.detail)" }
    #expect(rows.contains { $0.hasPrefix("Pat of riverside says: ") && $0.contains("cold") })
    #expect(
      rows.contains(
        "You offered “A warmer to lend” it helped with “Two blanket warmers”, helpful 5 of 5"))
    _ = try scene.pat.undo()
    #expect(try scene.state(scene.need) == "matched")
    #expect(try scene.state(scene.offer) == "matched")
  }

  @Test(
    "a helper that nobody names, a helpfulness out of range and oneself as the helper are refused",
    arguments: [
      ("", "5", "(fulfilled.by) is needed"), ("cora", "6", "it may be from 1 to 5"),
      ("cora", "very", "fulfilled.helpful"),
      ("pat-riverside", "5", "can't be met by whoever asked"),
    ])
  func badHelp(login: String, helpful: String, words: String) throws {
    let scene = try Scene()
    let helper = login.isEmpty ? nil : try scene.pat.resolve(login, type: .member)
    let refused = refusal {
      _ = try scene.pat.fulfil(scene.need, .init(by: helper, helpful: helpful))
    }
    #expect(refused?.words.contains(words) == true, "\(refused?.words ?? "accepted")")
    #expect(try scene.state(scene.need) == "open")
  }

  @Test("a withdrawn offer sets free what it was kept for, and can be put back")
  func withdrawing() throws {
    let scene = try Scene()
    _ = try scene.pat.accept(scene.need, scene.offer)
    #expect(
      try scene.other.retract(scene.offer).words
        == "withdrew “A warmer to lend”; “Two blanket warmers” is open again")
    #expect(try scene.state(scene.need) == "open")
    #expect(try scene.pat.matches(of: scene.need).matches.isEmpty)
    #expect(try scene.other.reopen(scene.offer).words == "opened “A warmer to lend” again")
    #expect(
      try scene.refreshed("pat-riverside").matches(of: scene.need).matches.count == 1)
  }

  @Test("what is past its day counts as expired and is matched no more, without being written")
  func expiry() throws {
    let scene = try Scene()
    try scene.pat.set(scene.need, "neededBy=2026-04-01")
    let revision = try scene.pat.document(scene.need).revision
    let later = try Collaboration.open(
      path: scene.store.path, unixLogin: "pat-riverside",
      clock: .fixed(Timestamp(secondsSince1970: 1_774_000_000 + 60 * 86_400)))
    #expect(try later.matches(of: scene.need).matches.isEmpty)
    #expect(try later.page(Target(.need, scene.need)).subtitle == "Need · expired")
    #expect(
      try later.todayRows().contains { $0.detail.hasPrefix("its day has passed") })
    #expect(try later.document(scene.need).revision == revision)
    #expect(refusal { _ = try later.accept(scene.need, scene.offer) }?.code == 4)
  }

  @Test(
    "a need or an offer that makes no sense is refused beside the field",
    arguments: [
      (DocumentType.need, ["neededBy=2026-01-01"], "before today"),
      (.offer, ["available.to=2026-01-01"], "before today"),
      (
        .offer, ["available.from=2026-09-01", "available.to=2026-08-01"],
        "before the day at “Available from”"
      ),
      (.need, ["member=nobody"], "nobody"), (.need, ["category=money"], "money"),
    ])
  func badInput(type: DocumentType, words: [String], said: String) throws {
    let pat = try TemporaryStore().furnished()
    let refused = refusal {
      var assignments = [
        try Assignment(typed: "title=A"), try Assignment(typed: "category=people"),
      ]
      for word in words { assignments.append(try Assignment(typed: word)) }
      _ = try pat.add(type, assignments: assignments)
    }
    #expect(refused?.code == 1)
    #expect(refused?.words.contains(said) == true, "\(refused?.words ?? "accepted")")
  }

  @Test(
    "a day that passes later stands in nobody's way, and a need that names nobody names its author")
  func tolerated() throws {
    let scene = try Scene()
    #expect(try Need(scene.steward.tree(scene.need)).member == scene.pat.principal.memberID)
    try scene.pat.set(scene.need, "neededBy=2026-04-01")
    let later = try Collaboration.open(
      path: scene.store.path, unixLogin: "pat-riverside",
      clock: .fixed(Timestamp(secondsSince1970: 1_774_000_000 + 60 * 86_400)))
    try later.set(scene.need, "detail=Still cold")
    #expect(refusal { try later.set(scene.need, "member=") }?.code == 1)
  }

  @Test("ten thousand tags are matched by the first of them")
  func manyTags() throws {
    let scene = try Scene()
    let tags = (["ssi"] + (0..<10_000).map { "tag\($0)" }).joined(separator: ",")
    let need = try scene.pat.add(.need, "title=Much", "category=support", "tags=\(tags)").id
    #expect(
      try scene.pat.matches(of: need).matches.map(\.words) == [
        "both tagged “ssi”; available until 30 Jun 2026"
      ])
    _ = try scene.pat.page(Target(.need, need))
  }
}
