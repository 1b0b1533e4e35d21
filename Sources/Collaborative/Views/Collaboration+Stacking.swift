import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// The charts of a project at one site, or those that go with a series.
  ///
  /// - Complexity: O(points at the site).
  public func stackDetail(_ subject: StackSubject) throws(CollaborationError) -> StackDetail {
    switch subject {
    case .project(let id, let site):
      return try stackDetail(of: Project(try document(id).tree), at: site)
    case .series(let id):
      let series = Series(try document(id).tree)
      let following = try projects(at: series.site)
        .filter { $0.measureIds.contains(series.measure) }
      if let project = following.first(where: { $0.status == .active }) ?? following.first {
        return try stackDetail(of: project, at: series.site)
      }
      let tiles = try tiles(at: series.site)
      return detail(
        title: "All measures", project: nil, site: series.site, sites: [series.site],
        entries: tiles.map { StackDetail.Entry(measure: $0.chart.measure, tile: $0) })
    }
  }

  private func stackDetail(
    of project: Project, at wanted: DocumentID?
  ) throws(CollaborationError) -> StackDetail {
    let own = project.siteIds.filter(principal.siteIDs.contains)
    var sites = own + project.siteIds.filter { !own.contains($0) }
    // The network's own project is measured wherever there are numbers.
    if project.siteIds.isEmpty { sites = try sitesWithNumbers(for: project) }
    let site = wanted.flatMap { sites.contains($0) ? $0 : nil } ?? sites.first
    guard let site else {
      return detail(title: project.name, project: project.id, site: nil, sites: [], entries: [])
    }
    let tiles = try tiles(at: site)
    var entries: [StackDetail.Entry] = []
    for id in project.measureIds {
      let found = tiles.filter { $0.chart.measure.id == id }
      entries += found.map { StackDetail.Entry(measure: $0.chart.measure, tile: $0) }
      guard found.isEmpty, case .known(.measure, _) = naming(of: id) else { continue }
      entries.append(StackDetail.Entry(measure: Measure(try document(id).tree), tile: nil))
    }
    return detail(
      title: project.name, project: project.id, site: site, sites: sites, entries: entries)
  }

  private func sitesWithNumbers(
    for project: Project
  ) throws(CollaborationError) -> [DocumentID] {
    let series = try documents(.series, mentioning: project.measureIds).map { Series($0.tree).site }
    let all = Set(series).sorted { (name(of: $0), $0) < (name(of: $1), $1) }
    return all.filter(principal.siteIDs.contains) + all.filter { !principal.siteIDs.contains($0) }
  }

  private func detail(
    title: String, project: DocumentID?, site: DocumentID?, sites: [DocumentID],
    entries: [StackDetail.Entry]
  ) -> StackDetail {
    let sorted = entries.enumerated().sorted { left, right in
      (left.element.measure.kind.rank, left.offset)
        < (right.element.measure.kind.rank, right.offset)
    }.map(\.element)
    let words: String? =
      sorted.isEmpty
      ? "\(title) has no measures yet. A in Measures defines one; e in Projects adds it to the "
        + "project: an outcome, the process that should move it, and what must not get worse."
      : sorted.allSatisfy { $0.tile == nil }
        ? "Nobody has entered a number for these measures yet. T in Measures enters the first."
        : nil
    return StackDetail(
      title: title, projectID: project, siteID: site, siteName: site.map(name) ?? "",
      entries: sorted, time: SharedTimeline(sorted.compactMap { $0.tile?.chart }),
      siteIDs: sites, emptyWords: words)
  }
}
