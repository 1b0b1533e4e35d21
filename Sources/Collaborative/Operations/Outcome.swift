import DocumentStore
import Improvement

/// What came of a change.
public struct Outcome: Hashable, Sendable {
  public let id: DocumentID
  public let revision: Revision
  /// What was done, such as `added the PDSA cycle “Warm blanket”`.
  public let words: String
  /// Whether anything is different now.
  public let hasChanged: Bool
  /// Whether somebody else's change of the same document was merged in.
  public let isMerged: Bool
  /// Whether two versions are kept until somebody chooses.
  public let needsChoice: Bool
  /// Whether the document is in the trash now.
  public let isGone: Bool
  /// What came of the other documents of the same step, in the order of the operations.
  public let others: [Outcome]
  /// What a cycle asks for now; nil where nothing follows.
  public var cycleStep: CycleStep?
  /// The part of the document that was made or moved: a driver's or an idea's id.
  public var part: String?
  /// What a cycle's progress means for the try-out it is part of; nil where nothing.
  public var adoptionMove: AdoptionMove?
  /// What a team said yes to and can begin now.
  public var invitation: Invitation?

  public init(
    id: DocumentID, revision: Revision, words: String, hasChanged: Bool = true,
    isMerged: Bool = false, needsChoice: Bool = false, isGone: Bool = false, others: [Outcome] = []
  ) {
    self.id = id
    self.revision = revision
    self.words = words
    self.hasChanged = hasChanged
    self.isMerged = isMerged
    self.needsChoice = needsChoice
    self.isGone = isGone
    self.others = others
  }

  /// The same, told in other words.
  func saying(_ words: String) -> Outcome {
    var outcome = Outcome(
      id: id, revision: revision, words: words, hasChanged: hasChanged, isMerged: isMerged,
      needsChoice: needsChoice, isGone: isGone, others: others)
    outcome.cycleStep = cycleStep
    outcome.part = part
    outcome.adoptionMove = adoptionMove
    outcome.invitation = invitation
    return outcome
  }
}

/// What is best done next about a cycle. An offer, never a gate.
public enum CycleStep: Hashable, Sendable {
  /// To fill in a field that is still empty.
  case fill(StageGap)
  /// To hold the predictions against what came of them.
  case score
  /// To decide.
  case decide
  /// To plan the cycle that follows.
  case planNext
  /// To offer to others what an abandoned cycle taught.
  case shareLesson
}
