import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// The sites this person looks after, those that need them most first, each with its reasons.
  ///
  /// A coach sees the sites that name them, a lead their own, a steward all.
  public func siteRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [SiteRow] {
    let wanted = Words(words)
    let files = try SiteFiles(self)
    var rows: [SiteRow] = []
    for file in files.all where isMine(file.site) {
      let parent = file.site.parentSite.flatMap { files.names[$0] } ?? ""
      guard wanted.match([file.site.name, file.site.code, file.site.region ?? "", parent]) else {
        continue
      }
      rows.append(row(file))
    }
    return rows.sorted { left, right in
      let (a, b) = (left.reasons, right.reasons)
      let (first, second) = (a.first?.kind.rawValue ?? 99, b.first?.kind.rawValue ?? 99)
      return (first, -a.count, left.name) < (second, -b.count, right.name)
    }
  }

  private func isMine(_ site: Site) -> Bool {
    switch principal.role {
    case .coach: site.coachIds.contains(principal.memberID ?? "")
    case .lead, .participant: principal.siteIDs.contains(site.id)
    case .steward, .visitor: true
    }
  }

  private func row(_ file: SiteFile) -> SiteRow {
    let today = clock.today
    let outcome = file.charts.first { $0.measure.kind == .outcome } ?? file.charts.first
    let age = outcome.map {
      DataAge(
        $0.points, $0.measure.frequency, reportingDay: file.site.reportingDay, today: today)
    }
    let last = file.cycles.compactMap { $0.actualStart ?? $0.plannedStart }
      .filter { $0 <= today }.max()
    return SiteRow(
      id: file.site.id, name: file.site.name, kind: file.site.kind.label,
      reasons: Attention.reasons(for: file, today: today),
      favourable: Attention.favourable(in: file).count,
      teamScore: file.projects.compactMap { $0.latestScore(.`self`)?.score }.first,
      coachScore: file.projects.compactMap { $0.latestScore(.coach)?.score }.first,
      tile: outcome.map { chart in
        MeasureTile(
          seriesID: chart.seriesID, measure: chart.measure.name, site: file.site.name,
          chart: chart)
      },
      dataAge: age?.words ?? "no data", lastCycle: last?.label ?? "none",
      openQuestions: Attention.reasons(for: file, today: today)
        .filter { $0.kind == .question }.count)
  }
}

/// The documents of every site, gathered in one pass over each kind.
struct SiteFiles {
  var all: [SiteFile]
  var names: [DocumentID: String]

  init(_ collaboration: Collaboration) throws(CollaborationError) {
    let sites = try collaboration.documents(.site).map { Site($0.tree) }
    names = Dictionary(sites.map { ($0.id, $0.name) }, uniquingKeysWith: { old, _ in old })
    let projects = try collaboration.projects()
    let cycles = try collaboration.cycles()
    let charts = Dictionary(grouping: try collaboration.tiles()) {
      String($0.seriesID.prefix { $0 != "." })
    }
    let notes = try collaboration.documents(.note).map { Note($0.tree) }
    let season = try collaboration.documents(.network).first.flatMap {
      Network($0.tree).season(on: collaboration.clock.today)
    }
    var projectsBySite: [DocumentID: [Project]] = [:]
    for project in projects {
      for site in project.siteIds { projectsBySite[site, default: []].append(project) }
    }
    let cyclesByProject = Dictionary(grouping: cycles) { $0.project ?? "" }
    let notesByTarget = Dictionary(grouping: notes) { $0.targetId ?? "" }
    all = sites.map { site in
      let own = projectsBySite[site.id] ?? []
      let ownCycles = own.flatMap { project in
        (cyclesByProject[project.id] ?? []).filter { $0.site == nil || $0.site == site.id }
      }
      let about = [site.id] + own.map(\.id) + ownCycles.map(\.id)
      return SiteFile(
        site: site, projects: own, cycles: ownCycles,
        notes: about.flatMap { notesByTarget[$0] ?? [] },
        charts: (charts[site.id] ?? []).map(\.chart), season: season)
    }
  }
}
