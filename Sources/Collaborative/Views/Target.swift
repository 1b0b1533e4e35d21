import Improvement
import Insights

/// Names a document, so that anything shown on a screen can be opened.
public struct Target: Hashable, Sendable {
  public var type: DocumentType
  public var id: String
  /// Of a resource: which of the sites that tried it are told of, instead of the resource itself.
  public var tried: EvidenceSummary.Group?
  /// Of a project: which part of its driver diagram is told of, instead of the project itself.
  public var part: DiagramPart?

  public init(_ type: DocumentType, _ id: String) {
    self.type = type
    self.id = id
  }

  /// A part of a project's driver diagram.
  public init(project: String, part: DiagramPart) {
    self.init(.project, project)
    self.part = part
  }
}
