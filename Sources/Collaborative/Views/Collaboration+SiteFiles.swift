import DocumentStore
import Improvement
import Insights

/// The documents of a site, as attention is judged by them.
extension Collaboration {
  func siteFile(_ site: Site) throws(CollaborationError) -> SiteFile {
    try known(\.siteFiles, of: site.id) { () throws(CollaborationError) in try makeSiteFile(site) }
  }

  private func makeSiteFile(_ site: Site) throws(CollaborationError) -> SiteFile {
    let projects = try projects(at: site.id)
    let known = Dictionary(projects.map { ($0.id, $0) }, uniquingKeysWith: { old, _ in old })
    let cycles = try cycles(mentioning: projects.map(\.id) + [site.id]).filter { cycle in
      cycle.takesPlace(at: site.id, cycle.project.flatMap { known[$0] })
    }
    let places = Dictionary(grouping: cycles) { $0.project ?? "" }
    let network = try documents(.network).first.map { Network($0.tree) }
    let notes = try notes(at: site, projects, cycles)
    let charts = try tiles(at: site.id).map(\.chart)
    let folder = "sites/\(site.id)/"
    return SiteFile(
      site: site, projects: projects, cycles: projects.flatMap { places[$0.id] ?? [] },
      notes: notes.filter { $0.kind != .review }, charts: charts, seasons: network?.seasons ?? [],
      absentIDs: absentIDs(on: projects.filter { $0.status == .active }),
      damaged: store.damaged.count { $0.place.hasPrefix(folder) },
      review: ownReview(of: site.id, among: notes))
  }

  /// The notes that are about a site or about something there, each with the answers to it.
  private func notes(
    at site: Site, _ projects: [Project], _ cycles: [Cycle]
  ) throws(CollaborationError) -> [Note] {
    var ids = Set([site.id] + projects.map(\.id) + cycles.map(\.id))
    ids.formUnion(try documents(.series, at: site.id).map(\.id))
    for type in [DocumentType.adoption, .resource, .need, .offer] {
      for document in try documents(type, mentioning: [site.id])
      where document.tree["site"]?.string == site.id {
        ids.insert(document.id)
      }
    }
    return try notes(about: ids)
  }
}
