import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Puts one number into the series of a measure at a site, and makes the series on its first.
  ///
  /// Someone else's number for another period is no conflict: the number is put into what stands
  /// there now.
  public func log(_ entry: ObservationEntry) throws(CollaborationError) -> LogOutcome {
    let reading = try read(entry)
    var attemptsLeft = 5
    while true {
      do throws(CollaborationError) {
        let (preparation, wording) = try prepareLogging(reading)
        let outcome = try carryOut(preparation)
        return LogOutcome(
          seriesID: outcome.id, revision: outcome.revision,
          replaced: outcome.hasChanged ? wording.old : nil, hasChanged: outcome.hasChanged,
          words: outcome.hasChanged ? wording.done : wording.unchanged)
      } catch {
        attemptsLeft -= 1
        guard attemptsLeft > 0, error.isOvertaken else { throw error }
      }
    }
  }

  /// What an entry means, as far as that does not hang on the series.
  func read(_ entry: ObservationEntry) throws(CollaborationError) -> ObservationReading {
    let measureID = try resolve(entry.measure, type: .measure)
    let siteID = try resolve(entry.site, type: .site)
    let measure = try Measure(document(measureID).tree)
    let period = try period(entry.period, of: measure)
    let observation: Observation
    do throws(ObservationError) {
      observation = try ObservationText.parse(entry.text, of: measure.dataKind)
    } catch {
      throw .unreadableObservation(text: entry.text, error)
    }
    let enteredFor: DocumentID? =
      if let login = entry.enteredFor { try resolve(login, type: .member) } else { nil }
    return ObservationReading(
      observation: observation, period: period, note: entry.note, enteredFor: enteredFor,
      measure: measure, siteID: siteID)
  }

  /// The period a text means for a measure: a day stands for the month, week or quarter it is in.
  public func period(
    _ text: String, of measure: Measure
  ) throws(CollaborationError) -> Period {
    let unit = measure.frequency.unit
    let word = text.uppercased()
    if let period = Period(word) {
      if period.unit == unit { return period }
      if period.unit == .day { return Period(unit, containing: period.firstDay) }
    } else if let day = CalendarDate(typed: text, today: clock.today) {
      return Period(unit, containing: day)
    }
    throw .unreadablePeriod(text: text, measure: measure.name, unit: unit)
  }

  func prepareLogging(
    _ reading: ObservationReading
  ) throws(CollaborationError) -> (Preparation, LogWording) {
    let (measure, siteID, period) = (reading.measure, reading.siteID, reading.period)
    let (observation, note) = (reading.observation, reading.note)
    let id = Series.id(site: siteID, measure: measure.id)
    let base = try? store.document(id)
    let tree = base?.tree ?? newSeries(id, measure: measure, siteID: siteID)
    try require(standing(of: tree, type: .series), isNew: base == nil)
    var series = Series(tree)
    let sequence = nextSequence(in: series, period, measure)
    let old = series.points.first { $0.period == period && $0.sequence == sequence ?? 0 }
    var point = observation.point(period: period, sequence: sequence)
    if let note, !note.isEmpty { point["note"] = .string(FieldText.normalised(note)) }
    if let leftOut = old?.tree["leftOut"] { point["leftOut"] = leftOut }
    if note == nil, observation.remark == nil, let kept = old?.note {
      point["note"] = .string(kept)
    }
    let wording = LogWording(
      text: ObservationText.edit(SeriesPoint(point)), old: old.map(ObservationText.edit),
      period: period, place: "\(measure.name) at \(name(of: siteID))", today: clock.today)
    if let old, let base, point.saysTheSame(as: old.tree) {
      let outcome = Outcome(
        id: id, revision: base.revision, words: wording.unchanged, hasChanged: false)
      return (.unchanged(outcome), wording)
    }
    point["entered"] = entered(for: reading.enteredFor)
    series.put(SeriesPoint(point))
    try check(series.tree, .series, over: base?.tree)
    let operation: Operation =
      if let base {
        .edit(series.tree, from: base)
      } else {
        .add(series.tree)
      }
    let change = PreparedChange(
      operation: operation, tree: series.tree, type: .series, verb: "log", note: wording.done,
      did: "logged numbers in", keepsConflicts: false)
    return (.change(change), wording)
  }

  /// Single events on one day follow one another; elsewhere a period has one number.
  private func nextSequence(in series: Series, _ period: Period, _ measure: Measure) -> Int? {
    guard measure.frequency == .event else { return nil }
    let taken = series.points.filter { $0.period == period }.map(\.sequence)
    return taken.max().map { $0 + 1 }
  }

  func newSeries(_ id: DocumentID, measure: Measure, siteID: DocumentID) -> JSON {
    var tree = newDocument(.series, id: id)
    tree["site"] = .string(siteID)
    tree["measure"] = .string(measure.id)
    if !measure.dataKind.isSingleEvent { tree["visibility"] = .string(measure.visibility.rawValue) }
    if let target = measure.tree["defaults"]?["target"] {
      tree["target"] = ["value": target]
    }
    return tree
  }

  func entered(for member: DocumentID?) -> JSON {
    var entered: JSON = [
      "at": .string(clock.now().description), "by": .string(principal.author),
    ]
    entered["for"] = member.map(JSON.string)
    return entered
  }
}

/// An entry that was read: which number it is, where it goes and for whom.
struct ObservationReading {
  let observation: Observation
  let period: Period
  let note: String?
  let enteredFor: DocumentID?
  let measure: Measure
  let siteID: DocumentID
}

extension JSON {
  /// Whether two points hold the same observation, whoever entered it and when.
  func saysTheSame(as other: JSON) -> Bool {
    var left = self
    var right = other
    for name in ["entered", "source"] {
      left[name] = nil
      right[name] = nil
    }
    return left == right
  }
}

extension CollaborationError {
  /// Whether someone else was quicker, so that trying again may do.
  var isOvertaken: Bool {
    switch self {
    case .conflict, .store(.alreadyThere), .store(.overtaken): true
    default: false
    }
  }
}
