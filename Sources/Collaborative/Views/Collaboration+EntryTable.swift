import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// Whose numbers someone enters: their own sites', else those of the site they look at.
  private func entrySites(lookingAt site: DocumentID?) -> [DocumentID] {
    let own = principal.siteIDs
    guard principal.role.looksAfterTeams || own.isEmpty else {
      return site.map { own.contains($0) ? [$0] + own.filter { $0 != site } : own } ?? own
    }
    return site.map { [$0] } ?? own
  }

  /// The measures of the sites someone enters numbers for, as rows: those with numbers, and those
  /// that a project there wants and nobody has entered one for.
  ///
  /// Single events have no period to be entered for and are left out.
  ///
  /// - Parameters:
  ///   - site: the one they look at, which comes first among their own.
  ///   - measure: one to begin there, whether or not a project wants it.
  /// - Complexity: O(points at the sites).
  public func entryTable(
    lookingAt site: DocumentID? = nil, beginning measure: DocumentID? = nil
  ) throws(CollaborationError) -> EntryTable {
    let sites = entrySites(lookingAt: site)
    var rows: [EntryRow] = []
    var places: [String] = []
    for id in sites {
      guard case .known(.site, let place) = naming(of: id) else { continue }
      let own = try rowsToEnter(at: id, place, beginning: id == site ? measure : nil)
      if !own.isEmpty { places.append(place) }
      rows += own
    }
    return EntryTable(
      rows: rows, sites: sites, places: places, today: clock.today,
      draft: draft(name: EntryTable.draftName(of: sites)) ?? [:])
  }

  private func rowsToEnter(
    at site: DocumentID, _ place: String, beginning measure: DocumentID?
  ) throws(CollaborationError) -> [EntryRow] {
    var rows = try tiles(at: site).map { tile -> EntryRow in
      let series = (try? document(tile.seriesID)).map { Series($0.tree) }
      return EntryRow(
        seriesID: tile.seriesID, siteID: site, site: place, name: tile.measure,
        measure: tile.chart.measure, numbers: numbers(of: series?.points ?? []),
        first: series?.points.lazy.compactMap(\.period).first)
    }
    let known = Set(rows.map(\.measure.id))
    let wanted =
      try projects(at: site).filter { $0.status == .active }.flatMap(\.measureIds)
      + [measure].compactMap(\.self)
    var added: Set<DocumentID> = []
    for id in wanted where !known.contains(id) && added.insert(id).inserted {
      guard case .known(.measure, _) = naming(of: id) else { continue }
      let measure = Measure(try document(id).tree)
      rows.append(
        EntryRow(
          seriesID: Series.id(site: site, measure: id), siteID: site, site: place,
          name: measure.name, measure: measure, numbers: [:], first: nil))
    }
    return rows.filter {
      $0.measure.frequency != .event && !$0.measure.dataKind.isSingleEvent
    }.sorted { left, right in
      (left.measure.kind.rank, left.name, left.seriesID)
        < (right.measure.kind.rank, right.name, right.seriesID)
    }
  }

  private func numbers(of points: [SeriesPoint]) -> [Period: EnteredNumber] {
    var numbers: [Period: EnteredNumber] = [:]
    for point in points {
      guard let period = point.period, point.sequence == 0 else { continue }
      numbers[period] = EnteredNumber(
        text: ObservationText.edit(point),
        note: point.status == .missing ? "" : point.note ?? "",
        by: point.enteredBy.map(shownName),
        day: point.enteredAt.flatMap { CalendarDate($0.prefix(10)) })
    }
    return numbers
  }
}
