import ControlCharts
import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// A project on a page: charter, roster with its gaps, scores side by side, drivers, charts.
  func projectPage(
    _ project: Project, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    let sites = placeWords(project.siteIds)
    var groups = [
      PageGroup("Next", try nextSteps(project)), PageGroup("Aim", aimLines(project)),
      PageGroup("Sites", siteLines(project)),
      PageGroup("Charter", fields.lines("problem", "whyNow", "scope.in", "scope.out")),
      PageGroup("Progress", progressLines(project)),
      PageGroup("Team", rosterLines(project)),
      PageGroup("Earlier in the team", earlierRosterLines(project)),
      PageGroup("Drivers", driverLines(project)),
      PageGroup("Measures", try chartLines(project)),
      PageGroup("Cycles", try cycleLines(of: project)),
    ]
    groups += [
      PageGroup(
        "Milestones",
        project.milestones.map { milestone in
          let isLate = !milestone.done.isDone && milestone.due.map { $0 < clock.today } ?? false
          return .item(
            mark: milestone.done.isDone ? "done" : isLate ? "late" : "open", text: milestone.what,
            note: milestone.due.map { "due \($0.label)" } ?? "", tone: isLate ? .caution : .plain)
        }),
      PageGroup(
        "Barriers", project.barriers.map { .item(text: $0.text, note: $0.mitigation ?? "") }),
      PageGroup("Notes", try noteLines(about: project.id)), fields.about,
    ]
    return Page(
      target, title: project.name,
      subtitle: ["Project", project.status.label, sites].filter { !$0.isEmpty }
        .joined(separator: " · "), groups: groups)
  }

  private func aimLines(_ project: Project) -> [PageLine] {
    let aim = project.aim
    var lines: [PageLine] = []
    if let text = aim.text { lines.append(.paragraph(text, tone: .strong)) }
    if let from = aim.from, let to = aim.to {
      let by = aim.by.map { " by \($0.label)" } ?? ""
      lines.append(
        .field(
          label: "Number", value: "\(NumberText.short(from)) to \(NumberText.short(to))\(by)"))
    }
    lines += link("Measured by", .measure, aim.measure)
    if let population = aim.population {
      lines.append(.field(label: "For whom", value: population))
    }
    return lines
  }

  /// The sites, where there are too many for the line below the title.
  private func siteLines(_ project: Project) -> [PageLine] {
    guard project.siteIds.count > 2 else { return [] }
    return project.siteIds.map { .item(text: shownName(of: $0), target: destination(.site, $0)) }
  }

  /// The team's score and the coach's beside it, each with what it rests on.
  private func progressLines(_ project: Project) -> [PageLine] {
    let scores = [ProgressRater.`self`, .coach].compactMap { kind -> PageLine? in
      guard let score = project.latestScore(kind), let value = score.score else { return nil }
      let parts = [
        NumberText.short(value), ProgressAnchor.anchor(for: value)?.title ?? "",
        score.date?.label ?? "", score.why ?? "", score.suggestion.map { "next: \($0)" } ?? "",
      ]
      return .field(
        label: kind == .coach ? "The coach" : "The team",
        value: parts.filter { !$0.isEmpty }.joined(separator: " · "))
    }
    guard let words = ScoreGap(project)?.words else { return scores }
    return scores + [
      .paragraph(words, tone: (ScoreGap(project)?.size ?? 0) >= 1 ? .caution : .plain)
    ]
  }

  /// What a project that lacks something to go on wants first; nothing where it is on its way.
  private func nextSteps(_ project: Project) throws(CollaborationError) -> [PageLine] {
    var steps: [String] = []
    if project.aim.text == nil {
      steps.append("No aim yet: e writes what is to be reached, for whom and by when.")
    } else if project.aim.to == nil || project.aim.by == nil {
      steps.append("The aim has no number or no date yet: e adds them.")
    }
    if project.drivers.isEmpty {
      steps.append("No driver yet: in Projects, + adds what must change for the aim.")
    }
    if project.measureIds.isEmpty {
      steps.append(
        "No measure yet: in Measures, A defines one; e here names those the project follows.")
    } else if try chartLines(project).isEmpty {
      steps.append("Its measures have no numbers yet: in Measures, T or o enters the first.")
    }
    if try cycles(mentioning: [project.id]).allSatisfy({ $0.project != project.id }) {
      steps.append("No cycle yet: in Projects, a on a driver or an idea begins a first small test.")
    }
    return steps.map { .paragraph($0, tone: .caution) }
  }

  private func driverLines(_ project: Project) -> [PageLine] {
    DriverTree(project).entries.map { entry in
      .item(
        mark: entry.kind == .idea ? "idea" : "", text: entry.text, depth: entry.depth)
    }
  }

  private func chartLines(_ project: Project) throws(CollaborationError) -> [PageLine] {
    try tiles().filter { tile in
      project.measureIds.contains(tile.chart.measure.id)
        && (project.siteIds.isEmpty || project.siteIds.contains(tile.siteID))
    }.map { tile in
      .measure(
        tile, label: project.siteIds.count != 1 ? "\(tile.measure), \(tile.site)" : tile.measure)
    }
  }

  private func cycleLines(of project: Project) throws(CollaborationError) -> [PageLine] {
    try cycleRows(narrowedTo: .project(project.id)).map { row in
      .item(mark: row.stage.label, text: row.title, note: row.state, target: row.target)
    }
  }
}
