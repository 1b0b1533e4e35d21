import DocumentStore
import Improvement

/// What whoever keeps a screen up to date asks of the store. None of it tells what is in it.
extension Collaboration {
  /// Grows with every change that is made or noticed.
  public var generation: Int { store.generation }

  /// Wakes whoever waits for changes.
  public func watch() -> JournalWatch { JournalWatch(store) }

  /// Notices what the journal tells of others' changes.
  ///
  /// - Returns: whether there was any.
  public func followJournal() throws(CollaborationError) -> Bool {
    try attempt { () throws(StoreError) in try store.followJournal() }
  }

  /// What `body` makes of what it reads, with nothing that was committed in the midst of its reading.
  ///
  /// - Parameter body: reads, and changes nothing; may be called several times.
  public func whole<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try store.whole(body)
  }

  /// Looks at some of the folders for what no journal tells.
  ///
  /// - Returns: whether anything was different.
  public func refresh() throws(CollaborationError) -> Bool {
    try attempt { () throws(StoreError) in try store.refresh() }
  }

  /// Whether nobody can save anything now.
  public var isReadOnly: Bool { store.whyReadOnly() != nil }

  /// Keeps what spares the next opening time, where it is worth it and can be written.
  public func keepSnapshotIfWorthIt() {
    if store.isWorthASnapshot { try? store.keepSnapshot() }
  }

  /// How many damaged documents of a type were met so far.
  public func damagedCount(_ type: DocumentType) -> Int {
    store.damaged.count { $0.type == type.rawValue }
  }

  /// How many damaged documents were met so far, whoever they are about.
  public var damagedCount: Int { store.damaged.count }

  /// That what is shown may lack something, because documents can't be read; nil where all can be.
  public var damageWords: String? {
    let count = damagedCount
    guard count > 0 else { return nil }
    return "\(count == 1 ? "one document" : "\(count) documents") of the network can't be read, so "
      + "something may be missing; huddle doctor says which"
  }

  /// Whether a measure has numbers at a site, whoever may see them.
  public func hasNumbers(_ measure: DocumentID, at site: DocumentID) -> Bool {
    (try? store.document(Series.id(site: site, measure: measure))) != nil
  }
}
