import DocumentStore
import Improvement
import JSONTree

/// What came of one prediction, as it was typed.
public struct PredictionScore: Hashable, Sendable {
  /// Which prediction of the plan, counted from 0.
  public var prediction: Int
  /// The texts by the fields' names: result, value, matched, learning.
  public var texts: [String: String]

  public init(prediction: Int, texts: [String: String]) {
    self.prediction = prediction
    self.texts = texts
  }

  public static let fields = ["result", "value", "matched", "learning"]
}

extension Collaboration {
  /// Holds predictions against what came of them, all in one step.
  ///
  /// - Throws: `.invalid` with the place of a prediction in the plan, `study.results.2.matched`,
  ///   where one is compared before any result is noted.
  public func score(
    _ scores: [PredictionScore], summary: String, in base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    var tree = base.tree
    for score in scores { try put(score, into: &tree) }
    tree = try assigning([Assignment("study.summary", summary)], to: tree, .cycle)
    let did = "compared the predictions of “\(Cycle(tree).title)”"
    let saved = try save(tree, over: base, note: did)
    let record = PredictionRecord(of: Cycle(tree))
    return saved.saying(
      saved.hasChanged ? "\(did): \(record)" : "nothing to change in “\(Cycle(tree).title)”")
  }

  private func put(
    _ score: PredictionScore, into tree: inout JSON
  ) throws(CollaborationError) {
    let results: JSONPath = "study.results"
    let cycle = Cycle(tree)
    var records = tree[results]?.elements ?? []
    let place = cycle.place(ofResult: score.prediction)
    let old: JSON = place.flatMap { records[safe: $0] } ?? [:]
    var record = old
    for name in PredictionScore.fields {
      guard let text = score.texts[name] else { continue }
      let path = "study.results.\(score.prediction).\(name)"
      // Only what was typed over is read anew, so that what nobody touched keeps its bytes.
      let field = try field(path, of: .cycle)
      if FieldText.edit(old[field.name], as: field.kind) == text { continue }
      record[name] = try read(text, as: field)
    }
    if record == old { return }
    let result = PredictionResult(record)
    if let matched = result.matched, matched != .unknown, result.result == nil,
      result.value == nil
    {
      let path: JSONPath = JSONPath(["study", "results", String(score.prediction), "matched"])
      throw .invalid(
        .cycle, [Finding(path: path, label: "As predicted?", problem: .scoredBeforeResult)])
    }
    if let place {
      records[place] = record
    } else {
      record["prediction"] = JSON(score.prediction)
      records.append(record)
    }
    tree[results] = .array(records)
  }

  /// Refuses results that say how they compare before anything came of them; what stood so already
  /// stays.
  func checkScores(_ tree: JSON, over old: JSON?) throws(CollaborationError) {
    let before = old?["study.results" as JSONPath]?.elements ?? []
    for (index, record) in (tree["study.results" as JSONPath]?.elements ?? []).enumerated()
    where !before.contains(record) {
      let result = PredictionResult(record)
      guard let matched = result.matched, matched != .unknown, result.result == nil,
        result.value == nil
      else { continue }
      let path = JSONPath(["study", "results", String(index), "matched"])
      throw .invalid(
        .cycle, [Finding(path: path, label: "As predicted?", problem: .scoredBeforeResult)])
    }
  }
}

extension Cycle {
  /// Where in the list the result of a prediction stands; nil where it has none.
  public func place(ofResult prediction: Int) -> Int? {
    let all = results
    if let named = all.firstIndex(where: { $0.prediction == prediction }) { return named }
    guard all.indices.contains(prediction), all[prediction].prediction == nil else { return nil }
    return prediction
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
