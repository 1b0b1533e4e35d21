import ControlCharts
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
    let cycles = Dictionary(grouping: try cycles(narrowedTo: filter)) { $0.project ?? "" }
    var rows: [ProjectRow] = []
    for project in ownFirst(try projects(narrowedTo: filter)) {
      guard admits(project, filter) else { continue }
      let tree = ProjectTree(
        project, cycles: cycles[project.id] ?? [],
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

/// One project as the rows of its tree; every driver, idea and cycle stands in it once.
struct ProjectTree {
  private(set) var rows: [ProjectRow] = []
  private let project: Project
  /// By driver; those without one in the diagram under the empty name.
  private var cyclesByDriver: [String: [Cycle]]

  init(_ project: Project, cycles: [Cycle], places: String) {
    self.project = project
    let tree = DriverTree(project)
    let known = Set(tree.entries.filter { $0.kind == .driver }.map(\.id))
    cyclesByDriver = Dictionary(grouping: cycles) { cycle in
      cycle.driver.flatMap { known.contains($0) ? $0 : nil } ?? ""
    }
    add(.project, 0, project.name, [project.status.label, places], key: project.id)
    let isEmpty = tree.entries.isEmpty
    add(
      .aim, 1, project.aim.text ?? "No aim yet: e writes it",
      [project.aim.words, isEmpty ? "+ adds the first driver" : ""], key: "\(project.id) aim")
    addDiagram(tree)
    addCycles(of: "", depth: 1)
  }

  /// Below a driver its drivers, then its ideas with their cycles, then the cycles of no idea.
  private mutating func addDiagram(_ tree: DriverTree) {
    var open: [DriverTree.Entry] = []
    for entry in tree.entries {
      while let last = open.last, last.depth >= entry.depth { close(&open, last) }
      let key = ProjectRow.key(ofPart: entry.id, in: project.id)
      switch entry.kind {
      case .driver:
        add(
          .driver, entry.depth + 1, entry.text, [], key: key,
          part: DiagramPart(entry, in: tree))
        open.append(entry)
      case .idea:
        let tests = takeCycles(testing: entry.text, of: open.last?.id ?? "")
        add(
          .idea, entry.depth + 1, entry.text, [Self.count(tests)], key: key,
          part: DiagramPart(entry, in: tree))
        for cycle in tests { add(cycle, depth: entry.depth + 2) }
      }
    }
    while let last = open.last { close(&open, last) }
  }

  private mutating func close(_ open: inout [DriverTree.Entry], _ last: DriverTree.Entry) {
    addCycles(of: last.id, depth: last.depth + 2)
    open.removeLast()
  }

  /// The cycles under a driver that test an idea: of its ramp, or with its words.
  private mutating func takeCycles(testing idea: String, of driver: String) -> [Cycle] {
    func isSame(_ text: String?) -> Bool { text?.lowercased() == idea.lowercased() }
    let all = cyclesByDriver[driver] ?? []
    let tests = all.filter { isSame($0.ramp) || isSame($0.changeIdea) }
    guard !tests.isEmpty else { return [] }
    let ids = Set(tests.map(\.id))
    cyclesByDriver[driver] = all.filter { !ids.contains($0.id) }
    return tests.sorted { $0.begun < $1.begun }
  }

  /// Cycles under their change idea, each ramp once, in the order they were begun.
  private mutating func addCycles(of driver: String, depth: Int) {
    let cycles = cyclesByDriver[driver] ?? []
    var ramps: [String] = []
    for cycle in cycles {
      let ramp = cycle.ramp ?? ""
      if !ramps.contains(ramp) { ramps.append(ramp) }
    }
    for ramp in ramps {
      let members = cycles.filter { ($0.ramp ?? "") == ramp }.sorted { $0.begun < $1.begun }
      let isNamed = !ramp.isEmpty
      if isNamed {
        add(
          .idea, depth, ramp, [Self.count(members)],
          key: "\(project.id) \(driver) \(ramp)", driver: driver.isEmpty ? nil : driver)
      }
      for cycle in members { add(cycle, depth: depth + (isNamed ? 1 : 0)) }
    }
  }

  private static func count(_ cycles: [Cycle]) -> String {
    switch cycles.count {
    case 0: "not tried yet"
    case 1: "1 cycle"
    default: "\(cycles.count) cycles"
    }
  }

  private mutating func add(_ cycle: Cycle, depth: Int) {
    let state = cycle.decision?.label ?? ""
    rows.append(
      ProjectRow(
        kind: .cycle, depth: depth, text: cycle.title,
        note: [cycle.stage.label, state, cycle.scaleWords].filter { !$0.isEmpty }
          .joined(separator: " · "),
        tone: .plain, target: Target(.cycle, cycle.id), key: cycle.id, projectID: project.id,
        driverID: cycle.driver))
  }

  private mutating func add(
    _ kind: ProjectRow.Kind, _ depth: Int, _ text: String, _ notes: [String], key: String,
    part: DiagramPart? = nil, driver: String? = nil
  ) {
    var target = Target(.project, project.id)
    target.part = part
    rows.append(
      ProjectRow(
        kind: kind, depth: depth, text: text,
        note: notes.filter { !$0.isEmpty }.joined(separator: " · "),
        tone: kind == .project ? .strong : .plain, target: target, key: key,
        projectID: project.id, nodeID: part?.id, driverID: part?.driverID ?? driver))
  }
}

extension Aim {
  /// Its number and its date, as far as they are known: `3.3 to 1.6 by 31 Dec 2026`.
  var words: String {
    let date = by.map { "by \($0.label)" } ?? ""
    guard let from, let to else { return date }
    return "\(NumberText.short(from)) to \(NumberText.short(to)) \(date)"
  }
}

extension Cycle {
  /// By when a ramp is ordered; what has no date comes last, in the order it was written.
  var begun: String {
    (actualStart ?? plannedStart).map(\.description) ?? "9999 \(id)"
  }
}
