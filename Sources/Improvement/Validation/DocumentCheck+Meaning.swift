import JSONTree

extension DocumentCheck {
  /// What a document says as a whole, beyond its single fields.
  mutating func checkMeaning(_ type: DocumentType) {
    switch type {
    case .network: checkNetwork()
    case .site:
      checkOrder("joined", "left", "Joined", "Left")
      checkNotItself("parentSite", "Part of")
      checkRange("reportingDay", 1...31, "Reporting day")
    case .member: checkOrder("active.from", "active.to", "Active from", "Active to")
    case .project: checkProject()
    case .measure: checkMeasure()
    case .series: checkSeries()
    case .cycle: checkCycle()
    case .resource: checkResource()
    case .adoption: checkRange("version", 1...1_000_000, "Version")
    case .need: checkRange("fulfilled.helpful", 1...5, "How helpful?")
    case .offer:
      checkOrder("available.from", "available.to", "Available from", "Available until")
      checkRange("fulfilled.helpful", 1...5, "How helpful?")
    case .note:
      checkNotItself("replyTo", "Answer to")
      checkRange("visit.minutes", 0...100_000, "Minutes")
    case .hypothesis: checkNotItself("refinedInto", "Refined into")
    case .event: break
    }
  }

  /// An end may stand on its start, never before it.
  mutating func checkOrder(
    _ start: JSONPath, _ end: JSONPath, _ startLabel: String, _ label: String
  ) {
    guard let first = tree.date(start), let last = tree.date(end), last < first else { return }
    report(.endsBeforeItStarts(start: startLabel), at: end, label)
  }

  mutating func checkNotItself(_ path: JSONPath, _ label: String) {
    guard let id = tree.text("id"), tree.text(path) == id else { return }
    report(.refersToItself, at: path, label)
  }

  mutating func checkRange(_ path: JSONPath, _ range: ClosedRange<Int>, _ label: String) {
    guard let value = tree[path]?.int, !range.contains(value) else { return }
    let allowed = "from \(range.lowerBound) to \(range.upperBound)"
    report(.outOfRange(String(value), allowed: allowed), at: path, label)
  }

  private mutating func checkNetwork() {
    checkRange("smallestCount", 1...1_000_000, "Smallest public count")
    checkDrivers()
    checkSpans(in: "seasons", "To")
  }

  /// Each record's `to` stands on or after its `from`.
  mutating func checkSpans(in list: JSONPath, _ label: String) {
    for (index, record) in (tree[list]?.elements ?? []).enumerated() {
      guard let from = record.date("from"), let to = record.date("to"), to < from else { continue }
      let place = list.appending(index)
      report(.endsBeforeItStarts(start: "From"), at: place.appending("to"), label)
    }
  }

  private mutating func checkCycle() {
    checkOrder("plannedStart", "plannedEnd", "When do you start?", "When do you look at it?")
    checkOrder("actualStart", "actualEnd", "Started on", "Ended on")
    checkNotItself("parentCycle", "Follows on from")
    checkNotItself("clonedFrom", "Copied from")
    checkNotItself("act.nextCycle", "Next cycle")
    for name in ["patients", "clinicians", "encounters"] {
      checkRange(JSONPath(["scale", name]), 0...1_000_000_000, "How many \(name)?")
    }
    let count = tree["plan.predictions" as JSONPath]?.elements.count ?? 0
    for (index, result) in (tree["study.results" as JSONPath]?.elements ?? []).enumerated() {
      guard let position = result["prediction"]?.int, !(0..<count).contains(position) else {
        continue
      }
      let path = JSONPath(["study", "results", String(index), "prediction"])
      report(.noSuchPrediction(position, count: count), at: path, "Prediction")
    }
  }

  private mutating func checkMeasure() {
    guard let multiplier = tree["multiplier"]?.int else { return }
    if ![1, 100, 1_000, 10_000].contains(multiplier) {
      let problem = ValidationProblem.outOfRange(
        String(multiplier), allowed: "1, 100, 1000 or 10000")
      report(problem, at: "multiplier", "Per how many")
    }
  }
}
