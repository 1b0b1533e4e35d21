import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("What a screen shows to whom")
struct RightsOfViewsTests {
  /// Every text of every section and of every page that somebody can open.
  func everything(_ person: Collaboration) throws -> String {
    var texts: [String] = []
    for row in try person.todayRows() { texts += [row.text, row.detail, row.place] }
    texts += try person.projectRows().flatMap { [$0.text, $0.note] }
    texts += try person.cycleRows().flatMap { [$0.title, $0.project, $0.sites, $0.owner] }
    texts += try person.tiles().flatMap { [$0.measure, $0.site, $0.chart.finding] }
    let rosters = try person.rosterRows() + person.siteRosterRows(narrowedTo: .everything)
    texts += rosters.flatMap { [$0.project, $0.person, $0.sites, $0.remark] }
    for row in try person.siteTreeRows() { texts += [row.name, row.owner ?? "", row.remark] }
    texts += try person.rosterTable(withEnded: true).rows.flatMap(\.self)
    texts += try person.memberTable().rows.flatMap(\.self)
    texts += try person.commonsRows().flatMap { [$0.title, $0.summary] }
    for row in try person.siteRows() { texts += [row.name] + row.reasons.map(\.words) }
    for word in ["secret", "s"] { texts += try person.find(word).map(\.title) }
    for type in DocumentType.authored {
      for document in try person.documents(type) {
        texts += try person.page(Target(type, document.id)).text
      }
    }
    return texts.joined(separator: "\n")
  }

  func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    let riverside = JSON.string(try network.id(.site, "riverside"))
    let project = JSON.string(try network.id(.project, "warm-patients"))
    let secret = try network.cycle("secret cycle", ["objective": "secret"])
    try network.cycle(
      "Open cycle", ["visibility": "network", "parentCycle": .string(secret)])
    try network.add(
      .note, as: "cora",
      [
        "kind": "coaching", "body": "secret of coaches", "privateToCoaches": true,
        "concernLevel": "concern", "target": ["type": "project", "id": project],
      ])
    try network.add(
      .note, as: "lee-riverside",
      [
        "kind": "question", "body": "secret of its author", "visibility": "private",
        "target": ["type": "site", "id": riverside],
      ])
    try network.log(["2/118"])
    _ = try network.steward.set(network.steward.tiles()[0].seriesID, "visibility=team")
    return network
  }

  @Test("nothing of another team and no private note is seen anywhere")
  func leaks() throws {
    let network = try network()
    for login in ["pat-hillview", "lee-hillview", "nobody"] {
      let text = try everything(network.open(login))
      #expect(!text.contains("secret"), "\(login)")
      #expect(!text.contains("latest 1.7"), "\(login)")
      #expect(text.contains("Open cycle"), "\(login)")
    }
    let own = try everything(network.open("pat-riverside"))
    #expect(own.contains("secret cycle"))
    #expect(!own.contains("secret of coaches") && !own.contains("secret of its author"))
    #expect(try everything(network.open("cora")).contains("secret of coaches"))
    #expect(try !everything(network.steward).contains("secret of its author"))
  }

  @Test("a link to what one may not read says so instead of an id, and leads nowhere")
  func hiddenLinks() throws {
    let network = try network()
    let cycle = try #require(
      try network.steward.cycleRows(words: "open").first)
    let pat = try network.open("pat-hillview")
    let page = try pat.page(cycle.target)
    #expect(page.text.contains("Follows on from: not shared with you"))
    for link in page.links { _ = try pat.page(link) }
  }

  @Test("what somebody may see changes as soon as the documents do")
  func changes() throws {
    let network = try network()
    let pat = try network.open("pat-hillview")
    #expect(try pat.cycleRows().map(\.title) == ["Open cycle"])
    let project = try network.id(.project, "warm-patients")
    let id = try network.id(.member, "pat-hillview")
    _ = try network.steward.set(
      project, assignments: [],
      document: ["roster": [["member": .string(id), "role": "team-member"]]])
    _ = try pat.store.refresh()
    #expect(Set(try pat.cycleRows().map(\.title)) == ["Open cycle", "secret cycle"])
  }
}
