/// Why a signal is one.
public struct SignalExplanation: Hashable, Sendable {
  /// What was found, as a sentence without its full stop.
  public var finding: String
  /// Better, worse, or nothing where neither direction is.
  public var meaning: String
  /// The rule in words, with the set it belongs to.
  public var rule: String
  /// Every point that takes part, with its value.
  public var points: [String]
  /// The lines at the last of these points.
  public var limits: String
  /// How the lines were calculated: the formula with its constants, and with the numbers put in.
  public var formula: String

  /// The heading of the explanation.
  public var heading: String { meaning.isEmpty ? finding : "\(finding) (\(meaning))" }

  /// All that explains the finding, a line each.
  public var lines: [String] {
    [
      "Rule: \(rule)", "Points: \(points.joined(separator: ", "))", "Lines: \(limits)",
      "Calculated: \(formula)",
    ]
  }
}

extension Signal {
  /// Why this is a signal: the rule, the points, the lines and the calculation.
  ///
  /// - Complexity: O(points of the chart).
  public func explanation(in chart: ControlChart, _ words: ChartWords) -> SignalExplanation {
    let listed = points.map { index -> String in
      let point = chart.points[index]
      let value = point.value.map { chart.text($0, words) } ?? "missing"
      return "\(words.period(point.x)) \(value)"
    }
    let at = points.last.map { chart.points[$0] }
    let lines = [
      ("lower limit", at?.lower), ("centre line", at?.centre), ("upper limit", at?.upper),
    ].compactMap { name, line in line.map { "\(name) \(chart.text($0, words))" } }
    let set = chart.options.ruleSets.first { $0.name == ruleSet } ?? RuleSet(ruleSet)
    let differ = points.contains { chart.points[$0].upper != at?.upper }
    let place = at.flatMap { differ ? " (at \(words.period($0.x)))" : nil }
    let numbers = at.flatMap { chart.calculation(at: $0, words) }.map { "; here \($0)" } ?? ""
    return SignalExplanation(
      finding: phrase(in: chart, words).capitalisedFirst,
      meaning: meaning == .neutral ? "" : meaning.words,
      rule: "\(rule.words(in: set, runs(in: chart))) (\(set.title))",
      points: listed, limits: lines.joined(separator: ", ") + (place ?? ""),
      formula: chart.method.words + numbers)
  }
}

extension Signal {
  /// Anhøj's test as it was made for this signal.
  func runs(in chart: ControlChart) -> RunsTest? {
    switch rule.pattern {
    case .crossings: RunsTest(sides: points.compactMap { chart.points[$0].side }, mayJudge: true)
    case .run: chart.phases[phase].runs
    default: nil
    }
  }
}

extension ChartMethod {
  /// The calculation with its constants: "centre = mean; …; d2 = 1.1284".
  public var words: String {
    let named = constants.map { "\($0.name) = \(NumberText.decimal($0.value, places: 4))" }
    let screening =
      screensMovingRanges ? ["moving ranges beyond their own limit left out once"] : []
    return ([formula] + named + screening).joined(separator: "; ")
  }
}

extension Rule {
  /// What the rule looks for, in words, with the lengths of its set.
  ///
  /// - Parameter runs: the test behind a rule whose lengths grow with the number of points.
  public func words(in set: RuleSet, _ runs: RunsTest? = nil) -> String {
    switch pattern {
    case .outside: "a point beyond a control limit (three sigma)"
    case .trend: "\(set.trendLength) points in a row, each above (or below) the one before"
    case .shift: "\(set.shiftLength) points in a row on one side of the centre line"
    case .twoOfThree:
      self == .nhsTwoOfThree
        ? "2 of 3 points in a row on one side of the centre line, between the warning line "
          + "(two sigma) and the limit"
        : "2 of 3 points in a row beyond two sigma on the same side"
    case .fourOfFive: "4 of 5 points in a row beyond one sigma on the same side"
    case .run:
      "a run on one side of the centre line longer than chance explains: round(log2 n) + 3"
        + (runs?.longestRunLimit.map { " = \($0), n = \(runs?.useful ?? 0)" } ?? "")
    case .crossings:
      "the centre line crossed more seldom than chance explains: lower 5 % quantile of "
        + "Binomial(n − 1, ½)"
        + (runs?.crossingsLimit.map { " = \($0), n = \(runs?.useful ?? 0)" } ?? "")
    case .alternating: "14 points in a row going up and down by turns"
    case .hugging: "15 points in a row within one sigma of the centre line"
    case .mixture: "8 points in a row beyond one sigma, on both sides"
    }
  }
}
