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
    let shown = Array(stages[first..<first + columns])
    let widths = BoardWindow.widths(
      of: shown.map { stage in rows.contains { $0.stage == stage } }, columns: rect.columns)
    var left = rect.column
    for (stage, width) in zip(shown, widths) {
      let column = Rect(column: left, row: rect.row, columns: width - 1, rows: rect.rows)
      let cards = rows.enumerated().filter { $0.element.stage == stage }
      drawColumn(stage, cards.map { ($0.offset, $0.element) }, selected: selected, in: column)
      left += width
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
    let height = 4
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
    let room = max(1, rect.columns - 2)
    let title = TextWrap.lines(row.title, width: room, glyphs: glyphs)
    for (offset, line) in title.prefix(2).enumerated() {
      let isCut = offset == 1 && title.count > 2
      grid.write(
        isCut ? line + glyphs.ellipsis : line,
        at: Point(column: point.column, row: point.row + offset), limit: room)
    }
    grid.write(
      row.isOverdue ? "! \(row.state)" : row.state,
      at: Point(column: point.column, row: point.row + 2), role: row.isOverdue ? .warning : .dim,
      limit: room)
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

  /// How wide each column is: what has no cards only needs room for its name.
  static func widths(of hasCards: [Bool], columns: Int) -> [Int] {
    let narrow = hasCards.contains(true) ? 11 : columns / max(1, hasCards.count)
    let empty = hasCards.filter { !$0 }.count
    let full = hasCards.count - empty
    guard full > 0 else { return hasCards.map { _ in narrow } }
    let wide = (columns - empty * narrow) / full
    return hasCards.map { $0 ? wide : narrow }
  }
}
