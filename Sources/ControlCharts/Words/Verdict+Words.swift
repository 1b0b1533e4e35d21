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
  /// Whether it is told what will come of the target.
  public var isJudged: Bool {
    if case .judged = self { true } else { false }
  }

  /// What people are told: "will be met", or why that is not yet judged.
  public var words: String {
    switch self {
    case .notAsked: "not set"
    case .judged(let assurance, let denominator):
      assurance.words
        + (denominator.map { " (with a denominator of \(NumberText.short($0)))" } ?? "")
    case .notYet(let reason):
      "\(reason.isLasting ? "is not judged" : "is not yet judged"): \(reason.words)"
    }
  }
}

extension AssuranceVerdict.Reason {
  /// Whether more points would change nothing, so that there is nothing to wait for.
  public var isLasting: Bool {
    switch self {
    case .runChart, .neitherDirectionIsBetter, .targetOnNaturalBound: true
    case .tooFewPoints, .unresolvedSignal, .noLimits: false
    }
  }

  /// Why a target is not judged.
  public var words: String {
    switch self {
    case .runChart: "a run chart has no limits"
    case .neitherDirectionIsBetter: "neither direction is better"
    case .targetOnNaturalBound: "the values can't go beyond it"
    case .tooFewPoints(let count):
      "that takes \(CautiousVerdict.assurancePoints) points and this phase has \(count)"
    case .unresolvedSignal: "a signal in this phase is unresolved"
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
    case .provisionalLimits(let count, let phase):
      (phase.map { "Phase \($0 + 1): limits" } ?? "The limits")
        + " rest on \(count) points, provisional until \(CautiousVerdict.firmLimits)."
    case .noSpread(let phase):
      "Phase \(phase + 1) has no limits: its values don't show how much they vary."
    case .noOpportunity(let indexes):
      "No opportunity, shown as missing: \(indexes.count == 1 ? "point" : "points") "
        + indexes.map { String($0 + 1) }.joined(separator: ", ") + "."
    case .baselineBeyondEnd:
      "The baseline is longer than the data; all points are used."
    case .targetOnLimit:
      "The target lies exactly on a limit, where it is neither safe nor out of reach."
    case .tooFewForRules(let set, let count):
      "Too few points (\(count)) for some rules to speak: "
        + set.rules(tooLongFor: count).map { $0.words(in: set) }.joined(separator: "; ") + "."
    case .lowPointsCannotSignal:
      "No single low point can show improvement here; a G or a T chart could."
    }
  }
}

extension ControlChart {
  /// What a reader should know before trusting the chart, a sentence each; points by their periods.
  ///
  /// What the finding says already isn't said again: that there is nothing to plot or too little
  /// for a verdict, and nothing of a target that is not judged.
  ///
  /// - Parameter verdict: what is told of the chart; nil where the bare rules speak.
  public func cautionWords(
    _ words: ChartWords, verdict: CautiousVerdict? = nil
  ) -> [String] {
    cautions.compactMap { cautionWords($0, words, verdict) }
      + [limitWidthWords(words)].compactMap(\.self)
  }

  private func cautionWords(
    _ caution: Caution, _ words: ChartWords, _ verdict: CautiousVerdict?
  ) -> String? {
    switch caution {
    case .nothingToPlot: return nil
    case .noSpread where phases.count == 1:
      return "There are no limits: the values don't show how much they vary."
    case .tooFewPoints(let count):
      let hasLimits = phases.last?.upper != nil || phases.last?.lower != nil
      return hasLimits ? "Limits from \(words.counted(count)) mean little." : nil
    case .targetOnLimit:
      let isJudged = verdict.map { $0.assurance.isJudged } ?? (assurance != nil)
      return isJudged ? caution.words : nil
    case .noOpportunity(let indexes) where indexes.count <= 3:
      let periods = indexes.map { words.period(points[$0].x) }
      return "No opportunity in \(Self.list(periods)), shown as missing."
    case .noOpportunity(let indexes):
      return "No opportunity in \(words.counted(indexes.count)), shown as missing."
    default: return caution.words
    }
  }

  /// "May 2025", "May and June", "May, June and July".
  private static func list(_ texts: [String]) -> String {
    guard texts.count > 1, let last = texts.last else { return texts.joined() }
    return texts.dropLast().joined(separator: ", ") + " and \(last)"
  }
}
