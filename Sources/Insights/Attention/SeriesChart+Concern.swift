import ControlCharts

extension SeriesChart {
  /// Where the unfavourable stretch began that the newest final point is part of; nil where that
  /// point is no concern.
  ///
  /// A signal that goes on keeps its beginning, one after a recovery has another.
  var startOfConcern: String? {
    guard let chart, let verdict, verdict.variation == .concern else { return nil }
    var start: String?
    for point in chart.points.reversed() {
      if point.isMissing || point.isExcluded || point.isProvisional { continue }
      let type = PointType(verdict.labels[point.index], chart.options.improvement)
      guard type == .concern else { break }
      start = point.x
    }
    return start
  }
}
