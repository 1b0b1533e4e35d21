import DocumentStore
import Foundation
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("The gate") struct GateTests {
  private func denial(_ store: TemporaryStore, _ login: String) -> (words: String, code: Int32)? {
    refusal {
      _ = try Collaboration.open(path: store.path, atGate: login, clock: store.clock)
    }
  }

  @Test("a member of the store comes in with the role and the sites that the store says")
  func member() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    let pat = try Collaboration.open(path: store.path, atGate: "pat-riverside", clock: store.clock)
    #expect(pat.principal.role == .participant)
    #expect(pat.principal.siteCodes == ["riverside"])
    #expect(pat.principal.source == .gate)
  }

  @Test("nobody comes in with a login that no member has, not even as a visitor")
  func nobody() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    for login in ["corra", "", "../cora", "CORA", "cora "] {
      #expect(denial(store, login)?.code == 5, "\(login)")
    }
    // Whose name the operating system knows is still nobody without a key of their own.
    #expect(denial(store, "nobody")?.words.contains("no member has the login “nobody”") == true)
  }

  @Test("a member who has left, or not begun, is refused in words")
  func inactive() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    try steward.set(try steward.resolve("cora"), "active.to=2026-01-01")
    try steward.set(try steward.resolve("pat-hillview"), "active.from=2030-01-01")
    for login in ["cora", "pat-hillview"] {
      let refused = denial(store, login)
      #expect(refused?.code == 5)
      #expect(refused?.words.contains("is not active today") == true)
    }
    #expect(denial(store, "cora")?.words.contains("having left on 1 Jan 2026") == true)
    let ahead = denial(store, "pat-hillview")?.words ?? ""
    #expect(ahead.contains("begins on 1 Jan 2030") && !ahead.contains("come back"))
    #expect(try store.open("pat-hillview").principal.source == .futureMember)
  }

  @Test("two members with one login let nobody in")
  func twoMembers() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let cora = try steward.document(try steward.resolve("cora"))
    var other = cora.tree
    other["id"] = .string(ULID().text)
    other["networkRole"] = "steward"
    _ = try steward.commit([.add(other)], verb: "add:member")
    let refused = denial(store, "cora")
    #expect(refused?.code == 5)
    #expect(refused?.words.contains("2 members have the login “cora”") == true)
  }

  @Test("a member whose site is gone, or whose role nobody knows, is refused in words")
  func siteGone() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let site = try steward.resolve("hillview")
    _ = try steward.commit(
      [.trash(site, expecting: steward.document(site).revision)], verb: "remove:site")
    #expect(denial(store, "pat-hillview")?.words.contains("is gone (\(site))") == true)
    let pat = try steward.document(try steward.resolve("pat-riverside"))
    var tree = pat.tree
    tree["networkRole"] = "emperor"
    _ = try steward.commit(
      [.replace(pat.id, with: tree, expecting: pat.revision)], verb: "set:member")
    #expect(denial(store, "pat-riverside")?.words.contains("no role") == true)
  }

  @Test("a member whom two stewards gave two roles at once is let in by neither")
  func twoRoles() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let cora = try steward.document(try steward.resolve("cora"))
    for role in ["steward", "lead"] {
      var tree = cora.tree
      tree["networkRole"] = .string(role)
      _ = try steward.save(tree, over: cora)
    }
    let refused = denial(store, "cora")
    #expect(refused?.code == 5)
    #expect(refused?.words.contains("was given two roles") == true)
    // At the computer itself they may do what everybody may.
    #expect(try store.open("cora").principal.role == .participant)
    try steward.set(cora.id, "networkRole=coach")
    #expect(denial(store, "cora") == nil)
  }

  @Test("a store that cannot be read lets nobody in, and says what is wrong with it")
  func unreadable() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let pat = try steward.document(try steward.resolve("pat-riverside"))
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(store.path)/\(name)"))
    }
    // Their own entry is damaged: nobody knows who that is.
    try write("{\"login\": \"pat-riverside\", \"networkRole\": \"steward\"", pat.place)
    #expect(denial(store, "pat-riverside")?.code == 5)
    #expect(denial(store, "pat-hillview") == nil)
    for text in ["", "{", "[]"] {
      try write(text, "store.json")
      let refused = denial(store, "pat-hillview")
      #expect(refused?.code == 3, "\(text): \(refused?.words ?? "let in")")
      #expect(refused?.words.isEmpty == false)
    }
  }

  @Test("a store that is not there is said, with the place")
  func noStore() {
    let refused = refusal {
      _ = try Collaboration.open(path: "/nonexistent/store", atGate: "cora")
    }
    #expect(refused?.code == 3)
    #expect(refused?.words.contains("/nonexistent/store") == true)
  }

  @Test("a clock that is minutes off changes nobody's rights")
  func clock() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    for minutes in [-5, 5] {
      let clock = Clock.fixed(Timestamp(secondsSince1970: 1_774_000_000 + minutes * 60))
      let pat = try Collaboration.open(path: store.path, atGate: "pat-riverside", clock: clock)
      let made = try pat.add(.need, document: ["title": "Scales", "category": "supplies"])
      #expect(try pat.document(made.id).tree["title"] == "Scales")
    }
  }
}

@Suite("A role that changes while a session is open") struct ChangingRoleTests {
  @Test("a role taken away counts at the next save, which is refused in words, and the draft stays")
  func roleTaken() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let lee = try Collaboration.open(
      path: store.path, atGate: "lee-riverside", clock: store.clock)
    let cycle = try lee.add(.cycle, document: ["title": "A", "project": .string(project(lee))]).id
    let base = try lee.document(cycle)
    try steward.set(try steward.resolve("lee-riverside"), "networkRole=participant", "siteIds=")
    var edited = try lee.document(try lee.resolve("wound-infections", type: .measure)).tree
    let measure = try lee.document(edited["id"]?.string ?? "")
    edited["name"] = "Mine"
    #expect(refusal { _ = try lee.save(edited, over: measure) }?.code == 5)
    #expect(
      refusal { _ = try lee.add(.project, document: ["name": "P", "problem": "P"]) }?.code == 5)
    #expect(lee.principal.role == .participant)
    try lee.keepDraft(["title": "Typed"], name: "cycle-x")
    #expect(lee.draft(name: "cycle-x") == ["title": "Typed"])
    // What they wrote themselves stays theirs.
    var own = base.tree
    own["title"] = "B"
    #expect(refusal { _ = try lee.save(own, over: base) } == nil)
  }

  @Test("whoever leaves the network can save and undo nothing more, and keeps what was typed")
  func left() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let lee = try Collaboration.open(
      path: store.path, atGate: "lee-riverside", clock: store.clock)
    let cycle = try lee.add(.cycle, document: ["title": "A", "project": .string(project(lee))]).id
    let base = try lee.document(cycle)
    _ = try steward.remove(try steward.resolve("lee-riverside"))
    var edited = base.tree
    edited["title"] = "B"
    #expect(refusal { _ = try lee.save(edited, over: base) }?.code == 5)
    #expect(refusal { _ = try lee.undo() }?.code == 5)
    #expect(refusal { _ = try lee.withdraw(cycle, reason: "R") }?.code == 5)
    try lee.keepDraft(["title": "B"], name: "cycle-\(cycle)")
    #expect(lee.draft(name: "cycle-\(cycle)") == ["title": "B"])
    #expect(try steward.tree(cycle)["title"] == "A")
  }

  @Test("nobody takes back their way to a role that they no longer have")
  func noWayBack() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    try steward.add(
      .member, "name=Ines", "login=ines", "networkRole=steward", "perspective=staff")
    let ines = try Collaboration.open(path: store.path, atGate: "ines", clock: store.clock)
    let own = try #require(ines.principal.memberID)
    try ines.set(own, "networkRole=participant")
    #expect(ines.principal.role == .participant)
    #expect(refusal { _ = try ines.undo() }?.code == 5)
    #expect(ines.principal.role == .participant)
    // A steward's change of others is not theirs to take back either.
    try steward.set(own, "networkRole=steward")
    let pat = try ines.resolve("pat-riverside")
    try ines.set(pat, "networkRole=coach")
    try steward.set(own, "networkRole=participant")
    #expect(refusal { _ = try ines.undo() }?.code == 5)
    #expect(try steward.tree(pat)["networkRole"] == "coach")
  }

  @Test("a coach reads a team's work as long as its site names them")
  func portfolio() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let cora = try Collaboration.open(path: store.path, atGate: "cora", clock: store.clock)
    let id = try steward.add(.cycle, "project=warm", "title=A", "visibility=team").id
    #expect(try cora.document(id).id == id)
    try steward.set(try steward.resolve("riverside"), "coachIds=")
    #expect(refusal { try cora.set(id, "title=B") }?.code == 5)
    _ = try cora.followJournal()
    #expect(refusal { _ = try cora.document(id) }?.code == 5)
  }

  private func project(_ reader: Collaboration) throws -> String {
    try reader.resolve("warm-patients", type: .project)
  }
}
