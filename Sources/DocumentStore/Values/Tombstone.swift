/// What stands in the trash under a document's id.
public enum Tombstone: Sendable, Equatable {
  /// Removed; restoring brings it back.
  case trashed(TrashedDocument)
  /// Taken back by whoever could: nothing of its text is kept.
  case withdrawn(WithdrawnDocument)
}

/// What is left of a document that was withdrawn.
public struct WithdrawnDocument: Sendable, Hashable {
  public let id: DocumentID
  public let type: String
  /// Where it lay.
  public let place: String
  public let at: Timestamp
  public let by: String
  public let reason: String
}
