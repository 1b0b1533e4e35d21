import Cells
import ControlCharts

/// How one point is drawn: its shape carries the meaning, its role repeats it in colour.
struct PointMark: Hashable {
  enum Shape: Hashable { case common, beyondLimit, pattern, excluded }

  var shape: Shape
  /// Drawn hollow, because it may still change.
  var isProvisional: Bool
  var role: Role

  func sign(_ glyphs: Glyphs) -> String {
    switch (shape, isProvisional) {
    case (.common, false): glyphs.sign("●", ascii: "o")
    case (.common, true): glyphs.sign("◦", ascii: "c")
    case (.beyondLimit, false): glyphs.sign("◆", ascii: "X")
    case (.beyondLimit, true): glyphs.sign("◇", ascii: "x")
    case (.pattern, false): glyphs.sign("■", ascii: "#")
    case (.pattern, true): glyphs.sign("□", ascii: "%")
    case (.excluded, _): glyphs.sign("○", ascii: ".")
    }
  }

  /// The marks of all points, by the signals that may be told.
  ///
  /// Crossings mark no point: they are a finding about all of them.
  static func all(_ chart: ControlChart, _ verdict: CautiousVerdict?) -> [PointMark] {
    var shapes: [Shape] = Array(repeating: .common, count: chart.points.count)
    var meanings: [Meaning?] = Array(repeating: nil, count: chart.points.count)
    for signal in verdict?.signals ?? chart.signals where signal.rule.pattern != .crossings {
      let isOutside = signal.rule.pattern == .outside
      for index in signal.points where isOutside || shapes[index] != .beyondLimit {
        shapes[index] = isOutside ? .beyondLimit : .pattern
        meanings[index] = signal.meaning
      }
    }
    return chart.points.map { point in
      if point.isExcluded {
        return PointMark(shape: .excluded, isProvisional: false, role: .chartExcluded)
      }
      var shape = shapes[point.index]
      if verdict == nil, point.beyondLimit != nil { shape = .beyondLimit }
      let label = verdict?.labels[point.index] ?? point.label
      let meaning =
        label.direction.map { chart.options.improvement.meaning(of: $0) } ?? meanings[point.index]
      return PointMark(
        shape: shape, isProvisional: point.isProvisional, role: role(meaning))
    }
  }

  private static func role(_ meaning: Meaning?) -> Role {
    switch meaning {
    case nil: .chartPoint
    case .improvement: .chartImprovement
    case .concern: .chartConcern
    case .neutral: .chartNeutral
    }
  }
}
