/// What a measure watches over.
public enum MeasureKind: String, Vocabulary {
  case outcome, process, balancing, structure

  public var label: String { plainLabel }

  public var help: String {
    switch self {
    case .outcome: "What matters to patients in the end."
    case .process: "Whether the steps happen that should lead there."
    case .balancing: "What may get worse while something else gets better."
    case .structure: "What is in place: people, rooms, equipment."
    }
  }
}

/// What one observation is made of.
public enum DataKind: String, Vocabulary {
  case count, proportion, rate, continuous
  case timeBetween = "time-between"
  case opportunitiesBetween = "opportunities-between"

  public var label: String {
    switch self {
    case .count: "Count"
    case .proportion: "Share of cases"
    case .rate: "Rate"
    case .continuous: "Measurement"
    case .timeBetween: "Time between events"
    case .opportunitiesBetween: "Cases between events"
    }
  }

  public var help: String {
    switch self {
    case .count: "How many in a period, e.g. 4 falls."
    case .proportion: "Some of a number of cases, e.g. 2 of 118."
    case .rate: "Events for an amount of exposure, e.g. 5 falls in 1,240 bed days."
    case .continuous: "A measured value, e.g. 42.5 minutes."
    case .timeBetween: "Days since the last event, for rare ones."
    case .opportunitiesBetween: "Cases since the last event, for rare ones."
    }
  }

  /// Whether an observation is a numerator over a denominator.
  public var hasDenominator: Bool { self == .proportion || self == .rate }

  /// Whether each observation is a single event, which then never leaves the team.
  public var isSingleEvent: Bool { self == .timeBetween || self == .opportunitiesBetween }

  /// The chart that fits where none was chosen.
  public var usualChart: ChartChoice {
    switch self {
    case .count: .c
    case .proportion: .p
    case .rate: .u
    case .continuous: .individuals
    case .timeBetween: .t
    case .opportunitiesBetween: .g
    }
  }
}

/// The chart a measure is drawn as.
public enum ChartChoice: String, Vocabulary {
  case run
  case individuals = "i"
  case movingRange = "mr"
  case average = "xbar"
  case standardDeviation = "s"
  case p
  case pPrime = "pp"
  case u
  case uPrime = "up"
  case c, np, g, t
  case individualsPrime = "ip"

  public var label: String {
    switch self {
    case .run: "Run chart"
    case .individuals: "I chart (individual values)"
    case .movingRange: "MR chart (moving range)"
    case .average: "X-bar chart (averages)"
    case .standardDeviation: "S chart (standard deviations)"
    case .p: "P chart (share of cases)"
    case .pPrime: "P′ chart (share of very many cases)"
    case .u: "U chart (rate)"
    case .uPrime: "U′ chart (rate of very many)"
    case .c: "C chart (counts)"
    case .np: "NP chart (cases of a fixed number)"
    case .g: "G chart (cases between rare events)"
    case .t: "T chart (time between rare events)"
    case .individualsPrime: "I′ chart (values of unequal weight)"
    }
  }

  /// Whether the limits depend on a denominator that each point must have.
  public var needsDenominator: Bool {
    switch self {
    case .p, .pPrime, .u, .uPrime, .np, .individualsPrime: true
    default: false
    }
  }
}

/// Which way is better.
public enum Direction: String, Vocabulary {
  case increase, decrease, neutral

  public var label: String {
    switch self {
    case .increase: "Higher is better"
    case .decrease: "Lower is better"
    case .neutral: "Neither"
    }
  }
}

/// How often a measure is reported.
public enum Frequency: String, Vocabulary {
  case day, week, month, quarter, event

  public var label: String {
    switch self {
    case .day: "Daily"
    case .week: "Weekly"
    case .month: "Monthly"
    case .quarter: "Quarterly"
    case .event: "At each event"
    }
  }

  /// The kind of period its points stand under. Single events stand under their day.
  public var unit: Period.Unit {
    switch self {
    case .day, .event: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    }
  }
}

/// The rules that tell a signal from noise; one set, agreed beforehand.
public enum RuleSetChoice: String, Vocabulary {
  case nhs, anhoej
  case westernElectric = "western-electric"
  case nelson, none

  public var label: String {
    switch self {
    case .nhs: "NHS England (Making Data Count)"
    case .anhoej: "Anhøj (runs and crossings)"
    case .westernElectric: "Western Electric"
    case .nelson: "Nelson"
    case .none: "None"
    }
  }
}

/// What is known about a period of a series.
public enum PointStatus: String, Vocabulary {
  case reported, missing
  case noOpportunity = "no-opportunity"
  case notDue = "not-due"
  case hidden

  public var label: String { plainLabel }
}

/// How far a reported number may still change.
public enum PointQuality: String, Vocabulary {
  case final, provisional, estimated

  public var label: String { plainLabel }
}
