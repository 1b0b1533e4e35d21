import Improvement

/// Why a site needs its coach, with the document that shows it.
public struct AttentionReason: Hashable, Sendable {
  /// In the order of how pressing they are.
  public enum Kind: String, CaseIterable, Comparable, Sendable {
    case harm, concern, question, outcomeSignal, dataOverdue, noCycleActivity, cycleStuck
    case scoreGap, actionPastDue, roleGap, agreementExpires

    public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    /// How pressing it is, the most pressing first, counted from 0.
    public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Two or three words for a narrow column.
    public var label: String {
      switch self {
      case .harm: "harm noted"
      case .concern: "concern raised"
      case .question: "open question"
      case .outcomeSignal: "outcome worse"
      case .dataOverdue: "data overdue"
      case .noCycleActivity: "no cycle activity"
      case .cycleStuck: "cycle stuck"
      case .scoreGap: "scores differ"
      case .actionPastDue: "action past due"
      case .roleGap: "role unfilled"
      case .agreementExpires: "agreement expires"
      }
    }
  }

  public var kind: Kind
  /// What was found, in one sentence.
  public var words: String
  public var evidence: DocumentReference

  /// What stays the same about it while its words change: what it is and what it rests on.
  public var key: String { "\(kind.rawValue) \(evidence.id)" }

  public init(_ kind: Kind, _ words: String, evidence: DocumentReference) {
    self.kind = kind
    self.words = words
    self.evidence = evidence
  }
}

/// Names a document that a finding rests on.
public struct DocumentReference: Hashable, Sendable {
  public var type: DocumentType
  public var id: String

  public init(_ type: DocumentType, _ id: String) {
    self.type = type
    self.id = id
  }
}
