import JSONTree

/// A PDSA cycle: plan, do, study, act.
public struct Cycle: DocumentView {
  public static let documentType = DocumentType.cycle
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var title: String {
    text("title") ?? CycleTitle.derived(fromObjective: objective ?? changeIdea ?? "")
  }
  public var project: String? { text("project") }
  public var site: String? { text("site") }
  public var stage: CycleStage { word("stage") ?? .plan }
  public var purpose: CyclePurpose? { word("purpose") }
  public var owner: String? { text("owner") }
  public var testers: [String] { tree["testers" as JSONPath]?.strings ?? [] }
  public var ramp: String? { text("ramp") }
  public var parentCycle: String? { text("parentCycle") }
  public var clonedFrom: String? { text("clonedFrom") }
  public var driver: String? { text("driver") }
  public var changeIdea: String? { text("changeIdea.text") }
  public var changeIdeaResource: String? { text("changeIdea.resource") }
  public var changeIdeaVersion: Int? { tree["changeIdea.version" as JSONPath]?.int }
  /// The try-out of a shared resource that it is part of.
  public var adoption: String? { text("changeIdea.adoption") }
  public var plannedStart: CalendarDate? { date("plannedStart") }
  public var plannedEnd: CalendarDate? { date("plannedEnd") }
  public var actualStart: CalendarDate? { date("actualStart") }
  public var actualEnd: CalendarDate? { date("actualEnd") }
  public var scale: CycleScale { CycleScale(tree["scale"] ?? .null) }
  public var sureBefore: HowSure { HowSure(tree["howSure.before" as JSONPath] ?? .null) }
  public var sureAfter: HowSure { HowSure(tree["howSure.after" as JSONPath] ?? .null) }
  public var harm: String? { text("harm.what") }
  public var harmOn: CalendarDate? { date("harm.when") }

  public var objective: String? { text("plan.objective") }
  public var theory: String? { text("plan.theory") }
  public var predictions: [Prediction] { records("plan.predictions") }
  public var tasks: [CycleTask] { records("plan.tasks") }
  public var dataPlan: String? { text("plan.dataPlan") }
  public var stopCriteria: String? { text("plan.stopCriteria") }

  public var wasCarriedOutAsPlanned: Bool? { tree["do.carriedOutAsPlanned" as JSONPath]?.bool }
  public var deviations: [String] { tree["do.deviations" as JSONPath]?.strings ?? [] }
  public var observations: [CycleObservation] { records("do.observations") }
  public var unexpected: [String] { tree["do.unexpected" as JSONPath]?.strings ?? [] }

  public var results: [PredictionResult] { records("study.results") }
  public var summary: String? { text("study.summary") }
  public var studyHarm: String? { text("study.harm") }

  public var decision: CycleDecision? { word("act.decision") }
  public var rationale: String? { text("act.rationale") }
  public var nextCycle: String? { text("act.nextCycle") }
  public var sharedAsResource: String? { text("act.sharedAsResource") }

  /// The result of the prediction at a position: the one that names it, else the one that stands at
  /// the same place and names none.
  public func result(ofPrediction index: Int) -> PredictionResult? {
    let all = results
    if let named = all.first(where: { $0.prediction == index }) { return named }
    guard all.indices.contains(index), all[index].prediction == nil else { return nil }
    return all[index]
  }

  /// Whether harm was noted at any stage.
  public var hasHarm: Bool { harm != nil || studyHarm != nil }

  /// Whether anything is known of a test that was carried out.
  public var hasBegun: Bool {
    actualStart != nil || wasCarriedOutAsPlanned != nil || !observations.isEmpty || !results.isEmpty
  }

  /// Whether it waits for nothing more: it is closed, or decided and carried on in the next one.
  public var isOver: Bool { stage == .closed || decision != nil && nextCycle != nil }

  /// Whether the cycle should have ended before a day and has not.
  public func isOverdue(on day: CalendarDate) -> Bool {
    guard !isOver, let end = plannedEnd else { return false }
    return end < day
  }
}
