import ControlCharts
import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// A site before a visit: the last actions and what became of them, what changed since, why the
  /// site needs attention and what goes well, what is asked, scores, measures.
  public func siteReport(_ id: DocumentID) throws(CollaborationError) -> Report {
    let site = Site(try document(id).tree)
    let siteFile = try siteFile(site)
    let file = workFile(of: siteFile)
    let visit = lastVisit(among: file.notes)
    let since = visit?.day ?? clock.today.adding(days: -Self.daysWithoutVisit)
    let sections = [
      ReportSection("Last visit", visitBlocks(visit?.note)),
      ReportSection("What was agreed", agreedBlocks(file, since)),
      ReportSection("Needs attention", reasonBlocks(siteFile)),
      ReportSection("Goes well", goodBlocks(siteFile)),
      ReportSection("Open questions", questionBlocks(file)),
      ReportSection("What changed since \(since.label)", sinceBlocks(file, since)),
      ReportSection("Scores", progressBlocks(file.projects)),
      ReportSection("Cycles under way", underWayBlocks(file)),
      ReportSection("Measures", try siteNumberBlocks(file)),
    ]
    return Report(
      title: site.name,
      subtitle: ["Before a visit", site.kind.label, site.region ?? ""].filter { !$0.isEmpty }
        .joined(separator: " · "), colophon: colophon(), sections: sections)
  }

  /// How far back is looked where nobody has written down a visit, in days.
  private static let daysWithoutVisit = 90

  private func lastVisit(among notes: [Note]) -> (note: Note, day: CalendarDate)? {
    notes.filter { $0.kind == .visit }.compactMap { note in
      (note.visitDate ?? note.createdDay).map { (note: note, day: $0) }
    }.filter { $0.day <= clock.today }
      .max { ($0.day, $0.note.id) < ($1.day, $1.note.id) }
  }

  private func visitBlocks(_ visit: Note?) -> [ReportBlock] {
    guard let visit else {
      return [
        .advice(
          "No visit is written down; what changed is told for the last "
            + "\(Self.daysWithoutVisit) days. A note of the kind visit keeps the next one.")
      ]
    }
    let who = visit.visitAttendees.map(shownName).joined(separator: ", ")
    let length = visit.visitMinutes.map { "\($0) minutes" } ?? ""
    let facts = [
      ("When", visit.visitDate?.label ?? visit.createdDay?.label ?? ""),
      (
        "How",
        [visit.visitMode?.label ?? "", length].filter { !$0.isEmpty }.joined(separator: ", ")
      ),
      ("With", who), ("Focus", visit.visitFocus ?? ""),
      ("Open to", visit.isPrivateToCoaches ? "for coaches only" : ""),
    ]
    return [
      .facts(facts.filter { !$0.1.isEmpty }.map { ReportFact($0.0, $0.1) }),
      .paragraph(visit.body),
    ].filter { block in
      if case .paragraph(let text) = block { !text.isEmpty } else { true }
    }
  }

  /// Actions of notes and whether they are done: those still open, and those done since a day.
  private func agreedBlocks(_ file: WorkFile, _ since: CalendarDate) -> [ReportBlock] {
    let actions = agreedActions(in: file.notes).filter { !$0.isDone || $0.isDone(since: since) }
    guard !actions.isEmpty else { return [.paragraph("No action was agreed on.")] }
    return [
      .table(
        ReportTable(
          "Actions", headers: ["What", "Done?", "Who", "By when", "Where"],
          rows: actions.map { action in
            let done =
              switch action.done {
              case .open: action.isLate(on: clock.today) ? "no, past due" : "not yet"
              case .done(let day): day.map { "yes, \($0.label)" } ?? "yes"
              }
            return [
              ReportCell(words(of: action, among: file.notes)), ReportCell(done),
              ReportCell(action.who.map(shownName) ?? ""),
              ReportCell(action.due?.label ?? ""), ReportCell(place(of: action)),
            ]
          }))
    ]
  }

  private func reasonBlocks(_ file: SiteFile) -> [ReportBlock] {
    let reasons = Attention.reasons(for: file, today: clock.today)
    guard !reasons.isEmpty else { return [.paragraph("Nothing presses today.")] }
    let blocks: [ReportBlock] = [
      .list(
        reasons.map { reason in
          ReportItem(mark: reason.kind.label, reason.words, note: evidence(of: reason))
        })
    ]
    guard reasons.contains(where: { $0.kind == .harm }) else { return blocks }
    return blocks + [
      .advice("huddle does not replace the incident system: harm is to be reported there as well.")
    ]
  }

  /// The document that shows a reason, named by what it is about where it is a note.
  private func evidence(of reason: AttentionReason) -> String {
    let id = reason.evidence.id
    guard reason.evidence.type == .note else {
      return "\(reason.evidence.type.label): \(shownName(of: id))"
    }
    let note = (try? document(id)).map { Note($0.tree) }
    let about = note?.targetId.map(shownName) ?? ""
    let by = note?.createdBy.map(shownName) ?? ""
    let isPrivate = note?.isPrivateToCoaches ?? false
    return [by, note?.createdDay?.label ?? "", about, isPrivate ? "for coaches only" : ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func goodBlocks(_ file: SiteFile) -> [ReportBlock] {
    let good = Attention.favourable(in: file).map { ReportItem(mark: "better", $0.finding) }
    let since = clock.today.adding(days: -Self.daysWithoutVisit)
    let reached = file.projects.flatMap { project in
      project.milestones.compactMap { milestone -> ReportItem? in
        guard case .done(let day?) = milestone.done, day >= since else { return nil }
        return ReportItem(mark: "reached", milestone.what, note: day.label)
      }
    }
    return good.isEmpty && reached.isEmpty ? [] : [.list(good + reached)]
  }

  private func questionBlocks(_ file: WorkFile) -> [ReportBlock] {
    let questions = openQuestions(among: file.notes)
    return questions.isEmpty
      ? [.paragraph("No question waits for an answer.")] : [.list(questions)]
  }

  private func sinceBlocks(_ file: WorkFile, _ since: CalendarDate) -> [ReportBlock] {
    guard since < clock.today else { return [.paragraph("The last visit was today.")] }
    let changes = changes(in: file, within: since.adding(days: 1)...clock.today)
    return changes.isEmpty
      ? [.paragraph("Nothing was written down since.")] : [.list(items(changes))]
  }

  private func underWayBlocks(_ file: WorkFile) -> [ReportBlock] {
    let going = file.cycles.filter { $0.stage != .closed }
    guard !going.isEmpty else { return [.paragraph("No cycle is under way.")] }
    return [.table(table("Cycles under way", of: going))]
  }

  private func siteNumberBlocks(_ file: WorkFile) throws(CollaborationError) -> [ReportBlock] {
    guard !file.tiles.isEmpty else {
      return [.advice("This site reports no measure yet: o in Measures enters the first number.")]
    }
    return try numberBlocks(file.tiles)
  }
}
