import Cells
import Collaborative
import Plots

/// One project's drivers among the rows of the section, as a diagram.
struct ProjectsDiagram {
  var diagram: DriverDiagram
  var project: ProjectRow
  /// The place of the diagram that the selected row stands for.
  var cursor: String
  /// The row of each place.
  var rows: [String: Int]

  init?(_ all: [ProjectRow], selection: Int) {
    guard all.indices.contains(selection),
      let first = all[...selection].lastIndex(where: { $0.kind == .project })
    else { return nil }
    let end = all[(first + 1)...].firstIndex { $0.kind == .project } ?? all.count
    project = all[first]
    var forest = Forest()
    rows = [DriverDiagram.aimID: first]
    cursor = DriverDiagram.aimID
    var aim: ProjectRow?
    for index in (first + 1)..<max(end, first + 1) {
      let row = all[index]
      switch row.kind {
      case .aim:
        aim = row
        rows[DriverDiagram.aimID] = index
      case .driver, .idea:
        forest.add(row)
        rows[row.key] = index
        if index <= selection { cursor = row.key }
      case .project, .cycle: break
      }
    }
    if [.project, .aim].contains(all[selection].kind) { cursor = DriverDiagram.aimID }
    diagram = DriverDiagram(
      aim: aim?.text ?? project.text, aimNote: aim?.note ?? "", roots: forest.nodes)
  }

  /// Nodes put together from rows that say how deep they stand.
  private struct Forest {
    private var open: [(depth: Int, node: DriverDiagram.Node)] = []
    private var roots: [DriverDiagram.Node] = []

    mutating func add(_ row: ProjectRow) {
      close(from: row.depth)
      open.append(
        (
          row.depth,
          DriverDiagram.Node(
            id: row.key, text: row.text, note: row.note,
            kind: row.kind == .idea ? .idea : .driver)
        ))
    }

    private mutating func close(from depth: Int) {
      while let last = open.last, last.depth >= depth {
        open.removeLast()
        if open.isEmpty {
          roots.append(last.node)
        } else {
          open[open.count - 1].node.children.append(last.node)
        }
      }
    }

    var nodes: [DriverDiagram.Node] {
      var copy = self
      copy.close(from: 0)
      return copy.roots
    }
  }
}

extension Canvas {
  /// The driver diagram of the selected project, with the place the reader is at in words below.
  mutating func drawDiagram(_ model: Model, in rect: Rect) {
    let state = model.sectionState
    guard case .projects(let rows) = state.rows,
      let drawn = ProjectsDiagram(rows, selection: state.list.selection)
    else {
      drawMessage(state.problem ?? model.emptyWords(.projects), in: rect)
      return
    }
    let (upper, note) = rect.splitBottom(state.query.isEmpty ? 0 : 1)
    if !state.query.isEmpty { drawQuery(state, in: note) }
    let (head, rest) = upper.splitTop(1)
    let (body, words) = rest.splitBottom(1)
    grid.write(
      drawn.project.text, at: Point(column: head.column + 1, row: head.row), role: .heading,
      limit: max(0, head.columns - 1))
    let point = drawn.diagram.draw(
      into: &grid, rect: body.inset(columns: 1), cursor: drawn.cursor)
    let next =
      drawn.diagram.roots.isEmpty
      ? "No driver yet: + adds what must change for the aim to be reached."
      : drawn.diagram.words(at: drawn.cursor)
    grid.write(
      next, at: Point(column: words.column + 1, row: words.row), role: .strong,
      limit: max(0, words.columns - 1))
    if model.overlay == nil, let point { focus(point) }
  }
}

extension Model {
  mutating func toggleDiagram() -> [Effect] {
    sectionState.isBoard.toggle()
    sectionState.pane = .list
    return sectionState.isBoard ? [] : followSelectionNow()
  }

  mutating func moveOnDiagram(_ direction: DriverDiagram.Direction) -> [Effect] {
    guard case .projects(let rows) = sectionState.rows,
      let drawn = ProjectsDiagram(rows, selection: sectionState.list.selection)
    else { return [] }
    let next = drawn.diagram.neighbour(of: drawn.cursor, direction)
    if next == drawn.cursor, next == DriverDiagram.aimID {
      // Above and below an aim are those of the other projects.
      if direction == .down { selectProject(by: 1, rows) }
      if direction == .up { selectProject(by: -1, rows) }
    } else if let row = drawn.rows[next] {
      sectionState.list.select(row)
    }
    return []
  }

  /// Up and down stay in a column; a page is a project.
  mutating func moveOnDiagram(_ movement: Movement) -> [Effect] {
    guard case .projects(let rows) = sectionState.rows else { return [] }
    switch movement {
    case .by(let step): return moveOnDiagram(step > 0 ? .down : .up)
    case .page(let step), .halfPage(let step): selectProject(by: step, rows)
    case .start: sectionState.list.select(0)
    case .end: selectProject(by: rows.count, rows)
    }
    return []
  }

  /// Goes to a project further down or up; past the last one it stays there.
  private mutating func selectProject(by step: Int, _ rows: [ProjectRow]) {
    let starts = rows.indices.filter { rows[$0].kind == .project }
    let present = starts.lastIndex { $0 <= sectionState.list.selection } ?? 0
    guard let start = starts[safe: min(max(0, present + step), starts.count - 1)] else { return }
    sectionState.list.select(start)
  }
}
