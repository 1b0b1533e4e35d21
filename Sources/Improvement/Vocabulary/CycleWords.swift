/// The stages of a PDSA cycle, in order.
public enum CycleStage: String, Vocabulary {
  case plan, `do`, study, act, closed

  public var label: String { plainLabel }

  public var help: String {
    switch self {
    case .plan: "Say what you want to learn and what you expect."
    case .do: "Carry out the test and note what happens."
    case .study: "Hold what happened against what you expected."
    case .act: "Decide what to do next."
    case .closed: "Done: decided and, where it helps others, shared."
    }
  }
}

/// What a cycle is for.
public enum CyclePurpose: String, Vocabulary {
  case collect, develop, test, implement, spread

  public var label: String {
    switch self {
    case .collect: "Collect data"
    case .develop: "Develop a change"
    case .test: "Test a change"
    case .implement: "Implement a change"
    case .spread: "Spread a change"
    }
  }

  public var help: String {
    switch self {
    case .collect: "Find out how things are now."
    case .develop: "Shape an idea until it can be tried."
    case .test: "Try it for a short time, and go back if it does not work."
    case .implement: "Make it how things are done from now on."
    case .spread: "Bring it to other places."
    }
  }
}

/// What was decided at the end of a cycle.
public enum CycleDecision: String, Vocabulary {
  case adopt, adapt, abandon
  case scaleUp = "scale-up"
  case `repeat`

  public var label: String { plainLabel }

  public var help: String {
    switch self {
    case .adopt: "Keep the change as it is."
    case .adapt: "Change it and test again."
    case .abandon: "Stop, and keep what was learnt."
    case .scaleUp: "Test it larger: more people, more places, other conditions."
    case .repeat: "Test the same again, to be surer."
    }
  }

  /// Whether the decision opens another cycle.
  public var leadsOn: Bool { self == .adapt || self == .scaleUp || self == .repeat }
}

/// How a result compares with its prediction.
public enum PredictionMatch: String, Vocabulary {
  case yes, partly, no, unknown

  public var label: String {
    switch self {
    case .yes: "As predicted"
    case .partly: "Partly"
    case .no: "Not as predicted"
    case .unknown: "Cannot tell"
    }
  }
}

/// How sure the team is that a change will be an improvement.
public enum DegreeOfBelief: String, Vocabulary {
  case low, high

  public var label: String {
    switch self {
    case .low: "Not sure it will work"
    case .high: "Quite sure it will work"
    }
  }
}

/// What it would cost if the test failed.
public enum CostOfFailure: String, Vocabulary {
  case small, large

  public var label: String {
    switch self {
    case .small: "Little"
    case .large: "Much"
    }
  }
}

/// Whether those who are to carry it out stand behind it.
public enum Commitment: String, Vocabulary {
  case none, some, strong

  public var label: String {
    switch self {
    case .none: "Against it"
    case .some: "Neither for nor against"
    case .strong: "Ready"
    }
  }
}
