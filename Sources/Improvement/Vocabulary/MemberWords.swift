/// What a member does in the network.
public enum NetworkRole: String, Vocabulary {
  case participant, lead, coach, steward

  public var label: String { plainLabel }

  public var help: String {
    switch self {
    case .participant: "Takes part: finds and shares what others can use."
    case .lead: "Leads a team that improves something."
    case .coach: "Helps several teams."
    case .steward: "Looks after the network and its members."
    }
  }
}

/// Where a member looks from. Patients and families are members as clinicians are.
public enum Perspective: String, Vocabulary {
  case clinician, patient, family, peer, staff, researcher, community

  public var label: String {
    switch self {
    case .family: "Family or carer"
    case .peer: "Peer supporter"
    case .staff: "Staff, not a clinician"
    case .community: "Community member"
    default: plainLabel
    }
  }
}

/// What a member is willing to be asked for.
public enum Willingness: String, Vocabulary {
  case talk, test, review, translate, teach

  public var label: String {
    switch self {
    case .talk: "Talk about my experience"
    case .test: "Test an idea"
    case .review: "Review a text or tool"
    case .translate: "Translate"
    case .teach: "Teach or coach"
    }
  }
}
