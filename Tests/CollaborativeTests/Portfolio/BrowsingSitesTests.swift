import Collaborative
import Improvement
import Insights
import JSONTree
import Testing

@Suite("Narrowing a portfolio and putting its sites together") struct BrowsingSitesTests {
  /// Four sites of one coach: two regions, two cohorts, one without either, scores beside them.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    let steward = network.steward
    for (code, region, cohort) in [
      ("riverside", "North", "2025"), ("hillview", "South", "2025"), ("harbour", "North", "2026"),
      ("elm", "", ""),
    ] {
      if code == "harbour" || code == "elm" {
        _ = try steward.add(
          .site, "name=\(code) clinic", "code=\(code)", "kind=clinic", "coachIds=cora")
      }
      let site = try network.id(.site, code)
      if !region.isEmpty { _ = try steward.set(site, "region=\(region)", "cohort=\(cohort)") }
      guard code != "elm" else { continue }
      let name = code == "riverside" ? "Warm patients" : "Project of \(code)"
      if code != "riverside" {
        _ = try steward.add(.project, "name=\(name)", "sites=\(code)", "problem=P")
      }
      _ = try steward.set(try network.id(.project, name), "status=active")
    }
    return network
  }

  private func score(_ network: SampleNetwork, _ project: String, _ team: String, _ coach: String)
    throws
  {
    let id = try network.id(.project, project)
    _ = try network.steward.score(id, ProgressEntry(score: team))
    _ = try network.open("cora").score(id, ProgressEntry(score: coach))
  }

  private func names(_ rows: PortfolioRows) -> Set<String> { Set(rows.map(\.name)) }

  @Test("values of one facet are alternatives, facets must all fit, and so must all words")
  func narrowing() throws {
    let network = try network()
    let cora = try network.open("cora")
    #expect(try cora.portfolioRows(PortfolioQuery()).count == 4)
    let north = try cora.portfolioRows(PortfolioQuery(facets: [.region: ["North"]]))
    #expect(names(north) == ["riverside hospital", "harbour clinic"])
    #expect(north.total == 2 && north.all == 4)
    #expect(north.chosen == ["region: North"])
    let both = PortfolioQuery(facets: [.region: ["North", "South"], .kind: ["hospital"]])
    #expect(names(try cora.portfolioRows(both)) == ["riverside hospital", "hillview hospital"])
    #expect(
      names(try cora.portfolioRows(PortfolioQuery(words: "north clin"))) == ["harbour clinic"])
    let unsaid = try cora.portfolioRows(PortfolioQuery(facets: [.cohort: [""]]))
    #expect(names(unsaid) == ["elm clinic"])
  }

  @Test("reasons, findings and overdue numbers narrow as well, and what is new since the review")
  func foundFacets() throws {
    let network = try network()
    let site = try network.id(.site, "riverside")
    _ = try network.open("cora").markReviewed(site)
    try network.cycle(
      "Blanket", ["stage": "do", "harm": ["what": "A burn", "when": network.day(-1)]])
    try network.log(Array(repeating: "2/100", count: 12), monthsAgo: 6)
    let cora = try network.open("cora")
    for value in ["harm", "new"] {
      let rows = try cora.portfolioRows(PortfolioQuery(facets: [.reason: [value]]))
      #expect(names(rows) == ["riverside hospital"], "\(value)")
    }
    let late = try cora.portfolioRows(PortfolioQuery(facets: [.data: ["overdue"]]))
    #expect(names(late) == ["riverside hospital"])
    let nothing = try cora.portfolioRows(PortfolioQuery(facets: [.reason: ["nothing"]]))
    #expect(names(nothing) == ["elm clinic"])
  }

  @Test("a facet counts the sites that fit the rest; a label or a login names a value")
  func counts() throws {
    let network = try network()
    let cora = try network.open("cora")
    let counts = try cora.siteFacets(PortfolioQuery(facets: [.region: ["North"]]))
    #expect(counts[.region]?.map(\.label) == ["North", "South", "not said"])
    #expect(counts[.region]?.map(\.count) == [2, 1, 1])
    #expect(counts[.region]?.map(\.isChosen) == [true, false, false])
    #expect(counts[.cohort]?.map(\.count) == [1, 1])
    #expect(try cora.siteFacetValue("CLINIC", of: .kind) == "clinic")
    #expect(try cora.siteFacetValue("no activity", of: .reason) == "noCycleActivity")
    #expect(try cora.siteFacetValue("cora", of: .coach) == (try network.id(.member, "cora")))
  }

  @Test("groups count, and of ordinal scores tell how many have come so far, never an average")
  func groups() throws {
    let network = try network()
    try score(network, "Warm patients", "4", "3.5")
    try score(network, "Project of harbour", "3", "3.5")
    let groups = try network.open("cora").siteGroups(PortfolioQuery(), by: .region)
    #expect(groups.map(\.label) == ["North", "South", "not said"])
    let north = try #require(groups.first)
    #expect(north.sites == 2 && north.inNeed == 2)
    #expect(north.team == SiteGroup.Standing(far: 1, scored: 2))
    #expect(north.coach == SiteGroup.Standing(far: 2, scored: 2))
    #expect(north.reasons.first { $0.kind == .roleGap }?.sites == 2)
    #expect(groups.last?.inNeed == 0 && groups.last?.team.scored == 0)
    #expect(north.json["teamScore"]?["sites"] == 1 && north.json["teamScore"]?["of"] == 2)
    let clinics = try network.open("cora").siteGroups(
      PortfolioQuery(facets: [.kind: ["clinic"]]), by: .cohort)
    #expect(clinics.map(\.label) == ["2026", "not said"])
  }

  @Test("the chosen measure stands at every site that reports it, and blank at the others")
  func measure() throws {
    let network = try network()
    try network.log(["2/100", "3/100"])
    try network.log(["12"], measure: "waiting-time")
    let cora = try network.open("cora")
    let measures = try cora.portfolioMeasures()
    #expect(measures.map(\.name) == ["Wound infections", "Waiting time"])
    #expect(measures.map(\.sites) == [1, 1])
    let waiting = try network.id(.measure, "waiting-time")
    let rows = try cora.portfolioRows(PortfolioQuery(measure: waiting))
    #expect(rows.measure == "Waiting time")
    #expect(
      rows.first { $0.name == "riverside hospital" }?.tile?.chart.measure.name == "Waiting time")
    #expect(rows.first { $0.name == "hillview hospital" }?.tile == nil)
  }

  @Test("a filter is kept under a name for whoever keeps it, and for nobody else")
  func saved() throws {
    let network = try network()
    let kept = SavedPortfolio(
      name: "North by cohort",
      query: PortfolioQuery(words: "a", facets: [.region: ["North"]], measure: "m"),
      grouping: .cohort)
    try network.open("cora").keep(kept)
    #expect(try network.open("cora").savedPortfolios() == [kept])
    #expect(try network.open("cora").savedSearches().isEmpty)
    #expect(try network.open("stella").savedPortfolios().isEmpty)
    let visitor = try network.open("nobody")
    #expect(refusal { try visitor.keep(kept) }?.code == 5)
    try network.open("cora").forgetPortfolio(named: kept.name)
    #expect(try network.open("cora").savedPortfolios().isEmpty)
  }

  @Test("a site that is gone is left out, and a coach without any has no rows and no groups")
  func gone() throws {
    let network = try network()
    _ = try network.steward.remove(try network.id(.site, "elm"))
    #expect(try network.open("cora").portfolioRows(PortfolioQuery()).count == 3)
    for site in ["riverside", "hillview", "harbour"] {
      _ = try network.steward.set(try network.id(.site, site), "coachIds=")
    }
    let cora = try network.open("cora")
    #expect(try cora.portfolioRows(PortfolioQuery()).isEmpty)
    #expect(try cora.siteGroups(PortfolioQuery(), by: .kind).isEmpty)
    #expect(try cora.portfolioMeasures().isEmpty)
  }
}
