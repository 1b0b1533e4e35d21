import JSONTree

/// A document as it stands on the disk.
public struct StoredDocument: Sendable, Equatable {
  public let id: DocumentID
  public let type: String
  public let tree: JSON
  public let revision: Revision
  /// The file's path relative to the store's root.
  public let place: String
  /// Whether a newer program wrote it: it is shown and kept whole, and not written.
  public let isNewer: Bool

  public init(
    id: DocumentID, type: String, tree: JSON, revision: Revision, place: String,
    isNewer: Bool = false
  ) {
    self.id = id
    self.type = type
    self.tree = tree
    self.revision = revision
    self.place = place
    self.isNewer = isNewer
  }
}

/// A document in the trash.
public struct TrashedDocument: Sendable, Equatable {
  public let id: DocumentID
  public let type: String
  /// What restoring brings back.
  public let tree: JSON
  /// Where it lay and comes back to.
  public let place: String
  public let at: Timestamp
  public let by: String
}
