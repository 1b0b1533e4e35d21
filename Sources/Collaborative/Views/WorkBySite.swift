import DocumentStore
import Improvement

/// A cycle as it stood in a certain revision.
struct DatedCycle: Sendable {
  var cycle: Cycle
  var revision: Revision
}

/// Which cycles belong on which chart: those of projects that follow the measure at the site.
struct WorkBySite: Sendable {
  private struct Followed: Sendable {
    var sites: Set<DocumentID>
    var cycles: [DatedCycle]
  }

  private var byMeasure: [DocumentID: [Followed]] = [:]

  init(cycles: [DatedCycle], projects: [Project]) {
    let byProject = Dictionary(grouping: cycles) { $0.cycle.project ?? "" }
    for project in projects {
      guard let own = byProject[project.id], !own.isEmpty else { continue }
      let followed = Followed(sites: Set(project.siteIds), cycles: own)
      for measure in Set(project.measureIds) { byMeasure[measure, default: []].append(followed) }
    }
  }

  func cycles(at site: DocumentID, following measure: DocumentID) -> [DatedCycle] {
    (byMeasure[measure] ?? []).filter { $0.sites.isEmpty || $0.sites.contains(site) }
      .flatMap(\.cycles).filter { $0.cycle.site.map { $0 == site } ?? true }
  }
}

extension Collaboration {
  /// A few sites by name, more by number; a project without any is the network's own.
  func placeWords(_ sites: [DocumentID]) -> String {
    if sites.isEmpty { return "the network" }
    return sites.count > 2 ? "\(sites.count) sites" : sites.map(name).joined(separator: ", ")
  }
}

extension Principal {
  /// Whether a site is one of theirs.
  func isAt(_ sites: [DocumentID]) -> Bool { sites.contains { siteIDs.contains($0) } }

  /// Whether a project is theirs, by its sites or because they are in its team on a day.
  func isIn(_ project: Project, on day: CalendarDate) -> Bool {
    if isAt(project.siteIds) { return true }
    guard let memberID else { return false }
    return project.roster.contains { $0.member == memberID && $0.isHeld(on: day) }
  }
}
