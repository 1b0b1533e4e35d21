import ControlCharts
import DocumentStore
import Improvement
import Insights

/// Something that happened on a day, as the documents themselves tell it.
struct WorkChange {
  var day: CalendarDate
  var mark: String
  var text: String
  var note = ""
  var tone = Tone.plain
  /// The day its document was made, which may be later; nil where that says nothing.
  var enteredOn: CalendarDate?
  /// The document that tells it.
  var target: Target?
}

extension Collaboration {
  /// What happened in the work within some days, in order.
  ///
  /// Told by the documents' own dates rather than by the log, so that work that was written down
  /// later stands where it belongs, and nobody's diligence is on show.
  func changes(in file: WorkFile, within days: ClosedRange<CalendarDate>) -> [WorkChange] {
    changes(in: file).filter { days.contains($0.day) }.inOrder
  }

  /// What is new of the work to somebody who looked at it last before some days: what happened then,
  /// what was written down then of earlier work, and the numbers that were entered then.
  func news(in file: WorkFile, within days: ClosedRange<CalendarDate>) -> [WorkChange] {
    let told = changes(in: file).compactMap { change -> WorkChange? in
      if days.contains(change.day) { return change }
      guard let day = change.enteredOn, days.contains(day), change.day < day else { return nil }
      var change = change
      change.text += " (written down \(day.label))"
      return change
    }
    let entered = file.tiles.flatMap { tile in
      [numbers(in: tile, enteredWithin: days)].compactMap(\.self).leading(to: tile.target)
    }
    return (told + entered).inOrder
  }

  private func changes(in file: WorkFile) -> [WorkChange] {
    var all: [WorkChange] = []
    for project in file.projects {
      all += changes(in: project).leading(to: Target(.project, project.id))
    }
    for cycle in file.cycles {
      all += changes(in: cycle).leading(to: Target(.cycle, cycle.id), on: cycle.createdDay)
    }
    for note in file.notes {
      all += changes(in: note).leading(to: Target(.note, note.id), on: note.createdDay)
    }
    for tile in file.tiles { all += changes(in: tile).leading(to: tile.target) }
    return all
  }

  /// How many numbers of one measure are told one by one.
  private static let numbersTold = 3

  /// The numbers that somebody entered or changed within some days, the newest first, as one line;
  /// nil where nobody did.
  private func numbers(
    in tile: MeasureTile, enteredWithin days: ClosedRange<CalendarDate>
  ) -> WorkChange? {
    let entered = tile.chart.points.compactMap { point -> (day: CalendarDate, words: String)? in
      guard point.status != .hidden, let period = point.period,
        let day = point.enteredAt.flatMap({ CalendarDate($0.prefix(10)) }), days.contains(day)
      else { return nil }
      return (day, "\(period.label) \(ObservationText.edit(point))")
    }.reversed()
    guard let day = entered.map(\.day).max() else { return nil }
    let more = entered.count - Self.numbersTold
    let words = entered.prefix(Self.numbersTold).map(\.words).joined(separator: ", ")
    return WorkChange(
      day: day, mark: "Numbers",
      text: "\(tile.measure): \(words)\(more > 0 ? " and \(more) more" : "")")
  }

  private func changes(in project: Project) -> [WorkChange] {
    var all: [WorkChange] = []
    if let day = project.createdDay {
      all.append(WorkChange(day: day, mark: "Project", text: "“\(project.name)” was begun"))
    }
    for milestone in project.milestones {
      guard case .done(let day?) = milestone.done else { continue }
      all.append(WorkChange(day: day, mark: "Milestone", text: milestone.what))
    }
    for score in project.progress {
      guard let day = score.date, let value = score.score else { continue }
      let rater = score.kind == .coach ? "the coach" : "the team"
      let title = ProgressAnchor.anchor(for: value).map { ", \($0.title.lowercased())" } ?? ""
      all.append(
        WorkChange(
          day: day, mark: "Score",
          text: "\(rater) set \(NumberText.short(value))\(title): “\(project.name)”",
          note: score.why ?? ""))
    }
    for entry in project.roster where !entry.member.isEmpty {
      let who = "\(shownName(of: entry.member)), \(entry.role.label.lowercased())"
      if let day = entry.from {
        all.append(WorkChange(day: day, mark: "Team", text: "joined: \(who)"))
      }
      if let day = entry.to {
        all.append(WorkChange(day: day, mark: "Team", text: "until then: \(who)"))
      }
    }
    return all
  }

  private func changes(in cycle: Cycle) -> [WorkChange] {
    let title = "“\(cycle.title)”"
    var all: [WorkChange] = []
    if let day = cycle.actualStart {
      let size = cycle.scaleWords
      all.append(
        WorkChange(day: day, mark: "Cycle begun", text: size.isEmpty ? title : "\(title), \(size)"))
    } else if let day = cycle.createdDay {
      all.append(WorkChange(day: day, mark: "Cycle planned", text: title))
    }
    let seen = cycle.observations.compactMap { observation in
      observation.at.flatMap { CalendarDate($0.prefix(10)) }
    }
    for day in Set(seen).sorted() {
      let count = seen.count { $0 == day }
      all.append(
        WorkChange(
          day: day, mark: "Observed",
          text: "\(count) \(count == 1 ? "observation" : "observations") in \(title)"))
    }
    if let what = cycle.harm, let day = cycle.harmOn {
      all.append(WorkChange(day: day, mark: "Harm", text: "\(what) (\(title))", tone: .bad))
    }
    if let day = cycle.actualEnd {
      all.append(
        WorkChange(
          day: day, mark: cycle.decision == nil ? "Testing ended" : "Cycle ended",
          text: "\(title): \(cycle.decision?.label ?? "nothing decided yet")",
          note: cycle.rationale ?? ""))
    }
    return all
  }

  private func changes(in note: Note) -> [WorkChange] {
    let about = note.targetId.map(shownName) ?? ""
    let quiet = [about, note.isPrivateToCoaches ? "for coaches only" : ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
    var all: [WorkChange] = []
    if let day = note.kind == .visit ? note.visitDate ?? note.createdDay : note.createdDay {
      let mark = note.replyTo == nil ? note.kind.label : "Answer"
      all.append(WorkChange(day: day, mark: mark, text: note.excerpt, note: quiet))
    }
    for action in note.actions {
      guard case .done(let day?) = action.done else { continue }
      all.append(WorkChange(day: day, mark: "Action done", text: action.what, note: quiet))
    }
    return all
  }

  private func changes(in tile: MeasureTile) -> [WorkChange] {
    let phases = tile.chart.phases.compactMap { phase -> WorkChange? in
      guard let day = phase.decidedOn else { return nil }
      return WorkChange(
        day: day, mark: "New phase",
        text: "\(tile.measure) at \(tile.site), since \(tile.chart.labels[phase.point])",
        note: phase.reason)
    }
    let signals = tile.chart.signalEvents.map { event in
      WorkChange(
        day: event.day, mark: event.meaning.mark, text: "\(tile.measure): \(event.words)",
        tone: event.meaning == .concern ? .caution : event.meaning == .improvement ? .good : .plain)
    }
    return phases + signals
  }

  /// Changes as a list, each with its day.
  func items(_ changes: [WorkChange]) -> [ReportItem] {
    changes.map { change in
      ReportItem(mark: "\(change.day.label), \(change.mark)", change.text, note: change.note)
    }
  }
}

extension [WorkChange] {
  fileprivate var inOrder: [WorkChange] {
    enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  fileprivate func leading(
    to target: Target, on enteredOn: CalendarDate? = nil
  ) -> [WorkChange] {
    map { change in
      var change = change
      change.target = target
      change.enteredOn = enteredOn
      return change
    }
  }
}

extension Meaning {
  /// What a signal is called among what happened.
  fileprivate var mark: String {
    switch self {
    case .improvement: "Better"
    case .concern: "Worse"
    case .neutral: "Changed"
    }
  }
}
