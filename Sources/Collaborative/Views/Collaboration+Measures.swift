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
  /// The charts of all series that may be read, what matters to patients first.
  ///
  /// - Complexity: O(series × points + cycles) the first time, then O(series) until something
  ///   changes.
  public func tiles(words: String = "", narrowedTo filter: RowFilter.Kind? = nil)
    throws(CollaborationError) -> [MeasureTile]
  {
    let all = try known(\.tiles) { () throws(CollaborationError) in try makeTiles() }
    let wanted = Words(words)
    return all.filter { tile in
      (filter?.admits(tile) ?? true) && wanted.match([tile.measure, tile.site])
    }
  }

  /// A series' chart with its site's name; nil where its measure is not to be found.
  func tile(_ id: DocumentID) throws(CollaborationError) -> MeasureTile? {
    try tiles().first { $0.seriesID == id }
  }

  private func makeTiles() throws(CollaborationError) -> [MeasureTile] {
    let measures = Dictionary(
      try documents(.measure).map { ($0.id, $0) }, uniquingKeysWith: { old, _ in old })
    let overview = try overview()
    let before = findings.charts
    var charts: [DocumentID: Findings.KnownChart] = [:]
    var tiles: [MeasureTile] = []
    for document in try documents(.series) {
      let series = Series(document.tree)
      guard let measure = measures[series.measure] else { continue }
      let work = overview.work.cycles(at: series.site, following: measure.id)
      let key = Findings.ChartKey(
        series: document.revision, measure: measure.revision, cycles: work.map(\.revision))
      let site = overview.siteNames[series.site] ?? series.site
      var chart: SeriesChart
      if let known = before[document.id], known.key == key {
        chart = known.chart
      } else {
        chart = SeriesChart(
          series, of: Measure(measure.tree), at: site, cycles: work.map(\.cycle))
      }
      chart.siteName = site
      charts[document.id] = Findings.KnownChart(key: key, chart: chart)
      tiles.append(
        MeasureTile(
          seriesID: document.id, siteID: series.site, measure: chart.measureName, site: site,
          chart: chart))
    }
    findings.charts = charts
    return tiles.map { (rank: $0.chart.measure.kind.rank, tile: $0) }.sorted { left, right in
      (left.rank, left.tile.measure, left.tile.site, left.tile.seriesID)
        < (right.rank, right.tile.measure, right.tile.site, right.tile.seriesID)
    }.map(\.tile)
  }

  /// One series' chart in full, with the cycles that were going on.
  public func seriesDetail(_ id: DocumentID) throws(CollaborationError) -> SeriesDetail {
    let document = try document(id)
    guard let tile = try tile(id) else {
      // The measure is not there or not to be read; whichever it is, it is said.
      let measureID = Series(document.tree).measure
      _ = try self.document(measureID)
      throw .noSuchDocument(text: measureID, type: .measure, suggestions: [])
    }
    let site = (try? self.document(tile.siteID)).map { Site($0.tree) }
    let chart = tile.chart
    let age = DataAge(
      chart.points, chart.measure.frequency, reportingDay: site?.reportingDay, today: clock.today)
    return SeriesDetail(
      measure: tile.measure, site: tile.site, chart: chart, finding: chart.finding,
      caption: Self.caption(chart, age), age: age)
  }

  private static func caption(_ chart: SeriesChart, _ age: DataAge) -> [String] {
    var caption = [chart.finding] + chart.limitWords
    if let cautions = chart.chart?.cautions { caption += cautions.map(\.words) }
    if age.isOverdue { caption.append("Newest number: \(age.words).") }
    return caption
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
