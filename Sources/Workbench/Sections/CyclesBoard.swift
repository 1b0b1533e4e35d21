import Cells
import Collaborative
import Improvement
import Widgets

extension Canvas {
  /// Cycles as a board: a column a stage, the selected card in sight.
  mutating func drawBoard(_ model: Model, in rect: Rect) {
    guard case .cycles(let rows) = model.sectionState.rows, !rows.isEmpty else {
      drawMessage(model.emptyWords(.cycles), in: rect)
      return
    }
    let stages = CycleStage.allCases.map { $0 }
    let selected = model.sectionState.list.selection
    let chosen = rows.indices.contains(selected) ? rows[selected] : nil
    let columns = max(1, min(stages.count, rect.columns / 16))
    let first = BoardWindow.first(stages: stages, showing: chosen?.stage, columns: columns)
    let width = rect.columns / columns
    for (offset, stage) in stages[first..<first + columns].enumerated() {
      let column = Rect(
        column: rect.column + offset * width, row: rect.row, columns: width - 1, rows: rect.rows)
      let cards = rows.enumerated().filter { $0.element.stage == stage }
      drawColumn(stage, cards.map { ($0.offset, $0.element) }, selected: selected, in: column)
    }
    drawSides(left: first > 0, right: first + columns < stages.count, in: rect)
  }

  private mutating func drawColumn(
    _ stage: CycleStage, _ cards: [(index: Int, row: CycleRow)], selected: Int, in rect: Rect
  ) {
    grid.write(
      "\(stage.label) \(cards.count)", at: Point(column: rect.column + 1, row: rect.row),
      role: stage.role, limit: max(0, rect.columns - 1))
    let body = rect.splitTop(1).rest
    let height = 3
    let room = max(1, body.rows / height)
    let position = cards.firstIndex { $0.index == selected } ?? 0
    let top = max(0, min(position - room / 2, cards.count - room))
    for (offset, card) in cards.dropFirst(top).prefix(room).enumerated() {
      let place = Rect(
        column: body.column, row: body.row + offset * height, columns: body.columns,
        rows: min(height - 1, body.rows))
      drawCard(card.row, isSelected: card.index == selected, in: place)
    }
    drawMore(above: top > 0, below: top + room < cards.count, in: body)
  }

  private mutating func drawCard(_ row: CycleRow, isSelected: Bool, in rect: Rect) {
    let point = Point(column: rect.column + 1, row: rect.row)
    grid.write(row.title, at: point, limit: max(0, rect.columns - 2))
    grid.write(
      row.isOverdue ? "! \(row.state)" : row.state,
      at: Point(column: point.column, row: point.row + 1), role: row.isOverdue ? .warning : .dim,
      limit: max(0, rect.columns - 2))
    guard isSelected else { return }
    grid.paint(rect, role: .selection)
    grid.write(glyphs.pointer, at: rect.origin, role: .selection)
    focus(rect.origin)
  }

  private mutating func drawSides(left: Bool, right: Bool, in rect: Rect) {
    if left { grid.write(glyphs.moreLeft, at: rect.origin, role: .accent) }
    if right {
      grid.write(
        glyphs.moreRight, at: Point(column: rect.endColumn - 1, row: rect.row), role: .accent)
    }
  }
}

/// Which stages are in sight where not all columns fit.
enum BoardWindow {
  static func first(stages: [CycleStage], showing stage: CycleStage?, columns: Int) -> Int {
    let index = stage.flatMap { stages.firstIndex(of: $0) } ?? 0
    return max(0, min(index - columns / 2, stages.count - columns))
  }
}
