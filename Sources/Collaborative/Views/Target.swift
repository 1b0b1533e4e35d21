import Improvement

/// Names a document, so that anything shown on a screen can be opened.
public struct Target: Hashable, Sendable {
  public var type: DocumentType
  public var id: String

  public init(_ type: DocumentType, _ id: String) {
    self.type = type
    self.id = id
  }
}
