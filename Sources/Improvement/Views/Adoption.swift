import JSONTree

/// One site trying out one resource.
public struct Adoption: DocumentView {
  public static let documentType = DocumentType.adoption
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var resource: String { text("resource") ?? "" }
  public var version: Int? { tree["version" as JSONPath]?.int }
  /// The package it was taken from.
  public var package: String? { text("package") }
  public var site: String { text("site") ?? "" }
  public var project: String? { text("project") }
  public var stage: AdoptionStage { word("stage") ?? .considering }
  public var history: [AdoptionStep] { records("history") }
  /// The cycles it began with.
  public var cycles: [String] { tree["cycles"]?.strings ?? [] }
  public var learntFromSite: String? { text("learntFrom.site") }
  public var learntFromMember: String? { text("learntFrom.member") }
  public var learntAtEvent: String? { text("learntFrom.event") }
  public var whatWasAdapted: String? { text("whatWasAdapted") }
  public var fidelity: String? { text("fidelity") }
  public var reliabilityMeasure: String? { text("reliabilityMeasure") }
  public var reasonStopped: String? { text("reasonStopped") }

  /// The day a stage was first reached.
  public func day(of stage: AdoptionStage) -> CalendarDate? {
    history.first { $0.stage == stage }?.at
  }
}

/// A stage of a try-out and the day it was reached.
public struct AdoptionStep: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var stage: AdoptionStage? { word("stage") }
  public var at: CalendarDate? { date("at") }
  public var by: String? { text("by") }
}
