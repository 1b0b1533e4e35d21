import ControlCharts
import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// What is known of a project's course.
  ///
  /// - Complexity: O(cycles of the project + series of its sites).
  public func projectDetail(_ id: DocumentID) throws(CollaborationError) -> ProjectDetail {
    let document = try document(id)
    guard document.type == DocumentType.project.rawValue else {
      throw .otherType(found: document.type, expected: .project)
    }
    let project = Project(visible(document))
    let cycles = try cycles(mentioning: [id]).filter { $0.project == id }
    return ProjectDetail(
      id: id, name: project.name, today: clock.today, steps: steps(of: project),
      obstacles: project.barriers.enumerated().map { index, barrier in
        ProjectDetail.Obstacle(
          position: index, text: barrier.text, mitigation: barrier.mitigation)
      },
      ratings: ratings(of: project),
      evidence: ProgressEvidence(
        project, cycles: cycles, measured: try measured(project), absent: absentIDs(on: [project]),
        on: clock.today),
      ramps: ramps(of: project, cycles), hasDrivers: !project.drivers.isEmpty)
  }

  private func steps(of project: Project) -> [ProjectDetail.Step] {
    project.milestones.enumerated().map { index, milestone in
      let end: CalendarDate? =
        switch milestone.done {
        case .open: clock.today
        case .done(let day): day
        }
      let late = milestone.due.flatMap { due in end.map { max(0, $0.days(since: due)) } } ?? 0
      return ProjectDetail.Step(
        position: index, what: milestone.what, due: milestone.due, done: milestone.done,
        daysLate: late)
    }.sorted {
      ($0.due?.daysSince1970 ?? .max, $0.position) < ($1.due?.daysSince1970 ?? .max, $1.position)
    }
  }

  private func ratings(of project: Project) -> [ProjectDetail.Rating] {
    let all = project.progress.enumerated().compactMap {
      index, score -> (Int, ProjectDetail.Rating)? in
      guard let kind = score.kind, let value = score.score else { return nil }
      return (
        index,
        ProjectDetail.Rating(
          kind: kind, date: score.date, rater: score.rater.map(shownName(of:)) ?? "",
          score: value, why: score.why, suggestion: score.suggestion)
      )
    }
    return all.sorted {
      ($0.1.date?.daysSince1970 ?? 0, $0.0) > ($1.1.date?.daysSince1970 ?? 0, $1.0)
    }.map(\.1)
  }

  private func measured(_ project: Project) throws(CollaborationError) -> MeasuredProgress {
    var charts: [SeriesChart] = []
    if project.siteIds.isEmpty {
      charts = try tiles().map(\.chart)
    } else {
      for site in project.siteIds { charts += try tiles(at: site).map(\.chart) }
    }
    let followed = Set(project.measureIds)
    let read = charts.filter { followed.contains($0.measure.id) && $0.chart != nil }
    let aim = read.filter { $0.measure.id == project.aim.measure }
    return MeasuredProgress(
      followed: followed.count, charted: read.count,
      withTarget: read.filter { $0.chart?.options.target != nil }.count,
      // Of several sites none speaks for all.
      aimValue: aim.count == 1
        ? aim[0].chart?.points.last { $0.value != nil && !$0.isExcluded }?.value : nil,
      better: read.filter { $0.verdict?.variation == .improvement }.count,
      worse: read.filter { $0.verdict?.variation == .concern }.count)
  }

  func ramps(of project: Project, _ cycles: [Cycle]) -> [ProjectDetail.Ramp] {
    let tree = DriverTree(project)
    let order = Dictionary(
      tree.entries.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { old, _ in old })
    let byRamp = Dictionary(grouping: cycles) { cycle in
      [cycle.driver.flatMap { order[$0] == nil ? nil : $0 } ?? "", cycle.rampName]
    }
    return byRamp.map { key, cycles in
      let driver = key[0].isEmpty ? nil : key[0]
      return ProjectDetail.Ramp(
        name: key[1], driverID: driver, driver: driver.flatMap { tree.entry($0)?.text } ?? "",
        above: driver.map { tree.ids(above: $0) } ?? [],
        cycles: cycles.sorted { ($0.begun, $0.id) < ($1.begun, $1.id) })
    }.sorted { left, right in
      let places = [left, right].map { $0.driverID.flatMap { order[$0] } ?? Int.max }
      return (places[0], left.cycles.first?.begun ?? "", left.name)
        < (places[1], right.cycles.first?.begun ?? "", right.name)
    }
  }
}

extension Cycle {
  /// The ramp it belongs to: by name, else by what it tests.
  var rampName: String { ramp ?? changeIdea ?? "No ramp" }
}
