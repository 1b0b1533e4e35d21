import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// What people share, need and offer: resources by how often they were tried, then needs, the
  /// most urgent first, and offers that are open.
  public func commonsRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [CommonsRow] {
    let wanted = Words(words)
    let adoptions = Dictionary(grouping: try documents(.adoption).map { Adoption($0.tree) }) {
      $0.resource
    }
    var rows: [CommonsRow] = []
    for document in try documents(.resource) {
      let resource = Resource(document.tree)
      guard admits(resource, filter), wanted.match(resource.searchTexts) else { continue }
      let tried = TriedAt(adoptions[resource.id] ?? [])
      rows.append(
        CommonsRow(
          target: Target(.resource, resource.id), kind: resource.kind.label,
          title: resource.title, summary: resource.plainSummary ?? "",
          evidence: resource.evidence.label, triedAt: tried.sites.count,
          note: resource.derivedFrom.isEmpty ? "" : "adapted"))
    }
    rows.sort { ($1.triedAt, $0.title, $0.target.id) < ($0.triedAt, $1.title, $1.target.id) }
    return try rows + needRows(wanted, filter) + offerRows(wanted, filter)
  }

  private func admits(_ resource: Resource, _ filter: RowFilter.Kind?) -> Bool {
    switch filter {
    case .resourceKind(let kind): resource.kind == kind
    case .needs, .offers: false
    case .site(let id): resource.site == id
    case .mine: isByMe(resource) || resource.site.map { principal.siteIDs.contains($0) } ?? false
    default: true
    }
  }

  /// Whether a need or an offer is let through: one of a kind, of a site or of one's own.
  private func admits(
    _ kind: RowFilter.Kind, by member: DocumentID, at site: DocumentID?, _ filter: RowFilter.Kind?
  ) -> Bool {
    switch filter {
    case nil, .everything: true
    case .site(let id): site == id
    case .mine: member == principal.memberID || site.map { principal.siteIDs.contains($0) } ?? false
    default: filter == kind
    }
  }

  private func needRows(
    _ wanted: Words, _ filter: RowFilter.Kind?
  ) throws(CollaborationError) -> [CommonsRow] {
    try documents(.need).map { Need($0.tree) }
      .filter { need in
        need.state == .open && admits(.needs, by: need.member, at: need.site, filter)
          && wanted.match([need.title, need.detail ?? "", need.category.label, "need"] + need.tags)
      }
      .sorted { left, right in
        let first = (-left.urgency.order, left.neededBy?.daysSince1970 ?? Int.max, left.id)
        return first < (-right.urgency.order, right.neededBy?.daysSince1970 ?? Int.max, right.id)
      }
      .map { need in
        CommonsRow(
          target: Target(.need, need.id), kind: "Need", title: need.title,
          summary: need.detail ?? "", evidence: need.urgency.label, triedAt: 0,
          note: need.neededBy.map { "by \($0.label)" } ?? "")
      }
  }

  private func offerRows(
    _ wanted: Words, _ filter: RowFilter.Kind?
  ) throws(CollaborationError) -> [CommonsRow] {
    try documents(.offer).map { Offer($0.tree) }
      .filter { offer in
        offer.state == .open && admits(.offers, by: offer.member, at: offer.site, filter)
          && wanted.match(
            [offer.title, offer.detail ?? "", offer.category.label, "offer"] + offer.tags)
      }
      .map { offer in
        CommonsRow(
          target: Target(.offer, offer.id), kind: "Offer", title: offer.title,
          summary: offer.detail ?? "", evidence: "", triedAt: 0,
          note: offer.availableTo.map { "until \($0.label)" } ?? "")
      }
  }
}

extension Urgency {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Resource {
  /// Everything a word may be found in.
  var searchTexts: [String] {
    [
      title, plainSummary ?? "", description ?? "", howToStartSmall ?? "", whatToAvoid ?? "",
      kind.label,
    ]
      + steps + drivers + audience + tags
  }
}
