extension Signal {
  /// The finding in a few words: "7 in a row below the centre line 2.9 since Mar 2025".
  public func phrase(in chart: ControlChart, _ words: ChartWords) -> String {
    let last = points.last
    return phrase(
      in: chart, words,
      isGoingOn: last == chart.latest?.index || last == chart.latestFinal?.index)
  }

  /// - Parameter isGoingOn: whether it is told as "since" or as "from … to …".
  func phrase(in chart: ControlChart, _ words: ChartWords, isGoingOn: Bool) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    let side = direction == .high ? "above" : "below"
    let limitName = direction == .high ? "upper" : "lower"
    let at = chart.points[last]
    func number(_ line: Double?) -> String { line.map { " " + chart.text($0, words) } ?? "" }
    func period(_ index: Int) -> String { words.period(chart.points[index].x) }
    let stretch =
      isGoingOn
      ? "since \(period(first))" : "from \(period(first)) to \(period(last))"
    switch rule.pattern {
    case .outside where points.count > 1:
      return "\(points.count) points \(side) the \(limitName) limit, "
        + "\(period(first)) to \(period(last))"
    case .outside:
      let limit = direction == .high ? at.upper : at.lower
      return "\(period(last)) \(side) the \(limitName) limit\(number(limit))"
    case .shift, .run:
      return "\(points.count) in a row \(side) the centre line\(number(at.centre)) \(stretch)"
    case .trend:
      return "\(points.count) in a row \(direction == .high ? "rising" : "falling") \(stretch)"
    case .twoOfThree:
      return "\(points.count) close together near the \(limitName) limit \(stretch)"
    case .fourOfFive:
      return "\(points.count) close together well \(side) the centre line \(stretch)"
    case .crossings:
      let runs = chart.phases[phase].runs
      let times = runs.crossings == 1 ? "once" : "\(runs.crossings ?? 0) times"
      return "the centre line is crossed \(times), fewer than the "
        + "\(runs.crossingsLimit ?? 0) that chance gives"
    case .alternating: return "\(points.count) up and down by turns \(stretch)"
    case .hugging: return "\(points.count) in a row close to the centre line \(stretch)"
    case .mixture: return "\(points.count) in a row far from the centre line \(stretch)"
    }
  }

  /// Why this is a signal: the rule, the points, the lines and the calculation.
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
    return SignalExplanation(
      finding: phrase(in: chart, words), rule: rule.words(in: set, chart.phases[phase].runs),
      points: listed,
      limits: lines.joined(separator: ", "), formula: chart.method.words)
  }
}

extension Signal {
  /// The signals with single points of the same rule, side and phase put together as one.
  static func grouped(_ signals: [Signal]) -> [Signal] {
    var grouped: [Signal] = []
    var places: [Signal: Int] = [:]
    for signal in signals {
      var kind = signal
      kind.points = []
      guard signal.rule.pattern == .outside, let place = places[kind] else {
        places[kind] = grouped.count
        grouped.append(signal)
        continue
      }
      grouped[place].points += signal.points
    }
    return grouped.map { signal in
      var signal = signal
      signal.points.sort()
      return signal
    }
  }
}

/// Why a signal is one.
public struct SignalExplanation: Hashable, Sendable {
  /// What was found, in a few words.
  public var finding: String
  /// The rule in words.
  public var rule: String
  /// Every point that takes part, with its value.
  public var points: [String]
  /// The lines at the last of these points.
  public var limits: String
  /// How the lines were calculated, with the constants that take part.
  public var formula: String

  /// All that explains the finding, a line each.
  public var lines: [String] {
    [
      "Rule: \(rule)", "Points: \(points.joined(separator: ", "))", "Lines: \(limits)",
      "Calculated: \(formula)",
    ]
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
      "a run on one side of the centre line longer than chance explains"
        + (runs?.longestRunLimit.map { " (\($0) with \(runs?.useful ?? 0) points)" } ?? "")
    case .crossings:
      "the centre line crossed more seldom than chance explains"
        + (runs?.crossingsLimit.map { " (at least \($0) with \(runs?.useful ?? 0) points)" } ?? "")
    case .alternating: "14 points in a row going up and down by turns"
    case .hugging: "15 points in a row within one sigma of the centre line"
    case .mixture: "8 points in a row beyond one sigma, on both sides"
    }
  }
}
