/// How far someone has followed the changes of a type's documents.
public struct ChangeMark: Hashable, Sendable {
  fileprivate var epoch: Int
  fileprivate var count: Int
}

/// The documents of a type that changed lately, in the order in which this store noticed.
struct ChangeLog: Sendable {
  /// How many changes are told apart; whoever is further behind looks at everything anew.
  private static let most = 20_000

  /// Grows when it is no longer known which documents changed.
  private(set) var epoch = 0
  private(set) var ids: [DocumentID] = []

  mutating func note(_ id: DocumentID?) {
    guard let id, ids.count < Self.most else {
      epoch += 1
      ids = []
      return
    }
    ids.append(id)
  }
}

/// What an index of a type's documents is kept in step by, without a look at all of them.
extension DocumentStore {
  /// The documents of a type that may have changed, come or gone since a mark; nil where any may
  /// have, which is so at first and after many changes.
  ///
  /// Take the mark before you read: what changes meanwhile is then told once more, never left out.
  /// - Complexity: O(what changed).
  public func changes(
    ofType type: String, since mark: ChangeMark?
  ) throws(StoreError) -> (mark: ChangeMark, ids: Set<DocumentID>?) {
    // To list a type for the first time counts as a change of all of it.
    try list(schema(type))
    return state.withLock { state in
      let log = state.changes[type] ?? ChangeLog()
      let now = ChangeMark(epoch: log.epoch, count: log.ids.count)
      guard let mark, mark.epoch == log.epoch, mark.count <= log.ids.count else {
        return (now, nil)
      }
      return (now, Set(log.ids[mark.count...]))
    }
  }
}
