import DocumentStore
import Improvement
import JSONTree

/// The network of documents as one thing, seen by one person.
///
/// Every query and every change of huddle goes through here; there is no way in without a
/// principal, and what a principal may not see or do is decided here and nowhere else.
public struct Collaboration: Sendable {
  let store: DocumentStore
  public let clock: Clock
  let authority: Authority
  /// A folder of this person's for drafts that the store's disk does not take; nil for none.
  public var draftsElsewhere: String?
  /// Told of each change that was not permitted, where somebody keeps account of them.
  public var whenDenied: (@Sendable (CollaborationError) -> Void)?
  let findings = Findings()
  /// Documents as they will be once the step is done that is being prepared.
  var prepared: [DocumentID: JSON] = [:]
  /// Why something is shared although it may tell who somebody is; nil where nobody has said so.
  var sharingReason: String?
  /// Takes note of what would be saved, and nothing is; nil where it is meant.
  var rehearsal: Rehearsal?
  /// Documents as a rehearsal left them, for whoever looks at what would be.
  var rehearsed: [DocumentID: JSON] = [:]
}
