import ControlCharts

/// Where markers and limits of a funnel stand in a field of so many columns and rows, which are
/// cells or pixels.
///
/// Each column has the limits of the denominator it stands for. A marker is put on a row that is
/// true against the lines of its own column.
struct FunnelGeometry {
  let columns: Int
  let rows: Int
  /// The denominators along the columns.
  let scale: AxisScale
  /// Its phases are the columns.
  private(set) var ladder: RowLadder
  private let lines: [RowLadder.Rungs]

  init(_ chart: FunnelChart, columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    let drawn = chart.points.filter { !$0.isMissing }
    let scale = AxisScale(
      holding: drawn.compactMap(\.denominator), labels: min(6, max(1, columns / 16)))
    self.scale = scale
    var numbers = drawn.flatMap { [$0.value, $0.lower, $0.upper] }.compactMap(\.self)
    if let centre = chart.centre { numbers.append(centre) }
    func reaches(_ direction: Direction) -> Bool {
      drawn.contains { $0.beyondLimit == direction }
    }
    var ladder = RowLadder(
      scale: AxisScale(holding: numbers, labels: min(6, max(1, rows / 3))), rows: rows,
      hasPointsAbove: reaches(.high), hasPointsBelow: reaches(.low))
    // Left of the smallest place the limits leave the axis.
    let limits = (0..<self.columns).map { column -> (lower: Double?, upper: Double?) in
      let found = chart.limits(at: scale.value(at: column, of: columns))
      return (
        found.flatMap { $0.lower >= ladder.scale.low ? $0.lower : nil },
        found.flatMap { $0.upper <= ladder.scale.high ? $0.upper : nil }
      )
    }
    ladder.room = limits.map { limits in
      ladder.room(centre: chart.centre, lower: limits.lower, upper: limits.upper)
    }
    lines = limits.enumerated().map { column, limits in
      ladder.rungs(
        centre: chart.centre, lower: limits.lower, upper: limits.upper, phase: column)
    }
    self.ladder = ladder
  }

  /// The rows of the lines in a column.
  func rungs(at column: Int) -> RowLadder.Rungs {
    lines.indices.contains(column) ? lines[column] : RowLadder.Rungs()
  }

  /// Whether a limit is missing in a column for want of rows.
  var lacksRows: Bool { ladder.room.contains { !$0.upper || !$0.lower } }

  func column(of point: FunnelPoint) -> Int {
    guard let denominator = point.denominator else { return 0 }
    return scale.column(of: denominator, columns: columns)
  }

  /// The row of a marker in a column.
  func row(of point: FunnelPoint, at column: Int) -> Int? {
    point.value.map {
      ladder.row(of: $0, among: rungs(at: column), side: point.side, beyond: point.beyondLimit)
    }
  }
}

extension AxisScale {
  /// The column of a value among so many, the lowest value in column 0.
  func column(of value: Double, columns: Int) -> Int {
    guard columns > 1 else { return 0 }
    return columns - 1 - row(of: value, rows: columns)
  }

  /// The value that a column stands for.
  func value(at column: Int, of columns: Int) -> Double {
    guard columns > 1 else { return high }
    return low + (high - low) * (Double(column) / Double(columns - 1))
  }
}
