/// A point as the rules see it: where it stands among the lines, before any multiplier.
struct Standing: Hashable {
  var index: Int
  var value: Double
  /// Against the centre line.
  var side: Placement
  /// For each of one, two and three standard deviations: 1 above the upper line, −1 below the
  /// lower one, 0 between or on them.
  var beyond: Tiers<Int>
  /// Whether there are lines to be beyond of.
  var hasLimits: Bool

  init(index: Int, value: Double, lines: Lines) {
    self.index = index
    self.value = value
    side = lines.centre.map { Placement(of: value, against: $0, slack: lines.slack) } ?? .on
    hasLimits = lines.upper.three != nil && lines.lower.three != nil
    beyond = Tiers { step in
      if let upper = lines.upper[step],
        Placement(of: value, against: upper, slack: lines.slack) == .above
      {
        return 1
      }
      if let lower = lines.lower[step],
        Placement(of: value, against: lower, slack: lines.slack) == .below
      {
        return -1
      }
      return 0
    }
  }
}
