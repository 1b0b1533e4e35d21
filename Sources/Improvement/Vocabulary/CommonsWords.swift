/// What a resource of the commons is.
public enum ResourceKind: String, Vocabulary {
  case changeIdea = "change-idea"
  case tool, `protocol`, form, script, education, story
  case changePackage = "change-package"
  case lesson, persona

  public var label: String {
    switch self {
    case .protocol: "Protocol or guideline"
    case .script: "Words to say"
    case .education: "Teaching material"
    case .lesson: "Lesson learnt"
    default: plainLabel
    }
  }
}

/// How well it is known that a resource works.
public enum EvidenceLevel: String, Vocabulary {
  case idea
  case triedOnce = "tried-once"
  case repeatedElsewhere = "repeated-elsewhere"
  case published

  public var label: String {
    switch self {
    case .idea: "An idea"
    case .triedOnce: "Tried once"
    case .repeatedElsewhere: "Repeated elsewhere"
    case .published: "Published"
    }
  }
}

/// How far a site has come with a resource.
public enum AdoptionStage: String, Vocabulary {
  case aware, considering, testing, adapted, implemented, sustained, abandoned

  public var label: String {
    switch self {
    case .aware: "Knows of it"
    case .considering: "Considering it"
    case .testing: "Trying it"
    case .adapted: "Trying its own version"
    case .implemented: "In use"
    case .sustained: "Still in use a year on"
    case .abandoned: "Stopped, and why"
    }
  }

  /// Whether the site uses it as a matter of course.
  public var isInUse: Bool { self == .implemented || self == .sustained }
}

/// What a need or an offer is about.
public enum SupportCategory: String, Vocabulary {
  case information, knowledge
  case knowHow = "know-how"
  case supplies, people, support

  public var label: String { plainLabel }

  public var help: String {
    switch self {
    case .information: "A fact, a number, a contact."
    case .knowledge: "What is known about a subject."
    case .knowHow: "How someone did it."
    case .supplies: "Things: masks, monitors, forms."
    case .people: "Hands or heads for a while."
    case .support: "Someone to listen or stand by."
    }
  }
}

/// What became of a need or an offer.
public enum MatchState: String, Vocabulary {
  case open, matched, fulfilled, withdrawn, expired

  public var label: String { plainLabel }
}
