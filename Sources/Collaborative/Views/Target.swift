import Improvement
import Insights

/// Names a document, so that anything shown on a screen can be opened.
public struct Target: Hashable, Sendable {
  public var type: DocumentType
  public var id: String
  /// Of a resource: which of the sites that tried it are told of, instead of the resource itself.
  public var tried: EvidenceSummary.Group?

  public init(_ type: DocumentType, _ id: String) {
    self.type = type
    self.id = id
  }
}
