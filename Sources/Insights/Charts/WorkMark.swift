import Improvement

/// What was done, in its place on a chart: a tick for a test, a line for a change that was
/// implemented or for something from the commons that was taken into use.
///
/// A one-patient test cannot move a hospital's rate, so a test never gets a line.
public struct WorkMark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case test, implementation, adoption }

  /// The point in whose period it began, counted from 0.
  public var point: Int
  public var kind: Kind
  /// The size of a test, else the name of what was implemented or taken into use.
  public var text: String
  /// The cycle or the adoption.
  public var documentID: String

  /// What it was: `test of 5`, `taken into use: Warmed blankets`.
  public var words: String {
    switch kind {
    case .test: "test of \(text.isEmpty ? "a change" : text)"
    case .implementation: text
    case .adoption: "taken into use: \(text)"
    }
  }

  /// The marks of all cycles that began within the points' time, in order.
  ///
  /// Numbers come in later than work is done, so one that began in the period after the last
  /// point's is marked there.
  ///
  /// - Complexity: O(cycles × log points).
  static func all(of cycles: [Cycle], on timeline: Timeline) -> [WorkMark] {
    cycles.compactMap { mark(of: $0, on: timeline) }
      .sorted { ($0.point, $0.documentID) < ($1.point, $1.documentID) }
  }

  private static func mark(of cycle: Cycle, on timeline: Timeline) -> WorkMark? {
    guard let day = cycle.actualStart ?? cycle.plannedStart,
      let point = timeline.point(marking: day)
    else { return nil }
    let isImplemented = cycle.isImplementation && cycle.hasBegun
    let size = cycle.scale.size.map(String.init) ?? ""
    return WorkMark(
      point: point, kind: isImplemented ? .implementation : .test,
      text: isImplemented ? cycle.title : size, documentID: cycle.id)
  }
}

extension Timeline {
  /// The point that a day is marked at; nil where it is before them all or long after.
  fileprivate func point(marking day: CalendarDate) -> Int? {
    guard let point = lastIndex(upTo: day) else { return nil }
    if point == points.count - 1 {
      guard let last = periods[point], day <= last.successor.lastDay else { return nil }
    }
    return point
  }
}

extension SeriesChart {
  /// Marks what the site took into use, each with what it is called, beside the cycles; where a
  /// cycle's line stands that line tells it already.
  ///
  /// - Complexity: O(points + adoptions × log points).
  public mutating func mark(_ adoptions: [(adoption: Adoption, title: String)]) {
    let timeline = Timeline(points, measure)
    let told = Set(annotations.filter { $0.kind == .implementation }.map(\.point))
    for (adoption, title) in adoptions {
      guard let day = adoption.implementedOn, let point = timeline.point(marking: day),
        !told.contains(point)
      else { continue }
      annotations.append(
        WorkMark(point: point, kind: .adoption, text: title, documentID: adoption.id))
    }
    annotations.sort { ($0.point, $0.documentID) < ($1.point, $1.documentID) }
  }
}

extension Cycle {
  /// Whether it makes a change how things are done, here or in other places.
  var isImplementation: Bool { purpose == .implement || purpose == .spread }

  /// Whether the doing began, by its day or by its stage.
  var hasBegun: Bool { actualStart != nil || stage != .plan }
}
