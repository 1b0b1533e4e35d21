import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Puts the numbers of a grid into their series as one step: all of them, or none where one is
  /// refused.
  ///
  /// A number that somebody else entered since the grid was read is not written over unseen; one
  /// for another period or another measure is no matter.
  ///
  /// - Throws: `.entriesRefused` with every cell that is wrong.
  public func enter(_ entries: [NumberEntry]) throws(CollaborationError) -> Outcome {
    var problems: [String: EntryProblem] = [:]
    var read: [(entry: NumberEntry, observation: Observation, measure: Measure)] = []
    for entry in entries {
      let measure = Measure(try document(entry.measureID).tree)
      do throws(EntryProblem) {
        read.append((entry, try observation(entry, of: measure, today: clock.today), measure))
      } catch {
        problems[entry.key] = error
      }
    }
    guard problems.isEmpty else { throw .entriesRefused(problems) }
    var attemptsLeft = 5
    while true {
      do throws(CollaborationError) {
        return try enterTogether(read)
      } catch {
        attemptsLeft -= 1
        guard attemptsLeft > 0, error.isOvertaken else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }

  private func observation(
    _ entry: NumberEntry, of measure: Measure, today: CalendarDate
  ) throws(EntryProblem) -> Observation {
    if entry.period.firstDay > today { throw .notBegun(entry.period) }
    if entry.text.allSatisfy(\.isWhitespace) { throw .noNumber(before: entry.before) }
    do throws(ObservationError) {
      return try ObservationText.parse(entry.text, of: measure.dataKind)
    } catch {
      throw .unreadable(error)
    }
  }

  private func enterTogether(
    _ read: [(entry: NumberEntry, observation: Observation, measure: Measure)]
  ) throws(CollaborationError) -> Outcome {
    var order: [DocumentID] = []
    var series: [DocumentID: Series] = [:]
    var bases: [DocumentID: StoredDocument] = [:]
    var problems: [String: EntryProblem] = [:]
    for (entry, observation, measure) in read {
      let id = entry.seriesID
      if series[id] == nil {
        let base = try? store.document(id)
        let tree = base?.tree ?? newSeries(id, measure: measure, siteID: entry.siteID)
        try require(standing(of: tree, type: .series), isNew: base == nil)
        series[id] = Series(tree)
        bases[id] = base
        order.append(id)
      }
      let old = series[id]?.points.first { $0.period == entry.period && $0.sequence == 0 }
      let point = point(entry, observation, over: old)
      let standing = old.map(ObservationText.edit) ?? ""
      // Who typed the same as somebody else has nothing to settle.
      if standing != entry.before, !(old.map { point.saysTheSame(as: $0.tree) } ?? false) {
        problems[entry.key] = .changedMeanwhile(
          text: standing, by: old?.enteredBy.map(shownName))
      }
      if let old, point.saysTheSame(as: old.tree) { continue }
      var entered = point
      entered["entered"] = self.entered(for: nil)
      series[id]?.put(SeriesPoint(entered))
    }
    guard problems.isEmpty else { throw .entriesRefused(problems) }
    return try commit(order, series, bases, words: enteredWords(read.map(\.entry)))
  }

  /// What was said about an older number stays with the new one, unless it was typed over.
  private func point(
    _ entry: NumberEntry, _ observation: Observation, over old: SeriesPoint?
  ) -> JSON {
    var point = observation.point(period: entry.period)
    if let leftOut = old?.tree["leftOut"] { point["leftOut"] = leftOut }
    if observation.remark == nil {
      let note =
        entry.note == entry.noteBefore
        ? old?.note ?? entry.note : FieldText.normalised(entry.note)
      point["note"] = note.isEmpty ? nil : .string(note)
    }
    return point
  }

  private func commit(
    _ order: [DocumentID], _ series: [DocumentID: Series], _ bases: [DocumentID: StoredDocument],
    words: String
  ) throws(CollaborationError) -> Outcome {
    var operations: [Operation] = []
    for id in order {
      guard let tree = series[id]?.tree else { continue }
      let base = bases[id]
      if tree == base?.tree { continue }
      try check(tree, .series, over: base?.tree)
      operations.append(base.map { .edit(tree, from: $0) } ?? .add(tree))
    }
    let id = order.first ?? ""
    guard !operations.isEmpty else {
      let revision = bases[id]?.revision ?? Revision(of: [])
      return Outcome(
        id: id, revision: revision, words: "these numbers stand there already",
        hasChanged: false)
    }
    let receipt = try commit(
      operations, verb: "log:series", note: words,
      merging: mergePolicy(keepsConflicts: false))
    let change = receipt.changes.first
    return Outcome(
      id: change?.id ?? id, revision: change?.new ?? Revision(of: []), words: words)
  }

  /// `entered 5 numbers for Oct 2026 at Riverside`
  private func enteredWords(_ entries: [NumberEntry]) -> String {
    let periods = Set(entries.map(\.period)).sorted()
    let sites = Set(entries.map(\.siteID)).map(name).sorted()
    let when =
      periods.count <= 2
      ? periods.map(\.label).joined(separator: " and ") : "\(periods.count) periods"
    let count = entries.count == 1 ? "one number" : "\(entries.count) numbers"
    let place = sites.count <= 2 ? sites.joined(separator: " and ") : "\(sites.count) sites"
    return "entered \(count) for \(when) at \(place)"
  }
}
