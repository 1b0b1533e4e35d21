import JSONTree

extension CycleStage: Comparable {
  /// The stage that follows; nil after the last.
  public var next: CycleStage? {
    let order = Self.allCases
    guard let index = order.firstIndex(of: self), index + 1 < order.count else { return nil }
    return order[index + 1]
  }

  /// The stage before; nil before the first.
  public var previous: CycleStage? {
    let order = Self.allCases
    guard let index = order.firstIndex(of: self), index > 0 else { return nil }
    return order[index - 1]
  }

  public static func < (left: CycleStage, right: CycleStage) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// Something that a cycle should say before it moves on. Advice, never a gate.
public enum StageGap: Hashable, Sendable {
  case objective, prediction, whatIsTried, whoDoesWhat
  case startDay, whatHappened
  case results(missing: Int)
  case summary
  case decision, rationale

  /// The field to fill in.
  public var path: JSONPath {
    switch self {
    case .objective: "plan.objective"
    case .prediction: "plan.predictions"
    case .whatIsTried: "changeIdea.text"
    case .whoDoesWhat: "plan.tasks"
    case .startDay: "actualStart"
    case .whatHappened: "do.observations"
    case .results: "study.results"
    case .summary: "study.summary"
    case .decision: "act.decision"
    case .rationale: "act.rationale"
    }
  }
}

/// What a cycle lacks at its stage.
public enum StageAdvice {
  /// What should be there before the cycle moves on to its next stage, in reading order.
  public static func missing(in cycle: Cycle) -> [StageGap] {
    switch cycle.stage {
    case .plan: planGaps(cycle)
    case .do: doGaps(cycle)
    case .study: studyGaps(cycle)
    case .act: actGaps(cycle)
    case .closed: []
    }
  }

  private static func planGaps(_ cycle: Cycle) -> [StageGap] {
    var gaps: [StageGap] = []
    if cycle.objective == nil { gaps.append(.objective) }
    if !cycle.predictions.contains(where: { !$0.prediction.isEmpty }) { gaps.append(.prediction) }
    if cycle.purpose != .collect, cycle.changeIdea == nil, cycle.changeIdeaResource == nil {
      gaps.append(.whatIsTried)
    }
    if cycle.tasks.isEmpty { gaps.append(.whoDoesWhat) }
    return gaps
  }

  private static func doGaps(_ cycle: Cycle) -> [StageGap] {
    var gaps: [StageGap] = []
    if cycle.actualStart == nil { gaps.append(.startDay) }
    if !cycle.isDoingDocumented { gaps.append(.whatHappened) }
    return gaps
  }

  private static func studyGaps(_ cycle: Cycle) -> [StageGap] {
    var gaps: [StageGap] = []
    let open = cycle.predictions.indices.filter { index in
      cycle.result(ofPrediction: index)?.matched == nil
    }
    if !open.isEmpty { gaps.append(.results(missing: open.count)) }
    if cycle.summary == nil { gaps.append(.summary) }
    return gaps
  }

  private static func actGaps(_ cycle: Cycle) -> [StageGap] {
    var gaps: [StageGap] = []
    if cycle.decision == nil { gaps.append(.decision) }
    if cycle.rationale == nil { gaps.append(.rationale) }
    return gaps
  }
}

extension Cycle {
  var isPlanDocumented: Bool { objective != nil || theory != nil || !predictions.isEmpty }

  var isDoingDocumented: Bool {
    wasCarriedOutAsPlanned != nil || !deviations.isEmpty || !observations.isEmpty
      || !unexpected.isEmpty
  }

  var isStudyDocumented: Bool { summary != nil || results.contains { $0.result != nil } }

  var isActDocumented: Bool { decision != nil && rationale != nil }

  /// The stages of the four that have no text.
  public var undocumentedStages: [CycleStage] {
    let written: [(CycleStage, Bool)] = [
      (.plan, isPlanDocumented), (.do, isDoingDocumented), (.study, isStudyDocumented),
      (.act, isActDocumented),
    ]
    return written.filter { !$0.1 }.map(\.0)
  }
}
