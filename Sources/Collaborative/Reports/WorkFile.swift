import DocumentStore
import Improvement
import Insights

/// The documents that a report is written from, as far as its reader may see them.
struct WorkFile {
  var projects: [Project]
  /// In the order they were begun.
  var cycles: [Cycle]
  /// About any of these documents, each with the answers to it.
  var notes: [Note]
  /// What matters to patients first.
  var tiles: [MeasureTile]
}

extension Collaboration {
  /// A project's own work.
  func workFile(of project: Project) throws(CollaborationError) -> WorkFile {
    let cycles = try cycles(mentioning: [project.id]).filter { $0.project == project.id }
    let tiles = try chartedTiles(of: project)
    let ids = Set([project.id] + cycles.map(\.id) + tiles.map(\.seriesID))
    return WorkFile(
      projects: [project], cycles: cycles.inOrder, notes: try notes(about: ids), tiles: tiles)
  }

  /// All the work at a site.
  func workFile(of file: SiteFile) -> WorkFile {
    WorkFile(
      projects: file.projects, cycles: file.cycles.inOrder, notes: file.notes,
      tiles: file.charts.map { MeasureTile($0, at: file.site) })
  }

  /// The numbers a project follows: its measures at its sites, or everywhere for one that is the
  /// network's own.
  private func chartedTiles(of project: Project) throws(CollaborationError) -> [MeasureTile] {
    let followed = Set(project.measureIds)
    guard !followed.isEmpty else { return [] }
    var found: [MeasureTile] = []
    if project.siteIds.isEmpty {
      for measure in followed.sorted() { found += try tiles(following: measure) }
      return found.sortedForReading()
    }
    for site in project.siteIds {
      found += try tiles(at: site).filter { followed.contains($0.chart.measure.id) }
    }
    return found.enumerated().sorted { left, right in
      (left.element.chart.measure.kind.rank, left.element.measure, left.offset)
        < (right.element.chart.measure.kind.rank, right.element.measure, right.offset)
    }.map(\.element)
  }
}

extension [Cycle] {
  /// In the order they were begun.
  fileprivate var inOrder: [Cycle] {
    map { (key: $0.begun, cycle: $0) }
      .sorted { ($0.key, $0.cycle.id) < ($1.key, $1.cycle.id) }.map(\.cycle)
  }
}
