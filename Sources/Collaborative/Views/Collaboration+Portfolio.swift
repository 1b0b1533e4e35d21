import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// The sites this person looks after, those that need them most first, each with its reasons.
  ///
  /// A coach sees the sites that name them, a lead their own, a steward all; of a large network a
  /// steward sees those that the other sections begin with.
  public func siteRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [SiteRow] {
    let all = try known(\.siteRows) { () throws(CollaborationError) in try makeSiteRows() }
    let wanted = Words(words)
    return all.filter { wanted.match($0.searchTexts) }
  }

  /// The sites that a coach looks after, as whoever asks may see them.
  ///
  /// - Parameter coach: a member's id; nil means the person who asks.
  public func siteRows(ofCoach coach: DocumentID?) throws(CollaborationError) -> [SiteRow] {
    guard let coach else { return try siteRows() }
    return try rows(of: sites(ofCoach: coach))
  }

  /// The sites that name a coach, or that a coach belongs to.
  func sites(ofCoach coach: DocumentID) throws(CollaborationError) -> [Site] {
    let own = Member(try document(coach).tree).siteIds
    return try documents(.site, mentioning: own + [coach]).map { Site($0.tree) }
      .filter { own.contains($0.id) || $0.coachIds.contains(coach) }
  }

  private func makeSiteRows() throws(CollaborationError) -> [SiteRow] {
    try rows(of: sitesLookedAfter())
  }

  /// Those that need somebody most first.
  ///
  /// - Complexity: O(documents of these sites) the first time, then O(sites log sites).
  func rows(of sites: [Site]) throws(CollaborationError) -> [SiteRow] {
    let unknown = sites.filter { !isKnown(\.siteRowsByID, of: $0.id) }
    _ = inParallel(unknown, threads: 2) { _ = try? siteRow($0) }
    var rows: [SiteRow] = []
    for site in sites { rows.append(try siteRow(site)) }
    return rows.sorted { left, right in
      let first = left.reasons.first?.kind.rank ?? Int.max
      let second = right.reasons.first?.kind.rank ?? Int.max
      return (first, -left.newReasons, -left.reasons.count, left.name, left.id)
        < (second, -right.newReasons, -right.reasons.count, right.name, right.id)
    }
  }

  func siteRow(_ site: Site) throws(CollaborationError) -> SiteRow {
    try known(\.siteRowsByID, of: site.id) { () throws(CollaborationError) in
      row(try siteFile(site))
    }
  }

  func sitesLookedAfter() throws(CollaborationError) -> [Site] {
    switch principal.role {
    case .steward, .visitor:
      guard let shown = try scope().siteIDs.map(Set.init) else {
        return try documents(.site).map { Site($0.tree) }
      }
      return try documents(.site).map { Site($0.tree) }.filter { shown.contains($0.id) }
    case .coach, .lead, .participant: break
    }
    let mine = try documents(
      .site, mentioning: principal.siteIDs + [principal.memberID].compactMap(\.self))
    return mine.map { Site($0.tree) }.filter(looksAfter)
  }

  private func looksAfter(_ site: Site) -> Bool {
    switch principal.role {
    case .coach:
      principal.siteIDs.contains(site.id)
        || principal.memberID.map { site.coachIds.contains($0) } ?? false
    case .lead, .participant: principal.siteIDs.contains(site.id)
    case .steward, .visitor: true
    }
  }

  private func row(_ file: SiteFile) -> SiteRow {
    let today = clock.today
    let reviewed = reviewedReasons(of: file)
    let reasons = reviewed.now
    let outcome = file.charts.first { $0.measure.kind == .outcome } ?? file.charts.first
    let last = file.cycles.compactMap { $0.actualStart ?? $0.plannedStart }
      .filter { $0 <= today }.max()
    let active = file.projects.first { $0.status == .active }
    let scored = file.projects.first { $0.status == .active && $0.isScored }
    let site = file.site
    let age = dataAge(of: file, outcome)
    let isOverdue = (reasons + reviewed.waiting.map(\.reason)).contains { $0.kind == .dataOverdue }
    return SiteRow(
      id: site.id, name: site.name, kind: site.kind.label, region: site.region,
      cohort: site.cohort, reasons: reasons, favourable: Attention.favourable(in: file).count,
      unfavourable: file.charts.count { $0.verdict?.variation == .concern },
      teamScore: scored?.latestScore(.`self`)?.score,
      coachScore: scored?.latestScore(.coach)?.score,
      tile: outcome.map { MeasureTile($0, at: site) },
      dataAge: age?.words ?? "no data", periodsBehind: age?.periodsBehind ?? 0,
      isOverdue: isOverdue, newestPeriod: age?.newest, lastCycle: last?.label ?? "none",
      lastCycleOn: last,
      daysSinceCycle: last.map { today.days(since: $0) },
      openQuestions: reasons.count { $0.kind == .question }, freshReasons: reviewed.new,
      waitingReasons: reviewed.waiting.count, reviewedOn: reviewed.reviewedOn,
      projectToScore: (scored ?? active)?.id,
      facets: facets(of: site, reviewed, outcome, isOverdue: isOverdue),
      searchTexts: searchTexts(of: site))
  }

  private func facets(
    of site: Site, _ reviewed: ReviewedReasons, _ shown: SeriesChart?, isOverdue: Bool
  ) -> [SiteFacet: Set<String>] {
    var facets = site.facets
    var reasons = Set(reviewed.now.map(\.kind.rawValue))
    if reasons.isEmpty { reasons.insert(SiteFacetValue.nothing) }
    if !reviewed.new.isEmpty { reasons.insert(SiteFacetValue.new) }
    facets[.reason] = reasons
    facets[.finding] = [shown?.variationWord ?? "no data"]
    facets[.data] = [isOverdue ? SiteFacetValue.overdue : SiteFacetValue.upToDate]
    return facets
  }

  func searchTexts(of site: Site) -> [String] {
    [
      site.name, site.code, site.region ?? "", site.cohort ?? "", site.kind.label,
      site.parentSite.map(name) ?? "",
    ]
  }

  /// How old the numbers are: those that are most behind, else those of the chart that is shown.
  private func dataAge(of file: SiteFile, _ shown: SeriesChart?) -> DataAge? {
    func age(_ chart: SeriesChart) -> DataAge {
      DataAge(
        chart.points, chart.measure.frequency, reportingDay: file.site.reportingDay,
        today: clock.today)
    }
    let oldest = file.charts.filter { file.isReported($0.measure) }.map(age)
      .max { $0.periodsBehind < $1.periodsBehind }
    if let oldest, oldest.periodsBehind > 0 { return oldest }
    return shown.map(age)
  }
}

extension MeasureTile {
  init(_ chart: SeriesChart, at site: Site) {
    self.init(
      seriesID: chart.seriesID, siteID: site.id, measure: chart.measureName, site: site.name,
      chart: chart)
  }
}
