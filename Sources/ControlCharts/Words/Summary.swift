extension ControlChart {
  /// The finding of the bare rules in one sentence.
  public func summary(_ words: ChartWords) -> String {
    let target = options.target.flatMap { target in
      assurance.map { "the target \(text(target, words)) \($0.words)" }
    }
    return sentence(words, signals: signals, speaking: latest, target: target)
  }

  /// One sentence: what is measured, what is unusual and since when, the newest value, the target.
  ///
  /// - Parameter speaking: the point from which it is told what goes on now; not always the latest.
  func sentence(
    _ words: ChartWords, signals: [Signal], speaking: ChartPoint?, target: String?
  ) -> String {
    guard let latest, let value = latest.value else {
      return "\(words.measure): nothing to chart yet, no value is known."
    }
    let unit = words.unit.isEmpty ? "" : " \(words.unit)"
    let count = phases.last?.plottedCount ?? 0
    var text = words.measure
    if hasTooFewPoints {
      let place = phases.count > 1 ? " in phase \(phases.count)" : ""
      text +=
        ": \(words.counted(count)) so far\(place), a verdict waits for "
        + NumberText.spelled(CautiousVerdict.fewestPoints)
    } else {
      text += finding(words, signals, speaking)
    }
    text += "; latest \(self.text(value, words))\(unit) (\(words.period(latest.x)))"
    if !hasTooFewPoints, speaking != latest {
      text += ", \(provisionalWords(words, after: speaking))"
    }
    if let target { text += "; \(target)" }
    return text + "."
  }

  private func finding(_ words: ChartWords, _ signals: [Signal], _ speaking: ChartPoint?) -> String
  {
    let most = mostTelling(of: signals, speaking: speaking)
    if let speaking, let signal = most, isGoingOn(signal, at: speaking) {
      let phrase = signal.phrase(in: self, words, isGoingOn: true)
      return signal.movement + ": \(phrase)"
        + beyondWords(words, signals, during: signal, speaking)
    }
    if let signal = most {
      return ": nothing unusual now; earlier, "
        + signal.phrase(in: self, words, isGoingOn: false)
    }
    let count = words.counted(phases.last?.plottedCount ?? 0)
    let phase = phases.count > 1 ? " of phase \(phases.count)" : ""
    let centre = latest?.centre.map { " around the centre line \(text($0, words))" } ?? ""
    let before = phases.dropLast().last?.centre
    let changed = before.map { ", \(text($0, words)) before" } ?? ""
    let hasRules = options.ruleSets.contains { !$0.rules.isEmpty }
    let found = hasRules ? "nothing unusual in \(count)" : "no rule is applied to \(count)"
    return ": \(found)\(phase)\(centre)\(changed)"
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
      let many =
        within.count == main.points.count ? "all" : NumberText.spelled(within.count)
      return ", \(many) of them \(side) limit"
    }
    guard let newest = beyond.first(where: { $0.points.last == speaking.index }) else { return "" }
    let phrase = newest.phrase(in: self, words, isGoingOn: true)
    return newest.meaning == main.meaning
      ? ", and \(phrase)" : ", but \(phrase), which is \(newest.meaning.words)"
  }

  /// Which of the newest points may still change.
  private func provisionalWords(_ words: ChartWords, after speaking: ChartPoint?) -> String {
    let open = points.count {
      $0.index > speaking?.index ?? -1 && !$0.isMissing && !$0.isExcluded
    }
    return open > 1
      ? "the last \(words.counted(open)) are provisional" : "which is provisional"
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
      "the target \(chart.text(target, words)) \(assurance.words)"
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

extension Signal {
  /// What happened: " fell, which is better"; nothing where the pattern points to neither side.
  var movement: String {
    guard let direction else { return "" }
    let verb = direction == .high ? "rose" : "fell"
    return meaning == .neutral ? " \(verb)" : " \(verb), which is \(meaning.words)"
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
