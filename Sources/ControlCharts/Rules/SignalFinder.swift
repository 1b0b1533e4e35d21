/// Applies rule sets to the phases of a chart.
struct SignalFinder {
  let options: ChartOptions
  /// Whether a point may be the one that completes a pattern.
  var mayComplete: (Int) -> Bool = { _ in true }

  /// Whether the points are an order in time of values that stand alone; if not, only points beyond
  /// a limit mean anything. Neighbouring moving ranges share a value, categories have no order.
  var mayJudgeOrder: Bool { options.type != .mr && options.axis != .category }

  /// - Parameter standings: the points of the phase in order; nil where one is missing. Those left
  ///   out are not among them.
  func signals(in standings: [Standing?], phase: Int) -> [Signal] {
    var signals: [Signal] = []
    let stretches = stretches(of: standings)
    lazy var useful = usefulPoints(standings)
    lazy var test = RunsTest(sides: useful.map(\.side), mayJudge: true)
    var applied: Set<Rule> = []
    for set in options.ruleSets {
      // Two sets may share a rule; what it finds is told once.
      for rule in set.rules where applied.insert(rule).inserted {
        guard rule.pattern == .outside || mayJudgeOrder else { continue }
        if rule == .anhoejRun || rule == .anhoejCrossings {
          signals += anhoej(rule, useful, test, phase: phase)
          continue
        }
        for stretch in stretches {
          signals += find(rule, set, in: stretch).map { finding in
            let direction: Direction? =
              finding.direction == 0 ? nil : (finding.direction > 0 ? .high : .low)
            return Signal(
              rule: rule, ruleSet: set.name,
              points: finding.members.map { stretch.points[$0].index },
              direction: direction, meaning: options.improvement.meaning(of: direction),
              phase: phase)
          }
        }
      }
    }
    return signals
  }

  /// The points between those that are missing.
  private func stretches(of standings: [Standing?]) -> [Stretch] {
    var parts: [[Standing]] = [[]]
    parts[0].reserveCapacity(standings.count)
    for standing in standings {
      if let standing {
        parts[parts.count - 1].append(standing)
      } else if parts.last?.isEmpty == false {
        parts.append([])
      }
    }
    return parts.filter { !$0.isEmpty }.map { part in
      Stretch(points: part) { mayComplete($0.index) }
    }
  }

  private func find(_ rule: Rule, _ set: RuleSet, in stretch: Stretch) -> [Finding] {
    switch rule.pattern {
    case .outside: stretch.outside()
    case .shift: stretch.shift(length: set.shiftLength)
    case .trend: stretch.trend(length: set.trendLength)
    case .twoOfThree:
      rule == .nhsTwoOfThree ? stretch.twoOfThreeWithin() : stretch.several(1, in: 3, beyond: 1)
    case .fourOfFive: stretch.several(3, in: 5, beyond: 0)
    case .alternating: stretch.alternating(length: 14)
    case .hugging: stretch.hugging(length: 15)
    case .mixture: stretch.mixture(length: 8)
    case .run, .crossings: []
    }
  }

  /// The points that take part in the runs test: neither missing nor on the centre line. Points
  /// that may not complete a pattern at the end of the phase don't count.
  private func usefulPoints(_ standings: [Standing?]) -> [Standing] {
    let last = standings.lastIndex { $0.map { mayComplete($0.index) } ?? false } ?? -1
    return standings.prefix(last + 1).compactMap { $0?.side == .on ? nil : $0 }
  }

  /// The runs that are longer than chance explains, or all useful points where the centre line is
  /// crossed too seldom.
  private func anhoej(
    _ rule: Rule, _ useful: [Standing], _ test: RunsTest, phase: Int
  ) -> [Signal] {
    guard let runLimit = test.longestRunLimit, let crossings = test.crossings,
      let crossingsLimit = test.crossingsLimit
    else { return [] }
    func signal(_ points: [Standing], _ direction: Direction?) -> Signal {
      Signal(
        rule: rule, ruleSet: .anhoej, points: points.map(\.index), direction: direction,
        meaning: options.improvement.meaning(of: direction), phase: phase)
    }
    if rule == .anhoejCrossings {
      return crossings < crossingsLimit ? [signal(useful, nil)] : []
    }
    var signals: [Signal] = []
    var start = 0
    for end in useful.indices {
      let endsRun = end + 1 == useful.count || useful[end + 1].side != useful[end].side
      guard endsRun else { continue }
      if end - start + 1 > runLimit {
        signals.append(
          signal(Array(useful[start...end]), useful[end].side == .above ? .high : .low))
      }
      start = end + 1
    }
    return signals
  }
}
