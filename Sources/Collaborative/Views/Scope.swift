import DocumentStore
import Improvement

/// Which sites a section is about while nobody has narrowed or widened it.
///
/// Of a large network a person sees their own sites first; whoever has none sees a few. Everything
/// else is found by its name, and shown to whoever asks for everything.
struct Scope: Sendable, Equatable {
  /// Nil where the section is about all sites.
  var siteIDs: [DocumentID]?
  /// What is said of it above the rows.
  var words: String?
}

extension Collaboration {
  /// Of how many sites everything is shown.
  private static let mostSites = 60
  /// How many sites are shown to somebody who has none.
  private static let fewSites = 20

  /// The scope of sections for whoever asks.
  ///
  /// - Complexity: O(sites) the first time, then O(1) until something changes.
  func scope() throws(CollaborationError) -> Scope {
    try known(\.scope) { () throws(CollaborationError) in
      let sites = try documents(.site)
      guard sites.count > Self.mostSites else { return Scope() }
      let own = try ownSiteIDs()
      let shown =
        own.isEmpty
        ? sites.map { Site($0.tree) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
          .prefix(Self.fewSites).map(\.id)
        : own
      let which = own.isEmpty ? "The first \(shown.count)" : "Your \(shown.count)"
      return Scope(
        siteIDs: shown,
        words: "\(which) of \(sites.count) sites; f shows all")
    }
  }

  /// Whether a network has more sites than anybody looks at one by one.
  func isLarge() throws(CollaborationError) -> Bool {
    let sites = try attempt { () throws(StoreError) in
      try store.count(ofType: DocumentType.site.rawValue)
    }
    return sites > Self.mostSites
  }

  /// What is said above a section's rows of where they come from; nil where they are all there are.
  public func scopeWords(narrowedTo filter: RowFilter.Kind?) throws(CollaborationError) -> String? {
    switch filter {
    case nil, .stage, .measureKind, .gaps, .odd: try scope().words
    default: nil
    }
  }

  /// What is said above a portfolio of a large network; nil where all sites are shown.
  public func portfolioScopeWords(
    _ query: PortfolioQuery
  ) throws(CollaborationError) -> String? {
    guard principal.role == .steward, !query.narrowsBySite,
      let count = try scope().siteIDs?.count
    else { return nil }
    return "\(count) of \(try documents(.site).count) sites; / and f find others"
  }

  /// The sites that somebody belongs to or looks after.
  private func ownSiteIDs() throws(CollaborationError) -> [DocumentID] {
    guard let memberID = principal.memberID else { return principal.siteIDs }
    let coached = try documents(.site, mentioning: [memberID]).map { Site($0.tree) }
      .filter { $0.coachIds.contains(memberID) }.map(\.id)
    var seen: Set<DocumentID> = []
    return (principal.siteIDs + coached).filter { seen.insert($0).inserted }
  }

  /// The projects that a section is about.
  func projects(narrowedTo filter: RowFilter.Kind?) throws(CollaborationError) -> [Project] {
    switch filter {
    case .everything: break
    case .mine: return try ownProjects()
    case .site(let id): return try projects(at: id)
    case .project(let id): return try projects(mentioning: [id])
    default:
      guard let sites = try scope().siteIDs else { break }
      let shown = Set(sites)
      var found = try projects(mentioning: sites).filter { project in
        project.siteIds.contains { shown.contains($0) }
      }
      let ids = Set(found.map(\.id))
      found += try ownProjects().filter { !ids.contains($0.id) }
      return found
    }
    return try documents(.project).map { Project($0.tree) }
  }

  /// The cycles that a section is about; a filter may let fewer of them through.
  func cycles(narrowedTo filter: RowFilter.Kind?) throws(CollaborationError) -> [Cycle] {
    switch filter {
    case .everything: break
    case .project(let id): return try cycles(mentioning: [id])
    case .site(let id): return try cycles(mentioning: projects(at: id).map(\.id) + [id])
    case .mine: return try ownCycles()
    case .ownCycles: return try cycles(mentioning: [principal.memberID].compactMap(\.self))
    default:
      guard let sites = try scope().siteIDs else { break }
      let (shown, projects) = (Set(sites), try projects(narrowedTo: nil))
      let byID = Dictionary(projects.map { ($0.id, $0) }, uniquingKeysWith: { old, _ in old })
      return try cycles(mentioning: sites + projects.map(\.id)).filter { cycle in
        let project = cycle.project.flatMap { byID[$0] }
        return cycle.site.map(shown.contains) ?? (project != nil) || isMine(cycle, project)
      }
    }
    return try documents(.cycle).map { Cycle($0.tree) }
  }
}
