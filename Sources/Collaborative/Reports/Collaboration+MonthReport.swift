import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// A project's or a site's month: what changed, what the numbers say, which cycles moved, what
  /// was decided, what comes next.
  ///
  /// Verdicts are those of the whole chart as it stands today, which the report says.
  ///
  /// - Parameters:
  ///   - id: of a project or a site.
  ///   - month: a period of that length.
  public func monthReport(
    _ id: DocumentID, in month: Period
  ) throws(CollaborationError) -> Report {
    let document = try document(id)
    let file: WorkFile
    switch DocumentType(rawValue: document.type) {
    case .project: file = try workFile(of: Project(document.tree))
    case .site: file = workFile(of: try siteFile(Site(document.tree)))
    default:
      throw .otherType(found: document.type, expected: .project)
    }
    let next = month.successor
    let sections = [
      ReportSection("What changed", changeBlocks(file, month)),
      ReportSection("Numbers", try numberSection(file, month)),
      ReportSection("Cycles that moved", movedBlocks(file, month)),
      ReportSection("Decisions", decisionBlocks(file, month)),
      ReportSection("Next: \(next.label)", nextMonthBlocks(file, month)),
    ]
    return Report(
      title: "\(title(of: document)), \(month.label)",
      subtitle: "Monthly report · \(month.firstDay.label) to \(month.lastDay.label)",
      colophon: colophon(), sections: sections)
  }

  private func changeBlocks(_ file: WorkFile, _ month: Period) -> [ReportBlock] {
    let changes = changes(in: file, within: month.firstDay...month.lastDay)
    if changes.isEmpty { return [.paragraph("Nothing was written down for \(month.label).")] }
    return [.list(items(changes))]
  }

  private func numberSection(
    _ file: WorkFile, _ month: Period
  ) throws(CollaborationError) -> [ReportBlock] {
    guard !file.tiles.isEmpty else {
      return [.advice("No measure is followed here. A in Measures defines one.")]
    }
    return [.paragraph("The verdicts are those of the whole charts as they stand today.")]
      + (try numberBlocks(file.tiles, in: month))
  }

  /// The cycles of which a date lies in the month.
  private func movedBlocks(_ file: WorkFile, _ month: Period) -> [ReportBlock] {
    let moved = file.cycles.filter { cycle in
      let seen = cycle.observations.compactMap { observation in
        observation.at.flatMap { CalendarDate($0.prefix(10)) }
      }
      let days = [cycle.createdDay, cycle.actualStart, cycle.actualEnd, cycle.harmOn]
      return (days.compactMap(\.self) + seen).contains(where: month.contains)
    }
    if moved.isEmpty {
      return [.paragraph("No cycle was begun, observed or ended in \(month.label).")]
    }
    return [.table(table("Cycles begun, observed or ended", of: moved))]
  }

  private func decisionBlocks(_ file: WorkFile, _ month: Period) -> [ReportBlock] {
    let cycles = file.cycles.compactMap { cycle -> ReportItem? in
      guard let decision = cycle.decision, let end = cycle.actualEnd, month.contains(end) else {
        return nil
      }
      return ReportItem(mark: decision.label, cycle.title, note: cycle.rationale ?? "")
    }
    let notes = file.notes.filter { $0.kind == .decision }.compactMap { note -> ReportItem? in
      guard let day = note.createdDay, month.contains(day) else { return nil }
      let about = note.targetId.map(shownName) ?? ""
      return ReportItem(
        mark: day.label, note.body,
        note: [about, note.isPrivateToCoaches ? "for coaches only" : ""].filter { !$0.isEmpty }
          .joined(separator: ", "))
    }
    let phases = changes(in: file, within: month.firstDay...month.lastDay)
      .filter { $0.mark == "New phase" }
      .map { ReportItem(mark: $0.mark, $0.text, note: $0.note) }
    let all = cycles + notes + phases
    return all.isEmpty ? [.paragraph("Nothing was decided in \(month.label).")] : [.list(all)]
  }

  /// What is due by the end of the month after, with what is overdue already.
  private func nextMonthBlocks(_ file: WorkFile, _ month: Period) -> [ReportBlock] {
    let end = month.successor.lastDay
    var blocks: [ReportBlock] = []
    let open = openToDos(file).filter { $0.due.map { $0 <= end } ?? true }
    if !open.isEmpty { blocks.append(.table(table("To do", of: open, among: file.notes))) }
    let going = file.cycles.filter { cycle in
      cycle.stage != .closed && (cycle.plannedStart ?? cycle.plannedEnd).map { $0 <= end } ?? true
    }
    if !going.isEmpty { blocks.append(.table(table("Cycles under way or planned", of: going))) }
    let questions = openQuestions(among: file.notes)
    if !questions.isEmpty { blocks.append(.list(questions)) }
    if blocks.isEmpty {
      blocks.append(.advice("Nothing is planned yet. What do you want to learn next?"))
    }
    return blocks
  }
}
