import Improvement

/// A place on a chart from which on the limits are calculated anew, with the decision behind it.
public struct PhaseMark: Hashable, Sendable {
  /// The phase's first point, counted from 0.
  public var point: Int
  public var reason: String
  public var author: String?
  public var decidedOn: CalendarDate?

  /// The phases that people accepted and those that a new definition of the measure begins.
  ///
  /// A period in which the definition changed half-way counts with the old one. What begins with
  /// the first point or before begins nothing; two decisions for one point are one phase.
  static func all(of series: Series, _ measure: Measure, on timeline: Timeline) -> [PhaseMark] {
    var marks: [PhaseMark] = []
    for phase in series.phases {
      guard let starts = phase.starts, let point = timeline.firstIndex(from: starts.firstDay)
      else { continue }
      marks.append(
        PhaseMark(
          point: point, reason: phase.reason, author: phase.author, decidedOn: phase.on))
    }
    for version in measure.definitionVersions {
      guard let from = version.from, let point = timeline.firstIndex(from: from) else { continue }
      let reason = version.reason.map { "new definition: \($0)" } ?? "new definition"
      marks.append(PhaseMark(point: point, reason: reason))
    }
    return Dictionary(grouping: marks.filter { $0.point > 0 }, by: \.point)
      .map { point, marks in
        PhaseMark(
          point: point, reason: marks.map(\.reason).joined(separator: "; "),
          author: marks.compactMap(\.author).first,
          decidedOn: marks.compactMap(\.decidedOn).first)
      }
      .sorted { $0.point < $1.point }
  }
}
