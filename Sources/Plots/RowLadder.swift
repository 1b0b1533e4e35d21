import ControlCharts

/// Puts values and lines on rows without changing what is said about them.
///
/// The chart has classified every point already; rounding to rows may not take that back. A point
/// beyond a limit stands at least one row outside it, a point above the centre line always above
/// its row, and what lies between the two has a row between theirs. Where the rows are too few for
/// that, the limits are not drawn at all.
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

  /// How many rows the limits, the centre line, what lies between them and what lies beyond need.
  var rowsForLimits: Int { 5 + spareAbove + spareBelow }

  /// Whether there are as many rows as limits need.
  var hasRoomForLimits: Bool { rows >= rowsForLimits }

  /// Where the lines stand. A limit that coincides with the centre line has no row of its own.
  func rungs(centre: Double?, lower: Double?, upper: Double?) -> Rungs {
    guard rows >= 3, let centre else { return Rungs() }
    let high = hasRoomForLimits ? upper.flatMap { $0.isAbove(centre) ? $0 : nil } : nil
    let low = hasRoomForLimits ? lower.flatMap { centre.isAbove($0) ? $0 : nil } : nil
    let first = high == nil ? 1 : spareAbove + 2
    let last = low == nil ? rows - 2 : rows - 3 - spareBelow
    let middle = scale.row(of: centre, rows: rows).clamped(first, last)
    return Rungs(
      upper: high.map { scale.row(of: $0, rows: rows).clamped(spareAbove, middle - 2) },
      centre: middle,
      lower: low.map {
        scale.row(of: $0, rows: rows).clamped(middle + 2, rows - 1 - spareBelow)
      })
  }

  /// The rows that are true for what stands so against its lines; empty where there are none.
  ///
  /// What is on a limit counts as within it.
  func truthful(_ rungs: Rungs, side: Placement?, beyond: Direction?) -> Range<Int> {
    guard let centre = rungs.centre, let side else { return 0..<rows }
    switch side {
    case .on: return centre..<centre + 1
    case .above:
      guard let upper = rungs.upper else { return 0..<centre }
      return beyond == .high ? 0..<upper : upper + 1..<centre
    case .below:
      guard let lower = rungs.lower else { return centre + 1..<rows }
      return beyond == .low ? lower + 1..<rows : centre + 1..<lower
    }
  }

  /// The row of a value that stands so against its lines.
  func row(
    of value: Double, among rungs: Rungs, side: Placement?, beyond: Direction?
  ) -> Int {
    let rows = truthful(rungs, side: side, beyond: beyond)
    return scale.row(of: value, rows: self.rows).clamped(rows.lowerBound, rows.upperBound - 1)
  }
}

extension Int {
  /// The number moved into a range; the lower bound wins where the range is empty.
  func clamped(_ low: Int, _ high: Int) -> Int { Swift.max(low, Swift.min(self, high)) }
}

extension Double {
  /// Whether the number lies above another by more than rounding.
  fileprivate func isAbove(_ other: Double) -> Bool {
    Placement(of: self, against: other) == .above
  }
}
