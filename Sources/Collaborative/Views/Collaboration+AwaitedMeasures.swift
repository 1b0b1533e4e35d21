import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// The measures for which nobody has entered a number yet, each where somebody may enter the first.
  ///
  /// A measure that was just defined is found where its numbers will be: at the sites of the projects
  /// that follow it, and where none does yet at the sites of whoever looks. Only who may enter its
  /// numbers is shown one, since for everybody else they may be there and not to be read.
  ///
  /// - Parameter tiles: those that there are, of the same sites.
  /// - Complexity: O(projects + measures) of these sites.
  func awaitedTiles(
    beside tiles: [MeasureTile], narrowedTo filter: RowFilter.Kind?
  ) throws(CollaborationError) -> [MeasureTile] {
    guard !principal.isVisitor else { return [] }
    let shown = filter == .everything ? nil : try scope().siteIDs.map(Set.init)
    var known = Set(tiles.map { SeriesPlace(site: $0.siteID, measure: $0.chart.measure.id) })
    var places: [SeriesPlace] = []
    for project in try projects(narrowedTo: filter) where project.status == .active {
      for site in project.siteIds where shown?.contains(site) ?? true {
        places += project.measureIds.map { SeriesPlace(site: site, measure: $0) }
      }
    }
    for measure in try unusedMeasures() {
      places += (principal.siteIDs.isEmpty ? [""] : principal.siteIDs).map {
        SeriesPlace(site: $0, measure: measure)
      }
    }
    let measures = try measures()
    return places.compactMap { place in
      guard known.insert(place).inserted, let measure = measures[place.measure] else { return nil }
      return awaited(Measure(measure.tree), at: place)
    }
  }

  /// Whether a series is there, or begins with its first number.
  public func hasBegun(_ seriesID: DocumentID) -> Bool { naming(of: seriesID) != .missing }

  /// The measure and the site of a series, also of one that begins with its first number.
  ///
  /// - Throws: where it is neither there nor to begin.
  public func seriesPlace(_ seriesID: DocumentID) throws(CollaborationError) -> SeriesPlace {
    if !hasBegun(seriesID), let place = SeriesPlace(seriesID: seriesID) { return place }
    let series = Series(try document(seriesID).tree)
    return SeriesPlace(site: series.site, measure: series.measure)
  }

  /// Nothing where somebody else's numbers may be, or where this person may enter none.
  private func awaited(_ measure: Measure, at place: SeriesPlace) -> MeasureTile? {
    let tree = newSeries(place.seriesID, measure: measure, siteID: place.site)
    var name = ""
    if !place.site.isEmpty {
      guard case .known(.site, let title) = naming(of: place.site),
        naming(of: place.seriesID) == .missing,
        principal.reasonNotToWrite(standing(of: tree, type: .series), isNew: true) == nil
      else { return nil }
      name = title
    }
    let chart = SeriesChart(Series(tree), of: measure, at: name)
    return MeasureTile(
      seriesID: place.seriesID, siteID: place.site, measure: measure.name, site: name, chart: chart,
      isAwaited: true)
  }

  /// The measures that no project follows and that no site reports.
  private func unusedMeasures() throws(CollaborationError) -> [DocumentID] {
    try known(\.unusedMeasures) { () throws(CollaborationError) in
      var unused: [DocumentID] = []
      for id in try measures().keys.sorted() where try !isMentioned(id, by: [.series, .project]) {
        unused.append(id)
      }
      return unused
    }
  }

  private func isMentioned(
    _ id: DocumentID, by types: [DocumentType]
  ) throws(CollaborationError) -> Bool {
    try attempt { () throws(StoreError) in
      for type in types where try store.hasDocument(ofType: type.rawValue, mentioning: id) {
        return true
      }
      return false
    }
  }
}
