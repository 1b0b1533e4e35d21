/// What someone does in a project's team.
public enum RosterRole: String, Vocabulary {
  case executiveSponsor = "executive-sponsor"
  case clinicalLead = "clinical-lead"
  case dayToDayLead = "day-to-day-lead"
  case improvementAdviser = "improvement-adviser"
  case dataLead = "data-lead"
  case patientFamilyPartner = "patient-family-partner"
  case teamMember = "team-member"

  public var label: String {
    switch self {
    case .dayToDayLead: "Day-to-day lead"
    case .improvementAdviser: "Improvement adviser or coach"
    case .patientFamilyPartner: "Patient or family partner"
    default: plainLabel
    }
  }

  public var help: String {
    switch self {
    case .executiveSponsor: "Removes barriers and answers for the aim."
    case .clinicalLead: "Knows the care and has the trust of those who give it."
    case .dayToDayLead: "Drives the work between meetings."
    case .improvementAdviser: "Knows methods of improvement."
    case .dataLead: "Gets the numbers in, regularly."
    case .patientFamilyPartner: "Knows the care from the other side."
    case .teamMember: "Takes part in the work."
    }
  }

  /// The roles a project wants filled, in reading order.
  public static let wanted: [RosterRole] = allCases.filter { $0 != .teamMember }
}

/// Where a project stands.
public enum ProjectStatus: String, Vocabulary {
  case planned, active, paused, completed, stopped

  public var label: String { plainLabel }
}

/// Who set a progress score.
public enum ProgressRater: String, Vocabulary {
  case `self`, coach

  public var label: String {
    switch self {
    case .self: "The team itself"
    case .coach: "The coach"
    }
  }
}

/// What a learning network calls a stretch of its year.
public enum SeasonKind: String, Vocabulary {
  case learningSession = "learning-session"
  case actionPeriod = "action-period"

  public var label: String { plainLabel }
}
