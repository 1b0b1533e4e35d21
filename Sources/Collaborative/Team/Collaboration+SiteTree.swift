import DocumentStore
import Improvement

/// A site in the tree of sites within sites, with what it adds up to.
public struct SiteTreeRow: Sendable {
  public var id: String
  public var name: String
  public var kind: String
  public var depth: Int
  public var sum: SiteRollUp
  /// Who answers for it, by itself or through a site that it lies within; nil where nobody does.
  public var owner: String?
  /// Whether the site itself names its owner.
  public var namesOwner: Bool
  /// What is odd about it, such as the site it is part of being gone.
  public var remark: String
  public var isOdd: Bool
  public var target: Target { Target(.site, id) }
}

/// Who answers for a site.
struct SiteOwner {
  var member: DocumentID
  /// The site that names them; nil where it is the site itself.
  var through: DocumentID?
}

extension Collaboration {
  /// Sites within sites, each with what it and all within it add up to.
  ///
  /// Of a large network the trees that hold one's own sites; whatever is shown is counted in full.
  public func siteTreeRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [SiteTreeRow] {
    let tree = try siteTree()
    let wanted = Set(try teamSites(narrowedTo: filter).map(\.id))
    let tops = tree.entries.filter { $0.depth == 0 }
      .filter { top in tree.ids(within: top.id).contains(where: wanted.contains) }
    let shown = Set(tops.flatMap { tree.ids(within: $0.id) })
    let sites = Dictionary(
      try documents(.site).filter { shown.contains($0.id) }.map { ($0.id, Site($0.tree)) },
      uniquingKeysWith: { first, _ in first })
    let ledger = try ledger(of: Array(sites.values))
    let texts = Words(words)
    return tree.entries.compactMap { entry in
      guard let site = sites[entry.id] else { return nil }
      let row = row(site, entry, tree, ledger.rollUp(tree.ids(within: site.id)))
      return texts.match([row.name, row.kind, row.owner ?? "", row.remark, site.region ?? ""])
        ? row : nil
    }
  }

  private func row(
    _ site: Site, _ entry: SiteTree.Entry, _ tree: SiteTree, _ sum: SiteRollUp
  ) -> SiteTreeRow {
    let owner = owner(of: site, in: tree)
    let absence = owner.flatMap { person($0.member).absence }
    let hasLeft = site.left.map { $0 <= clock.today } ?? false
    let remarks = [
      hasLeft ? site.left.map { "left \($0.label)" } ?? "" : "",
      entry.oddity.map(oddityWords) ?? "",
    ]
    return SiteTreeRow(
      id: site.id, name: site.name, kind: site.kind.label, depth: entry.depth, sum: sum,
      owner: owner.map { owner in
        [person(owner.member).name, absence?.words ?? ""].filter { !$0.isEmpty }
          .joined(separator: ", ")
      }, namesOwner: owner != nil && owner?.through == nil,
      remark: remarks.filter { !$0.isEmpty }.joined(separator: ", "),
      isOdd: entry.oddity != nil || absence != nil)
  }

  /// Who answers for a site: whom it names itself, else whom the nearest site above it names.
  func owner(of site: Site, in tree: SiteTree) -> SiteOwner? {
    if let own = site.accountableOwner { return SiteOwner(member: own) }
    for id in tree.ids(above: site.id) {
      guard let above = try? document(id) else { continue }
      if let owner = Site(above.tree).accountableOwner {
        return SiteOwner(member: owner, through: id)
      }
    }
    return nil
  }

  /// What is odd about where a site stands, in a few words.
  func oddityWords(_ oddity: SiteTree.Oddity) -> String {
    switch oddity {
    case .parentMissing(let parent):
      naming(of: parent) == .hidden
        ? "part of a site not shared with you" : "part of a site that is gone"
    case .circular(let way):
      "part of itself by way of \(way.dropFirst().dropLast().map(name).joined(separator: ", "))"
    }
  }
}
