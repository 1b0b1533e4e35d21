import ControlCharts
import Improvement

/// Why a site needs its coach today, most pressing first.
public enum Attention {
  /// How long an action period may go without a cycle's activity, in days.
  static let quietDays = 30
  /// How long before its end a data-use agreement is named, in days.
  static let agreementDays = 60

  /// All reasons of a site, most pressing first; within a kind in the order of the documents.
  public static func reasons(for file: SiteFile, today: CalendarDate) -> [AttentionReason] {
    let found =
      harm(file) + concerns(file) + questions(file) + outcomeSignals(file)
      + overdueData(file, today) + quietTeams(file, today) + stuckCycles(file, today)
      + scoreGaps(file) + pastActions(file, today) + roleGaps(file, today)
      + agreements(file, today)
    return found.enumerated()
      .sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }.map(\.element)
  }

  /// Measures that have become better, because coaches celebrate as well.
  public static func favourable(in file: SiteFile) -> [SeriesChart] {
    file.charts.filter { $0.verdict?.variation == .improvement }
  }

  private static func harm(_ file: SiteFile) -> [AttentionReason] {
    file.cycles.filter { $0.hasHarm && $0.stage != .closed }.map { cycle in
      AttentionReason(
        .harm, "Harm was noted in “\(cycle.title)”.", evidence: .init(.cycle, cycle.id))
    }
  }

  private static func concerns(_ file: SiteFile) -> [AttentionReason] {
    file.notes.filter { $0.concernLevel == .concern && !$0.isResolved }.map { note in
      AttentionReason(.concern, "A concern was raised.", evidence: .init(.note, note.id))
    }
  }

  private static func questions(_ file: SiteFile) -> [AttentionReason] {
    let answered = Set(file.notes.compactMap(\.replyTo))
    return file.notes.filter {
      $0.kind == .question && !$0.isResolved && !answered.contains($0.id)
    }.map { note in
      AttentionReason(.question, "A question waits for an answer.", evidence: .init(.note, note.id))
    }
  }

  private static func outcomeSignals(_ file: SiteFile) -> [AttentionReason] {
    file.charts.filter { $0.measure.kind == .outcome && $0.verdict?.variation == .concern }
      .map { chart in
        AttentionReason(
          .outcomeSignal, chart.finding,
          evidence: .init(.series, chart.seriesID))
      }
  }

  private static func overdueData(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    file.charts.compactMap { chart in
      let age = DataAge(
        chart.points, chart.measure.frequency, reportingDay: file.site.reportingDay, today: today)
      guard age.isOverdue, file.site.left == nil else { return nil }
      return AttentionReason(
        .dataOverdue, "\(chart.measure.name): \(age.words).",
        evidence: .init(.series, chart.seriesID))
    }
  }

  /// A pause between action periods is no reason.
  private static func quietTeams(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    if let season = file.season, season.kind != .actionPeriod { return [] }
    return file.projects.filter { $0.status == .active }.compactMap { project in
      let days = file.cycles.filter { $0.project == project.id }
        .compactMap { $0.latestActivity(before: today) }
      let since = days.max()
      if let since, today.days(since: since) <= quietDays { return nil }
      let words =
        since.map { "No cycle activity in “\(project.name)” since \($0.label)." }
        ?? "No cycle yet in “\(project.name)”."
      return AttentionReason(.noCycleActivity, words, evidence: .init(.project, project.id))
    }
  }

  private static func stuckCycles(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    file.cycles.filter { $0.isOverdue(on: today) }.map { cycle in
      let due = cycle.plannedEnd.map { " since \($0.label)" } ?? ""
      return AttentionReason(
        .cycleStuck, "“\(cycle.title)” waits in \(cycle.stage.label)\(due).",
        evidence: .init(.cycle, cycle.id))
    }
  }

  private static func scoreGaps(_ file: SiteFile) -> [AttentionReason] {
    file.projects.compactMap { project in
      guard let team = project.latestScore(.`self`)?.score,
        let coach = project.latestScore(.coach)?.score, abs(team - coach) >= 1
      else { return nil }
      return AttentionReason(
        .scoreGap,
        "“\(project.name)”: the team says \(NumberText.short(team)), the coach \(NumberText.short(coach)).",
        evidence: .init(.project, project.id))
    }
  }

  private static func pastActions(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    file.notes.flatMap { note in
      note.actions.filter { action in
        !action.done.isDone && action.due.map { $0 < today } ?? false
      }.map { action in
        AttentionReason(
          .actionPastDue, "Past due: \(action.what).", evidence: .init(.note, note.id))
      }
    }
  }

  private static func roleGaps(_ file: SiteFile, _ today: CalendarDate) -> [AttentionReason] {
    file.projects.filter { $0.status == .active }.compactMap { project in
      let gaps = RosterGaps.unfilled(in: project, on: today)
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

extension Cycle {
  /// The last day on which something happened to it, as far as its own dates say.
  func latestActivity(before today: CalendarDate) -> CalendarDate? {
    let created = createdAt.flatMap { CalendarDate($0.prefix(10)) }
    return [actualEnd, actualStart, created].compactMap(\.self).filter { $0 <= today }.max()
  }
}

extension Project {
  /// The newest score of a kind.
  public func latestScore(_ kind: ProgressRater) -> ProgressScore? {
    progress.filter { $0.kind == kind && $0.date != nil }
      .max { ($0.date?.daysSince1970 ?? 0) < ($1.date?.daysSince1970 ?? 0) }
  }
}
