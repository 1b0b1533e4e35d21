import Cells
import Collaborative
import Widgets

extension Canvas {
  /// The agenda of a meeting, with what the team talks about marked.
  mutating func drawMeeting(_ state: MeetingState, in rect: Rect) {
    guard state.meeting != nil else {
      drawMessage(state.problem ?? "", tone: .bad, in: rect)
      return
    }
    let layout = MeetingLayout(state, columns: max(1, rect.columns - 2), glyphs: glyphs)
    let window = layout.window(showing: state.selection, rows: rect.rows)
    var isFirst = true
    for (offset, line) in layout.lines[window].enumerated() {
      let place = Point(column: rect.column + 1, row: rect.row + offset)
      grid.write(line.text, at: place, limit: max(0, rect.columns - 2))
      guard line.item == state.selection else { continue }
      grid.paint(
        Rect(column: rect.column, row: place.row, columns: rect.columns - 1, rows: 1),
        role: .selection)
      guard isFirst else { continue }
      grid.write(glyphs.pointer, at: Point(column: rect.column, row: place.row), role: .selection)
      focus(Point(column: rect.column, row: place.row))
      isFirst = false
    }
    drawMore(
      above: window.lowerBound > 0, below: window.upperBound < layout.lines.count, in: rect)
  }
}
