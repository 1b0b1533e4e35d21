import DocumentStore
import Improvement
import Insights

/// The documents of a site, as attention is judged by them.
extension Collaboration {
  func siteFile(_ site: Site) throws(CollaborationError) -> SiteFile {
    let overview = try overview()
    let projects = overview.projectsBySite[site.id] ?? []
    let notes = try known(\.siteNotes) { () throws(CollaborationError) in try makeSiteNotes() }
    return SiteFile(
      site: site, projects: projects,
      cycles: projects.flatMap { project in
        (overview.cyclesByProject[project.id] ?? []).filter { $0.takesPlace(at: site.id, project) }
      },
      notes: notes[site.id] ?? [], charts: try tiles(at: site.id).map(\.chart),
      seasons: overview.seasons)
  }

  /// The notes by the sites that they are about, each with the answers to it.
  private func makeSiteNotes() throws(CollaborationError) -> [DocumentID: [Note]] {
    let overview = try overview()
    var sites: [DocumentID: [DocumentID]] = [:]
    for type in [DocumentType.adoption, .resource, .need, .offer] {
      for document in try documents(type) {
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
    var seen: [DocumentID: Set<DocumentID>] = [:]
    for note in overview.notes {
      guard let target = note.targetId else { continue }
      let ofSeries = target.firstIndex(of: ".").map { [String(target[..<$0])] }
      for site in sites[target] ?? ofSeries ?? [] {
        for note in [note] + (answers[note.id] ?? [])
        where seen[site, default: []].insert(note.id).inserted {
          found[site, default: []].append(note)
        }
      }
    }
    return found
  }
}
