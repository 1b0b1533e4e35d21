import Cells
import Collaborative
import Improvement
import Plots

extension Canvas {
  /// A project's milestones and barriers, its scores, or its ramps.
  mutating func drawCourse(_ state: CourseState, in rect: Rect) {
    guard let detail = state.detail else {
      drawMessage(state.problem ?? "", tone: .bad, in: rect)
      return
    }
    switch state.face {
    case .timeline: drawTimeline(detail, state, in: rect)
    case .scores:
      drawLines(
        detail.scoreLines(columns: max(1, rect.columns - 3), glyphs: glyphs), scroll: state.scroll,
        in: rect)
    case .ramps: drawRamps(detail, state, in: rect)
    }
  }

  private mutating func drawTimeline(
    _ detail: ProjectDetail, _ state: CourseState, in rect: Rect
  ) {
    let barriers = barrierLines(detail, state, columns: max(1, rect.columns - 2))
    let below = min(barriers.count, rect.rows / 2)
    let (upper, lower) = rect.splitBottom(below)
    let (head, body) = upper.splitTop(1)
    grid.write(
      "Milestones", at: Point(column: head.column + 1, row: head.row), role: .heading,
      limit: max(0, head.columns - 1))
    if detail.steps.isEmpty {
      drawMessage("No milestone yet. a adds what should be reached by when.", in: body)
    } else {
      let cursor = state.cursor < detail.steps.count ? state.cursor : nil
      let point = detail.milestoneTimeline.draw(
        into: &grid, rect: body.inset(columns: 1), cursor: cursor)
      if let point { focus(point) }
    }
    let first = barriers.firstIndex { $0.isChosen } ?? 0
    let top = min(max(0, first - lower.rows + 1), max(0, barriers.count - lower.rows))
    for (offset, line) in barriers.dropFirst(top).prefix(lower.rows).enumerated() {
      let point = Point(column: lower.column + 1, row: lower.row + offset)
      grid.write(line.text, at: point, limit: max(0, lower.columns - 2))
      if line.isChosen { focus(point) }
    }
  }

  /// The barriers with what helps against each.
  private func barrierLines(
    _ detail: ProjectDetail, _ state: CourseState, columns: Int
  ) -> [(text: StyledLine, isChosen: Bool)] {
    var lines: [(text: StyledLine, isChosen: Bool)] = [
      ("", false), (StyledLine("Barriers", .heading), false),
    ]
    if detail.obstacles.isEmpty {
      lines.append((StyledLine("No barrier is written down. b adds one.", .dim), false))
    }
    for (index, barrier) in detail.obstacles.enumerated() {
      let isChosen = state.cursor == detail.steps.count + index
      lines.append(
        (
          StyledLine(isChosen ? glyphs.pointer : " ", .accent)
            + StyledLine(barrier.text, isChosen ? .selection : .text), isChosen
        ))
      let help = barrier.mitigation.map { "What helps: \($0)" } ?? "What helps: nobody has said yet"
      for part in TextWrap.lines(help, width: max(8, columns - 3), glyphs: glyphs) {
        lines.append((StyledLine("   \(part)", barrier.mitigation == nil ? .warning : .dim), false))
      }
    }
    return lines
  }

  private mutating func drawRamps(
    _ detail: ProjectDetail, _ state: CourseState, in rect: Rect
  ) {
    guard let timeline = state.rampTimeline, !timeline.ramps.isEmpty else {
      drawMessage(
        state.driverID == nil
          ? "No cycle yet. In Projects, a on a change idea begins its first test."
          : "No cycle tests this driver yet. In Projects, a on it begins the first.", in: rect)
      return
    }
    let (head, rest) = rect.splitTop(1)
    let (body, words) = rest.splitBottom(1)
    let driver = state.driverID.flatMap { id in
      detail.ramps.first { $0.driverID == id }?.driver
    }
    let count = timeline.ramps.count
    let title =
      "\(count) \(count == 1 ? "ramp" : "ramps")"
      + (driver.map { " under “\($0)”" } ?? (state.driverID == nil ? "" : " under this driver"))
    grid.write(
      title, at: Point(column: head.column + 1, row: head.row), role: .heading,
      limit: max(0, head.columns - 1))
    let point = timeline.draw(into: &grid, rect: body.inset(columns: 1), cursor: state.cycleID)
    grid.write(
      timeline.words(at: state.cycleID), at: Point(column: words.column + 1, row: words.row),
      role: .strong, limit: max(0, words.columns - 1))
    if let point { focus(point) }
  }
}
