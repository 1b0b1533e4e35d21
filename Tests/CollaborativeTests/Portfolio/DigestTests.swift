import Collaborative
import Foundation
import Improvement
import JSONTree
import Testing

@Suite("A coach's digest") struct DigestTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.steward.set(try network.id(.site, "hillview"), "coachIds=")
    return network
  }

  @Test("it tells who needs the coach, and what happened since a day and not before")
  func tells() throws {
    let network = try network()
    for (title, day) in [("Old blanket", -20), ("New blanket", -2)] {
      let id = try network.cycle(title, ["stage": "do", "actualStart": network.day(day)])
      try network.damage(id) {
        $0["created"]?["at"] = .string("\(network.today.adding(days: day))T08:00:00Z")
      }
    }
    try network.cycle(
      "Harmful", ["stage": "do", "harm": ["what": "A burn", "when": network.day(-1)]])
    let digest = try network.open("cora").digest()
    #expect(digest.sites.map(\.row.name) == ["riverside hospital"])
    let text = digest.text
    #expect(text.contains("1 of 1 site needs you"))
    #expect(text.contains("  - harm noted: Harm was noted in “Harmful”."))
    #expect(text.contains("Cycle begun: “New blanket”"))
    #expect(!text.contains("Cycle begun: “Old blanket”"))
    let longer = try network.open("cora").digest(since: network.today.adding(days: -30))
    #expect(longer.text.contains("Cycle begun: “Old blanket”"))
  }

  @Test("what was written down late is told with the day it was, and numbers that were entered")
  func late() throws {
    let network = try network()
    try network.cycle("Old blanket", ["stage": "do", "actualStart": network.day(-20)])
    try network.log(["1/100", "9/700"], monthsAgo: 3)
    let text = try network.open("cora").digest().text
    #expect(text.contains("Cycle begun: “Old blanket” (written down \(network.today.label))"))
    let period = Period(.month, containing: network.today).advanced(by: -3)
    #expect(text.contains("Numbers: Wound infections: \(period.label) 9/700"))
    let tomorrow = try network.open("cora").digest(since: network.today.adding(days: 1))
    #expect(!tomorrow.text.contains("Old blanket”"))
  }

  @Test("a site whose documents can't be read is never one that needs nobody")
  func damaged() throws {
    let network = try network()
    let site = try network.id(.site, "riverside")
    let id = try network.cycle(
      "Harmful", ["stage": "do", "harm": ["what": "A burn", "when": network.day(-1)]])
    let path = try #require(
      FileManager.default.enumerator(atPath: network.store.path)?
        .compactMap { $0 as? String }.first {
          $0.hasSuffix("\(id).json") && !$0.hasPrefix(".store")
        })
    try Data("{\"x".utf8).write(to: URL(fileURLWithPath: "\(network.store.path)/\(path)"))
    let digest = try network.open("cora").digest()
    let row = try #require(digest.sites.first { $0.row.id == site }?.row)
    if path.hasPrefix("sites/") { #expect(row.reasons.first?.kind == .damage) }
    #expect(digest.text.contains("One document of the network can't be read"))
    #expect(digest.json["damaged"]?.int == 1)
  }

  @Test("another's digest has that coach's sites, as far as whoever asks may see them")
  func others() throws {
    let network = try network()
    let cora = try network.id(.member, "cora")
    #expect(try network.steward.digest(ofCoach: cora).sites.count == 1)
    #expect(try network.steward.digest(ofCoach: cora).coach == "Cora")
    #expect(try network.steward.digest().sites.count == 2)
  }

  @Test("a coach without sites is told how to get some") func none() throws {
    let network = try SampleNetwork()
    for site in ["riverside", "hillview"] {
      try network.steward.set(try network.id(.site, site), "coachIds=")
    }
    #expect(try network.open("cora").digest().text.contains("No site names Cora as its coach"))
  }

  @Test("for scripts it has the same, with each reason's evidence") func json() throws {
    let network = try network()
    let cycle = try network.cycle(
      "Harmful", ["stage": "do", "harm": ["what": "A burn", "when": network.day(-1)]])
    let json = try network.open("cora").digest().json
    let site = try #require(json["sites"]?.elements.first)
    #expect(site["name"]?.string == "riverside hospital")
    let reason = try #require(site["reasons"]?.elements.first)
    #expect(reason["kind"]?.string == "harm")
    #expect(reason["evidence"]?["id"]?.string == cycle)
  }
}
