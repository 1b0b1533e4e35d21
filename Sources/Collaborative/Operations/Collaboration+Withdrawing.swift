import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Takes a document back for good, from its place or from the trash; only whoever wrote it, whom
  /// it is about, or a steward may.
  ///
  /// - Parameters:
  ///   - text: its id or a unique beginning of it, or what else names a document.
  ///   - reason: what others will read in its place.
  /// - Returns: what was done, and what could not be.
  public func withdraw(
    _ text: String, reason: String
  ) throws(CollaborationError) -> [String] {
    try requireMember()
    guard !reason.allSatisfy(\.isWhitespace) else { throw .noReason }
    let (id, type) = try withdrawable(text)
    let withdrawal = try attempt { () throws(StoreError) in
      try store.withdraw(id, by: principal.author, at: clock.now(), reason: reason)
    }
    return words(withdrawal, type)
  }

  /// The document that is meant, if this person may take it back.
  private func withdrawable(
    _ text: String
  ) throws(CollaborationError) -> (DocumentID, DocumentType) {
    let trashed = try attempt { () throws(StoreError) in try store.trashed() }
    let prefix = text.lowercased()
    let found = trashed.filter { $0.id.hasPrefix(prefix) }
    let gone = try attempt { () throws(StoreError) in try store.withdrawn() }
    if let again = gone.first(where: { $0.id == prefix }) {
      let type = DocumentType(rawValue: again.type) ?? .note
      if principal.role != .steward, again.by != principal.author {
        throw denied(.notTheirs(type: type))
      }
      return (again.id, type)
    }
    do throws(CollaborationError) {
      let id = try resolve(text)
      return try permitted(id, tree: document(id).tree)
    } catch {
      switch error {
      case .noSuchDocument:
        guard let document = found.first else { throw error }
        guard found.count == 1 else {
          throw .ambiguous(text: text, candidates: found.map(\.id))
        }
        return try permitted(document.id, tree: document.tree)
      case .store(.damaged(let damage)):
        // Whose it was cannot be read any more.
        let type = damage.type.flatMap(DocumentType.init(rawValue:)) ?? .note
        if principal.role != .steward { throw denied(.notTheirs(type: type)) }
        return (damage.id, type)
      default: throw error
      }
    }
  }

  private func permitted(
    _ id: DocumentID, tree: JSON
  ) throws(CollaborationError) -> (DocumentID, DocumentType) {
    guard let type = tree["type"]?.string.flatMap(DocumentType.init(rawValue:)) else {
      throw .store(.noSuchDocument(id))
    }
    let standing = ownStanding(of: tree, type: type)
    let isTheirs =
      standing.author == principal.author || type == .member && id == principal.memberID
    if principal.role != .steward, !isTheirs { throw denied(.notTheirs(type: type)) }
    return (id, type)
  }

  private func words(_ withdrawal: Withdrawal, _ type: DocumentType) -> [String] {
    var words = [
      "withdrew the \(type.label) \(withdrawal.document.id); its text is gone from the store, the "
        + "trash and the drafts, and a tombstone says who, when and why"
    ]
    if withdrawal.hasClearedHistory {
      words.append("the history kept on this computer had to go with it")
    }
    if withdrawal.closedFolders > 0 {
      let count = withdrawal.closedFolders
      words.append(
        "the drafts of \(count) \(count == 1 ? "member" : "members") are theirs alone and could "
          + "not be looked into; ask them to discard theirs")
    }
    words.append(
      "what was exported, printed or backed up before cannot be recalled; tell whoever has a copy")
    return words
  }
}
