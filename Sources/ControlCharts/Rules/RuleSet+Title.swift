extension RuleSet.Name {
  /// The set's name as people write it.
  public var title: String {
    switch self {
    case .nhs: "NHS Making Data Count"
    case .anhoej: "Anhøj"
    case .westernElectric: "Western Electric"
    case .nelson: "Nelson"
    case .none: "no rules"
    }
  }

  /// The version of the set that is applied; raised whenever a rule of it changes its meaning, so
  /// that a chart drawn long ago can be told from one drawn today.
  public var version: Int { 1 }
}

extension RuleSet {
  /// The set as its authors call it, with its version: "NHS Making Data Count, version 1".
  public var title: String { "\(name.title), version \(version)" }

  /// The name, the version, and the lengths where the set has any: "NHS Making Data Count,
  /// version 1 (shift 7, trend 7)".
  public var titleWithLengths: String {
    guard name != .none else { return name.title }
    let lengths = [
      has(.shift) ? "shift \(shiftLength)" : nil, has(.trend) ? "trend \(trendLength)" : nil,
    ].compactMap(\.self)
    let words = lengths.isEmpty ? "" : " (\(lengths.joined(separator: ", ")))"
    return title + words
  }

  /// How many points in a row a rule looks at together, below which it can't speak; 1 for a single
  /// point, and for the runs test, whose limits come from the points there are, 10 (Anhøj 2015).
  public func fewestPoints(for rule: Rule) -> Int {
    switch rule.pattern {
    case .outside: 1
    case .twoOfThree: 3
    case .fourOfFive: 5
    case .shift: shiftLength
    case .trend: trendLength
    case .mixture: 8
    case .run, .crossings: 10
    case .alternating: 14
    case .hugging: 15
    }
  }

  /// The rules that so many points are too few for.
  public func rules(tooLongFor count: Int) -> [Rule] {
    rules.filter { fewestPoints(for: $0) > count }
  }

  /// Whether the set has a rule that looks for a pattern, so that its length means anything.
  public func has(_ pattern: Rule.Pattern) -> Bool { rules.contains { $0.pattern == pattern } }
}
