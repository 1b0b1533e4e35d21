import ControlCharts

/// Puts values and lines on rows without changing what is said about them.
///
/// The chart has classified every point already; rounding to rows may not take that back. A point
/// beyond a limit stands at least one row outside it, a point above the centre line always above
/// its row. Where the rows are too few for that, the limits are not drawn at all.
struct RowLadder {
  let scale: AxisScale
  /// How many rows there are; row 0 is the topmost.
  let rows: Int
  /// Rows kept free above the upper and below the lower limit.
  let spareAbove: Int
  let spareBelow: Int

  /// The rows of one point's lines; nil where a line isn't drawn.
  struct Rungs: Hashable {
    var upper: Int?
    var centre: Int?
    var lower: Int?
  }

  init(scale: AxisScale, rows: Int, hasPointsAbove: Bool, hasPointsBelow: Bool) {
    self.scale = scale
    self.rows = max(0, rows)
    spareAbove = hasPointsAbove ? 1 : 0
    spareBelow = hasPointsBelow ? 1 : 0
  }

  /// Whether the limits, the centre line and what lies beyond fit on rows of their own.
  var hasRoomForLimits: Bool { rows >= 3 + spareAbove + spareBelow }

  /// Where the lines stand. A limit that coincides with the centre line has no row of its own.
  func rungs(centre: Double?, lower: Double?, upper: Double?) -> Rungs {
    guard rows >= 3, let centre else { return Rungs() }
    let high = hasRoomForLimits ? upper.flatMap { $0.isAbove(centre) ? $0 : nil } : nil
    let low = hasRoomForLimits ? lower.flatMap { centre.isAbove($0) ? $0 : nil } : nil
    let first = high == nil ? 1 : spareAbove + 1
    let last = low == nil ? rows - 2 : rows - 2 - spareBelow
    let middle = clamped(scale.row(of: centre, rows: rows), first, last)
    return Rungs(
      upper: high.map { clamped(scale.row(of: $0, rows: rows), spareAbove, middle - 1) },
      centre: middle,
      lower: low.map {
        clamped(scale.row(of: $0, rows: rows), middle + 1, rows - 1 - spareBelow)
      })
  }

  /// The row of a value that stands so against its lines.
  func row(
    of value: Double, among rungs: Rungs, side: Placement?, beyond: Direction?
  ) -> Int {
    let row = scale.row(of: value, rows: rows)
    guard let centre = rungs.centre, let side else { return row }
    switch side {
    case .on: return centre
    case .above:
      guard let upper = rungs.upper else { return clamped(row, 0, centre - 1) }
      if beyond == .high { return clamped(row, 0, upper - 1) }
      return clamped(row, min(upper + 1, centre - 1), centre - 1)
    case .below:
      guard let lower = rungs.lower else { return clamped(row, centre + 1, rows - 1) }
      if beyond == .low { return clamped(row, lower + 1, rows - 1) }
      return clamped(row, centre + 1, max(lower - 1, centre + 1))
    }
  }

  /// A number moved into a range; the lower bound wins where the range is empty.
  private func clamped(_ row: Int, _ low: Int, _ high: Int) -> Int { max(low, min(row, high)) }
}

extension Double {
  /// Whether the number lies above another by more than rounding.
  fileprivate func isAbove(_ other: Double) -> Bool {
    Placement(of: self, against: other) == .above
  }
}
