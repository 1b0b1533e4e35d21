/// What predictions came to. For learning: nobody is compared by it.
public struct PredictionRecord: Hashable, Sendable {
  /// A prediction that did not come true, or only partly, with what it taught.
  public struct Surprise: Hashable, Sendable {
    public var cycle: String
    public var prediction: String
    public var result: String?
    public var matched: PredictionMatch
    public var learning: String?
  }

  public var asPredicted = 0
  public var unknown = 0
  /// Predictions that nobody has compared with a result yet.
  public var open = 0
  public var surprises: [Surprise] = []

  public init() {}

  public init(of cycle: Cycle) {
    for (index, prediction) in cycle.predictions.enumerated() {
      let result = cycle.result(ofPrediction: index)
      switch result?.matched {
      case .yes: asPredicted += 1
      case .unknown: unknown += 1
      // Nothing will come of a test that was abandoned.
      case nil: open += cycle.decision == .abandon ? 0 : 1
      case .some(let matched):
        surprises.append(
          Surprise(
            cycle: cycle.id, prediction: prediction.prediction, result: result?.result,
            matched: matched, learning: result?.learning))
      }
    }
  }

  /// Predictions that could be told to have come true or not.
  public var judged: Int { asPredicted + surprises.count }

  /// The share that surprised; nil below 10, where a share would say more than is known.
  public var surpriseShare: Double? {
    judged < 10 ? nil : Double(surprises.count) / Double(judged)
  }

  public static func += (left: inout PredictionRecord, right: PredictionRecord) {
    left.asPredicted += right.asPredicted
    left.unknown += right.unknown
    left.open += right.open
    left.surprises += right.surprises
  }
}
