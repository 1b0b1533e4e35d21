/// The lines of a chart at one point: the centre and what lies one, two and three standard
/// deviations from it. A line is nil where it can't be drawn.
struct Lines: Hashable {
  var centre: Double?
  /// Lower and upper line at one, two and three standard deviations.
  var lower = Tiers<Double?>(repeating: nil)
  var upper = Tiers<Double?>(repeating: nil)
  /// How many units in the last place a value may differ from a line it lies on; more where the
  /// lines went through powers and roots.
  var slack = 4.0

  /// A centre line alone.
  init(centre: Double?) { self.centre = centre }

  /// Lines at equal distances around a middle, cut to what the values can reach.
  ///
  /// - Parameter centre: the line that is drawn, where it isn't the middle.
  init(
    around middle: Double, sigma: Double?, centre: Double? = nil, floor: Double? = nil,
    ceiling: Double? = nil
  ) {
    self.centre = centre ?? middle
    guard let sigma, sigma.isFinite else { return }
    lower = Tiers { step in
      let low = middle - Double(step + 1) * sigma
      return floor.map { max(low, $0) } ?? low
    }
    upper = Tiers { step in
      let high = middle + Double(step + 1) * sigma
      return ceiling.map { min(high, $0) } ?? high
    }
  }

  /// The lines on another scale.
  func mapped(_ transform: (Double) -> Double) -> Lines {
    var lines = self
    lines.centre = centre.map(transform)
    lines.lower = lower.map { $0.map(transform) }
    lines.upper = upper.map { $0.map(transform) }
    return lines
  }

  /// The lines without those that no number can describe.
  var finite: Lines {
    func kept(_ line: Double?) -> Double? { line.flatMap { $0.isFinite ? $0 : nil } }
    var lines = self
    lines.centre = kept(centre)
    lines.lower = lower.map(kept)
    lines.upper = upper.map(kept)
    return lines
  }
}
