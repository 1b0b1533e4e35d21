import Improvement

/// A cycle's place on a chart: a tick for a test, a line for a change that was implemented.
///
/// A one-patient test cannot move a hospital's rate, so a test never gets a line.
public struct WorkMark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case test, implementation }

  /// The point in whose period it began, counted from 0.
  public var point: Int
  public var kind: Kind
  /// The change's name, for an implementation, or the size of the test.
  public var text: String
  public var cycleID: String

  /// The marks of all cycles that began within the points' time, in order.
  ///
  /// - Complexity: O(cycles × log points).
  public static func all(of cycles: [Cycle], on points: [SeriesPoint]) -> [WorkMark] {
    let periods = points.map(\.period)
    return cycles.compactMap { mark(of: $0, on: periods) }
      .sorted { ($0.point, $0.cycleID) < ($1.point, $1.cycleID) }
  }

  private static func mark(of cycle: Cycle, on periods: [Period?]) -> WorkMark? {
    guard let day = cycle.actualStart ?? cycle.plannedStart,
      let first = periods.compactMap(\.self).first, day >= first.firstDay,
      let point = periods.lastIndex(where: { $0.map { $0.firstDay <= day } ?? false }),
      let last = periods[point], day <= last.advanced(by: 1).lastDay
    else { return nil }
    let isImplementation = cycle.purpose == .implement || cycle.purpose == .spread
    let size = cycle.scale.size.map(String.init) ?? ""
    return WorkMark(
      point: point, kind: isImplementation ? .implementation : .test,
      text: isImplementation ? cycle.title : size, cycleID: cycle.id)
  }
}
