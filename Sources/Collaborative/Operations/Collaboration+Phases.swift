import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Lets the limits of a series begin anew, by somebody's decision and with their reason.
  ///
  /// Who decided and when is recorded with it, as it is when the field is set by hand.
  ///
  /// - Parameters:
  ///   - starts: the first period of the phase, as it is typed.
  ///   - base: the series as the person saw it; a change by somebody else since is a conflict.
  public func beginPhase(
    starts: String, reason: String, in base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    let index = Series(base.tree).phases.count
    let tree = try assigning(
      [
        Assignment("phases.\(index).starts", starts), Assignment("phases.\(index).reason", reason),
      ], to: base.tree, .series)
    let first = Series(tree).phases.last?.starts?.label ?? starts
    let words = "a new phase begins with \(first)"
    let saved = try save(tree, over: base, note: "\(words): \(title(of: base))")
    return Outcome(
      id: saved.id, revision: saved.revision, words: words, hasChanged: saved.hasChanged,
      needsChoice: saved.needsChoice)
  }
}
