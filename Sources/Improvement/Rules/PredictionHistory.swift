/// What a team's predictions came to over time. For learning: no team stands beside another.
public struct PredictionHistory: Sendable {
  public var total = PredictionRecord()
  /// Quarter by quarter, the oldest first; those in which nothing was compared are left out.
  public var quarters: [(period: Period, record: PredictionRecord)] = []
  /// Every surprise, the latest first.
  public var surprises: [PredictionRecord.Surprise] = []

  /// - Parameter today: the day of cycles that have none of their own.
  public init(of cycles: [Cycle], today: CalendarDate) {
    let dated = cycles.map { cycle in
      (day: cycle.actualEnd ?? cycle.plannedEnd ?? cycle.actualStart ?? today, cycle: cycle)
    }.sorted { ($0.day, $0.cycle.id) < ($1.day, $1.cycle.id) }
    for (day, cycle) in dated {
      let record = PredictionRecord(of: cycle)
      total += record
      surprises += record.surprises
      guard record.judged > 0 else { continue }
      let quarter = Period(.quarter, containing: day)
      if quarters.last?.period == quarter {
        quarters[quarters.count - 1].record += record
      } else {
        quarters.append((quarter, record))
      }
    }
    surprises.reverse()
  }
}
