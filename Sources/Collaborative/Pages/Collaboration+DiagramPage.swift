import DocumentStore
import Improvement

extension Collaboration {
  /// A driver or a change idea on a page: what it serves, here and in the network, what stands under
  /// it, its ramps side by side and its cycles.
  func diagramPage(
    _ project: Project, _ part: DiagramPart, _ target: Target
  ) throws(CollaborationError) -> Page {
    let tree = DriverTree(project)
    guard let index = tree.index(of: part.id) else {
      throw .driverTree(.notThere, field: "text")
    }
    let entry = tree.entries[index]
    let cycles = try cycles(in: project.id)
    let rows = ProjectTree(project, cycles: cycles, places: "").rows
    let under = rowsBelow(part, rows)
    let tests = Set(under.filter { $0.kind == .cycle }.map(\.target.id))
    return Page(
      target, title: entry.text,
      subtitle: [
        part.kind.label.capitalisedFirst, project.name, placeWords(project.siteIds),
      ].filter { !$0.isEmpty }.joined(separator: " · "),
      groups: [
        PageGroup("What it serves", try servedLines(entry, tree, project)),
        PageGroup("What serves it", servingLines(part, under)),
        PageGroup("Ramps", rampLines(of: project, cycles.filter { tests.contains($0.id) })),
        PageGroup("Cycles", testLines(under)),
      ])
  }

  /// The rows of a project's tree that stand under a driver or an idea.
  private func rowsBelow(_ part: DiagramPart, _ rows: [ProjectRow]) -> ArraySlice<ProjectRow> {
    guard let place = rows.firstIndex(where: { $0.nodeID == part.id }) else { return [] }
    return rows[(place + 1)...].prefix { $0.depth > rows[place].depth }
  }

  /// The aim, then the drivers from the primary one to the nearest; then what it is in the network.
  private func servedLines(
    _ entry: DriverTree.Entry, _ tree: DriverTree, _ project: Project
  ) throws(CollaborationError) -> [PageLine] {
    var lines: [PageLine] = [
      .item(
        mark: "aim", text: project.aim.text ?? "No aim yet", note: project.aim.words,
        target: Target(.project, project.id))
    ]
    let above = tree.ids(above: entry.id)
    for driver in tree.entries where above.contains(driver.id) {
      lines.append(
        .item(
          mark: "driver", text: driver.text, depth: driver.depth + 1,
          target: Target(project: project.id, part: DiagramPart(driver, in: tree))))
    }
    if entry.kind == .driver, let id = Driver(entry.record).networkDriver {
      let network = try documents(.network).first
      let served = network.flatMap { found in
        Network(found.tree).drivers.first { $0.id == id }?.text
      }
      lines.append(
        .field(
          label: "In the network", value: served ?? id,
          target: network.map { Target(.network, $0.id) }))
    }
    if entry.kind == .idea {
      lines += link("Taken from", .resource, ChangeIdea(entry.record).resource)
    }
    return lines
  }

  private func servingLines(_ part: DiagramPart, _ rows: ArraySlice<ProjectRow>) -> [PageLine] {
    guard part.kind == .driver else { return [] }
    let serving = rows.filter { $0.kind == .driver || $0.kind == .idea }
    let outermost = serving.map(\.depth).min() ?? 0
    guard !serving.isEmpty else {
      return [
        .paragraph(
          "Nothing yet: + in Projects adds a driver or a change idea under it.", tone: .caution)
      ]
    }
    return serving.map { row in
      .item(
        mark: row.kind == .idea ? "idea" : "driver", text: row.text, note: row.note,
        depth: row.depth - outermost, target: row.nodeID == nil ? nil : row.target)
    }
  }

  private func rampLines(of project: Project, _ cycles: [Cycle]) -> [PageLine] {
    let ramps = ramps(of: project, cycles)
    guard !ramps.isEmpty else { return [] }
    return [
      .ramps(ramps, today: clock.today),
      .paragraph("R shows them test by test.", tone: .quiet),
    ]
  }

  private func testLines(_ rows: ArraySlice<ProjectRow>) -> [PageLine] {
    let cycles = rows.filter { $0.kind == .cycle }
    guard !cycles.isEmpty else {
      return [
        .paragraph(
          "No cycle yet: in Projects, a on it begins a first small test.", tone: .caution)
      ]
    }
    return cycles.map { .item(text: $0.text, note: $0.note, target: $0.target) }
  }
}
