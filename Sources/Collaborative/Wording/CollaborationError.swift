import DocumentStore
import Improvement

/// Why something was not done; nothing is half done.
public enum CollaborationError: Error, Sendable {
  case store(StoreError)
  case conflict(title: String, expected: Revision, found: Revision?, by: String?, at: Timestamp?)
  case notPermitted(Denial)
  case gate(GateDenial)

  // Fields and their values
  case unknownField(UnknownField)
  case notAnAssignment(String)
  case automaticField(Field)
  case notAList(Field)
  case unreadableValue(field: Field, text: String, FieldTextError)
  /// A day that has to come yet was asked for; with the question of a form that it is about.
  case notLater(String, field: String)
  case noSuchEntry(field: Field, count: Int)
  /// A site has no reason of a kind that somebody named.
  case noSuchReason(text: String, site: String, known: [String])

  /// A driver diagram was not changed; with the question of a form that it is about.
  case driverTree(DriverTreeProblem, field: String)

  /// A role was not given, ended or handed over; with the question of a form that it is about.
  case roster(RosterProblem, field: String)

  // Documents
  /// The document would not be sound.
  case invalid(DocumentType, [Finding])
  case documentIsNoObject
  case otherType(found: String, expected: DocumentType)
  case otherID(found: String, expected: DocumentID)
  case brokenReference(field: String, id: String, DocumentType?)
  /// Following the field from document to document leads back to the one that is changed.
  case circularReference(field: Field)
  case taken(field: Field, value: String, by: String)
  /// Somebody took the cycle to another stage than the one it was to go to.
  case movedMeanwhile(title: String, stage: CycleStage, by: String?)

  /// The id of a new document is taken by other content, or by something in the trash.
  case alreadyThere(id: DocumentID, title: String?)
  case badOperation(BatchProblem)

  // What is meant
  case noSuchDocument(text: String, type: DocumentType?, suggestions: [String])
  case ambiguous(text: String, candidates: [String])
  case noSuchMember(login: String, suggestions: [String])
  case notInTrash(String)
  case noReason
  /// This person has not agreed to be asked, or tried nothing of it.
  case mayNotBeAsked(name: String)
  /// No site that tried the resource has anybody who agreed to be asked.
  case nobodyToAsk(title: String)
  /// There is no team here to which something could be suggested.
  case noTeamToSuggestTo
  /// A meeting is about a project, and this person is in none.
  case noProjectOfOnesOwn

  // Taking back
  case nothingToUndo(isRedo: Bool)
  /// What was to be taken back, in words, and why that cannot be.
  case cannotUndo(String, isRedo: Bool, UndoObstacle)

  // Numbers
  case unreadablePeriod(text: String, measure: String, unit: Period.Unit)
  case unreadableObservation(text: String, ObservationError)
  case columnsDoNotFit(measure: String, DataKind)
  case importHasProblems(Int)
  /// More people would read what may tell who somebody is, and nobody has said why they should.
  case wouldShare(DocumentType, Visibility?, [SharingReminder])
  case noReasonToShare
  /// The reason for sharing would itself tell who somebody is.
  case reasonTells(String, IdentifierKind)
  /// The series holds single events, which stay with the team.
  case singleEventsStay(measure: String)
  // Needs and offers
  /// A need or an offer is wanted, and it is something else.
  case notAnExchange(found: String)
  case notANeed(String)
  /// A need is matched with an offer, not with another need.
  case sameSide(type: DocumentType)
  case ownMatch(need: String, offer: String)
  case ownHelp(title: String)
  /// Somebody was quicker, or it is over: what it is matched with, and whose that is.
  case notOpen(title: String, state: MatchState, with: String?, by: String?)
  /// The cells of a grid that are wrong, by their keys; nothing of it was saved.
  case entriesRefused([String: EntryProblem])

  /// Something was not brought into the commons, or not taken from it.
  case contribution(ContributionProblem)
}

/// Why a change cannot be taken back.
public enum UndoObstacle: Hashable, Sendable {
  /// This host has not kept what was there before.
  case notKept
  /// Somebody changed the same since.
  case changedSince(by: String?, at: Timestamp?)
  /// The document is not where the change left it.
  case gone
}

/// Why someone may not do something.
public enum Denial: Hashable, Sendable {
  case visitor(login: String)
  case role(Role, type: DocumentType)
  case otherSite(type: DocumentType)
  /// It belongs to no site and to no project.
  case networks(type: DocumentType)
  case notTheirs(type: DocumentType)
  case privateToAuthor
  case mayNotRead(type: DocumentType)
  case guardedField(String)
  /// What only those do who look after the network, as in `let members in over SSH`.
  case stewardsOnly(Role, String)
  /// Neither the need nor the offer is theirs.
  case neitherSide
  /// They have another role, or other sites, than when what is to be done was planned.
  case changedSincePlanned(Role)
}
