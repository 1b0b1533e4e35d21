import Improvement

/// One time axis for several charts, and where each of their points stands on it.
///
/// Measures of one project are often counted at different rhythms. The axis has the finest of them;
/// a month among weeks stands at its last one, when its number was known. Single events have no
/// rhythm and stand in the period they fall in.
public struct SharedTimeline: Sendable {
  public let periods: [Period]
  /// For each chart the place of each of its points, counted from 0.
  public let places: [[Int]]
  /// Tests and implemented changes of all charts, each once; `point` is a place of the axis.
  public let marks: [WorkMark]

  public var labels: [String] { periods.map(\.label) }

  /// More periods than this are a slip of the pen and not a project.
  private static let longest = 2_000

  /// - Complexity: O(points + marks × charts).
  public init(_ charts: [SeriesChart]) {
    let rhythms = charts.filter { !$0.isOfSingleEvents }.map(\.measure.frequency.unit)
    let unit = rhythms.min { $0.order < $1.order } ?? .month
    let own = charts.map { chart in
      chart.points.map { $0.period.map { Period(unit, containing: $0.lastDay) } }
    }
    let known = own.flatMap { $0.compactMap(\.self) }
    guard let first = known.min(), let last = known.max(), let count = last.steps(since: first),
      count < Self.longest
    else {
      periods = []
      places = charts.map { _ in [] }
      marks = []
      return
    }
    periods = (0...count).map { first.advanced(by: $0) }
    let found = own.map { periods in
      // A point whose period can't be read stands with the one before it.
      periods.reduce(into: [Int]()) { places, period in
        places.append(period?.steps(since: first) ?? places.last ?? 0)
      }
    }
    places = found
    marks = Self.marks(of: charts, at: found)
  }

  /// Every cycle once, from the chart with the most points, because it tells the day best.
  private static func marks(of charts: [SeriesChart], at places: [[Int]]) -> [WorkMark] {
    var seen: Set<String> = []
    var marks: [WorkMark] = []
    let order = charts.indices.sorted { charts[$0].points.count > charts[$1].points.count }
    for index in order {
      for mark in charts[index].annotations where seen.insert(mark.documentID).inserted {
        var placed = mark
        placed.point = places[index][mark.point]
        marks.append(placed)
      }
    }
    return marks.sorted { ($0.point, $0.documentID) < ($1.point, $1.documentID) }
  }
}

extension SeriesChart {
  /// Whether its points are single events, which come when they come.
  public var isOfSingleEvents: Bool {
    measure.frequency == .event || measure.dataKind.isSingleEvent
  }
}

extension Period.Unit {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
