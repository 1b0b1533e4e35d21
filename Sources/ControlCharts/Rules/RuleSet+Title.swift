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
  /// The name, the version, and the lengths where the set has any: "NHS Making Data Count,
  /// version 1 (shift 7, trend 7)".
  public var title: String {
    guard name != .none else { return name.title }
    let lengths = [
      has(.shift) ? "shift \(shiftLength)" : nil, has(.trend) ? "trend \(trendLength)" : nil,
    ].compactMap(\.self)
    let words = lengths.isEmpty ? "" : " (\(lengths.joined(separator: ", ")))"
    return "\(name.title), version \(version)\(words)"
  }

  /// Whether the set has a rule that looks for a pattern, so that its length means anything.
  public func has(_ pattern: Rule.Pattern) -> Bool { rules.contains { $0.pattern == pattern } }
}
