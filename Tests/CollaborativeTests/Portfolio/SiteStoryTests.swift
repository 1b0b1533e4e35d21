import Collaborative
import Improvement
import JSONTree
import Testing

@Suite("The story of a site") struct SiteStoryTests {
  private func marks(_ page: Page) -> [String] {
    page.groups.flatMap(\.lines).compactMap { line in
      if case .item(_, let text, _, _, _, _) = line {
        text.split(separator: ":").first.map(String.init)
      } else {
        nil
      }
    }
  }

  @Test(
    "cycles, scores, notes and signals stand in the order of their days, each leading to what tells it"
  )
  func story() throws {
    let network = try SampleNetwork()
    let site = try network.id(.site, "riverside")
    let project = try network.id(.project, "warm-patients")
    let cycle = try network.cycle(
      "Blanket",
      ["stage": "do", "actualStart": network.day(-9), "site": .string(site)])
    _ = try network.open("cora").score(
      project, ProgressEntry(score: "3", date: "\(network.today.adding(days: -5))"))
    let visit = try network.add(
      .note, as: "cora",
      [
        "body": "We looked at the charts.", "kind": "visit",
        "visit": ["date": network.day(-3)], "target": ["type": "site", "id": .string(site)],
      ])
    try network.log(Array(repeating: "2/100", count: 19) + ["60/100"], monthsAgo: 1)
    let page = try network.open("cora").storyPage(ofSite: site)
    let marks = marks(page)
    #expect(
      marks.filter { ["Cycle begun", "Score", "Visit", "Worse"].contains($0) }
        == ["Cycle begun", "Score", "Visit", "Worse"])
    let links = page.links.map(\.id)
    #expect(links.contains(cycle) && links.contains(project) && links.contains(visit))
    #expect(links.contains("\(site).\(try network.id(.measure, "wound-infections"))"))
    // The site's own page tells the newest of it.
    let own = try network.open("cora").page(Target(.site, site))
    #expect(own.text.contains { $0.contains("Visit: “We looked at the charts.”") })
  }

  @Test("a signal is told once, by the day its number came") func signal() throws {
    let network = try SampleNetwork()
    let site = try network.id(.site, "riverside")
    try network.log(Array(repeating: "2/100", count: 19) + ["60/100", "61/100"])
    let page = try network.open("cora").storyPage(ofSite: site)
    #expect(marks(page).count { $0 == "Worse" } == 1)
    #expect(page.text.contains { $0.hasPrefix("\(network.today.label) | Worse: Wound infections") })
  }

  @Test("after a review it is counted what came since, and what is new bears a mark")
  func since() throws {
    let network = try SampleNetwork()
    let site = try network.id(.site, "riverside")
    let before = try network.open("cora").page(Target(.site, site))
    #expect(!before.text.contains { $0.hasPrefix("Since your review") })
    _ = try network.open("cora").markReviewed(site)
    let review = try #require(
      try network.open("cora").list(
        ListRequest(type: .note, conditions: [.init(field: "kind", value: "review")])
      ).rows.first)
    _ = try network.open("cora").set(
      review.id, "review.on=\(network.today.adding(days: -10))")
    try network.cycle(
      "Harmful",
      [
        "stage": "do", "site": .string(site), "actualStart": network.day(-2),
        "harm": ["what": "A burn", "when": network.day(-1)],
      ])
    let page = try network.open("cora").page(Target(.site, site))
    let day = network.today.adding(days: -10).label
    #expect(page.text.contains { $0.hasPrefix("Since your review on \(day): ") })
    #expect(page.text.contains { $0.contains("new reason") && $0.contains("harm 1") })
    #expect(page.text.contains { $0.contains("Harm: A burn") && $0.hasSuffix("new") })
    #expect(page.text.contains { $0.contains("does not replace the incident system") })
    // Nobody else's review is told.
    #expect(
      !(try network.steward.page(Target(.site, site))).text
        .contains { $0.hasPrefix("Since your review") })
  }
}
