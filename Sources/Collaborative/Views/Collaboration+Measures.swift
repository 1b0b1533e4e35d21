import ControlCharts
import DocumentStore
import Improvement
import Insights

/// A chart with all that is shown beside it in full screen.
public struct SeriesDetail: Sendable {
  public var measure: String
  public var site: String
  public var chart: SeriesChart
  public var finding: String
  /// The caption: the finding, what is marked, what to be careful about.
  public var caption: [String]
  public var age: DataAge
  public var points: [SeriesPoint] { chart.points }
}

extension Collaboration {
  /// The charts of all series that may be read, the site's own name and the work around each.
  ///
  /// - Complexity: O(series × points + cycles).
  public func tiles(words: String = "", narrowedTo filter: RowFilter.Kind? = nil)
    throws(CollaborationError) -> [MeasureTile]
  {
    let measures = Dictionary(
      try documents(.measure).map { ($0.id, Measure($0.tree)) }, uniquingKeysWith: { old, _ in old })
    let sites = try siteNames()
    let work = try WorkBySite(cycles: cycles(), projects: projects())
    let wanted = Words(words)
    var tiles: [MeasureTile] = []
    for document in try documents(.series) {
      let series = Series(document.tree)
      guard let measure = measures[series.measure] else { continue }
      let site = sites[series.site] ?? series.site
      guard wanted.match([measure.name, site]), filter?.admits(series, measure) ?? true else {
        continue
      }
      tiles.append(tile(series, measure, site, work))
    }
    return tiles.sorted { left, right in
      (left.chart.measure.kind.rank, left.measure, left.site)
        < (right.chart.measure.kind.rank, right.measure, right.site)
    }
  }

  private func tile(
    _ series: Series, _ measure: Measure, _ site: String, _ work: WorkBySite
  ) -> MeasureTile {
    MeasureTile(
      seriesID: series.id, measure: measure.name, site: site,
      chart: SeriesChart(
        series, of: measure, at: site,
        cycles: work.cycles(at: series.site, following: measure.id)))
  }

  /// One series' chart in full, with the cycles that were going on.
  public func seriesDetail(_ id: DocumentID) throws(CollaborationError) -> SeriesDetail {
    let series = Series(try document(id).tree)
    let measure = Measure(try document(series.measure).tree)
    let site = Site(try document(series.site).tree)
    let work = try WorkBySite(cycles: cycles(), projects: projects())
    let chart = SeriesChart(
      series, of: measure, at: site.name,
      cycles: work.cycles(at: site.id, following: measure.id))
    let age = DataAge(
      chart.points, measure.frequency, reportingDay: site.reportingDay, today: clock.today)
    return SeriesDetail(
      measure: measure.name, site: site.name, chart: chart, finding: chart.finding,
      caption: Self.caption(chart, age, series), age: age)
  }

  private static func caption(
    _ chart: SeriesChart, _ age: DataAge, _ series: Series
  ) -> [String] {
    var caption = [chart.finding]
    for phase in series.phases {
      guard let starts = phase.starts else { continue }
      caption.append("Since \(starts.label): \(phase.reason).")
    }
    if let cautions = chart.chart?.cautions { caption += cautions.map(\.words) }
    if age.isOverdue { caption.append("Newest number: \(age.words).") }
    return caption
  }

  func cycles() throws(CollaborationError) -> [Cycle] {
    try documents(.cycle).map { Cycle($0.tree) }
  }

  func projects() throws(CollaborationError) -> [Project] {
    try documents(.project).map { Project($0.tree) }
  }

  func siteNames() throws(CollaborationError) -> [DocumentID: String] {
    Dictionary(
      try documents(.site).map { ($0.id, Site($0.tree).name) }, uniquingKeysWith: { old, _ in old })
  }
}

/// Which cycles belong on which chart: those of projects that follow the measure at the site.
struct WorkBySite {
  private var byMeasure: [DocumentID: [Project]] = [:]
  private var byProject: [DocumentID: [Cycle]] = [:]

  init(cycles: [Cycle], projects: [Project]) {
    for project in projects {
      for measure in project.measureIds { byMeasure[measure, default: []].append(project) }
    }
    for cycle in cycles {
      if let project = cycle.project { byProject[project, default: []].append(cycle) }
    }
  }

  func cycles(at site: DocumentID, following measure: DocumentID) -> [Cycle] {
    (byMeasure[measure] ?? []).filter { $0.siteIds.isEmpty || $0.siteIds.contains(site) }
      .flatMap { byProject[$0.id] ?? [] }
      .filter { $0.site == nil || $0.site == site }
  }
}

extension MeasureKind {
  /// What matters to patients stands first.
  var rank: Int {
    switch self {
    case .outcome: 0
    case .process: 1
    case .balancing: 2
    case .structure: 3
    }
  }
}
