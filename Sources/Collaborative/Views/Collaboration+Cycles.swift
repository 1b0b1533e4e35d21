import DocumentStore
import Improvement

extension Collaboration {
  /// Cycles as rows: what is under way first, by stage and by when it is due, then what is closed,
  /// the latest first.
  public func cycleRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [CycleRow] {
    let wanted = Words(words)
    var projects: [DocumentID: Project?] = [:]
    var rows: [(key: (Int, Int, String), row: CycleRow)] = []
    for cycle in try cycles(narrowedTo: filter) {
      let id = cycle.project ?? ""
      if projects[id] == nil { projects[id] = .some(project(id)) }
      let project = projects[id] ?? nil
      guard admits(cycle, project, filter) else { continue }
      let row = row(cycle, project)
      guard
        wanted.match([
          row.title, row.project, row.sites, cycle.ramp ?? "", cycle.objective ?? "",
          cycle.changeIdea ?? "", row.owner,
        ])
      else { continue }
      rows.append(((cycle.stage.order, cycle.place, cycle.id), row))
    }
    return rows.sorted { $0.key < $1.key }.map(\.row)
  }

  private func admits(_ cycle: Cycle, _ project: Project?, _ filter: RowFilter.Kind?) -> Bool {
    switch filter {
    case .stage(let stage): cycle.stage == stage
    case .project(let id): cycle.project == id
    case .site(let id): cycle.takesPlace(at: id, project)
    case .mine: isMine(cycle, project)
    case .ownCycles: isOwn(cycle)
    default: true
    }
  }

  /// Whether someone has to do with a cycle: as its owner, as a tester, in its project's team, or
  /// because it takes place at their site.
  func isMine(_ cycle: Cycle, _ project: Project?) -> Bool {
    if principal.siteIDs.contains(where: { cycle.takesPlace(at: $0, project) }) { return true }
    guard let me = principal.memberID else { return false }
    return isOwn(cycle)
      || project?.roster.contains { $0.member == me && $0.isHeld(on: clock.today) } ?? false
  }

  /// Whether someone runs a cycle or tries it out.
  private func isOwn(_ cycle: Cycle) -> Bool {
    principal.memberID.map { cycle.owner == $0 || cycle.testers.contains($0) } ?? false
  }

  private func row(_ cycle: Cycle, _ project: Project?) -> CycleRow {
    CycleRow(
      id: cycle.id, title: cycle.title, stage: cycle.stage, project: project?.name ?? "",
      sites: cycle.site.map(name) ?? project.map { placeWords($0.siteIds) } ?? "",
      owner: cycle.owner.map(name) ?? "", state: state(cycle),
      isOverdue: cycle.isOverdue(on: clock.today), isOver: cycle.isOver, scale: cycle.scaleWords)
  }

  /// What was decided, or when it is due.
  private func state(_ cycle: Cycle) -> String {
    if let decision = cycle.decision { return decision.label }
    if cycle.isOverdue(on: clock.today), let end = cycle.plannedEnd { return "due \(end.label)" }
    if let end = cycle.plannedEnd { return "until \(end.label)" }
    return cycle.plannedStart.map { "from \($0.label)" } ?? ""
  }
}

extension Cycle {
  /// How large the test is: `5 patients`, `1 encounter`.
  var scaleWords: String {
    func words(_ count: Int?, _ one: String) -> String? {
      count.map { "\($0) \(one)\($0 == 1 ? "" : "s")" }
    }
    return words(scale.patients, "patient") ?? words(scale.encounters, "encounter")
      ?? words(scale.clinicians, "clinician") ?? ""
  }
}

extension Cycle {
  /// Its place among those of its stage: by when it is due, or the latest first once it is closed;
  /// what has no date stands last.
  fileprivate var place: Int {
    if stage != .closed { return plannedEnd?.daysSince1970 ?? Int.max }
    return (actualEnd ?? plannedEnd).map { -$0.daysSince1970 } ?? Int.max
  }

  /// Whether a site tests it: the one that it names, else all of its project's.
  func takesPlace(at id: DocumentID, _ project: Project?) -> Bool {
    site.map { $0 == id } ?? project?.siteIds.contains(id) ?? false
  }
}

extension CycleStage {
  var order: Int { Self.allCases.firstIndex(of: self).map { Int($0) } ?? 0 }
}
