import ControlCharts

extension ChartPlot {
  /// The row of the target in each phase; nil where no row is true for it, or none was set.
  ///
  /// A row is true where it keeps the target's side of the centre line and of both limits at each
  /// point of the phase. One row for all phases comes first, then one for each; where the limits
  /// change from point to point there may be none.
  ///
  /// - Complexity: O(points).
  func targetRows(_ ladder: RowLadder) -> [Int?] {
    guard let target = chart.options.target else { return chart.phases.map { _ in nil } }
    let wanted = ladder.scale.row(of: target, rows: ladder.rows)
    let truthful = chart.phases.map { phase in
      chart.points[phase.range].reduce(0..<ladder.rows) { rows, point in
        let side = point.centre.map { Placement(of: target, against: $0) }
        return rows.clamped(
          to: ladder.truthful(
            rungs(at: point, ladder), side: side, beyond: targetBeyond(point)))
      }
    }
    let common = truthful.reduce(0..<ladder.rows) { $0.clamped(to: $1) }
    return truthful.map { own in
      let rows = common.isEmpty ? own : common
      return rows.isEmpty ? nil : wanted.clamped(rows.lowerBound, rows.upperBound - 1)
    }
  }

  /// Beyond which limit of a point the target lies.
  func targetBeyond(_ point: ChartPoint) -> Direction? {
    guard let target = chart.options.target else { return nil }
    if let upper = point.upper, Placement(of: target, against: upper) == .above { return .high }
    if let lower = point.lower, Placement(of: target, against: lower) == .below { return .low }
    return nil
  }
}
