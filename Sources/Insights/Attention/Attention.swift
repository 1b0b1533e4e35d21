import ControlCharts
import Improvement

/// Why a site needs its coach today, most pressing first.
public enum Attention {
  /// How many days of action periods may go without a cycle's activity.
  static let quietDays = 30
  /// How long before its end a data-use agreement is named, in days.
  static let agreementDays = 60
  /// How long harm is named after its day when the cycle was closed meanwhile, in days; until then
  /// closing a cycle must not hide it from the coach.
  static let harmDays = 30

  /// All reasons of a site, most pressing first; within a kind in the order of the documents.
  ///
  /// Of a site that has left, what happened to people and what somebody still asks.
  public static func reasons(for file: SiteFile, today: CalendarDate) -> [AttentionReason] {
    var found = harm(file, today) + damage(file) + concerns(file) + questions(file)
    if !file.hasLeft(by: today) {
      found += outcomeSignals(file) + overdueData(file, today) + quietTeams(file, today)
      found += stuckCycles(file, today) + scoreGaps(file) + pastActions(file, today)
      found += roleGaps(file, today) + agreements(file, today)
    }
    return found.enumerated()
      .sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }.map(\.element)
  }

  /// Measures that have become better, because coaches celebrate as well.
  public static func favourable(in file: SiteFile) -> [SeriesChart] {
    file.charts.filter { $0.verdict?.variation == .improvement }
  }

  private static func harm(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    file.cycles.filter { cycle in
      guard cycle.hasHarm else { return false }
      guard cycle.stage == .closed else { return true }
      let day = cycle.harmOn ?? cycle.actualEnd ?? cycle.createdOn
      return day.map { today.days(since: $0) <= harmDays } ?? true
    }.map { cycle in
      AttentionReason(
        .harm, "Harm was noted in “\(cycle.title)”.", evidence: .init(.cycle, cycle.id))
    }
  }

  /// What can't be read may be the reason that presses most, so that it is never nothing.
  private static func damage(_ file: SiteFile) -> [AttentionReason] {
    guard file.damaged > 0 else { return [] }
    let what = file.damaged == 1 ? "One document" : "\(file.damaged) documents"
    return [
      AttentionReason(
        .damage,
        "\(what) of the site can't be read, so other reasons may be missing; huddle doctor says which.",
        evidence: .init(.site, file.site.id))
    ]
  }

  private static func concerns(_ file: SiteFile) -> [AttentionReason] {
    file.notes.filter { $0.concernLevel == .concern && !$0.isResolved }.map { note in
      AttentionReason(
        .concern, "A concern was raised: \(note.excerpt)", evidence: .init(.note, note.id))
    }
  }

  private static func questions(_ file: SiteFile) -> [AttentionReason] {
    OpenQuestions.among(file.notes).map { note in
      AttentionReason(
        .question, "A question waits for an answer: \(note.excerpt)",
        evidence: .init(.note, note.id))
    }
  }

  private static func outcomeSignals(_ file: SiteFile) -> [AttentionReason] {
    file.charts.filter { $0.measure.kind == .outcome && $0.verdict?.variation == .concern }
      .map { chart in
        AttentionReason(
          .outcomeSignal, chart.finding, evidence: .init(.series, chart.seriesID),
          part: chart.startOfConcern ?? "")
      }
  }

  private static func overdueData(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    file.charts.compactMap { chart in
      let age = DataAge(
        chart.points, chart.measure.frequency, reportingDay: file.site.reportingDay, today: today)
      guard age.isOverdue, file.isReported(chart.measure) else { return nil }
      return AttentionReason(
        .dataOverdue, "\(chart.measureName): \(age.words).",
        evidence: .init(.series, chart.seriesID))
    }
  }

  /// A pause between action periods is no reason, and its days don't count.
  private static func quietTeams(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    let actionDays = ActionDays(file.seasons)
    guard actionDays.contains(today) else { return [] }
    return file.projects.filter { $0.status == .active }.compactMap { project in
      let last = file.cycles.filter { $0.project == project.id }
        .compactMap { $0.latestActivity(by: today) }.max()
      let since = last ?? project.createdOn
      if let since, actionDays.count(after: since, through: today) <= quietDays { return nil }
      let words =
        last.map { "No cycle activity in “\(project.name)” since \($0.label)." }
        ?? "No cycle yet in “\(project.name)”."
      return AttentionReason(.noCycleActivity, words, evidence: .init(.project, project.id))
    }
  }

  private static func stuckCycles(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    file.cycles.filter { $0.isOverdue(on: today) }.map { cycle in
      let due = cycle.plannedEnd.map { "; it was to end on \($0.label)" } ?? ""
      return AttentionReason(
        .cycleStuck, "“\(cycle.title)” is still in \(cycle.stage.label)\(due).",
        evidence: .init(.cycle, cycle.id))
    }
  }

  private static func scoreGaps(_ file: SiteFile) -> [AttentionReason] {
    file.projects.filter { $0.status == .active }.compactMap { project in
      guard let team = project.latestScore(.`self`)?.score,
        let coach = project.latestScore(.coach)?.score, abs(team - coach) >= 1
      else { return nil }
      let scores = "the team says \(NumberText.short(team)), the coach \(NumberText.short(coach))"
      return AttentionReason(
        .scoreGap, "“\(project.name)”: \(scores).", evidence: .init(.project, project.id))
    }
  }

  private static func pastActions(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    file.notes.filter { !$0.isResolved }.flatMap { note in
      note.actions.enumerated().filter { _, action in
        !action.done.isDone && action.due.map { $0 < today } ?? false
      }.map { index, action in
        AttentionReason(
          .actionPastDue, "Past due: \(action.what.withoutFullStop).",
          evidence: .init(.note, note.id), part: index == 0 ? "" : String(index))
      }
    }
  }

  private static func roleGaps(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    file.projects.filter { $0.status == .active }.compactMap { project in
      let gaps = RosterGaps.unfilled(in: project, on: today, without: file.absentIDs)
      guard !gaps.isEmpty else { return nil }
      let names = gaps.map { $0.label.lowercased() }.joined(separator: ", ")
      return AttentionReason(
        .roleGap, "“\(project.name)” has nobody as \(names).",
        evidence: .init(.project, project.id))
    }
  }

  private static func agreements(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    guard let expiry = file.site.agreementExpiry, expiry.days(since: today) <= agreementDays else {
      return []
    }
    let verb = expiry < today ? "ended" : "ends"
    return [
      AttentionReason(
        .agreementExpires, "The data-use agreement \(verb) on \(expiry.label).",
        evidence: .init(.site, file.site.id))
    ]
  }
}
