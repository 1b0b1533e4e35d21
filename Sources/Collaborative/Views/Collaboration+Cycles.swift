import DocumentStore
import Improvement

extension Collaboration {
  /// Cycles as rows: what is under way first, by stage and by when it is due, then what is closed.
  public func cycleRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [CycleRow] {
    let wanted = Words(words)
    let projects = try self.projects()
    let names = Dictionary(projects.map { ($0.id, $0) }, uniquingKeysWith: { old, _ in old })
    let sites = try siteNames()
    var rows: [(key: (Int, Int, String), row: CycleRow)] = []
    for cycle in try cycles() {
      let project = cycle.project.flatMap { names[$0] }
      guard admits(cycle, project, filter) else { continue }
      let row = row(cycle, project, sites)
      guard
        wanted.match([
          row.title, row.project, row.sites, cycle.ramp ?? "", cycle.objective ?? "",
          cycle.changeIdea ?? "", row.owner,
        ])
      else { continue }
      let due = cycle.plannedEnd?.daysSince1970 ?? Int.max
      rows.append(((cycle.stage.order, cycle.stage == .closed ? -due : due, cycle.id), row))
    }
    return rows.sorted { $0.key < $1.key }.map(\.row)
  }

  private func admits(_ cycle: Cycle, _ project: Project?, _ filter: RowFilter.Kind?) -> Bool {
    switch filter {
    case .stage(let stage): cycle.stage == stage
    case .project(let id): cycle.project == id
    case .site(let id): cycle.site == id || (project?.siteIds.contains(id) ?? false)
    case .mine:
      cycle.owner == principal.memberID
        || !Set(project?.siteIds ?? []).isDisjoint(with: principal.siteIDs)
    default: true
    }
  }

  private func row(_ cycle: Cycle, _ project: Project?, _ sites: [DocumentID: String]) -> CycleRow {
    let where_ = cycle.site.map { [$0] } ?? project?.siteIds ?? []
    let names = where_.map { sites[$0] ?? $0 }
    return CycleRow(
      id: cycle.id, title: cycle.title, stage: cycle.stage, project: project?.name ?? "",
      sites: names.count > 2 ? "\(names.count) sites" : names.joined(separator: ", "),
      owner: cycle.owner.map(name) ?? "", state: state(cycle),
      isOverdue: cycle.isOverdue(on: clock.today), scale: cycle.scaleWords)
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

extension CycleStage {
  var order: Int { Self.allCases.firstIndex(of: self).map { Int($0) } ?? 0 }
}
