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
    case .notYet(let reason): "is not yet judged: \(reason.words)"
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
      "The target sits exactly on a limit: it may be met and may be missed by a hair."
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
  public func cautionWords(_ words: ChartWords) -> [String] {
    cautions.map { caution in
      if case .noSpread = caution, phases.count == 1 {
        return "There are no limits: the values don't show how much they vary."
      }
      guard case .noOpportunity(let indexes) = caution else { return caution.words }
      guard indexes.count <= 3 else {
        return "No opportunity in \(words.counted(indexes.count)), shown as missing."
      }
      let periods = indexes.map { words.period(points[$0].x) }
      return "No opportunity in \(periods.joined(separator: ", ")), shown as missing."
    } + [limitWidthWords(words)].compactMap(\.self)
  }
}
