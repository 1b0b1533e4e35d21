/// Who may read a document.
public enum Visibility: String, Vocabulary {
  case `private`, team, network, `public`

  public var label: String {
    switch self {
    case .private: "Only me"
    case .team: "My team and our coach"
    case .network: "Everyone in the network"
    case .public: "Anyone"
    }
  }

  /// What a new document of a type starts with: work in progress is the team's, what is meant for
  /// others is the network's.
  public static func initial(of type: DocumentType) -> Visibility {
    switch type {
    case .cycle, .series, .note, .event: .team
    default: .network
    }
  }
}

/// A degree on a plain scale of three.
public enum Urgency: String, Vocabulary {
  case low, normal, high, urgent

  public var label: String { plainLabel }

  public var help: String {
    switch self {
    case .low: "Whenever it suits."
    case .normal: "Within weeks."
    case .high: "Within days."
    case .urgent: "Today: care suffers while this waits."
    }
  }
}
