import Improvement
import JSONTree
import Testing

@testable import Collaborative

/// What people care about and are willing to do is theirs alone unless they share it.
@Suite("What is personal")
struct PersonalFieldTests {
  private static let secret = "zzgarden"

  private struct Scene {
    let store: TemporaryStore
    let id: String

    init(shares: Bool) throws {
      store = try TemporaryStore()
      _ = try store.furnished()
      let pat = try store.open("pat-riverside")
      id = try #require(pat.principal.memberID)
      try pat.set(
        id, "caresAbout=\(PersonalFieldTests.secret) at home", "willingTo=test,teach",
        "sharesCaresAbout=\(shares)", "consents.listed=true", "skills=drains")
    }
  }

  /// Everything that a person can be shown of the member.
  private func everything(_ scene: Scene, as login: String) throws -> String {
    let viewer = try scene.store.open(login)
    let document = try viewer.document(scene.id)
    var shown = [
      viewer.presented(document).compactText, viewer.visible(document).compactText,
      "\(try viewer.page(Target(.member, scene.id)))",
      "\(try viewer.historyPage(Target(.member, scene.id)))",
      "\(try viewer.history(of: scene.id).map(\.changes))",
    ]
    for words in [Self.secret, "teach"] {
      let found = try viewer.list(ListRequest(type: .member, search: words)).rows
      shown.append(found.isEmpty ? "" : "found by \(words)")
    }
    for field in ["caresAbout=\(Self.secret) at home", "willingTo=teach"] {
      let parts = field.split(separator: "=").map(String.init)
      let found = try viewer.list(
        ListRequest(type: .member, conditions: [.init(field: parts[0], value: parts[1])])
      ).rows
      shown.append(found.isEmpty ? "" : "found by \(field)")
    }
    shown.append("\(try viewer.find(Self.secret))")
    let need =
      try viewer.principal.isVisitor
      ? nil
      : viewer.add(
        .need, "title=Help with drains", "category=know-how"
      ).id
    if let need { shown.append("\(try viewer.matches(of: need).people.map(\.words))") }
    return shown.joined(separator: "\n")
  }

  @Test(
    "nobody else is told, found or shown it, not even a steward",
    arguments: ["stella", "cora", "lee-riverside", "pat-hillview", "a-visitor"])
  func hidden(login: String) throws {
    let shown = try everything(Scene(shares: false), as: login)
    #expect(!shown.contains(Self.secret))
    #expect(!shown.contains("teach"))
  }

  @Test("who shares it is read and found by it")
  func shared() throws {
    let shown = try everything(Scene(shares: true), as: "pat-hillview")
    #expect(shown.contains(Self.secret))
    #expect(shown.contains("found by willingTo=teach"))
    #expect(shown.contains("knows drains; willing to teach"))
  }

  @Test("who stops sharing it is not read in the history either")
  func taken() throws {
    let scene = try Scene(shares: true)
    let pat = try scene.store.open("pat-riverside")
    try pat.set(scene.id, "sharesCaresAbout=false")
    #expect(!(try everything(scene, as: "pat-hillview")).contains(Self.secret))
    #expect("\(try pat.history(of: scene.id).map(\.changes))".contains(Self.secret))
  }

  @Test("an edit by a steward who can't see it leaves it as it is")
  func edited() throws {
    let scene = try Scene(shares: false)
    let steward = try scene.store.steward()
    let document = try steward.document(scene.id)
    var tree = steward.visible(document)
    tree["name"] = "Pat R."
    _ = try steward.save(tree, over: document)
    let own = try scene.store.open("pat-riverside").document(scene.id).tree
    #expect(own["name"] == "Pat R.")
    #expect(own["caresAbout"]?.string == "\(Self.secret) at home")
    #expect(own["willingTo"]?.strings == ["test", "teach"])
  }
}
