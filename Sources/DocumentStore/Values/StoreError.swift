import JSONTree

/// Why the store did not do what was asked; nothing is half done.
public enum StoreError: Error, Hashable, Sendable {
  // The folder
  case notThere(path: String)
  case notAStore(path: String)
  case notADirectory(path: String)
  case notReadable(path: String)
  case notEmpty(path: String)
  case alreadyAStore(path: String)
  case newerFormat(path: String, found: Int, known: Int)
  case damagedStore(path: String, StoreProblem)
  case braked(path: String, Brake)
  /// Another computer writes to the same folder of a network file system.
  case otherComputer(path: String, kind: String, name: String)
  case unstoppable(path: String)
  /// A file that would be overwritten.
  case fileThere(path: String)
  case noFile(path: String)
  case noFolder(path: String)
  case needsName(path: String)
  case badArchive(path: String, ArchiveProblem)

  // What was asked for
  case noSuchType(String)
  case noSuchDocument(String)
  case ambiguous(prefix: String, [DocumentID])
  case alreadyThere(DocumentID, place: String)
  case conflict(Conflict)
  case damaged(Damage)
  case invalidDocument(id: DocumentID?, StoreProblem)
  case newerDocument(DocumentID, found: Int, known: Int)
  case changedTwice(DocumentID)
  /// The document was withdrawn, and with it the right to have it again.
  case withdrawn(DocumentID, by: String, at: Timestamp)
  /// It is withdrawn, and its text may still be in what this person may not remove.
  case notCleared(DocumentID, path: String)
  /// Somebody added a document of a type that was to stay as it was.
  case overtaken(type: String)

  // This host's history
  case gitMissing
  case gitFailed(path: String, command: String, code: Int32)

  // The disk
  case noSpace(path: String)
  /// Whoever runs this may write no file of that size.
  case sizeLimit(path: String)
  case readOnly(path: String)
  case notPermitted(path: String)
  case io(operation: String, path: String, code: Int32)
}

/// A document that is not what whoever changes it has seen.
public struct Conflict: Hashable, Sendable {
  public let id: DocumentID
  public let expected: Revision
  /// Nil where the document is gone.
  public let found: Revision?
  /// Who changed it last, where the journal knows.
  public let by: String?
  public let at: Timestamp?

  public init(
    id: DocumentID, expected: Revision, found: Revision?, by: String? = nil, at: Timestamp? = nil
  ) {
    self.id = id
    self.expected = expected
    self.found = found
    self.by = by
    self.at = at
  }
}
