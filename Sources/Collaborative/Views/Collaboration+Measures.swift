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
  /// Of the caption, why the limits are where they are.
  public var limitWords: [String]
  public var age: DataAge
  /// A phase that could begin, if a person decides so.
  public var phaseOffer: PhaseOffer?
  public var points: [SeriesPoint] { chart.points }
}

extension Collaboration {
  /// The charts of the series that a section is about, what matters to patients first.
  ///
  /// - Complexity: O(series × points + cycles) of these sites the first time, then O(series) until
  ///   something changes.
  public func tiles(words: String = "", narrowedTo filter: RowFilter.Kind? = nil)
    throws(CollaborationError) -> [MeasureTile]
  {
    try tiles(narrowedTo: filter).admitted(by: filter, words)
  }

  /// The same, and among them the measures that wait for their first number.
  public func measureRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [MeasureTile] {
    let tiles = try tiles(narrowedTo: filter)
    let awaited = try awaitedTiles(beside: tiles, narrowedTo: filter)
    return (awaited.isEmpty ? tiles : (tiles + awaited).sortedForReading())
      .admitted(by: filter, words)
  }

  /// The charts of one site, what matters to patients first.
  func tiles(at site: DocumentID) throws(CollaborationError) -> [MeasureTile] {
    try known(\.siteTiles, of: site) { () throws(CollaborationError) in
      let (measures, series) = (try measures(), try documents(.series, at: site))
      let work = try work(at: site, following: series.map { Series($0.tree).measure })
      var name = site
      if case .known(_, let title) = naming(of: site) { name = title }
      return series.compactMap { tile($0, measures, work, at: name) }.sortedForReading()
    }
  }

  private func tiles(narrowedTo filter: RowFilter.Kind?) throws(CollaborationError) -> [MeasureTile]
  {
    let shown = filter == .everything ? nil : try scope().siteIDs
    guard let shown else {
      return try known(\.tiles) { () throws(CollaborationError) in
        let work = WorkBySite(
          cycles: try documents(.cycle).map {
            DatedCycle(cycle: Cycle($0.tree), revision: $0.revision)
          },
          projects: try documents(.project).map { Project($0.tree) })
        return try tiles(of: documents(.series), work)
      }
    }
    var found: [MeasureTile] = []
    for site in shown { found += try tiles(at: site) }
    return found.sortedForReading()
  }

  /// The charts of one measure at all sites.
  func tiles(following measure: DocumentID) throws(CollaborationError) -> [MeasureTile] {
    let projects = try projects(mentioning: [measure]).filter { $0.measureIds.contains(measure) }
    let work = WorkBySite(
      cycles: try documents(.cycle, mentioning: projects.map(\.id)).map {
        DatedCycle(cycle: Cycle($0.tree), revision: $0.revision)
      }, projects: projects)
    let series = try documents(.series, mentioning: [measure])
      .filter { Series($0.tree).measure == measure }
    return try tiles(of: series, work)
  }

  private func tiles(
    of series: [StoredDocument], _ work: WorkBySite
  ) throws(CollaborationError) -> [MeasureTile] {
    let measures = try measures()
    return series.compactMap { document in
      let site = Series(document.tree).site
      var title = site
      if case .known(_, let name) = naming(of: site) { title = name }
      return tile(document, measures, work, at: title)
    }.sortedForReading()
  }

  /// The cycles that belong on a site's charts.
  private func work(
    at site: DocumentID, following measures: [DocumentID]
  ) throws(CollaborationError) -> WorkBySite {
    let followed = Set(measures)
    let projects = (try projects(at: site) + projectsOfNetwork())
      .filter { !followed.isDisjoint(with: $0.measureIds) }.sorted { $0.id < $1.id }
    let ids = Set(projects.map(\.id))
    let cycles = try documents(.cycle, mentioning: ids)
      .map { DatedCycle(cycle: Cycle($0.tree), revision: $0.revision) }
      .filter { $0.cycle.project.map(ids.contains) ?? false }
    return WorkBySite(cycles: cycles, projects: projects)
  }

  func measures() throws(CollaborationError) -> [DocumentID: StoredDocument] {
    try known(\.measures) { () throws(CollaborationError) in
      Dictionary(try documents(.measure).map { ($0.id, $0) }, uniquingKeysWith: { old, _ in old })
    }
  }

  /// Nothing where the measure is not to be found.
  private func tile(
    _ document: StoredDocument, _ measures: [DocumentID: StoredDocument], _ work: WorkBySite,
    at site: String
  ) -> MeasureTile? {
    let series = Series(document.tree)
    guard let measure = measures[series.measure] else { return nil }
    let definition = Measure(measure.tree)
    let work = work.cycles(at: series.site, following: measure.id)
    var chart: SeriesChart
    if let quarters = publicQuarters(of: series, definition) {
      // A copy of months that say nothing stays the same while the quarters change.
      chart = SeriesChart(
        quarters.series, of: quarters.measure, at: site, cycles: work.map(\.cycle))
    } else {
      let key = Findings.ChartKey(
        series: document.revision, measure: measure.revision, cycles: work.map(\.revision))
      chart = findings.chart(document.id, key) {
        SeriesChart(series, of: definition, at: site, cycles: work.map(\.cycle))
      }
    }
    chart.siteName = site
    return MeasureTile(
      seriesID: document.id, siteID: series.site, measure: chart.measureName, site: site,
      chart: chart)
  }

  /// One series' chart in full, with the cycles that were going on.
  public func seriesDetail(_ id: DocumentID) throws(CollaborationError) -> SeriesDetail {
    let document = try document(id)
    let (site, measureID) = (Series(document.tree).site, Series(document.tree).measure)
    guard let tile = try tiles(at: site).first(where: { $0.seriesID == id }) else {
      // The measure is not there or not to be read; whichever it is, it is said.
      _ = try self.document(measureID)
      throw .noSuchDocument(text: measureID, type: .measure, suggestions: [])
    }
    let reportingDay = (try? self.document(site)).flatMap { Site($0.tree).reportingDay }
    var chart = tile.chart
    chart.mark(try adoptions(at: site, watchedBy: chart.measure))
    let age = DataAge(
      chart.points, chart.measure.frequency, reportingDay: reportingDay, today: clock.today)
    let offer = chart.phaseOffer
    return SeriesDetail(
      measure: tile.measure, site: tile.site, chart: chart, finding: chart.finding,
      caption: caption(chart, offer, age), limitWords: limitWords(chart), age: age,
      phaseOffer: offer)
  }

  /// What a site took from the commons that a measure there is to show something of.
  private func adoptions(
    at site: DocumentID, watchedBy measure: Measure
  ) throws(CollaborationError) -> [(adoption: Adoption, title: String)] {
    try documents(.adoption, at: site).compactMap { document in
      let adoption = Adoption(document.tree)
      guard adoption.implementedOn != nil,
        AdoptionJudgement.watches(measure, adoption, in: project(adoption.project))
      else { return nil }
      return (adoption, shownName(of: adoption.resource))
    }
  }

  private func caption(_ chart: SeriesChart, _ offer: PhaseOffer?, _ age: DataAge) -> [String] {
    var caption = [chart.finding]
    if let offer { caption.append(offer.headline) }
    caption += limitWords(chart)
    if let drawn = chart.chart {
      caption += drawn.cautionWords(chart.words, verdict: chart.verdict)
    }
    if age.isOverdue { caption.append("Newest number: \(age.words).") }
    return caption
  }

  private func limitWords(_ chart: SeriesChart) -> [String] {
    chart.limitWords { id in
      guard case .known(_, let title) = naming(of: id) else { return nil }
      return title
    }
  }
}

extension [MeasureTile] {
  fileprivate func admitted(by filter: RowFilter.Kind?, _ words: String) -> [MeasureTile] {
    let wanted = Words(words)
    return self.filter { tile in
      (filter?.admits(tile) ?? true) && wanted.match([tile.measure, tile.site])
    }
  }

  /// What matters to patients first, then by measure and site.
  func sortedForReading() -> [MeasureTile] {
    map { (rank: $0.chart.measure.kind.rank, tile: $0) }.sorted { left, right in
      (left.rank, left.tile.measure, left.tile.site, left.tile.seriesID)
        < (right.rank, right.tile.measure, right.tile.site, right.tile.seriesID)
    }.map(\.tile)
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
