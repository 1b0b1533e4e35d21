import JSONTree

/// What a team expects before it tests.
public struct Prediction: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var question: String? { text("question") }
  public var prediction: String { text("prediction") ?? "" }
  public var expectedValue: Double? { tree["expectedValue" as JSONPath]?.double }
  public var measure: String? { text("measure") }
  public var madeAt: String? { text("madeAt") }
}

/// What happened, held against a prediction.
public struct PredictionResult: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  /// The position of the prediction in the plan, counted from 0.
  public var prediction: Int? { tree["prediction"]?.int }
  public var result: String? { text("result") }
  public var value: Double? { tree["value" as JSONPath]?.double }
  public var matched: PredictionMatch? { word("matched") }
  public var learning: String? { text("learning") }
}

/// Who does what in a plan, when and where.
public struct CycleTask: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var what: String { text("what") ?? "" }
  public var who: String? { text("who") }
  public var when: CalendarDate? { date("when") }
  public var `where`: String? { text("where") }
  public var done: Completion { Completion(tree["done" as JSONPath]) }
}

/// What someone saw while a test ran.
public struct CycleObservation: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var text: String { tree.text("text") ?? "" }
  public var at: String? { text("at") }
  public var by: String? { text("by") }
}

/// How large a test is.
public struct CycleScale: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var patients: Int? { tree["patients" as JSONPath]?.int }
  public var clinicians: Int? { tree["clinicians" as JSONPath]?.int }
  public var encounters: Int? { tree["encounters" as JSONPath]?.int }
  public var setting: String? { text("setting") }
  public var conditions: String? { text("conditions") }

  /// The largest of the counts that are known.
  public var size: Int? { [patients, clinicians, encounters].compactMap(\.self).max() }
}

/// What decides how large a test should be.
public struct HowSure: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var degreeOfBelief: DegreeOfBelief? { word("degreeOfBelief") }
  public var costOfFailure: CostOfFailure? { word("costOfFailure") }
  public var commitment: Commitment? { word("commitment") }
}
