import DocumentStore

/// What came of a change.
public struct Outcome: Hashable, Sendable {
  public let id: DocumentID
  public let revision: Revision
  /// What was done, such as `added the PDSA cycle “Warm blanket”`.
  public let words: String
  /// Whether anything is different now.
  public let hasChanged: Bool

  public init(id: DocumentID, revision: Revision, words: String, hasChanged: Bool = true) {
    self.id = id
    self.revision = revision
    self.words = words
    self.hasChanged = hasChanged
  }
}
