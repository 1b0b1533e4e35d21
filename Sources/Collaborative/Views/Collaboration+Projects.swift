import DocumentStore
import Improvement

extension Collaboration {
  /// The tree project › aim › drivers › change ideas › cycles, in reading order.
  ///
  /// Words keep a whole project when any of its rows has them.
  public func projectRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [ProjectRow] {
    let wanted = Words(words)
    let overview = try overview()
    var rows: [ProjectRow] = []
    for project in ownFirst(overview.projects) {
      guard admits(project, filter) else { continue }
      let tree = ProjectTree(
        project, cycles: overview.cyclesByProject[project.id] ?? [],
        places: placeWords(project.siteIds)
      ).rows
      if wanted.match(tree.map(\.text) + tree.map(\.note)) { rows += tree }
    }
    return rows
  }

  /// Projects by their names, those of the person who asks before all others.
  func ownFirst(_ projects: [Project]) -> [Project] {
    projects.sorted { left, right in
      (admits(left, .mine) ? 0 : 1, left.name, left.id)
        < (admits(right, .mine) ? 0 : 1, right.name, right.id)
    }
  }

  func admits(_ project: Project, _ filter: RowFilter.Kind?) -> Bool {
    switch filter {
    case .site(let id): project.siteIds.contains(id)
    case .project(let id): project.id == id
    case .mine: principal.isIn(project, on: clock.today)
    default: true
    }
  }
}

/// One project as the rows of its tree; drivers that lead back to themselves are shown once.
struct ProjectTree {
  private(set) var rows: [ProjectRow] = []
  private let project: Project
  private let drivers: [Driver]
  private let cycles: [Cycle]

  init(_ project: Project, cycles: [Cycle], places: String) {
    self.project = project
    drivers = project.drivers
    self.cycles = cycles
    add(.project, 0, project.name, [project.status.label, places], key: project.id)
    if let aim = project.aim.text {
      add(.aim, 1, aim, [project.aim.by.map { "by \($0.label)" } ?? ""], key: "\(project.id) aim")
    }
    addDrivers()
    addCycles(cycles.filter { cycle in !isPlaced(cycle) }, depth: 1)
  }

  private mutating func addDrivers() {
    let known = Set(drivers.map(\.id))
    var seen: Set<String> = []
    func roots() -> [Driver] {
      drivers.filter { driver in driver.parent.map { !known.contains($0) } ?? true }
    }
    for driver in roots() { add(driver, depth: 1, &seen) }
    for driver in drivers where !seen.contains(driver.id) { add(driver, depth: 1, &seen) }
  }

  private mutating func add(_ driver: Driver, depth: Int, _ seen: inout Set<String>) {
    guard seen.insert(driver.id).inserted else { return }
    add(.driver, depth, driver.text, [], key: "\(project.id) \(driver.id)")
    for child in drivers where child.parent == driver.id {
      add(child, depth: depth + 1, &seen)
    }
    addCycles(cycles.filter { $0.driver == driver.id }, depth: depth + 1)
  }

  /// Cycles under their change idea, each ramp once, in the order they were begun.
  private mutating func addCycles(_ cycles: [Cycle], depth: Int) {
    var ramps: [String] = []
    for cycle in cycles {
      let ramp = cycle.ramp ?? ""
      if !ramps.contains(ramp) { ramps.append(ramp) }
    }
    for ramp in ramps {
      let members = cycles.filter { ($0.ramp ?? "") == ramp }.sorted { $0.begun < $1.begun }
      let isNamed = !ramp.isEmpty
      if isNamed {
        let count = "\(members.count) \(members.count == 1 ? "cycle" : "cycles")"
        add(
          .idea, depth, ramp, [count],
          key: "\(project.id) \(members.first?.driver ?? "") \(ramp)")
      }
      for cycle in members {
        let state = cycle.decision?.label ?? ""
        rows.append(
          ProjectRow(
            kind: .cycle, depth: depth + (isNamed ? 1 : 0), text: cycle.title,
            note: [cycle.stage.label, state, cycle.scaleWords].filter { !$0.isEmpty }
              .joined(separator: " · "),
            tone: .plain, target: Target(.cycle, cycle.id), key: cycle.id))
      }
    }
  }

  private func isPlaced(_ cycle: Cycle) -> Bool {
    cycle.driver.map { driver in drivers.contains { $0.id == driver } } ?? false
  }

  private mutating func add(
    _ kind: ProjectRow.Kind, _ depth: Int, _ text: String, _ notes: [String], key: String
  ) {
    rows.append(
      ProjectRow(
        kind: kind, depth: depth, text: text,
        note: notes.filter { !$0.isEmpty }.joined(separator: " · "),
        tone: kind == .project ? .strong : .plain, target: Target(.project, project.id),
        key: key))
  }
}

extension Cycle {
  /// By when a ramp is ordered; what has no date comes last, in the order it was written.
  var begun: String {
    (actualStart ?? plannedStart).map(\.description) ?? "9999 \(id)"
  }
}
