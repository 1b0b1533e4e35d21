extension ControlChart {
  /// The finding of the bare rules in one sentence.
  public func summary(_ words: ChartWords) -> String {
    let target = options.target.flatMap { target in
      assurance.map { "target \(text(target, words)) \($0.words)" }
    }
    return sentence(words, signals: signals, target: target)
  }

  /// One sentence: what is measured, its latest value, what is unusual, and the target.
  func sentence(_ words: ChartWords, signals: [Signal], target: String?) -> String {
    guard let latest, let value = latest.value else {
      return "\(words.measure): nothing to chart yet, no value is known."
    }
    let unit = words.unit.isEmpty ? "" : " \(words.unit)"
    var text =
      "\(words.measure): latest \(self.text(value, words))\(unit) (\(words.period(latest.x))), "
    let count = phases.last?.plottedCount ?? 0
    let current = signals.filter { $0.phase == phases.count - 1 }
    if hasTooFewPoints {
      let points = count == 1 ? "1 point" : "\(count) points"
      text += "\(points) so far; a verdict waits for \(CautiousVerdict.fewestPoints)"
    } else if let signal = ControlChart.mostTelling(current, at: latest.index) {
      text += "\(signal.meaning.words): \(signal.phrase(in: self, words))"
    } else if let signal = ControlChart.mostRecent(signals) {
      text += "nothing unusual now; earlier, \(signal.phrase(in: self, words))"
    } else {
      let centre = latest.centre.map { " around \(self.text($0, words))" } ?? ""
      text += "nothing unusual in \(count) points\(centre)"
    }
    if let target { text += "; \(target)" }
    return text + "."
  }

  /// Of the signals that the latest point takes part in, the one that says most.
  private static func mostTelling(_ signals: [Signal], at latest: Int) -> Signal? {
    signals.filter { $0.points.last == latest }.min { $0.rule.pattern.rank < $1.rule.pattern.rank }
  }

  /// The signal that ends last.
  private static func mostRecent(_ signals: [Signal]) -> Signal? {
    signals.max { left, right in
      (left.points.last ?? -1, -left.rule.pattern.rank)
        < (right.points.last ?? -1, -right.rule.pattern.rank)
    }
  }
}

extension CautiousVerdict {
  /// The finding that may be told, in one sentence.
  public func summary(of chart: ControlChart, _ words: ChartWords) -> String {
    let target = chart.options.target.map { target in
      "target \(chart.text(target, words)) \(assurance.words)"
    }
    return chart.sentence(words, signals: signals, target: chart.hasTooFewPoints ? nil : target)
  }
}

extension Rule.Pattern {
  /// Which pattern says more where several hold; the lowest first.
  var rank: Int {
    switch self {
    case .outside: 0
    case .trend: 1
    case .twoOfThree: 2
    case .shift: 3
    case .run: 4
    case .fourOfFive: 5
    case .crossings: 6
    case .mixture: 7
    case .hugging: 8
    case .alternating: 9
    }
  }
}

extension Meaning {
  /// "better", "worse", "changed".
  public var words: String {
    switch self {
    case .improvement: "better"
    case .concern: "worse"
    case .neutral: "changed"
    }
  }
}

extension Assurance {
  /// What people are told: "will be met".
  public var words: String {
    switch self {
    case .pass: "will be met"
    case .fail: "will not be met, as things are"
    case .hitOrMiss: "may or may not be met"
    }
  }
}

extension AssuranceVerdict {
  /// What people are told: "will be met", or why that is not yet judged.
  public var words: String {
    switch self {
    case .notAsked: "not set"
    case .judged(let assurance, let denominator):
      assurance.words
        + (denominator.map { " (with a denominator of \(NumberText.short($0)))" } ?? "")
    case .notYet(let reason): "not yet judged: \(reason.words)"
    }
  }
}

extension AssuranceVerdict.Reason {
  /// Why a target is not judged.
  public var words: String {
    switch self {
    case .runChart: "a run chart has no limits"
    case .neitherDirectionIsBetter: "neither direction is better"
    case .targetOnNaturalBound: "the values can't go beyond it"
    case .tooFewPoints(let count):
      "\(count) of \(CautiousVerdict.assurancePoints) points in this phase"
    case .unresolvedSignal: "a signal in this phase is not resolved"
    case .noLimits: "there are no limits"
    }
  }
}

extension Caution {
  /// The warning in one sentence; points and phases are counted from 1.
  public var words: String {
    switch self {
    case .nothingToPlot: "There is nothing to plot: no value is known."
    case .tooFewPoints(let count):
      "Only \(count) \(count == 1 ? "point" : "points"): limits and signals from so few mean little."
    case .provisionalLimits(let count):
      "The limits rest on \(count) points and are provisional until there are "
        + "\(CautiousVerdict.firmLimits)."
    case .noSpread(let phase):
      "Phase \(phase + 1) has no limits: its values don't show how much they vary."
    case .noOpportunity(let indexes):
      "No opportunity, shown as missing: point "
        + indexes.map { String($0 + 1) }.joined(separator: ", ") + "."
    case .baselineBeyondEnd:
      "The baseline is longer than the data; all points are used."
    case .lowPointsCannotSignal:
      "No single low point can show improvement here; a G or a T chart could."
    }
  }
}
