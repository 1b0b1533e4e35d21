/// Where a value lies against a line.
///
/// Two numbers that differ by no more than the last few bits of a calculation count as equal, so
/// that rounding never makes a verdict.
public enum Placement: Int, Comparable, Hashable, Sendable {
  case below = -1
  case on = 0
  case above = 1

  /// Places a value; `on` reaches so many units in the last place of the larger number.
  public init(of value: Double, against line: Double, slack: Double = 4) {
    if abs(value - line) <= slack * max(value.ulp, line.ulp) {
      self = .on
    } else {
      self = value > line ? .above : .below
    }
  }

  public static func < (left: Placement, right: Placement) -> Bool {
    left.rawValue < right.rawValue
  }
}
