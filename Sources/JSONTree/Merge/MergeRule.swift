/// How two changed copies of a value become one.
///
/// A rule belongs to a place in a document; where the values do not have the shape it speaks of,
/// they are merged as a whole.
public indirect enum MergeRule: Hashable, Sendable {
  /// One version or the other: what stands together in someone's head is never mixed.
  case whole
  /// An object, field by field; fields without a rule are merged as `natural`.
  case fields([String: MergeRule])
  /// An array in which only membership counts, such as tags.
  case set
  /// An array whose order means something; elements that both changed are merged by a rule.
  case ordered(MergeRule)
  /// An array of records that are known by a field, each merged by a rule. As `ordered` where a
  /// record lacks the field or two share its value.
  case keyed(by: String, MergeRule)

  /// Objects field by field, everything else as a whole.
  public static let natural = MergeRule.fields([:])

  /// The rule for a field of what this rule is about.
  func rule(for field: String) -> MergeRule {
    if case .fields(let rules) = self { rules[field] ?? .natural } else { .natural }
  }

  /// The same rules, with one for a place further down.
  public func setting(_ rule: MergeRule, at path: JSONPath) -> MergeRule {
    setting(rule, along: path.steps[...])
  }

  private func setting(_ rule: MergeRule, along steps: ArraySlice<String>) -> MergeRule {
    guard let step = steps.first else { return rule }
    var rules: [String: MergeRule] = [:]
    if case .fields(let known) = self { rules = known }
    rules[step] = self.rule(for: step).setting(rule, along: steps.dropFirst())
    return .fields(rules)
  }
}
