import ControlCharts

/// Puts values and lines on rows without changing what is said about them.
///
/// The chart has classified every point already; rounding to rows may not take that back. A point
/// beyond a limit stands at least one row outside it, a point above the centre line always above
/// its row, and what lies between the two has a row between theirs. A limit for which that would
/// take more than a row from its place on the axis is not drawn at all in its phase.
struct RowLadder {
  let scale: AxisScale
  /// How many rows there are; row 0 is the topmost.
  let rows: Int
  /// Rows kept free above the upper and below the lower limit.
  let spareAbove: Int
  let spareBelow: Int
  /// Which limits each phase has the rows for.
  var room: [Room] = []

  struct Room: Hashable {
    var upper: Bool
    var lower: Bool
  }

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

  /// Where the lines of a phase stand. A limit that coincides with the centre line has no row of
  /// its own.
  func rungs(centre: Double?, lower: Double?, upper: Double?, phase: Int) -> Rungs {
    guard rows >= 3, let centre, room.indices.contains(phase) else { return Rungs() }
    let middle = row(ofCentre: centre)
    var rungs = Rungs(centre: middle)
    if room[phase].upper, let upper, upper.isAbove(centre) {
      rungs.upper = row(ofUpper: upper, centre: middle)
    }
    if room[phase].lower, let lower, centre.isAbove(lower) {
      rungs.lower = row(ofLower: lower, centre: middle)
    }
    return rungs
  }

  /// Whether limits keep their distance from the centre line within a row of their place.
  func room(centre: Double?, lower: Double?, upper: Double?) -> Room {
    guard rows >= 3, let centre else { return Room(upper: true, lower: true) }
    let middle = row(ofCentre: centre)
    var room = Room(upper: true, lower: true)
    if let upper, upper.isAbove(centre) {
      let row = row(ofUpper: upper, centre: middle)
      room.upper = row <= middle - 2 && isNear(row, upper)
    }
    if let lower, centre.isAbove(lower) {
      let row = row(ofLower: lower, centre: middle)
      room.lower = row >= middle + 2 && row < rows - spareBelow && isNear(row, lower)
    }
    return room
  }

  private func row(ofCentre centre: Double) -> Int {
    scale.row(of: centre, rows: rows).clamped(1, rows - 2)
  }

  private func row(ofUpper upper: Double, centre: Int) -> Int {
    scale.row(of: upper, rows: rows).clamped(spareAbove, centre - 2)
  }

  private func row(ofLower lower: Double, centre: Int) -> Int {
    scale.row(of: lower, rows: rows).clamped(centre + 2, rows - 1 - spareBelow)
  }

  private func isNear(_ row: Int, _ value: Double) -> Bool {
    let exact = (scale.high - value) / (scale.high - scale.low) * Double(rows - 1)
    return abs(Double(row) - exact) <= 1
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
