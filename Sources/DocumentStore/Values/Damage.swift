import JSONTree

/// A document that cannot be read; it is listed and left exactly as it is.
public struct Damage: Sendable, Hashable {
  /// The file's path relative to the store's root.
  public let place: String
  public let id: DocumentID
  /// As the folder says.
  public let type: String?
  public let problem: StoreProblem

  public init(place: String, id: DocumentID, type: String?, problem: StoreProblem) {
    self.place = place
    self.id = id
    self.type = type
    self.problem = problem
  }
}

/// What is wrong with a file or a document.
public enum StoreProblem: Sendable, Hashable {
  case notJSON(JSONError)
  case notAnObject
  case notAFile
  case tooLarge(bytes: Int)
  case noID
  case otherID(String)
  case unusableID(String)
  case noType
  case otherType(found: String, expected: String)
  case misplaced
  case notReadable(code: Int32)
}
