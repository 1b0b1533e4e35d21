import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Testing

@Suite("Resources from one network to another") struct CarryingResourcesTests {
  private struct Origin {
    let network: SampleNetwork
    let parent: String
    let item: String
    let package: String

    init() throws {
      network = try SampleNetwork()
      let author = JSON.string(try network.id(.member, "pat-riverside"))
      _ = try network.steward.set(
        network.id(.member, "pat-riverside"),
        document: ["consents": ["listed": true], "contact": "pat@riverside.example"])
      parent = try network.add(
        .resource,
        ["title": "Sheet", "kind": "tool", "authors": [author], "licence": "CC0 1.0"])
      item = try network.add(
        .resource,
        [
          "title": "Blanket", "kind": "change-idea", "authors": [author], "steps": ["Fetch"],
          "site": .string(try network.id(.site, "riverside")),
          "derivedFrom": [["resource": .string(parent), "whatChanged": "Wool"]],
        ])
      package = try network.add(
        .resource,
        ["title": "Bundle", "kind": "change-package", "items": [.string(item)]])
    }

    func bundle() throws -> ResourceBundle {
      try network.open("stella").export(package).bundle
    }
  }

  private func titles(_ collaboration: Collaboration) throws -> Set<String> {
    Set(try collaboration.documents(.resource).map { Resource($0.tree).title })
  }

  @Test("a package goes with its items; people by name, a parent that stays behind as thanks")
  func elsewhere() throws {
    let origin = try Origin()
    let there = try SampleNetwork()
    let plan = try there.steward.plan(origin.bundle())
    #expect(plan.entries.map(\.state) == [.new, .new])
    #expect(try titles(there.steward).isDisjoint(with: ["Bundle", "Blanket"]))
    #expect(
      try there.steward.carryOut(plan, from: "b.json")
        == "imported 2 resources from b.json: 2 added")
    let stella = try there.open("stella")
    let item = Resource(try stella.document(origin.item).tree)
    let name = Member(
      try origin.network.steward.document(origin.network.id(.member, "pat-riverside")).tree
    ).name
    #expect(Resource(try stella.document(origin.package).tree).items == [origin.item])
    #expect(item.derivedFrom.isEmpty)
    #expect(item.credits.contains("after “Sheet” by \(name)"), "\(item.credits)")
    #expect(try stella.plan(origin.bundle()).entries.allSatisfy { $0.state == .same })
  }

  @Test("nothing private leaves: contacts, consents, reviews, and what is not shared")
  func nothingPrivate() throws {
    let origin = try Origin()
    let secret = try origin.network.add(
      .resource, ["title": "Secret", "kind": "tool", "visibility": "private"])
    _ = try origin.network.steward.set(
      origin.package,
      document: [
        "items": [.string(origin.item), .string(secret)],
        "review": ["by": .string(try origin.network.id(.member, "pat-riverside"))],
        "somebodysNote": "for us only",
      ])
    let exported = try origin.network.open("stella").export(origin.package)
    let text = JSON.array(exported.bundle.resources).canonicalText
    for word in ["pat@", "consents", "visibility", "review", "Secret", "for us only", secret] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(exported.notes.contains { $0.contains("1 of its items is not shared") })
    #expect {
      try origin.network.open("stella").export(secret)
    } throws: { "\($0)".contains("not shared with the network") }
  }

  @Test("who did not agree to be listed is not named")
  func unlisted() throws {
    let origin = try Origin()
    let pat = try origin.network.id(.member, "pat-riverside")
    _ = try origin.network.steward.set(pat, document: ["consents": ["listed": false]])
    let bundle = try origin.bundle()
    #expect(
      bundle.resources.allSatisfy { $0["by"]?.strings.isEmpty ?? true || $0["title"] == "Bundle" })
  }

  @Test(
    "a newer version is taken; the same version with other words is a conflict that one decides")
  func conflicts() throws {
    let origin = try Origin()
    let bundle = try origin.bundle()
    let steward = try origin.network.open("stella")
    _ = try steward.set(origin.item, assignments: [Assignment("steps", "Fetch\nWarm")])
    let later = try origin.bundle()
    let again = try origin.network.open("stella")
    let plan = try again.plan(bundle)
    #expect(plan.entries.map(\.state) == [.same, .conflict(here: 2, there: 1)])
    #expect(plan.entries[1].differences == ["Steps"])
    #expect {
      _ = try again.carryOut(plan, from: "b")
    } throws: { ($0 as? CollaborationError)?.exitCode == 4 }
    #expect(
      try again.carryOut(plan, conflicts: .ours, from: "b")
        == "nothing to import: it is all here already")
    _ = try again.carryOut(plan, conflicts: .theirs, from: "b")
    #expect(
      Resource(try origin.network.open("stella").document(origin.item).tree).steps == ["Fetch"])

    let there = try SampleNetwork()
    _ = try there.steward.carryOut(there.steward.plan(bundle), from: "b")
    let next = try there.open("stella")
    let update = try next.plan(later)
    #expect(update.entries.map(\.state) == [.same, .newer(here: 1, there: 2)])
    _ = try next.carryOut(update, from: "b")
    #expect(Resource(try there.open("stella").document(origin.item).tree).version == 2)
  }

  @Test("all is taken or nothing, and only by whom may write it")
  func rights() throws {
    let origin = try Origin()
    let there = try SampleNetwork()
    _ = try there.steward.carryOut(there.steward.plan(origin.bundle()), from: "b")
    _ = try origin.network.steward.set(
      origin.item, assignments: [Assignment("steps", "Fetch\nWarm")])
    let fresh = try origin.network.add(.resource, ["title": "Fresh", "kind": "tool"])
    _ = try origin.network.steward.set(
      origin.package, document: ["items": [.string(fresh), .string(origin.item)]])
    let pat = try there.open("pat-riverside")
    let plan = try pat.plan(origin.bundle())
    #expect(throws: CollaborationError.self) { _ = try pat.carryOut(plan, from: "b") }
    #expect(try !titles(there.open("stella")).contains("Fresh"))
    #expect(throws: CollaborationError.self) { _ = try there.open("nobody").plan(origin.bundle()) }
  }

  @Test(
    "a bundle that cannot be right is refused, naming which document and why",
    arguments: [
      ([], "holds no resource"), ([3], "document 1 of the bundle is no JSON object"),
      ([["type": "member", "name": "Pat"]], "of the type “member”"),
      ([["type": "resource", "schema": 99, "title": "Future"]], "“Future”, has schema 99"),
      ([["type": "resource", "title": "No kind"]], "“No kind”, cannot be taken: Kind"),
      (
        [
          ["type": "resource", "title": "Out", "kind": "tool", "attachments": ["../../etc/passwd"]]
        ], "no file of the store"
      ),
      (
        [["type": "resource", "title": "Esc", "kind": "tool", "citations": ["https://a\u{1B}b"]]],
        "U+001B"
      ),
      (
        [
          [
            "type": "resource", "title": "One", "kind": "tool", "id": "01arz3ndektsv4rrffq69g5fav",
            "items": ["01arz3ndektsv4rrffq69g5faw"],
          ],
          [
            "type": "resource", "title": "Two", "kind": "tool", "id": "01arz3ndektsv4rrffq69g5faw",
            "items": ["01arz3ndektsv4rrffq69g5fav"],
          ],
        ], "“One”, leads back to itself by Items"
      ),
      (
        [
          ["type": "resource", "title": "One", "kind": "tool", "id": "01arz3ndektsv4rrffq69g5fav"],
          ["type": "resource", "title": "Two", "kind": "tool", "id": "01arz3ndektsv4rrffq69g5fav"],
        ], "which another one of the bundle has too"
      ),
    ] as [([JSON], String)])
  func refused(documents: [JSON], words: String) {
    #expect { try ResourceBundle(documents) } throws: { "\($0)".contains(words) }
  }
}
