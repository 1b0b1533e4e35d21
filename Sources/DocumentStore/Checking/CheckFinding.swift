/// One thing that a check found, and where.
public struct CheckFinding: Sendable, Hashable {
  /// The path relative to the store's root.
  public let place: String
  /// The document it is about; nil where it is about none.
  public let id: DocumentID?
  public let problem: CheckProblem

  public init(place: String, id: DocumentID? = nil, problem: CheckProblem) {
    self.place = place
    self.id = id
    self.problem = problem
  }
}

/// What may be wrong in a store.
public enum CheckProblem: Sendable, Hashable {
  // Documents
  case damaged(StoreProblem)
  /// The id belongs to two files; which of them is meant nobody can know.
  case sameID(otherPlace: String)
  /// In the words of whoever knows the type.
  case unsound(String)
  case newer(found: Int, known: Int)
  case missingReference(field: String, to: DocumentID, isInTrash: Bool)
  case damagedTrash(StoreProblem)

  // Files
  /// A link or a device, which is never followed.
  case notFollowed
  /// A file that is no document where documents lie.
  case noDocument
  case narrowRights(found: UInt32, expected: UInt32)
  /// Drafts that others than their owner may read.
  case wideRights(found: UInt32, expected: UInt32)

  // The store's own
  case unreadableLine(number: Int)
  /// The line breaks off: a power cut leaves that, and nothing was promised for it.
  case tornLine(number: Int)
  /// A transaction was begun that cannot be finished, because what it is cannot be read.
  case unreadableIntent
  /// A transaction was committed and is not in place, because something there may not be written.
  case unfinishedIntent
  /// A file where the store has a folder, or a folder where it has a file.
  case misplaced
  /// What a program that is gone left behind more than a day ago.
  case leftBehind
  /// Without git older versions are not kept.
  case noGit
  /// Git cannot read what it keeps of older versions.
  case brokenHistory

  /// Whether documents or the journal suffered; what else was found is for somebody to look at.
  public var isDamage: Bool {
    switch self {
    case .damaged, .sameID, .unsound, .damagedTrash, .notFollowed, .wideRights, .unreadableLine,
      .unreadableIntent, .unfinishedIntent, .misplaced:
      true
    case .newer, .missingReference, .noDocument, .narrowRights, .tornLine, .leftBehind, .noGit,
      .brokenHistory:
      false
    }
  }

  /// The case's name as programs read it.
  public var kind: String {
    switch self {
    case .damaged: "damaged"
    case .sameID: "same-id"
    case .unsound: "unsound"
    case .newer: "newer"
    case .missingReference: "missing-reference"
    case .damagedTrash: "damaged-trash"
    case .notFollowed: "not-followed"
    case .noDocument: "no-document"
    case .narrowRights: "narrow-rights"
    case .wideRights: "wide-rights"
    case .unreadableLine: "unreadable-line"
    case .tornLine: "torn-line"
    case .unreadableIntent: "unreadable-intent"
    case .unfinishedIntent: "unfinished-intent"
    case .misplaced: "misplaced"
    case .leftBehind: "left-behind"
    case .noGit: "no-git"
    case .brokenHistory: "broken-history"
    }
  }
}

/// What a look at everything came to.
public struct CheckReport: Sendable, Equatable {
  /// How many documents there are, the damaged ones among them.
  public internal(set) var documents = 0
  /// How many lines of the journal were read.
  public internal(set) var journalLines = 0
  /// In the order of their places.
  public var findings: [CheckFinding] = []
  /// Documents by type, as the brake remembers them.
  var census: [String: Int] = [:]

  /// Whether nothing suffered.
  public var isSound: Bool { !findings.contains { $0.problem.isDamage } }
}
