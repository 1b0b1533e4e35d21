import JSONTree

/// An improvement project.
public struct Project: DocumentView {
  public static let documentType = DocumentType.project
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var name: String { text("name") ?? "" }
  public var siteIds: [String] { tree["sites" as JSONPath]?.strings ?? [] }
  public var status: ProjectStatus { word("status") ?? .active }
  public var problem: String? { text("problem") }
  public var whyNow: String? { text("whyNow") }
  public var aim: Aim { Aim(tree["aim"] ?? .null) }
  public var inScope: [String] { tree["scope.in" as JSONPath]?.strings ?? [] }
  public var outOfScope: [String] { tree["scope.out" as JSONPath]?.strings ?? [] }
  public var roster: [RosterEntry] { records("roster") }
  public var drivers: [Driver] { records("drivers") }
  public var ideas: [ChangeIdea] { records("ideas") }
  public var measureIds: [String] { tree["measures" as JSONPath]?.strings ?? [] }
  public var milestones: [Milestone] { records("milestones") }
  public var barriers: [Barrier] { records("barriers") }
  public var progress: [ProgressScore] { records("progress") }
}

/// What a project wants to reach: how much, for whom, by when.
public struct Aim: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var text: String? { text("text") }
  public var measure: String? { text("measure") }
  public var from: Double? { tree["from" as JSONPath]?.double }
  public var to: Double? { tree["to" as JSONPath]?.double }
  public var by: CalendarDate? { date("by") }
  public var population: String? { text("population") }
}

/// What should be reached by when.
public struct Milestone: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var what: String { text("what") ?? "" }
  public var due: CalendarDate? { date("due") }
  public var done: Completion { Completion(tree["done" as JSONPath]) }
}

/// What stands in the way.
public struct Barrier: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var text: String { text("text") ?? "" }
  public var mitigation: String? { text("mitigation") }
}
