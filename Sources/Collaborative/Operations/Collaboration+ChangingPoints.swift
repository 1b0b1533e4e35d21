import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Changes one point of a series: its number, what is noted beside it, why it is left out.
  ///
  /// A gap of the chart becomes a point. A change of another point by somebody else meanwhile is no
  /// matter; one of the same point is kept beside this one until somebody chooses.
  ///
  /// - Parameters:
  ///   - text: the number as it is typed: `3.2`, `2/118`, `0/0`, `na`, `?`, `~2/118`.
  ///   - leftOut: why the point shall not count; empty where it does.
  ///   - base: the series as the person saw it.
  public func changePoint(
    _ period: Period, sequence: Int, text: String, note: String, leftOut: String,
    in base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    var series = Series(base.tree)
    let measure = Measure(try document(series.measure).tree)
    let observation: Observation
    do throws(ObservationError) {
      observation = try ObservationText.parse(text, of: measure.dataKind)
    } catch {
      throw .unreadableObservation(text: text, error)
    }
    let old = series.points.first { $0.period == period && $0.sequence == sequence }
    var point = observation.point(period: period, sequence: sequence == 0 ? nil : sequence)
    let trimmed = FieldText.normalised(note)
    if !trimmed.allSatisfy(\.isWhitespace) { point["note"] = .string(trimmed) }
    if !leftOut.allSatisfy(\.isWhitespace) {
      var reason: JSON = ["reason": .string(FieldText.normalised(leftOut))]
      let isSame = old?.leftOutReason == leftOut
      reason["by"] = isSame ? old?.tree["leftOut"]?["by"] : principal.memberID.map(JSON.string)
      point["leftOut"] = reason
    }
    let place = title(of: base)
    if let old, point.saysTheSame(as: old.tree) {
      return Outcome(
        id: base.id, revision: base.revision, words: "nothing to change: \(place)",
        hasChanged: false)
    }
    // A note leaves it as it was who entered the number and from where.
    let isSameNumber = old.map { ObservationText.edit($0) == text } ?? false
    point["entered"] = isSameNumber ? old?.tree["entered"] : entered(for: nil)
    if isSameNumber { point["source"] = old?.tree["source"] }
    series.put(SeriesPoint(point))
    let words = "changed \(period.label) of \(place)"
    let saved = try save(series.tree, over: base, note: words)
    return Outcome(
      id: saved.id, revision: saved.revision, words: words, hasChanged: saved.hasChanged,
      isMerged: saved.isMerged, needsChoice: saved.needsChoice)
  }

  /// Defines a measure anew from a day on, which begins a phase in every chart of it.
  ///
  /// The first definition stays where it is; each newer one stands with its day and its reason.
  public func defineAnew(
    from day: String, definition: String, reason: String, in base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    let index = Measure(base.tree).definitionVersions.count
    if reason.allSatisfy(\.isWhitespace) {
      let path = JSONPath(["definitionVersions", String(index), "reason"])
      throw .invalid(.measure, [Finding(path: path, label: "Why", problem: .missing(when: nil))])
    }
    let tree = try assigning(
      [
        Assignment("definitionVersions.\(index).from", day),
        Assignment("definitionVersions.\(index).definition", definition),
        Assignment("definitionVersions.\(index).reason", reason),
      ], to: base.tree, .measure)
    let version = Measure(tree).definitionVersions.last
    let name = Measure(base.tree).name
    let from = version?.from.map { " from \($0.label) on" } ?? ""
    let words = "defined \(name) anew\(from): a phase begins in its charts"
    let saved = try save(tree, over: base, note: words)
    return Outcome(
      id: saved.id, revision: saved.revision, words: words, hasChanged: saved.hasChanged,
      needsChoice: saved.needsChoice)
  }
}
