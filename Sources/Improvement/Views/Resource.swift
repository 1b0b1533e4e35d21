import JSONTree

/// Something shared in the commons.
public struct Resource: DocumentView {
  public static let documentType = DocumentType.resource
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var title: String { text("title") ?? "" }
  public var kind: ResourceKind { word("kind") ?? .tool }
  public var plainSummary: String? { text("plainSummary") }
  public var description: String? { text("description") }
  public var drivers: [String] { tree["drivers" as JSONPath]?.strings ?? [] }
  public var audience: [String] { tree["audience" as JSONPath]?.strings ?? [] }
  public var language: String? { text("language") }
  public var steps: [String] { tree["steps" as JSONPath]?.strings ?? [] }
  public var howToStartSmall: String? { text("howToStartSmall") }
  public var whatToAvoid: String? { text("whatToAvoid") }
  public var evidence: EvidenceLevel { word("evidence") ?? .idea }
  public var citations: [String] { tree["citations" as JSONPath]?.strings ?? [] }
  public var contextsTested: [String] { tree["contextsTested" as JSONPath]?.strings ?? [] }
  public var items: [String] { tree["items" as JSONPath]?.strings ?? [] }
  public var attachments: [String] { tree["attachments" as JSONPath]?.strings ?? [] }
  public var authors: [String] { tree["authors" as JSONPath]?.strings ?? [] }
  /// People and works outside the network that it owes something to.
  public var credits: [String] { tree["credits" as JSONPath]?.strings ?? [] }
  public var site: String? { text("site") }
  public var version: Int { tree["version"]?.int ?? 1 }
  public var licence: String? { text("licence") }
  public var derivedFrom: [Derivation] { records("derivedFrom") }
  public var supersedes: String? { text("supersedes") }
  public var reviewedBy: String? { text("review.by") }
  public var reviewedOn: CalendarDate? { date("review.date") }
  public var isPrivacyChecked: Bool { tree["review.privacyChecked" as JSONPath]?.bool ?? false }
}

/// What a resource grew out of, and what changed.
public struct Derivation: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var resource: String { text("resource") ?? "" }
  public var version: Int? { tree["version" as JSONPath]?.int }
  public var whatChanged: String? { text("whatChanged") }
}
