import JSONTree

/// How far a team has come, as someone sees it. Ordinal: never averaged.
public struct ProgressScore: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var date: CalendarDate? { date("date") }
  public var rater: String? { text("rater") }
  public var kind: ProgressRater? { word("kind") }
  public var score: Double? { tree["score" as JSONPath]?.double }
  public var why: String? { text("why") }
  public var suggestion: String? { text("suggestion") }
}
