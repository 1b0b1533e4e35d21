import Cells
import Collaborative
import Plots
import Widgets

extension Canvas {
  /// Charts above each other on one time axis, or their numbers as one table.
  mutating func drawStack(_ state: StackState, in rect: Rect) {
    guard let detail = state.detail, let charts = state.charts else {
      drawMessage(state.problem ?? "", tone: .bad, in: rect)
      return
    }
    if let words = detail.emptyWords {
      drawMessage(words, in: rect)
      return
    }
    if state.isTable {
      drawLines(
        charts.tableLines(columns: max(1, rect.columns - 3), glyphs: glyphs), scroll: state.scroll,
        in: rect)
      return
    }
    if let point = charts.draw(
      into: &grid, rect: rect, panel: state.panel, cursor: state.cursor)
    {
      focus(point)
    }
  }
}

extension StackedCharts {
  fileprivate func tableLines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
    let table = table
    // The period always stands; each other column is as wide as its numbers, its name cut if need
    // be.
    let widths = table.headers.indices.map { column in
      let cells = table.rows.map { TextWidth.of($0[column], glyphs: glyphs) }.max() ?? 0
      return min(max(cells, min(14, TextWidth.of(table.headers[column], glyphs: glyphs))), 60)
    }
    func line(_ cells: [String], _ role: Role) -> StyledLine {
      let texts = zip(cells, widths).map { text, width in
        TextWidth.padded(
          TextWidth.clamped(text, to: width, glyphs: glyphs), to: width, glyphs: glyphs)
      }
      var text = texts.joined(separator: String(repeating: " ", count: ChartTable.gap))
      while text.last == " " { text.removeLast() }
      return StyledLine(TextWidth.clamped(text, to: columns, glyphs: glyphs), role)
    }
    return [line(table.headers, .label)] + table.rows.map { line($0, .text) }
  }
}
