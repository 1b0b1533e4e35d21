extension ControlChart {
  /// The finding of the bare rules in one sentence.
  public func summary(_ words: ChartWords) -> String {
    let target = options.target.flatMap { target in
      assurance.map { "target \(text(target, words)) \($0.words)" }
    }
    return sentence(words, signals: signals, speaking: latest, target: target)
  }

  /// One sentence: what is measured, its latest value, what is unusual, and the target.
  ///
  /// - Parameter speaking: the point from which it is told what goes on now; not always the latest.
  func sentence(
    _ words: ChartWords, signals: [Signal], speaking: ChartPoint?, target: String?
  ) -> String {
    guard let latest, let value = latest.value else {
      return "\(words.measure): nothing to chart yet, no value is known."
    }
    let unit = words.unit.isEmpty ? "" : " \(words.unit)"
    var text =
      "\(words.measure): latest \(self.text(value, words))\(unit) (\(words.period(latest.x))), "
    let count = phases.last?.plottedCount ?? 0
    if hasTooFewPoints {
      let points = count == 1 ? "1 point" : "\(count) points"
      text += "\(points) so far; a verdict waits for \(CautiousVerdict.fewestPoints)"
    } else {
      text += finding(words, signals, speaking)
      if speaking != latest { text += "; \(provisionalWords(words, after: speaking))" }
    }
    if let target { text += "; \(target)" }
    return text + "."
  }

  private func finding(_ words: ChartWords, _ signals: [Signal], _ speaking: ChartPoint?) -> String
  {
    let most = mostTelling(of: signals, speaking: speaking)
    if let speaking, let signal = most, isGoingOn(signal, at: speaking) {
      let phrase = signal.phrase(in: self, words, isGoingOn: true)
      return "\(signal.meaning.words): \(phrase)"
        + beyondWords(words, signals, during: signal, speaking)
    }
    if let signal = most {
      return "nothing unusual now; earlier, "
        + signal.phrase(in: self, words, isGoingOn: false)
    }
    let centre = latest?.centre.map { " around \(text($0, words))" } ?? ""
    return "nothing unusual in \(phases.last?.plottedCount ?? 0) points\(centre)"
  }

  /// What lies beyond a limit during a longer signal: the newest point, or how many.
  private func beyondWords(
    _ words: ChartWords, _ signals: [Signal], during main: Signal, _ speaking: ChartPoint
  ) -> String {
    guard main.rule.pattern.isLong else { return "" }
    let beyond = signals.filter { $0.rule.pattern == .outside && $0.phase == main.phase }
    let within = Set(
      beyond.filter { $0.direction == main.direction }.flatMap(\.points)
    ).intersection(main.points)
    if within.count > 1 {
      let side = main.direction == .high ? "above the upper" : "below the lower"
      return ", \(within.count) of them \(side) limit"
    }
    guard let newest = beyond.first(where: { $0.points.last == speaking.index }) else { return "" }
    let phrase = newest.phrase(in: self, words, isGoingOn: true)
    return newest.meaning == main.meaning ? ", \(phrase)" : "; \(newest.meaning.words): \(phrase)"
  }

  /// Which of the newest points may still change.
  private func provisionalWords(_ words: ChartWords, after speaking: ChartPoint?) -> String {
    let open = points.filter {
      $0.index > speaking?.index ?? -1 && !$0.isMissing && !$0.isExcluded
    }
    guard open.count > 1 else { return "\(words.period(open.last?.x ?? "")) is provisional" }
    return "the last \(open.count) points are provisional"
  }
}

extension ControlChart {
  /// The newest point that won't change, from which it is told what goes on now.
  public var latestFinal: ChartPoint? {
    points.last { !$0.isMissing && !$0.isExcluded && !$0.isProvisional }
  }

  /// Whether a signal is of the current phase and a point takes part in it as its last.
  func isGoingOn(_ signal: Signal, at speaking: ChartPoint) -> Bool {
    signal.phase == phases.count - 1 && signal.points.last == speaking.index
  }

  /// Signals with the most telling first: those that go on, by what they say, then those that are
  /// over, the latest first.
  func inOrderOfTelling(_ signals: [Signal], speaking: ChartPoint?) -> [Signal] {
    let keyed = signals.map { (key: tellingKey(of: $0, speaking: speaking), signal: $0) }
    return keyed.sorted { $0.key < $1.key }.map(\.signal)
  }

  /// The first of the signals in the order of telling, found without putting all in order.
  private func mostTelling(of signals: [Signal], speaking: ChartPoint?) -> Signal? {
    signals.min {
      tellingKey(of: $0, speaking: speaking) < tellingKey(of: $1, speaking: speaking)
    }
  }

  /// Smaller for a signal that is told before another.
  private func tellingKey(
    of signal: Signal, speaking: ChartPoint?
  ) -> (Int, Int, Int, Int) {
    let rank = signal.rule.pattern.rank
    let isNow = speaking.map { isGoingOn(signal, at: $0) } ?? false
    let end = signal.points.last ?? -1
    return isNow ? (0, rank, -signal.points.count, 0) : (1, -end, rank, -signal.points.count)
  }
}

extension CautiousVerdict {
  /// The finding that may be told, in one sentence.
  public func summary(of chart: ControlChart, _ words: ChartWords) -> String {
    let target = chart.options.target.map { target in
      "target \(chart.text(target, words)) \(assurance.words)"
    }
    return chart.sentence(
      words, signals: signals, speaking: chart.latestFinal,
      target: chart.hasTooFewPoints ? nil : target)
  }

  /// Why each signal is one, the most telling first.
  ///
  /// Points beyond the same limit in the same phase are explained together, as one finding.
  ///
  /// - Complexity: O(signals × log signals + points of signals).
  public func explanations(in chart: ControlChart, _ words: ChartWords) -> [SignalExplanation] {
    chart.inOrderOfTelling(Signal.grouped(signals), speaking: chart.latestFinal)
      .map { $0.explanation(in: chart, words) }
  }
}

extension Rule.Pattern {
  /// Which pattern says more where several hold; the lowest first. A lasting change is the story,
  /// a single point beyond a limit a part of it.
  var rank: Int {
    switch self {
    case .shift: 0
    case .run: 1
    case .trend: 2
    case .outside: 3
    case .twoOfThree: 4
    case .fourOfFive: 5
    case .crossings: 6
    case .mixture: 7
    case .hugging: 8
    case .alternating: 9
    }
  }
}

extension Rule.Pattern {
  /// Whether it takes many points, among which single ones may be unusual by themselves.
  var isLong: Bool { self == .shift || self == .run || self == .trend }
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
    case .provisionalLimits(let count, let phase):
      (phase.map { "Phase \($0 + 1): limits" } ?? "The limits")
        + " rest on \(count) points, provisional until \(CautiousVerdict.firmLimits)."
    case .noSpread(let phase):
      "Phase \(phase + 1) has no limits: its values don't show how much they vary."
    case .noOpportunity(let indexes):
      "No opportunity, shown as missing: point "
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
