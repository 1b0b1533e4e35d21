import Improvement

/// Why a site needs its coach, with the document that shows it.
public struct AttentionReason: Hashable, Sendable {
  /// In the order of how pressing they are.
  public enum Kind: String, CaseIterable, Comparable, Sendable {
    case harm, damage, concern, question, outcomeSignal, dataOverdue, noCycleActivity, cycleStuck
    case scoreGap, actionPastDue, roleGap, agreementExpires

    public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    /// How pressing it is, the most pressing first, counted from 0.
    public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Two or three words for a narrow column.
    public var label: String {
      switch self {
      case .harm: "harm noted"
      case .damage: "unreadable"
      case .concern: "concern raised"
      case .question: "open question"
      case .outcomeSignal: "outcome worse"
      case .dataOverdue: "data overdue"
      case .noCycleActivity: "no activity"
      case .cycleStuck: "cycle stuck"
      case .scoreGap: "scores differ"
      case .actionPastDue: "action past due"
      case .roleGap: "role unfilled"
      case .agreementExpires: "agreement ends"
      }
    }
  }

  public var kind: Kind
  /// What was found, in one sentence.
  public var words: String
  public var evidence: DocumentReference
  /// Which of several in one document it is: the period in which a signal began, the place of an
  /// action; empty where there can be one only.
  public var part: String

  /// What stays the same about it while its words change: what it is and what it rests on.
  ///
  /// A chart that becomes worse anew has another key than before, so that the new signal is neither
  /// seen already nor waiting.
  public var key: String {
    "\(kind.rawValue) \(evidence.id)\(part.isEmpty ? "" : " \(part)")"
  }

  public init(
    _ kind: Kind, _ words: String, evidence: DocumentReference, part: String = ""
  ) {
    self.kind = kind
    self.words = words
    self.evidence = evidence
    self.part = part
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
