import Collaborative
import DocumentStore
import Improvement
import JSONTree
import TestSupport
import Testing

@Suite("What resources are made from") struct LineageOfResourcesTests {
  private func resource(
    _ title: String, in network: SampleNetwork, as login: String = "stella", _ fields: JSON = [:]
  ) throws -> String {
    var tree: JSON = ["title": .string(title), "kind": "change-idea"]
    for field in fields.object?.fields ?? [] { tree[field.key] = field.value }
    return try network.add(.resource, as: login, tree)
  }

  private func link(_ id: String) -> JSON { [["resource": .string(id), "whatChanged": "Words"]] }

  @Test(
    "an adaptation names its parent, the parent's version and what changed; authors keep credit")
  func adapting() throws {
    let network = try SampleNetwork()
    let parent = try resource(
      "Warm blanket", in: network,
      ["steps": ["Fetch", "Warm"], "evidence": "published", "licence": "CC0 1.0"])
    _ = try network.steward.set(
      parent, document: ["authors": [.string(try network.id(.member, "pat-riverside"))]])
    _ = try network.steward.set(parent, assignments: [Assignment("steps", "Fetch\nWarm\nCover")])
    let lee = try network.open("lee-riverside")
    let outcome = try lee.adapt(
      ["title": "Blanket with a story"], whatChanged: "Words for children.",
      from: lee.document(parent))
    #expect(outcome.words.contains("made from “Warm blanket”, version 2"))
    let child = Resource(try lee.document(outcome.id).tree)
    #expect(child.derivedFrom.map(\.resource) == [parent])
    #expect(child.derivedFrom.first?.version == 2)
    #expect(child.steps == ["Fetch", "Warm", "Cover"])
    #expect(child.licence == "CC0 1.0")
    #expect(child.evidence == .idea)
    #expect(child.version == 1)
    #expect(child.authors == [try network.id(.member, "lee-riverside")])
    let page = try lee.page(Target(.resource, outcome.id)).text.joined(separator: "\n")
    let name = try network.steward.document(network.id(.member, "pat-riverside")).tree["name"]
    #expect(page.contains("after “Warm blanket”, version 2 by \(name?.string ?? "?")"))
  }

  @Test("a copy in which nothing changed is no adaptation")
  func unchanged() throws {
    let network = try SampleNetwork()
    let parent = try network.steward.document(resource("Warm blanket", in: network))
    #expect(throws: CollaborationError.self) {
      try network.steward.adapt([:], whatChanged: " \n", from: parent)
    }
  }

  @Test(
    "what would lead back to itself is refused, however it is saved",
    arguments: ["derivedFrom", "items", "supersedes"])
  func loops(field: String) throws {
    let network = try SampleNetwork()
    func value(_ id: String) -> JSON {
      switch field {
      case "derivedFrom": link(id)
      case "items": [.string(id)]
      default: .string(id)
      }
    }
    let first = try resource("First", in: network)
    let second = try resource("Second", in: network, [.init(stringLiteral: field): value(first)])
    let third = try resource("Third", in: network, [.init(stringLiteral: field): value(second)])
    let steward = try network.open("stella")
    #expect {
      try steward.set(first, document: [.init(stringLiteral: field): value(third)])
    } throws: {
      ($0 as? CollaborationError)?.words.contains("would lead back to the document itself") ?? false
    }
    #expect(throws: CollaborationError.self) {
      try steward.apply([
        "op": "set", "id": .string(first), "fields": [.init(stringLiteral: field): value(third)],
      ])
    }
    // Two that refer to each other within one step.
    let (a, b) = (ULID().text, ULID().text)
    func adding(_ id: String, _ other: String) -> JSON {
      [
        "op": "add", "type": "resource", "id": .string(id),
        "doc": [
          "title": "One of two", "kind": "tool", .init(stringLiteral: field): value(other),
        ],
      ]
    }
    #expect(throws: CollaborationError.self) {
      try steward.apply(["op": "together", "operations": [adding(a, b), adding(b, a)]])
    }
    #expect(try steward.document(first).tree[field] == nil)
  }

  @Test("a circle that is on disk already hangs no page, and doctor names it")
  func circleOnDisk() throws {
    let network = try SampleNetwork()
    let first = try resource("First", in: network)
    let second = try resource("Second", in: network, ["derivedFrom": link(first)])
    try network.damage(first) { $0["derivedFrom"] = link(second) }
    try network.damage(second) { $0["items"] = [.string(first)] }
    try network.damage(first) { $0["items"] = [.string(second)] }
    let steward = try network.open("stella")
    for id in [first, second] {
      #expect(try steward.page(Target(.resource, id)).text.contains { $0.contains("leads back") })
      #expect(try !steward.page(.family, ofResource: id).text.isEmpty)
      #expect(try !steward.page(.package, ofResource: id).text.isEmpty)
    }
    let report = try steward.diagnose().report.findings.map { "\($0)" }.joined(separator: "\n")
    #expect(report.contains("leads back to itself by way of"))
    // What is not about the circle can be saved all the same.
    #expect(try steward.set(first, assignments: [Assignment("title", "First of all")]).hasChanged)
  }

  @Test("a tree of any links ends, shows each relative and tells the children of each once")
  func anyLinks() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let count = Int.random(in: 1...9, using: &generator)
      let nodes = (0..<count).map { node in
        FamilyTree.Node(
          id: "\(node)", title: "R\(node)",
          parents: (0..<count).filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
            .map(String.init))
      }
      let tree = FamilyTree(of: "0", among: nodes)
      let open = tree.rows.filter { $0.mark == .none }.map(\.id)
      #expect(tree.rows.contains { $0.id == "0" })
      #expect(tree.rows.count <= count + nodes.reduce(0) { $0 + $1.parents.count })
      let withChildren = Set(nodes.flatMap(\.parents))
      let told = open.filter(withChildren.contains)
      #expect(told.count == Set(told).count)
    }
  }

  @Test("a line of ten thousand generations is drawn as far as there is room")
  func deep() {
    let nodes = (0..<10_000).map { node in
      FamilyTree.Node(id: "\(node)", title: "R", parents: node == 0 ? [] : ["\(node - 1)"])
    }
    let tree = FamilyTree(of: "0", among: nodes, atMost: 50)
    #expect(tree.rows.count == 50)
    #expect(tree.leftOut > 0)
  }

  @Test("a cycle's learning becomes a resource that the cycle links to")
  func sharing() throws {
    let network = try SampleNetwork()
    let id = try network.cycle(
      "One warm patient",
      [
        "scale": ["setting": "day surgery"], "study": ["summary": "One is enough."],
        "plan": ["tasks": [["what": "Fetch a blanket"]]], "act": ["decision": "adopt"],
      ])
    let lee = try network.open("lee-riverside")
    let cycle = try lee.document(id)
    let known = lee.contribution(of: Cycle(cycle.tree))
    let outcome = try lee.share(known, as: .changeIdea, of: cycle)
    let shared = Resource(try lee.document(outcome.id).tree)
    #expect(shared.title == "One warm patient")
    #expect(shared.plainSummary == "One is enough.")
    #expect(shared.steps == ["Fetch a blanket"])
    #expect(shared.contextsTested == ["day surgery"])
    #expect(shared.kind == .changeIdea)
    #expect(shared.licence == Licence.attribution.rawValue)
    #expect(Cycle(try lee.document(id).tree).sharedAsResource == outcome.id)
  }
}
