import JSONTree

/// What someone says about something.
public struct Note: DocumentView {
  public static let documentType = DocumentType.note
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var body: String { text("body") ?? "" }
  public var kind: NoteKind { word("kind") ?? .comment }
  public var targetType: DocumentType? {
    text("target.type").flatMap(DocumentType.init(rawValue:))
  }
  public var targetId: String? { text("target.id") }
  public var targetField: String? { text("target.field") }
  /// Whom it is for, beside those who look after what it is about.
  public var to: String? { text("to") }
  /// What a team is asked to try.
  public var suggestedResource: String? { text("resource") }
  /// What a team says to a suggestion.
  public var answer: SuggestionAnswer? { word("answer") }
  public var visitDate: CalendarDate? { date("visit.date") }
  public var visitMode: VisitMode? { word("visit.mode") }
  public var visitMinutes: Int? { tree["visit.minutes" as JSONPath]?.int }
  public var visitAttendees: [String] { tree["visit.attendees" as JSONPath]?.strings ?? [] }
  public var visitFocus: String? { text("visit.focus") }
  public var actions: [NoteAction] { records("actions") }
  public var concernLevel: ConcernLevel { word("concernLevel") ?? .none }
  public var isPrivateToCoaches: Bool { tree["privateToCoaches" as JSONPath]?.bool ?? false }
  public var replyTo: String? { text("replyTo") }
  public var isResolved: Bool { tree["resolved" as JSONPath]?.bool ?? false }
}

/// What was agreed, who does it and by when.
public struct NoteAction: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var what: String { text("what") ?? "" }
  public var who: String? { text("who") }
  public var due: CalendarDate? { date("due") }
  public var done: Completion { Completion(tree["done" as JSONPath]) }
}
