/// A pattern that chance alone seldom makes.
///
/// The raw value is the key used in exchanged files.
public enum Rule: String, CaseIterable, Hashable, Sendable {
  case nhsOutside = "nhs-outside"
  case nhsTrend = "nhs-trend"
  case nhsTwoOfThree = "nhs-two-of-three"
  case nhsShift = "nhs-shift"
  case anhoejRun = "anhoej-run"
  case anhoejCrossings = "anhoej-crossings"
  case we1, we2, we3, we4
  case nelson1, nelson2, nelson3, nelson4, nelson5, nelson6, nelson7, nelson8

  /// What a rule looks for; several sets look for the same thing with other lengths.
  public enum Pattern: String, Hashable, Sendable {
    case outside
    case trend
    case twoOfThree = "two-of-three"
    case fourOfFive = "four-of-five"
    case shift
    case run
    case crossings
    case alternating
    case hugging
    case mixture
  }

  public var pattern: Pattern {
    switch self {
    case .nhsOutside, .we1, .nelson1: .outside
    case .nhsTrend, .nelson3: .trend
    case .nhsTwoOfThree, .we2, .nelson5: .twoOfThree
    case .we3, .nelson6: .fourOfFive
    case .nhsShift, .we4, .nelson2: .shift
    case .anhoejRun: .run
    case .anhoejCrossings: .crossings
    case .nelson4: .alternating
    case .nelson7: .hugging
    case .nelson8: .mixture
    }
  }
}
