import JSONTree

/// What a transaction made of one document, with both versions.
struct CommittedChange: Sendable {
  let place: Place
  /// Nil where there was nothing.
  let old: StoredDocument?
  /// Nil where there is nothing now.
  let new: StoredDocument?

  var change: DocumentChange {
    DocumentChange(id: place.id, type: place.type, old: old?.revision, new: new?.revision)
  }
}

/// A document before and after a transaction, as this host keeps it.
public struct KeptVersions: Sendable, Equatable {
  public let change: DocumentChange
  /// Nil where there was nothing.
  public let before: JSON?
  /// Nil where there is nothing.
  public let after: JSON?
  /// Where it lies.
  let path: String?
}
