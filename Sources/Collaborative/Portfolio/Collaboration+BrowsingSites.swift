import DocumentStore
import Improvement
import Insights

/// Finding, narrowing and putting together the sites that somebody looks after.
extension Collaboration {
  /// The most sites that one answer holds.
  private static let mostSites = 200

  /// The sites that fit a query, those that need somebody most first.
  ///
  /// - Parameter coach: whose sites; nil for those of whoever asks.
  public func portfolioRows(
    _ query: PortfolioQuery, ofCoach coach: DocumentID? = nil
  ) throws(CollaborationError) -> PortfolioRows {
    let all = try portfolioSites(ofCoach: coach)
    let fitting = try rows(query, among: all, isOfCoach: coach != nil)
    return PortfolioRows(
      Array(fitting.prefix(Self.mostSites)), total: fitting.count, all: all.count,
      chosen: chosenWords(query), measure: query.measure.map { name(of: $0) })
  }

  /// The same sites put together by region, cohort or kind.
  public func siteGroups(
    _ query: PortfolioQuery, by grouping: PortfolioQuery.Grouping,
    ofCoach coach: DocumentID? = nil
  ) throws(CollaborationError) -> [SiteGroup] {
    let found = try rows(
      query, among: portfolioSites(ofCoach: coach), isOfCoach: coach != nil, takesAll: true)
    return SiteGroup.all(of: found, by: grouping) { label($0, of: grouping.facet) }
  }

  /// The values of each facet with how many sites fit the rest of a query, the most frequent first.
  public func siteFacets(
    _ query: PortfolioQuery
  ) throws(CollaborationError) -> [SiteFacet: [FacetCount]] {
    let sites = try portfolioSites(ofCoach: nil)
    var open = query
    open.facets = [:]
    let rows = try rows(open, among: sites)
    let wanted = Words(query.words)
    var result: [SiteFacet: [FacetCount]] = [:]
    for facet in SiteFacet.allCases {
      var counts: [String: Int] = [:]
      // What a site's own document says is counted for all of them, the rest for those in sight.
      let values =
        facet.isOfSite
        ? sites.filter { wanted.match(searchTexts(of: $0)) }.map(\.facets) : rows.map(\.facets)
      for values in values where query.admits(values, besides: facet) {
        for value in values[facet] ?? [] { counts[value, default: 0] += 1 }
      }
      for value in query.facets[facet] ?? [] where counts[value] == nil { counts[value] = 0 }
      result[facet] = counts.map { value, count in
        FacetCount(
          value: value, label: label(value, of: facet), count: count,
          isChosen: query.facets[facet]?.contains(value) ?? false)
      }.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
    }
    return result
  }

  /// The measures that the sites of whoever asks report, what matters to patients first.
  public func portfolioMeasures() throws(CollaborationError) -> [PortfolioMeasure] {
    var found: [DocumentID: PortfolioMeasure] = [:]
    for row in try rows(PortfolioQuery(), among: portfolioSites(ofCoach: nil)) {
      let measures = try tiles(at: row.id).map(\.chart.measure)
      for measure in Dictionary(measures.map { ($0.id, $0) }, uniquingKeysWith: { old, _ in old })
        .values
      {
        found[
          measure.id,
          default: PortfolioMeasure(id: measure.id, name: measure.name, kind: measure.kind)
        ].sites += 1
      }
    }
    return found.values.sorted {
      ($0.kind.rank, $1.sites, $0.name, $0.id) < ($1.kind.rank, $0.sites, $1.name, $1.id)
    }
  }

  /// The value of a facet that somebody names as people say it: a label in any case, a coach by
  /// their login; what names nothing stands for itself, and no site has it.
  public func siteFacetValue(
    _ text: String, of facet: SiteFacet
  ) throws(CollaborationError) -> String {
    let values = try siteFacets(PortfolioQuery())[facet] ?? []
    if values.contains(where: { $0.value == text }) { return text }
    let wanted = SearchText(text)
    if let value = values.first(where: { SearchText($0.label) == wanted }) { return value.value }
    // What no site has just now can be asked for all the same.
    let known = facet.knownValues.first { SearchText(label($0, of: facet)) == wanted }
    if let known { return known }
    guard facet == .coach else { return text }
    return try resolve(text, type: .member)
  }

  // MARK: Rows

  private func portfolioSites(
    ofCoach coach: DocumentID?
  ) throws(CollaborationError) -> [Site] {
    if let coach { return try sites(ofCoach: coach) }
    return try known(\.portfolioSites) { () throws(CollaborationError) in
      switch principal.role {
      case .steward, .visitor: try documents(.site).map { Site($0.tree) }
      case .coach, .lead, .participant: try sitesLookedAfter()
      }
    }
  }

  /// - Parameter takesAll: whether everything is meant also where a large network's sections begin
  ///   with a part of it.
  private func rows(
    _ query: PortfolioQuery, among sites: [Site], isOfCoach: Bool = false, takesAll: Bool = false
  ) throws(CollaborationError) -> [SiteRow] {
    let wanted = Words(query.words)
    var shown = sites.filter { query.admits($0.facets) && wanted.match(searchTexts(of: $0)) }
    if !isOfCoach, !takesAll, !query.narrowsBySite,
      principal.role == .steward || principal.isVisitor,
      let scope = try scope().siteIDs.map(Set.init)
    {
      shown = shown.filter { scope.contains($0.id) }
    }
    return try rows(of: shown).map { row throws(CollaborationError) in
      try showing(query.measure, in: row)
    }.filter { query.admits($0.facets) }
  }

  /// A row with the chart of a measure instead of the site's first outcome.
  private func showing(
    _ measure: DocumentID?, in row: SiteRow
  ) throws(CollaborationError) -> SiteRow {
    guard let measure else { return row }
    var row = row
    row.tile = try tiles(at: row.id).first {
      $0.chart.measure.id == measure && $0.chart.stratum == nil
    }
    row.facets[.finding] = [row.tile?.chart.variationWord ?? "no data"]
    return row
  }

  private func label(_ value: String, of facet: SiteFacet) -> String {
    facet.label(of: value) { name(of: $0) }
  }

  private func chosenWords(_ query: PortfolioQuery) -> [String] {
    SiteFacet.allCases.compactMap { facet in
      guard let values = query.facets[facet], !values.isEmpty else { return nil }
      let said = values.map { label($0, of: facet) }.sorted().joined(separator: " or ")
      return "\(facet.label.lowercased()): \(said)"
    }
  }
}

/// A measure with the number of sites of a portfolio that report it.
public struct PortfolioMeasure: Hashable, Sendable {
  public var id: String
  public var name: String
  public var kind: MeasureKind
  public var sites = 0
}
