import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Rights") struct RightsTests {
  @Test("someone without a login is a visitor, who reads and is told how to become a member")
  func visitor() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    let visitor = try store.open("nobody")
    #expect(visitor.principal.isVisitor)
    #expect(visitor.principal.author == "visitor:nobody")
    #expect(try visitor.documents(.measure).count == 2)
    let refused = refusal { try visitor.add(.need, "title=X") }
    #expect(refused?.code == 5)
    #expect(refused?.words.contains("ask a steward to add you") == true)
  }

  @Test("a login that is asked for must be a member's")
  func asked() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    let asked = try Collaboration.open(
      path: store.path, loginAsked: "cora", unixLogin: "x", clock: store.clock)
    #expect(asked.principal.source == .asked)
    let refused = refusal {
      _ = try Collaboration.open(path: store.path, loginAsked: "corra", unixLogin: "x")
    }
    #expect(refused?.words.contains("did you mean cora?") == true)
  }

  @Test("a member who has left is a visitor")
  func left() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    try steward.set(try steward.resolve("cora"), "active.to=2026-01-01")
    #expect(try store.open("cora").principal.source == .formerMember)
  }

  @Test(
    "each role writes what it may, where it may",
    arguments: [
      ("pat-riverside", "riverside", true), ("pat-riverside", "hillview", false),
      ("lee-riverside", "riverside", true), ("lee-riverside", "hillview", false),
      ("cora", "riverside", true), ("cora", "hillview", true), ("stella", "hillview", true),
    ])
  func cyclesBySite(login: String, site: String, isAllowed: Bool) throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    try steward.add(.project, "name=Other work", "sites=hillview", "problem=P")
    let project = site == "riverside" ? "warm" : "other"
    let refused = refusal {
      try store.open(login).add(.cycle, "project=\(project)", "title=A")
    }
    #expect((refused == nil) == isAllowed, "\(refused?.words ?? "")")
    if !isAllowed { #expect(refused?.code == 5) }
  }

  @Test("nobody gives themselves a role")
  func escalation() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    let pat = try store.open("pat-riverside")
    let own = try #require(pat.principal.memberID)
    try pat.set(own, "skills=run charts")
    for word in ["networkRole=steward", "siteIds+=hillview", "login=root"] {
      #expect(refusal { try pat.set(own, word) }?.code == 5)
    }
    let other = try pat.resolve("cora")
    #expect(refusal { try pat.set(other, "name=X") }?.code == 5)
    #expect(
      refusal {
        try pat.add(.member, "name=X", "networkRole=steward", "perspective=staff")
      }?.code == 5)
  }

  @Test("a team's document is for its team, coaches and stewards")
  func team() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A", "visibility=team").id
    for (login, isAllowed) in [
      ("pat-riverside", true), ("pat-hillview", false), ("cora", true), ("nobody", false),
    ] {
      let reader = try store.open(login)
      #expect((refusal { _ = try reader.document(id) } == nil) == isAllowed)
      #expect(try reader.list(ListRequest(type: .cycle)).total == (isAllowed ? 1 : 0))
    }
  }

  @Test("what is private is its author's; what is for coaches is theirs")
  func privateNotes() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let pat = try store.open("pat-riverside")
    let own = try pat.add(.note, "body=For me", "visibility=private").id
    #expect(refusal { _ = try steward.document(own) }?.code == 5)
    let cora = try store.open("cora")
    let coaching = try cora.add(.note, "body=For us", "privateToCoaches=yes", "kind=coaching").id
    #expect(refusal { _ = try pat.document(coaching) }?.code == 5)
    #expect(try steward.tree(coaching)["body"] == "For us")
  }

  @Test("what a person keeps to themselves is not shown, and not lost when others save")
  func personal() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let pat = try store.open("pat-riverside")
    let own = try #require(pat.principal.memberID)
    try pat.set(own, "caresAbout=My garden")
    let seen = try steward.presented(steward.document(own))
    #expect(seen["caresAbout"] == nil)
    _ = try steward.save(seen, over: steward.document(own))
    #expect(try pat.tree(own)["caresAbout"] == "My garden")
  }

  @Test("what a person keeps to themselves decides neither what is found nor in what order")
  func personalInLists() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    let pat = try store.open("pat-riverside")
    let own = try #require(pat.principal.memberID)
    try pat.set(own, "caresAbout=My garden", "contact=pat@home")
    let lee = try store.open("lee-riverside")
    for (field, value) in [("caresAbout", "my garden"), ("contact", "pat@home")] {
      let wanted = ListRequest(
        type: .member, conditions: [ListRequest.Condition(field: field, value: value)])
      #expect(try lee.list(wanted).total == 0)
      #expect(try pat.list(wanted).total == 1)
      let all = try lee.list(ListRequest(type: .member)).rows.map(\.id)
      #expect(try lee.list(ListRequest(type: .member, sort: field)).rows.map(\.id) == all)
    }
  }

  @Test("a field that its type does not have gives no right")
  func foreignFields() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    try steward.add(.project, "name=Other work", "sites=hillview", "problem=P")
    let pat = try store.open("pat-riverside")
    let document: JSON = [
      "title": "A", "project": .string(try steward.resolve("other-work", type: .project)),
      "sites": [.string(try steward.resolve("riverside"))],
    ]
    #expect(refusal { _ = try pat.add(.cycle, document: document) }?.code == 5)
  }

  @Test("a visibility that this program does not know is taken for the strictest")
  func unknownVisibility() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    let lee = try store.open("lee-riverside")
    let tree: JSON = ["created": ["by": "someone"], "type": "need", "visibility": "household"]
    #expect(!lee.principal.mayRead(lee.standing(of: tree, type: .need)))
  }
}
