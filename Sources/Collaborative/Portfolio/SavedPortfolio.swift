import JSONTree

/// A way to look at a portfolio that somebody keeps under a name, for themselves.
public struct SavedPortfolio: Hashable, Sendable {
  public var name: String
  public var query: PortfolioQuery
  public var grouping: PortfolioQuery.Grouping?

  public init(
    name: String, query: PortfolioQuery = PortfolioQuery(),
    grouping: PortfolioQuery.Grouping? = nil
  ) {
    self.name = name
    self.query = query
    self.grouping = grouping
  }
}

extension SavedPortfolio: KeptByName {
  static let stateName = "portfolios"

  init?(_ tree: JSON) {
    guard let name = tree["name"]?.string, !name.isEmpty else { return nil }
    var facets: [SiteFacet: Set<String>] = [:]
    for facet in SiteFacet.allCases {
      facets[facet] = Set(tree["facets"]?[facet.rawValue]?.strings ?? [])
    }
    self.init(
      name: name,
      query: PortfolioQuery(
        words: tree["words"]?.string ?? "", facets: facets, measure: tree["measure"]?.string),
      grouping: tree["grouping"]?.string.flatMap(PortfolioQuery.Grouping.init(rawValue:)))
  }

  var tree: JSON {
    var tree: JSON = ["name": .string(name), "words": .string(query.words)]
    var chosen: JSON = [:]
    for (facet, values) in query.facets { chosen[facet.rawValue] = JSON(strings: values.sorted()) }
    tree["facets"] = chosen
    tree["measure"] = query.measure.map { .string($0) }
    tree["grouping"] = grouping.map { .string($0.rawValue) }
    return tree
  }
}

extension Collaboration {
  /// In the order of their names.
  public func savedPortfolios() throws(CollaborationError) -> [SavedPortfolio] { try kept() }

  /// Keeps one, in the place of one of the same name.
  public func keep(_ portfolio: SavedPortfolio) throws(CollaborationError) {
    try keepByName(portfolio)
  }

  public func forgetPortfolio(named name: String) throws(CollaborationError) {
    try forget(SavedPortfolio.self, named: name)
  }
}
