/// The features of good testing (Taylor et al. 2014, BMJ Quality & Safety 23, 290–298).
public enum TestingFeature: String, CaseIterable, Hashable, Sendable {
  case documented, predicted, small, iterative, dataOverTime
}

/// How a feature stands.
public enum FeatureVerdict: Hashable, Sendable {
  case met, notMet
  /// The cycle has not come that far.
  case notYet
  /// Nothing of the kind is expected of such a cycle.
  case notAsked
}

/// What a judgement of a feature rests on.
public enum FeatureEvidence: Hashable, Sendable {
  case allStagesWritten
  case stagesWithoutText([CycleStage])
  case noPrediction
  case allPredictionsLate(Int)
  case predictions(inTime: Int, late: Int, compared: Int)
  case sizeUnknown(allowed: TestScale)
  case sizeFits(Int, allowed: TestScale)
  case sizeTooLarge(Int, allowed: TestScale)
  case notATest(CyclePurpose)
  case firstOfItsRamp
  /// How many tests follow another one of the ramp.
  case carriedOn(Int)
  /// The titles of those that name no parent, or one that says nothing of what it taught, and of
  /// how many.
  case notCarriedOn([String], of: Int)
  case noRegularSeries
  case tooFewPoints(Int, measure: String)
  case enoughPoints(Int, measure: String)
}

/// A feature, how it stands and why.
public struct FeatureJudgement: Hashable, Sendable {
  public var feature: TestingFeature
  public var verdict: FeatureVerdict
  public var evidence: FeatureEvidence
}

/// The features that a single cycle shows; `RampQuality` has the two that need its ramp and its
/// measures. Advice, never a gate.
public enum TestingQuality {
  public static func judgements(of cycle: Cycle) -> [FeatureJudgement] {
    [documented(cycle), predicted(cycle), small(cycle)]
  }

  static func documented(_ cycle: Cycle) -> FeatureJudgement {
    let empty = cycle.undocumentedStages
    if empty.isEmpty {
      return FeatureJudgement(feature: .documented, verdict: .met, evidence: .allStagesWritten)
    }
    let passed = empty.filter { $0 < cycle.stage }
    return FeatureJudgement(
      feature: .documented, verdict: passed.isEmpty ? .notYet : .notMet,
      evidence: .stagesWithoutText(passed.isEmpty ? empty : passed))
  }

  static func predicted(_ cycle: Cycle) -> FeatureJudgement {
    let predictions = cycle.predictions.filter { !$0.prediction.isEmpty }
    if predictions.isEmpty {
      return FeatureJudgement(
        feature: .predicted, verdict: cycle.stage == .plan ? .notYet : .notMet,
        evidence: .noPrediction)
    }
    let late = predictions.filter { $0.isLate(for: cycle) }.count
    if late == predictions.count {
      return FeatureJudgement(
        feature: .predicted, verdict: .notMet, evidence: .allPredictionsLate(late))
    }
    let compared = cycle.predictions.indices.filter { index in
      cycle.result(ofPrediction: index)?.matched != nil
    }.count
    let isCompared = compared >= predictions.count
    let verdict: FeatureVerdict = isCompared ? .met : cycle.stage > .study ? .notMet : .notYet
    return FeatureJudgement(
      feature: .predicted, verdict: verdict,
      evidence: .predictions(inTime: predictions.count - late, late: late, compared: compared))
  }

  static func small(_ cycle: Cycle) -> FeatureJudgement {
    if let purpose = cycle.purpose, purpose != .test {
      return FeatureJudgement(feature: .small, verdict: .notAsked, evidence: .notATest(purpose))
    }
    let allowed = TestScale(for: cycle)
    guard let size = cycle.scale.size else {
      return FeatureJudgement(
        feature: .small, verdict: .notYet, evidence: .sizeUnknown(allowed: allowed))
    }
    let fits = allowed.largestCount.map { size <= $0 } ?? true
    return FeatureJudgement(
      feature: .small, verdict: fits ? .met : .notMet,
      evidence: fits
        ? .sizeFits(size, allowed: allowed) : .sizeTooLarge(size, allowed: allowed))
  }
}

extension Prediction {
  /// Whether it was written down after the doing began. One whose moment nobody knows, or of a
  /// test that has not begun, is taken to be in time.
  public func isLate(for cycle: Cycle) -> Bool {
    guard let made = madeAt.flatMap({ CalendarDate($0.prefix(10)) }), let start = cycle.actualStart
    else { return false }
    return made > start
  }
}
