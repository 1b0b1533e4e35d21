import DocumentStore
import Improvement
import JSONTree

/// The network of documents as one thing, seen by one person.
///
/// Every query and every change of huddle goes through here; there is no way in without a
/// principal, and what a principal may not see or do is decided here and nowhere else.
public struct Collaboration: Sendable {
  public let store: DocumentStore
  public let principal: Principal
  public let clock: Clock
  let findings = Findings()
  /// Documents as they will be once the step is done that is being prepared.
  var prepared: [DocumentID: JSON] = [:]
}
