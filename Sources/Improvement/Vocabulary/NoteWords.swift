/// What a note is meant as.
public enum NoteKind: String, Vocabulary {
  case comment, question, encouragement, coaching, visit, decision, suggestion
  /// What a coach keeps for themselves about a site: when they reviewed it, what shall wait.
  case review

  public var label: String {
    switch self {
    case .coaching: "Coaching note"
    case .review: "My review of a site"
    default: plainLabel
    }
  }
}

/// What a team says to something that it is asked to try.
public enum SuggestionAnswer: String, Vocabulary {
  case yes
  case notNow = "not-now"
  case no

  public var label: String {
    switch self {
    case .yes: "Yes, we try it"
    case .notNow: "Not now"
    case .no: "No"
    }
  }

  /// The same as shortly as can be, to be followed by what it is about.
  public var verdict: String { self == .yes ? "Yes" : label }
}

/// How a visit was made.
public enum VisitMode: String, Vocabulary {
  case inPerson = "in-person"
  case video, phone

  public var label: String { plainLabel }
}

/// How worried a coach is.
public enum ConcernLevel: String, Vocabulary {
  case none, watch, concern

  public var label: String {
    switch self {
    case .none: "No concern"
    case .watch: "Keep an eye on it"
    case .concern: "A concern: this needs attention"
    }
  }
}
