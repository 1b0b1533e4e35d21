import JSONTree

/// What someone asks the network for.
public struct Need: DocumentView {
  public static let documentType = DocumentType.need
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var title: String { text("title") ?? "" }
  public var detail: String? { text("detail") }
  public var category: SupportCategory { word("category") ?? .information }
  public var member: String { text("member") ?? "" }
  public var site: String? { text("site") }
  public var urgency: Urgency { word("urgency") ?? .normal }
  public var neededBy: CalendarDate? { date("neededBy") }
  public var terms: String? { text("terms") }
  public var state: MatchState { word("state") ?? .open }
  public var matches: [String] { tree["matches" as JSONPath]?.strings ?? [] }
  public var fulfilledBy: String? { text("fulfilled.by") }
  public var fulfilledAt: CalendarDate? { date("fulfilled.at") }
  public var helpful: Int? { tree["fulfilled.helpful" as JSONPath]?.int }
}
