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
  /// Numbers come in later than work is done, so one that began in the period after the last
  /// point's is marked there.
  ///
  /// - Complexity: O(cycles × log points).
  static func all(of cycles: [Cycle], on timeline: Timeline) -> [WorkMark] {
    cycles.compactMap { mark(of: $0, on: timeline) }
      .sorted { ($0.point, $0.cycleID) < ($1.point, $1.cycleID) }
  }

  private static func mark(of cycle: Cycle, on timeline: Timeline) -> WorkMark? {
    guard let day = cycle.actualStart ?? cycle.plannedStart,
      let point = timeline.lastIndex(upTo: day)
    else { return nil }
    if point == timeline.points.count - 1 {
      guard let last = timeline.periods[point], day <= last.successor.lastDay else { return nil }
    }
    let isImplemented = cycle.isImplementation && cycle.hasBegun
    let size = cycle.scale.size.map(String.init) ?? ""
    return WorkMark(
      point: point, kind: isImplemented ? .implementation : .test,
      text: isImplemented ? cycle.title : size, cycleID: cycle.id)
  }
}

extension Cycle {
  /// Whether it makes a change how things are done, here or in other places.
  var isImplementation: Bool { purpose == .implement || purpose == .spread }

  /// Whether the doing began, by its day or by its stage.
  var hasBegun: Bool { actualStart != nil || stage != .plan }
}
