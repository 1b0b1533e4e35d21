import DocumentStore
import Improvement
import JSONTree

/// Takes the rows of a table one by one and works out what importing them means.
///
/// Memory grows with the numbers that are kept, of which there may be `limit`; not with the table.
public struct ImportPlanner {
  public static let limit = 500_000

  let collaboration: Collaboration
  let request: ImportRequest
  let measure: Measure
  private var plan: ImportPlan
  private var sites: ImportSites
  private var points: [DocumentID: [Period: [PlannedPoint]]] = [:]
  private var count = 0

  struct PlannedPoint {
    var row: Int
    var observation: Observation
  }

  init(_ request: ImportRequest, for collaboration: Collaboration) throws(CollaborationError) {
    let principal = collaboration.principal
    if principal.isVisitor { throw .notPermitted(.visitor(login: principal.login)) }
    if Rights.reach(.add, .series, principal.role) == .nowhere {
      throw .notPermitted(.role(principal.role, type: .series))
    }
    if request.makesSites, Rights.reach(.add, .site, principal.role) == .nowhere {
      throw .notPermitted(.role(principal.role, type: .site))
    }
    let id = try collaboration.resolve(request.measure, type: .measure)
    measure = try Measure(collaboration.document(id).tree)
    switch request.columns.number {
    case .value where measure.dataKind.hasDenominator,
      .ratio where !measure.dataKind.hasDenominator:
      throw .columnsDoNotFit(measure: measure.name, measure.dataKind)
    default: break
    }
    self.collaboration = collaboration
    self.request = request
    plan = ImportPlan(measure: measure.name, source: request.source)
    sites = try ImportSites(request, collaboration)
  }

  /// Whether there is no sense in reading on.
  public var isFull: Bool { count > Self.limit || plan.hasStoppedEarly }

  public mutating func add(_ row: ImportRow) {
    plan.rows += 1
    do throws(ImportProblem) {
      guard let observation = try observation(row) else {
        plan.rowsWithoutNumber += 1
        return
      }
      let period = try period(row)
      guard let site = try sites.site(named: row.site, row: row.row) else { return }
      try keep(observation, period, site, row)
    } catch {
      plan.note(error)
    }
  }

  /// Remembers that the table is broken from here on.
  public mutating func noteUnreadable(_ words: String, row: Int) {
    plan.note(ImportProblem(row: row, column: nil, reason: .unreadable(words)))
  }

  private mutating func keep(
    _ observation: Observation, _ period: Period, _ site: ImportSites.Site, _ row: ImportRow
  ) throws(ImportProblem) {
    let planned = PlannedPoint(row: row.row, observation: observation)
    let before = points[site.id]?[period]?.first
    if let before, measure.frequency != .event {
      throw ImportProblem(
        row: row.row, column: request.columns.period,
        reason: .duplicatePeriod(period, site: site.code, firstRow: before.row))
    }
    count += 1
    if count > Self.limit {
      throw ImportProblem(row: row.row, column: nil, reason: .tooMany(limit: Self.limit))
    }
    points[site.id, default: [:]][period, default: []].append(planned)
  }

  private func observation(_ row: ImportRow) throws(ImportProblem) -> Observation? {
    let text: String
    switch row.number {
    case .value(let value):
      if value.isEmpty { return nil }
      text = value
    case .ratio(let numerator, let denominator):
      if numerator.isEmpty, denominator.isEmpty { return nil }
      for (part, column) in zip([numerator, denominator], ratioColumns) {
        try checkNumber(part, row.row, column)
      }
      text = "\(numerator)/\(denominator)"
    }
    do throws(ObservationError) {
      return try ObservationText.parse(text, of: measure.dataKind)
    } catch {
      throw ImportProblem(
        row: row.row, column: request.columns.number.first, reason: .notANumber(error))
    }
  }

  private var ratioColumns: [ImportColumn] {
    switch request.columns.number {
    case .value(let column): [column]
    case .ratio(let numerator, let denominator): [numerator, denominator]
    }
  }

  /// Each cell of a ratio is a number of its own, so that the problem names the right column.
  private func checkNumber(
    _ text: String, _ row: Int, _ column: ImportColumn
  ) throws(ImportProblem) {
    if JSONNumber(typed: text) != nil { return }
    let isComma = text.contains(",") && JSONNumber(typed: text.replacing(",", with: ".")) != nil
    throw ImportProblem(
      row: row, column: column,
      reason: .notANumber(isComma ? .decimalComma(text) : .notANumber(text)))
  }

  private func period(_ row: ImportRow) throws(ImportProblem) -> Period {
    if row.period.isEmpty {
      throw ImportProblem(row: row.row, column: request.columns.period, reason: .noPeriod)
    }
    let unit = measure.frequency.unit
    let text = row.period.uppercased()
    if let period = Period(text) {
      if period.unit == unit { return period }
      if period.unit == .day { return Period(unit, containing: period.firstDay) }
    } else if text.utf8.count > 10, let day = CalendarDate(text.prefix(10)),
      text.dropFirst(10).hasPrefix("T") || text.dropFirst(10).hasPrefix(" ")
    {
      return Period(unit, containing: day)
    }
    throw ImportProblem(
      row: row.row, column: request.columns.period,
      reason: .notAPeriod(row.period, unit: unit))
  }

  /// Everything that was read, held against what the store has.
  public consuming func finish() throws(CollaborationError) -> ImportPlan {
    plan.siteCount = points.count
    guard plan.problemCount == 0 else { return plan }
    let used = sites.all.filter { points[$0.id] != nil }.sorted { $0.code < $1.code }
    for site in used {
      if site.isNew {
        let tree = sites.document(for: site, collaboration)
        try collaboration.check(tree, .site)
        plan.operations.append(.add(tree))
        plan.newSites.append(site.code)
      }
      try planSeries(at: site)
    }
    return plan
  }

  private mutating func planSeries(at site: ImportSites.Site) throws(CollaborationError) {
    let id = Series.id(site: site.id, measure: measure.id)
    let base = site.isNew ? nil : try? collaboration.store.document(id)
    let tree = base?.tree ?? collaboration.newSeries(id, measure: measure, siteID: site.id)
    var merge = PointMerge(tree)
    for (period, planned) in points[site.id] ?? [:] {
      for (index, point) in planned.enumerated() {
        merge.put(
          point.observation, period, sequence: index, source: request.source,
          entered: collaboration.entered(for: nil))
      }
    }
    plan.newObservations += merge.added
    plan.changedObservations += merge.changed
    plan.sameObservations += merge.same
    if base == nil { plan.newSeries += 1 }
    guard merge.added + merge.changed > 0 else { return }
    let merged = merge.finished()
    let findings = Validation.findings(in: merged, type: .series)
    if !findings.isEmpty { throw .invalid(.series, findings) }
    plan.operations.append(
      base.map { .replace(id, with: merged, expecting: $0.revision) } ?? .add(merged))
  }
}

extension Collaboration {
  /// Begins to plan an import; give the planner the rows of the table.
  public func planImport(_ request: ImportRequest) throws(CollaborationError) -> ImportPlanner {
    try ImportPlanner(request, for: self)
  }

  /// Does what a plan says, all of it in one transaction or nothing.
  public func apply(_ plan: ImportPlan) throws(CollaborationError) {
    guard plan.problemCount == 0 else { throw .importHasProblems(plan.problemCount) }
    guard !plan.changesNothing else { return }
    try requireSameRights()
    _ = try commit(plan.operations, verb: "import:series", note: plan.done)
  }
}
