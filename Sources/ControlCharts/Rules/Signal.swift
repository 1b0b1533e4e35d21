/// To which side of the centre line something points.
public enum Direction: String, Hashable, Sendable { case high, low }

/// What a change means for those who wait for it.
public enum Meaning: String, Hashable, Sendable { case improvement, concern, neutral }

/// A pattern that was found, with every point that takes part in it.
public struct Signal: Hashable, Sendable {
  public var rule: Rule
  /// The set the rule was applied for.
  public var ruleSet: RuleSet.Name
  /// Indexes of all points of the pattern, ascending; the last of them is not always the one that
  /// completed it.
  public var points: [Int]
  /// Nil where the pattern points to neither side.
  public var direction: Direction?
  public var meaning: Meaning
  /// The index of the phase it lies in.
  public var phase: Int
}

extension ImprovementDirection {
  /// What a change towards a side means.
  public func meaning(of direction: Direction?) -> Meaning {
    switch (self, direction) {
    case (.neutral, _), (_, nil): .neutral
    case (.increase, .high), (.decrease, .low): .improvement
    case (.increase, .low), (.decrease, .high): .concern
    }
  }
}
