/// How large a test may be.
public enum TestScale: Int, Comparable, CaseIterable, Hashable, Sendable {
  case verySmall, small, large, implementation

  /// The most patients, clinicians or encounters that still count as this size; nil for any number.
  ///
  /// A very small test is about one, a small one about 5, a large one about 25; twice that is still
  /// taken for "about".
  public var largestCount: Int? {
    switch self {
    case .verySmall: 2
    case .small: 10
    case .large: 50
    case .implementation: nil
    }
  }

  public static func < (left: TestScale, right: TestScale) -> Bool {
    left.rawValue < right.rawValue
  }

  /// How large a test may be for what is believed, what failure would cost and who is committed
  /// (Langley et al. 2009, The Improvement Guide, 2nd ed., table 7.1).
  public init(belief: DegreeOfBelief, costOfFailure: CostOfFailure, commitment: Commitment) {
    switch (belief, costOfFailure, commitment) {
    case (.low, .large, _), (.low, .small, .none), (.low, .small, .some), (.high, .large, .none):
      self = .verySmall
    case (.low, .small, .strong), (.high, .large, .some), (.high, .small, .none): self = .small
    case (.high, .large, .strong), (.high, .small, .some): self = .large
    case (.high, .small, .strong): self = .implementation
    }
  }

  /// How large a cycle may be. What is not said is taken cautiously; a first test of which nothing
  /// is said should be very small, one that follows another small.
  public init(for cycle: Cycle) {
    let sure = cycle.sureBefore
    if sure.degreeOfBelief == nil, sure.costOfFailure == nil, sure.commitment == nil {
      self = cycle.parentCycle == nil ? .verySmall : .small
    } else {
      self.init(
        belief: sure.degreeOfBelief ?? .low, costOfFailure: sure.costOfFailure ?? .large,
        commitment: sure.commitment ?? .some)
    }
  }
}
