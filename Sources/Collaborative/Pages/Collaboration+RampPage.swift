import DocumentStore
import Improvement

extension Collaboration {
  /// One side of a cycle as a page.
  public func page(
    _ aspect: CycleAspect, ofCycle id: DocumentID
  ) throws(CollaborationError) -> Page {
    let cycle = Cycle(try document(id).tree)
    return switch aspect {
    case .ramp: try rampPage(cycle)
    case .predictions: try predictionsPage(cycle)
    }
  }

  /// The chain of tests that a cycle is part of, among the cycles of its project.
  public func ramp(of cycle: Cycle) throws(CollaborationError) -> Ramp {
    guard let project = cycle.project else { return Ramp(of: cycle, among: [cycle]) }
    return Ramp(of: cycle, among: try cycles(in: project))
  }

  /// The numbers that tell of a chain of tests: of the measures its predictions name, else of its
  /// project's, at the sites that test.
  func series(
    tellingOf ramp: Ramp
  ) throws(CollaborationError) -> [(measure: Measure, points: [SeriesPoint])] {
    let project = project(ramp.cycles.first?.project)
    var measures = Set(ramp.cycles.flatMap { $0.predictions.compactMap(\.measure) })
    if measures.isEmpty { measures = Set(project?.measureIds ?? []) }
    var sites = Set(ramp.cycles.compactMap(\.site))
    if sites.isEmpty { sites = Set(project?.siteIds ?? []) }
    var found: [(measure: Measure, points: [SeriesPoint])] = []
    for measure in measures.sorted() {
      guard let definition = try? document(measure) else { continue }
      for site in sites.sorted() {
        guard let series = try? document(Series.id(site: site, measure: measure)) else { continue }
        found.append((Measure(definition.tree), Series(series.tree).points))
      }
    }
    return found
  }

  /// The chain on a cycle's own page, a line a test.
  func rampLines(_ chain: Ramp, of cycle: Cycle) -> [PageLine] {
    guard cycle.ramp != nil || chain.cycles.count > 1 else { return [] }
    let name = PageLine.paragraph(cycle.ramp ?? cycle.title)
    guard chain.cycles.count > 1 else { return [name] }
    return [name]
      + chain.cycles.map { other in
        let state = [other.scaleWords, other.decision?.label ?? ""].filter { !$0.isEmpty }
        return .item(
          mark: other.stage.label,
          text: other.id == cycle.id ? "\(other.title) (this one)" : other.title,
          note: state.joined(separator: " · "), tone: other.id == cycle.id ? .strong : .plain,
          target: other.id == cycle.id ? nil : Target(.cycle, other.id))
      }
  }

  /// The chain as a page: each test with its stage, size, days, decision and how sure people were
  /// before and after it; then the next sensible size, as advice.
  private func rampPage(_ cycle: Cycle) throws(CollaborationError) -> Page {
    let chain = try ramp(of: cycle)
    var groups: [PageGroup] = []
    for (index, test) in chain.cycles.enumerated() {
      let mark = test.id == cycle.id ? " (you are here)" : ""
      groups.append(PageGroup("Test \(index + 1)\(mark)", testLines(test, in: chain)))
    }
    let last = chain.cycles.last ?? cycle
    let advice = NextScale(after: last, in: chain).map { scale in
      PageLine.paragraph("Next sensible size: \(scale).")
    }
    groups.append(PageGroup("Next", [advice].compactMap(\.self) + nextLines(last)))
    groups.append(
      PageGroup(
        "Quality of the ramp",
        [
          RampQuality.iterative(chain),
          RampQuality.dataOverTime(chain, try series(tellingOf: chain), today: clock.today),
        ].map { judgement in
          .item(
            mark: judgement.feature.words, text: "\(judgement.evidence)",
            tone: judgement.verdict == .met ? .good : .plain)
        }))
    let count = chain.cycles.count
    var page = Page(
      Target(.cycle, cycle.id), title: "Ramp: \(cycle.ramp ?? cycle.title)",
      subtitle: "\(count) \(count == 1 ? "test" : "tests"), the first one on top",
      groups: groups)
    page.stage = cycle.stage
    page.list(chain.cycles)
    return page
  }

  private func testLines(_ cycle: Cycle, in chain: Ramp) -> [PageLine] {
    let size = cycle.scaleWords
    var lines: [PageLine] = [
      .item(
        mark: cycle.stage.label, text: cycle.title, note: size.isEmpty ? "size not said" : size,
        target: Target(.cycle, cycle.id))
    ]
    let days = [cycle.actualStart ?? cycle.plannedStart, cycle.actualEnd ?? cycle.plannedEnd]
      .compactMap { $0?.label }
    if !days.isEmpty { lines.append(.item(mark: "When", text: days.joined(separator: " to "))) }
    if let sure = beliefWords(cycle) { lines.append(.item(mark: "How sure", text: sure)) }
    let record = PredictionRecord(of: cycle)
    if record.judged > 0 { lines.append(.item(mark: "Predictions", text: "\(record)")) }
    if let learnt = cycle.summary { lines.append(.item(mark: "Learnt", text: learnt)) }
    if let decision = cycle.decision {
      lines.append(
        .item(mark: "Decided", text: decision.label, note: cycle.rationale ?? ""))
    }
    if cycle.hasHarm {
      lines.append(.item(mark: "Harm", text: cycle.harm ?? cycle.studyHarm ?? "", tone: .bad))
    }
    return lines
  }

  /// How sure people were that it would work, before and after.
  private func beliefWords(_ cycle: Cycle) -> String? {
    let before = cycle.sureBefore.degreeOfBelief?.label
    let after = cycle.sureAfter.degreeOfBelief?.label
    switch (before, after) {
    case (nil, nil): return nil
    case (let before?, nil): return "before: \(before)"
    case (nil, let after?): return "after: \(after)"
    case (let before?, let after?): return "before: \(before); after: \(after)"
    }
  }

  /// What to do so that the chain goes on.
  private func nextLines(_ last: Cycle) -> [PageLine] {
    if let next = last.nextCycle { return link("Next cycle", .cycle, next) }
    switch last.decision {
    case nil: return [.paragraph("The last test is not decided yet: D decides.", tone: .quiet)]
    case .adopt: return [.paragraph("Adopted: the chain has come to its end.", tone: .quiet)]
    case .abandon: return [.paragraph("Abandoned, and what was learnt stays.", tone: .quiet)]
    default: return [.paragraph("D on the last test plans the one that follows.", tone: .quiet)]
    }
  }
}

extension Page {
  /// Takes note of the cycles that it lists.
  mutating func list(_ cycles: [Cycle]) {
    for cycle in cycles { self.cycles[cycle.id] = Listed(title: cycle.title, stage: cycle.stage) }
  }
}
