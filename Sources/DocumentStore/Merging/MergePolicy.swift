import JSONTree

/// What an edit may become where somebody else changed the document first.
public struct MergePolicy: Sendable {
  /// Whether both values are kept where both changed the same; else the transaction is refused.
  public var keepsConflicts: Bool
  /// Whether what was merged may be saved over what was found; the store knows no type's rules.
  public var accepts: @Sendable (_ merged: JSON, _ found: StoredDocument) -> Bool

  public init(
    keepsConflicts: Bool,
    accepts: @escaping @Sendable (_ merged: JSON, _ found: StoredDocument) -> Bool = { _, _ in true
    }
  ) {
    self.keepsConflicts = keepsConflicts
    self.accepts = accepts
  }

  public static let keepingConflicts = MergePolicy(keepsConflicts: true)
}

/// An edit that met somebody else's.
public struct MergedEdit: Sendable {
  /// What was saved, with both edits in it.
  public let document: StoredDocument
  /// Who changed the document last before it was saved, where the journal knows.
  public let other: LastChange?
  /// Where both changed the same; both values are kept in the document.
  public let conflicts: [MergeConflict]
}
