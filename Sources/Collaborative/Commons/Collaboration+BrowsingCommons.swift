import DocumentStore
import Improvement
import Insights

/// Finding what others share, need and offer.
extension Collaboration {
  /// What fits a query, in its order, as rows.
  public func commonsRows(_ query: CommonsQuery) throws(CollaborationError) -> CommonsRows {
    var found = try withCommons(query.needs) { index in
      let hits = index.search(query) { isMine($0) }
      return CommonsRows(
        hits.ids.compactMap { index[$0]?.row }, total: hits.total, all: index.count,
        sought: hits.sought,
        suggestion: hits.total == 0 ? index.suggestion(for: query.words) : nil)
    }
    found.chosen = chosenWords(query.facets)
    return found
  }

  /// What is chosen of facets, as a person reads it: one text for each.
  func chosenWords(_ facets: [Facet: Set<String>]) -> [String] {
    let labels = FacetLabels(self)
    return Facet.allCases.compactMap { facet in
      guard let values = facets[facet], !values.isEmpty else { return nil }
      return values.map { labels.label($0, facet) }.sorted().joined(separator: " or ")
    }
  }

  /// The values of each facet with how many fit the rest of a query, the most frequent first.
  public func commonsFacets(
    _ query: CommonsQuery
  ) throws(CollaborationError) -> [Facet: [FacetCount]] {
    let counts = try withCommons(query.needs) { index in index.facetCounts(query) { isMine($0) } }
    let labels = FacetLabels(self)
    return Dictionary(
      uniqueKeysWithValues: counts.map { facet, values in
        (
          facet,
          values.map { value, count in
            FacetCount(
              value: value, label: labels.label(value, facet), count: count,
              isChosen: query.facets[facet]?.contains(value) ?? false)
          }
        )
      })
  }

  /// What people share, need and offer, as a section's filter narrows it.
  public func commonsRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> CommonsRows {
    var query = CommonsQuery(words: words)
    switch filter {
    case .resourceKind(let kind): query.facets[.kind] = [kind.rawValue]
    case .needs: query.facets[.kind] = ["need"]
    case .offers: query.facets[.kind] = ["offer"]
    case .site(let id): query.facets[.site] = [id]
    case .mine: query.isMine = true
    default: break
    }
    return try commonsRows(query)
  }

  /// The value of a facet that somebody names as people say it: a label in any case, a site by its
  /// code; what names nothing stands for itself, and nothing has it.
  public func facetValue(
    _ text: String, of facet: Facet
  ) throws(CollaborationError) -> String {
    let values = try commonsFacets(CommonsQuery())[facet] ?? []
    if values.contains(where: { $0.value == text }) { return text }
    let wanted = SearchText(text)
    if let value = values.first(where: { SearchText($0.label) == wanted }) { return value.value }
    guard facet == .site else { return text }
    return try resolve(text, type: .site)
  }

  private func isMine(_ entry: CommonsEntry) -> Bool {
    principal.memberID.map { entry.people.contains($0) } ?? false
      || entry.site.map { principal.siteIDs.contains($0) } ?? false
  }
}

extension CommonsQuery {
  /// What of the index it takes to answer it.
  fileprivate var needs: CommonsNeeds {
    words.allSatisfy(\.isWhitespace) ? .tries : [.tries, .words]
  }
}

/// What a person calls the values of facets.
struct FacetLabels {
  private let collaboration: Collaboration

  init(_ collaboration: Collaboration) { self.collaboration = collaboration }

  func label(_ value: String, _ facet: Facet) -> String {
    switch facet {
    case .kind:
      value == "need"
        ? "Need" : value == "offer" ? "Offer" : ResourceKind(rawValue: value)?.label ?? value
    case .evidence: EvidenceLevel(rawValue: value)?.label ?? value
    case .perspective: Perspective(rawValue: value)?.label ?? value
    case .site: collaboration.name(of: value)
    case .driver, .audience, .context, .language: value
    }
  }
}
