import DocumentStore
import Improvement
import Insights
import Synchronization

/// The index of needs and offers, kept in step with what this person may read.
final class MatchKeeper: Sendable {
  private struct State: Sendable {
    var generation: Int?
    var index = MatchIndex()
    var revisions: [DocumentID: Revision] = [:]
  }

  private let state = Mutex(State())

  /// The index as the documents stand; only those that changed since are read anew.
  ///
  /// - Parameter documents: every need and offer that may be read.
  /// - Complexity: O(needs and offers) for looking, O(words of what changed) for the work.
  func index(
    at generation: Int, of documents: () throws(CollaborationError) -> [StoredDocument]
  ) throws(CollaborationError) -> MatchIndex {
    if let known = state.withLock({ $0.generation == generation ? $0.index : nil }) { return known }
    let all = try documents()
    return state.withLock { state in
      var gone = Set(state.revisions.keys)
      for document in all {
        gone.remove(document.id)
        guard state.revisions[document.id] != document.revision else { continue }
        state.revisions[document.id] = document.revision
        if let subject = MatchSubject(open: document) {
          state.index.set(subject)
        } else {
          state.index.remove(document.id)
        }
      }
      for id in gone {
        state.revisions[id] = nil
        state.index.remove(id)
      }
      state.generation = generation
      return state.index
    }
  }
}

extension MatchSubject {
  /// What a need or an offer is matched by; nil for one that is not open, and for anything else.
  fileprivate init?(open document: StoredDocument) {
    func fold(_ word: String) -> String { SearchText(word).text }
    switch DocumentType(rawValue: document.type) {
    case .need:
      let need = Need(document.tree)
      guard need.state == .open else { return nil }
      self.init(need, fold: fold)
    case .offer:
      let offer = Offer(document.tree)
      guard offer.state == .open else { return nil }
      self.init(offer, fold: fold)
    default: return nil
    }
  }
}
