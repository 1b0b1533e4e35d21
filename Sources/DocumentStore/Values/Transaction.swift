import JSONTree

/// One change of one document.
public enum Operation: Sendable {
  /// A new document, with its id and type in it.
  case add(JSON)
  /// With an expected revision, refused when the document has another one by now.
  case replace(DocumentID, with: JSON, expecting: Revision?)
  /// What someone made of a document they had read; merged with what others made of it since.
  case edit(JSON, from: StoredDocument)
  case trash(DocumentID, expecting: Revision?)
  /// Takes a document out of the trash, back to its place.
  case restore(DocumentID)

  /// Which document is changed; nil for a new one that has no id.
  public var id: DocumentID? {
    switch self {
    case .add(let tree): tree["id"]?.string
    case .replace(let id, _, _), .trash(let id, _), .restore(let id): id
    case .edit(_, let base): base.id
    }
  }
}

/// Changes that happen all or not at all, and who makes them.
public struct Transaction: Sendable {
  public var operations: [Operation]
  /// What is done to what, such as `add:cycle`.
  public var verb: String
  /// A member's id, or `visitor:<login>`.
  public var by: String
  public var at: Timestamp
  public var note: String?
  /// Types of which nobody may have added a document since the store was last refreshed: a name
  /// that was free then could be taken by now.
  public var settledTypes: Set<String>
  /// How edits are merged where somebody else was quicker.
  public var merging: MergePolicy
  /// The journal's entry that this one takes back.
  public var undoes: String?

  public init(
    _ operations: [Operation], verb: String, by: String, at: Timestamp, note: String? = nil,
    settledTypes: Set<String> = [], merging: MergePolicy = .keepingConflicts,
    undoes: String? = nil
  ) {
    self.operations = operations
    self.verb = verb
    self.by = by
    self.at = at
    self.note = note
    self.settledTypes = settledTypes
    self.merging = merging
    self.undoes = undoes
  }
}

/// What happened to one document.
public struct DocumentChange: Sendable, Hashable {
  public let id: DocumentID
  public let type: String
  /// Nil for a document that was not there.
  public let old: Revision?
  /// Nil for a document that is gone to the trash.
  public let new: Revision?

  public init(id: DocumentID, type: String, old: Revision?, new: Revision?) {
    self.id = id
    self.type = type
    self.old = old
    self.new = new
  }
}

/// The promise that a transaction is on the disk and survives a power cut.
public struct Receipt: Sendable {
  /// The documents that changed; one that was replaced by the same bytes is not among them.
  public let changes: [DocumentChange]
  /// The edits that met somebody else's.
  public let merges: [MergedEdit]
  public let generation: Int

  /// Of a transaction that was only tried out.
  public init(changes: [DocumentChange], merges: [MergedEdit], generation: Int) {
    self.changes = changes
    self.merges = merges
    self.generation = generation
  }
}
