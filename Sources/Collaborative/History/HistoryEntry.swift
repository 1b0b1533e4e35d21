import DocumentStore
import JSONTree

/// One change of a document: who, when, and what in words.
public struct HistoryEntry: Sendable {
  public let at: Timestamp?
  /// As in the journal: a member's id, or `visitor:<login>`.
  public let by: String
  public let verb: String
  /// Such as `changed` or `logged 2/118 for Mar 2026: Wound infections at Riverside`.
  public let words: String
  public let old: Revision?
  public let new: Revision?
  /// Field by field; nil where this host has not kept the versions, or this person may not read
  /// one of them.
  public let changes: [FieldChange]?
}

/// What became of one field.
public struct FieldChange: Sendable, Equatable {
  public let path: String
  public let before: JSON?
  public let after: JSON?
  /// Such as `Title: Blankets → Warm blankets`.
  public let words: String
}
