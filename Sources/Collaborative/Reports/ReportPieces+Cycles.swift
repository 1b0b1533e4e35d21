import ControlCharts
import DocumentStore
import Improvement

/// What several reports say of cycles.
extension Collaboration {
  /// The cycles a report lists at most, the latest; how many there are is said.
  private static let cyclesListed = 60

  /// Cycles as one table for each ramp, in the order they were begun.
  func rampBlocks(_ cycles: [Cycle]) -> [ReportBlock] {
    let shown = Array(cycles.suffix(Self.cyclesListed))
    var blocks: [ReportBlock] = []
    if shown.count < cycles.count {
      blocks.append(.paragraph("\(cycles.count) cycles; the latest \(shown.count) are listed."))
    }
    let chains = chains(of: shown)
    func isRamp(_ chain: Ramp) -> Bool {
      chain.cycles.count > 1 || chain.cycles.contains { $0.ramp != nil }
    }
    for chain in chains where isRamp(chain) {
      let name = chain.cycles.compactMap(\.ramp).first ?? chain.cycles.first?.title ?? ""
      blocks.append(.table(table("Ramp: \(name)", of: chain.cycles)))
    }
    let single = chains.filter { !isRamp($0) }.flatMap(\.cycles)
    if !single.isEmpty {
      let caption = single.count == shown.count ? "Cycles" : "Cycles that belong to no ramp"
      blocks.append(.table(table(caption, of: single)))
    }
    return blocks
  }

  /// Cycles with their stage, their size, what was expected beside what came of it, and what was
  /// decided.
  func table(_ caption: String, of cycles: some Sequence<Cycle>) -> ReportTable {
    ReportTable(
      caption,
      headers: [
        "Cycle", "Stage", "Size", "We predicted", "What happened", "Sure before and after",
        "Decision",
      ],
      rows: cycles.map { cycle in
        [
          ReportCell([cycle.title, cycle.hasHarm ? "Harm was noted" : ""]),
          ReportCell([cycle.stage.label, dates(of: cycle)]), ReportCell(cycle.scaleWords),
          predicted(in: cycle), happened(in: cycle), belief(in: cycle),
          ReportCell([cycle.decision?.label ?? ""]),
        ]
      })
  }

  /// When it ran, or was to run.
  private func dates(of cycle: Cycle) -> String {
    if let start = cycle.actualStart {
      guard let end = cycle.actualEnd else { return "since \(start.label)" }
      return start == end ? start.label : "\(start.label) to \(end.label)"
    }
    let late = cycle.isOverdue(on: clock.today) ? ", past its end" : ""
    if let end = cycle.plannedEnd { return "planned until \(end.label)\(late)" }
    return cycle.plannedStart.map { "planned for \($0.label)" } ?? ""
  }

  private func predicted(in cycle: Cycle) -> ReportCell {
    let predictions = cycle.predictions.filter { !$0.prediction.isEmpty }
    guard !predictions.isEmpty else { return ReportCell("no prediction") }
    return ReportCell(
      predictions.map { prediction in
        let expected = prediction.expectedValue.map { "expected \(NumberText.short($0))" }
        let late = prediction.isLate(for: cycle) ? "written down after the start" : ""
        let notes = [expected ?? "", late].filter { !$0.isEmpty }.joined(separator: ", ")
        return notes.isEmpty ? prediction.prediction : "\(prediction.prediction) (\(notes))"
      })
  }

  private func happened(in cycle: Cycle) -> ReportCell {
    let compared = cycle.predictions.indices.compactMap { cycle.result(ofPrediction: $0) }
    let others = cycle.results.filter { !compared.contains($0) }
    let lines = (compared + others).map { result in
      let text = words(of: result)
      guard let matched = result.matched else { return text }
      return text.isEmpty ? matched.label : "\(matched.label): \(text)"
    }
    return lines.isEmpty ? ReportCell(cycle.summary ?? "") : ReportCell(lines)
  }

  /// What happened, with the number that was found: `2 of 5 as planned (40)`.
  private func words(of result: PredictionResult) -> String {
    guard let value = result.value.map(NumberText.short) else { return result.result ?? "" }
    guard let text = result.result else { return value }
    return text.hasSuffix(".") ? "\(text.dropLast()) (\(value))." : "\(text) (\(value))"
  }

  private func belief(in cycle: Cycle) -> ReportCell {
    let before = cycle.sureBefore.degreeOfBelief.map { "before: \($0.label.lowercased())" }
    let after = cycle.sureAfter.degreeOfBelief.map { "after: \($0.label.lowercased())" }
    return ReportCell([before ?? "", after ?? ""])
  }

  /// What cycles taught, in the order they ended: what was given up as openly as what was kept.
  func lessons(of cycles: [Cycle]) -> [ReportItem] {
    cycles.compactMap { cycle in
      let learnt = cycle.results.compactMap(\.learning)
      let unexpected = cycle.unexpected.map { "Unexpected: \($0)" }
      let harm = [cycle.harm, cycle.studyHarm].compactMap(\.self).map { "Harm: \($0)" }
      let decided = [cycle.rationale].compactMap(\.self)
      var texts: [String] = []
      for text in [cycle.summary].compactMap(\.self) + learnt + unexpected + harm + decided
      where !texts.contains(text) { texts.append(text) }
      guard !texts.isEmpty, cycle.stage > .do || !harm.isEmpty else { return nil }
      return ReportItem(
        mark: cycle.decision?.label ?? cycle.stage.label, cycle.title,
        note: texts.map(\.withFullStop).joined(separator: " "))
    }
  }

  /// How often predictions came true, as counts, with what each surprise taught. For learning:
  /// below ten there is no share, and no team stands beside another.
  func predictionBlocks(of cycles: [Cycle]) -> [ReportBlock] {
    var record = PredictionRecord()
    for cycle in cycles { record += PredictionRecord(of: cycle) }
    guard record.judged + record.open + record.unknown > 0 else {
      return [
        .advice(
          "No prediction yet. One written down before the test is what makes its result teach.")
      ]
    }
    var sentence = "\(record)".capitalisedFirst
    if let share = record.surpriseShare {
      sentence += " (\(NumberText.trimmed(share * 100, places: 0)) %)"
    }
    var rest: [String] = []
    if record.open > 0 { rest.append("\(record.open) not compared yet") }
    if record.unknown > 0 { rest.append("\(record.unknown) could not be told") }
    if !rest.isEmpty { sentence += "; \(rest.joined(separator: ", "))" }
    let surprises = record.surprises.map { surprise in
      let result = surprise.result.map { "what happened: \($0.withFullStop)" } ?? ""
      let taught = surprise.learning.map { "It taught: \($0.withFullStop)" } ?? "nothing noted yet"
      return ReportItem(
        mark: surprise.matched.label, surprise.prediction,
        note: [result, taught].filter { !$0.isEmpty }.joined(separator: " "))
    }
    return [.paragraph("\(sentence).")] + (surprises.isEmpty ? [] : [.list(surprises)])
  }
}

extension String {
  /// The text with a full stop, unless it ends a sentence already.
  var withFullStop: String {
    guard let last, !".!?…".contains(last) else { return self }
    return "\(self)."
  }
}
