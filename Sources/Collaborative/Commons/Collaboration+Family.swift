import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// The most resources that one family page looks at.
  private static let largestFamily = 400

  /// One side of a resource as a page.
  public func page(
    _ aspect: ResourceAspect, ofResource id: DocumentID
  ) throws(CollaborationError) -> Page {
    let resource = Resource(try document(id).tree)
    return switch aspect {
    case .family: try familyPage(resource)
    case .package: try packagePage(resource)
    }
  }

  /// A resource with all that it was made from and all that was made from it, as far as this person
  /// may read it.
  ///
  /// Only what is linked is read, a generation at a time; links that lead in a circle end it.
  func family(of resource: Resource) throws(CollaborationError) -> [Resource] {
    var found = [resource.id: resource]
    var open = resource.derivedFrom.map(\.resource)
    while let id = open.popLast(), found.count < Self.largestFamily {
      guard found[id] == nil, case .known(.resource, _) = naming(of: id) else { continue }
      let parent = Resource(try document(id).tree)
      found[id] = parent
      open += parent.derivedFrom.map(\.resource)
    }
    var generation: Set<DocumentID> = [resource.id]
    while !generation.isEmpty, found.count < Self.largestFamily {
      let children = try documents(.resource, mentioning: generation).map { Resource($0.tree) }
        .filter { child in
          found[child.id] == nil
            && child.derivedFrom.contains { generation.contains($0.resource) }
        }
      for child in children { found[child.id] = child }
      generation = Set(children.map(\.id))
    }
    return found.values.sorted { $0.id < $1.id }
  }

  /// How many sites tried each of some resources.
  func sitesThatTried(
    _ ids: some Sequence<DocumentID>
  ) throws(CollaborationError) -> [DocumentID: Int] {
    let wanted = Set(ids)
    let fields = ["resource", "stage", "history"]
    var sites: [DocumentID: Set<DocumentID>] = [:]
    let tried = try survey(.adoption, mentioning: wanted, fields: fields) { tree in
      let adoption = Adoption(tree)
      return adoption.isTry ? (resource: adoption.resource, site: adoption.site) : nil
    }
    for (resource, site) in tried where wanted.contains(resource) {
      sites[resource, default: []].insert(site)
    }
    return sites.mapValues(\.count)
  }

  private func familyPage(_ resource: Resource) throws(CollaborationError) -> Page {
    let family = try family(of: resource)
    let lines = try treeLines(family, of: resource)
    let count = family.count - 1
    return Page(
      Target(.resource, resource.id), title: "Family: \(resource.title)",
      subtitle: count == 0
        ? "nothing it was made from, and nothing made from it"
        : "\(count) \(count == 1 ? "relative" : "relatives"), what each was made from above it",
      groups: [
        PageGroup(
          "", count == 0 ? [.paragraph("A on the resource makes your own version of it.")] : lines)
      ])
  }

  /// The family as lines of a tree.
  func treeLines(
    _ family: [Resource], of own: Resource
  ) throws(CollaborationError) -> [PageLine] {
    let tried = try sitesThatTried(family.map(\.id))
    let known = Dictionary(family.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let tree = FamilyTree(
      of: own.id,
      among: family.map {
        FamilyTree.Node(
          id: $0.id, title: $0.title, parents: $0.derivedFrom.map(\.resource))
      })
    var lines = tree.rows.compactMap { row -> PageLine? in
      guard let member = known[row.id] else { return nil }
      return .branch(
        lead: row.lead, follow: row.follow,
        text: member.title + (row.id == own.id ? " (this one)" : ""),
        note: Self.familyNote(member, tried[row.id] ?? 0, row.mark),
        tone: row.id == own.id ? .strong : .plain,
        target: row.id == own.id ? nil : Target(.resource, row.id))
    }
    if tree.leftOut > 0 || family.count >= Self.largestFamily {
      lines.append(
        .paragraph(
          "The family is larger than fits here: open a relative and press L.", tone: .quiet))
    }
    return lines
  }

  private static func familyNote(
    _ resource: Resource, _ sites: Int, _ mark: FamilyTree.Row.Mark
  ) -> String {
    switch mark {
    case .leadsBack: return "leads back: it is one of those it was made from; take a link away"
    case .shownAbove: return "see above"
    case .none: break
    }
    let tried =
      sites == 0 ? "not tried yet" : sites == 1 ? "tried at 1 site" : "tried at \(sites) sites"
    let changes = resource.derivedFrom.compactMap(\.whatChanged)
    return ([tried, resource.evidence.label.lowercased()] + changes.map { "changed: \($0)" })
      .joined(separator: " · ")
  }
}
