import Demo
import Improvement
import JSONTree
import Testing

@Suite("The histories of the sample network are possible")
struct DemoHistoryTests {
  private static func documents(_ type: DocumentType, of network: [JSON]) -> [JSON] {
    network.filter { $0["type"]?.string == type.rawValue }
  }

  @Test(
    "try-outs go forward in time, after what they try was shared, and last a year to be lasting",
    arguments: [(12, 24), (40, 24), (5, 7), (12, 60)])
  func adoptions(_ sites: Int, _ months: Int) throws {
    let today = DemoNetworkTests.today
    let network = DemoNetwork.documents(seed: 1, sites: sites, months: months, endingAt: today)
    var shared: [String: String] = [:]
    for resource in Self.documents(.resource, of: network) {
      shared[try #require(resource["id"]?.string)] = resource["created"]?["at"]?.string ?? ""
    }
    for adoption in Self.documents(.adoption, of: network).map(Adoption.init) {
      let days = adoption.history.compactMap(\.at)
      #expect(days.count == adoption.history.count && days == days.sorted())
      #expect(days.allSatisfy { $0 <= today })
      #expect(adoption.history.last?.stage == adoption.stage)
      let isOwn = days.first.map { "\($0)" < (shared[adoption.resource] ?? "").prefix(10) } ?? false
      if isOwn { #expect(adoption.tree["learntFrom"] == nil) }
      if let lasting = adoption.day(of: .sustained) {
        let begun = try #require(adoption.day(of: .implemented))
        #expect(lasting.days(since: begun) >= 365)
      }
    }
  }

  @Test("no more than two milestones of all teams are open a year after they were due")
  func milestones() {
    let today = DemoNetworkTests.today
    for sites in [12, 60] {
      let network = DemoNetwork.documents(seed: 1, sites: sites, months: 24, endingAt: today)
      let forgotten = Self.documents(.project, of: network).map(Project.init)
        .flatMap(\.milestones)
        .filter { step in
          !step.done.isDone && (step.due.map { today.days(since: $0) > 300 } ?? false)
        }
      #expect((1...2).contains(forgotten.count))
    }
  }
}
