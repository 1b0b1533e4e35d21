import Improvement
import JSONTree
import Testing

@Suite struct CycleRulesTests {
  static let complete: JSON = [
    "stage": "closed", "actualStart": "2026-03-10", "scale": ["patients": 1],
    "changeIdea": ["text": "A warm blanket"],
    "plan": [
      "objective": "Does it keep patients warm?", "tasks": [["what": "Fill the warmer"]],
      "predictions": [["prediction": "9 of 10", "madeAt": "2026-03-09T08:00:00Z"]],
    ],
    "do": ["observations": [["text": "They asked for a second one"]]],
    "study": [
      "results": [["result": "7 of 10", "matched": "partly", "learning": "Noon gap"]],
      "summary": "It works with an owner",
    ],
    "act": ["decision": "adapt", "rationale": "The gap has a name"],
  ]

  static func verdicts(_ tree: JSON) -> [FeatureVerdict] {
    TestingQuality.judgements(of: Cycle(tree)).map(\.verdict)
  }

  @Test("a small, predicted cycle with text in all stages has all three features")
  func allFeatures() {
    #expect(Self.verdicts(Self.complete) == [.met, .met, .met])
  }

  @Test("a cycle that has only begun is not faulted for what comes later")
  func early() {
    #expect(
      Self.verdicts(["stage": "plan", "plan": ["objective": "x"]]) == [.notYet, .notYet, .notYet])
  }

  @Test("a stage passed without text counts against the documentation")
  func undocumented() {
    var tree = Self.complete
    tree["do"] = nil
    let judgement = TestingQuality.judgements(of: Cycle(tree))[0]
    #expect(judgement.verdict == .notMet)
    #expect(judgement.evidence == .stagesWithoutText([.do]))
    #expect(judgement.evidence.description == "nothing is written yet under Do")
  }

  @Test("a prediction made after the start is marked, and alone is none")
  func late() {
    var tree = Self.complete
    tree["plan.predictions.0.madeAt" as JSONPath] = "2026-03-11T08:00:00Z"
    #expect(TestingQuality.judgements(of: Cycle(tree))[1].evidence == .allPredictionsLate(1))
    tree["plan.predictions.1" as JSONPath] = ["prediction": "Nobody minds"]
    tree["study.results.1" as JSONPath] = ["matched": "yes"]
    #expect(
      TestingQuality.judgements(of: Cycle(tree))[1].evidence
        == .predictions(inTime: 1, late: 1, compared: 2))
    #expect(Self.verdicts(tree)[1] == .met)
  }

  @Test("a closed cycle whose predictions nobody compared is not one that predicted")
  func notCompared() {
    var tree = Self.complete
    tree["study.results" as JSONPath] = []
    #expect(Self.verdicts(tree)[1] == .notMet)
  }

  @Test("a first test of forty is too large unless there is reason to be sure")
  func tooLarge() {
    var tree = Self.complete
    tree["scale.patients" as JSONPath] = 40
    #expect(Self.verdicts(tree)[2] == .notMet)
    tree["howSure.before" as JSONPath] = [
      "degreeOfBelief": "high", "costOfFailure": "large", "commitment": "strong",
    ]
    #expect(Self.verdicts(tree)[2] == .met)
    tree["purpose"] = "implement"
    #expect(Self.verdicts(tree)[2] == .notAsked)
  }

  @Test("more belief, less cost and more commitment never ask for a smaller test")
  func scaleIsMonotone() {
    for belief in DegreeOfBelief.allCases {
      for cost in CostOfFailure.allCases {
        let scales = Commitment.allCases.map {
          TestScale(belief: belief, costOfFailure: cost, commitment: $0)
        }
        #expect(scales == scales.sorted())
        for commitment in Commitment.allCases {
          #expect(
            TestScale(belief: .low, costOfFailure: cost, commitment: commitment)
              <= TestScale(belief: .high, costOfFailure: cost, commitment: commitment))
          #expect(
            TestScale(belief: belief, costOfFailure: .large, commitment: commitment)
              <= TestScale(belief: belief, costOfFailure: .small, commitment: commitment))
        }
      }
    }
  }

  @Test("stages follow one another and end")
  func stages() {
    #expect(CycleStage.plan.next == .do)
    #expect(CycleStage.act.next == .closed)
    #expect(CycleStage.closed.next == nil)
    #expect(CycleStage.plan < .study)
  }

  @Test("what a stage lacks is named with the field to fill in")
  func advice() {
    #expect(
      StageAdvice.missing(in: Cycle(["stage": "plan"]))
        == [.objective, .prediction, .whatIsTried, .whoDoesWhat])
    #expect(StageAdvice.missing(in: Cycle(["stage": "do"])) == [.startDay, .whatHappened])
    #expect(
      StageAdvice.missing(
        in: Cycle(["stage": "study", "plan": ["predictions": [["prediction": "x"]]]]))
        == [.results(missing: 1), .summary])
    for stage in CycleStage.allCases {
      var tree = Self.complete
      tree["stage"] = .string(stage.rawValue)
      #expect(StageAdvice.missing(in: Cycle(tree)).isEmpty)
      tree["plan"] = nil
      for gap in StageAdvice.missing(in: Cycle(tree)) {
        #expect(throws: Never.self) { try DocumentType.cycle.table.field(at: gap.path) }
      }
    }
  }

  @Test("predictions are counted, and surprises keep what they taught")
  func predictions() {
    var record = PredictionRecord(of: Cycle(Self.complete))
    #expect(record.description == "1 of 1 surprised us")
    #expect(record.surprises.first?.learning == "Noon gap")
    record += PredictionRecord(
      of: Cycle([
        "plan": ["predictions": [["prediction": "a"], ["prediction": "b"], ["prediction": "c"]]],
        "study": [
          "results": [
            ["prediction": 2, "matched": "yes"], ["prediction": 0, "matched": "unknown"],
          ]
        ],
      ]))
    #expect((record.judged, record.asPredicted, record.unknown, record.open) == (2, 1, 1, 1))
    #expect(record.surpriseShare == nil)
    for _ in 0..<8 { record += PredictionRecord(of: Cycle(Self.complete)) }
    #expect(record.surpriseShare == 0.9)
  }

  @Test("a cycle is overdue the day after its planned end, unless it is closed")
  func overdue() throws {
    let day = try #require(CalendarDate("2026-03-14"))
    #expect(!Cycle(["plannedEnd": "2026-03-14"]).isOverdue(on: day))
    #expect(Cycle(["plannedEnd": "2026-03-13"]).isOverdue(on: day))
    #expect(!Cycle(["plannedEnd": "2026-03-13", "stage": "closed"]).isOverdue(on: day))
  }
}
