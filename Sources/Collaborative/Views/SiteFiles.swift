import DocumentStore
import Improvement
import Insights

/// The documents of every site, gathered in one pass over each kind.
struct SiteFiles: Sendable {
  var all: [SiteFile]

  /// - Complexity: O(documents).
  init(_ collaboration: Collaboration) throws(CollaborationError) {
    let overview = try collaboration.overview()
    let charts = Dictionary(grouping: try collaboration.tiles(), by: \.siteID)
    let notes = try Self.notes(overview, collaboration)
    let seasons = try collaboration.documents(.network).first.map { Network($0.tree).seasons }
    var projects: [DocumentID: [Project]] = [:]
    for project in overview.projects {
      for site in Set(project.siteIds) { projects[site, default: []].append(project) }
    }
    all = overview.sites.map { site in
      let own = projects[site.id] ?? []
      return SiteFile(
        site: site, projects: own,
        cycles: own.flatMap { project in
          (overview.cyclesByProject[project.id] ?? []).filter {
            $0.takesPlace(at: site.id, project)
          }
        },
        notes: notes[site.id] ?? [], charts: (charts[site.id] ?? []).map(\.chart),
        seasons: seasons ?? [])
    }
  }

  /// The notes by the sites that they are about, each with the answers to it.
  private static func notes(
    _ overview: Overview, _ collaboration: Collaboration
  ) throws(CollaborationError) -> [DocumentID: [Note]] {
    var sites: [DocumentID: [DocumentID]] = [:]
    for type in [DocumentType.adoption, .resource, .need, .offer] {
      for document in try collaboration.documents(type) {
        if let site = document.tree["site"]?.string { sites[document.id] = [site] }
      }
    }
    for project in overview.projects { sites[project.id] = project.siteIds }
    for cycle in overview.cycles {
      let project = cycle.project.flatMap { overview.projectsByID[$0] }
      sites[cycle.id] = cycle.site.map { [$0] } ?? project?.siteIds ?? []
    }
    for site in overview.sites { sites[site.id] = [site.id] }
    let answers = Dictionary(grouping: overview.notes.filter { $0.replyTo != nil }) {
      $0.replyTo ?? ""
    }
    var found: [DocumentID: [Note]] = [:]
    for note in overview.notes {
      guard let target = note.targetId else { continue }
      let ofSeries = target.firstIndex(of: ".").map { [String(target[..<$0])] }
      for site in Set(sites[target] ?? ofSeries ?? []) {
        found[site, default: []].append(note)
        // Answers about the same document come by themselves.
        found[site, default: []] += (answers[note.id] ?? []).filter { $0.targetId != target }
      }
    }
    return found
  }
}

extension Collaboration {
  func siteFiles() throws(CollaborationError) -> [SiteFile] {
    try known(\.siteFiles) { () throws(CollaborationError) in try SiteFiles(self) }.all
  }
}
