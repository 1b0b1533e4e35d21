import Cells
import Collaborative
import Plots
import Widgets

extension Canvas {
  /// Sites compared on one measure, with the one the reader is at in words below.
  mutating func drawComparison(
    _ state: ComparisonState, hasOwnScales: Bool = false, in rect: Rect
  ) {
    guard let detail = state.detail else {
      drawMessage(state.problem ?? "", tone: .bad, in: rect)
      return
    }
    switch state.face {
    case .funnel:
      guard let plot = state.plot else { return }
      drawFunnel(plot, detail, state, in: rect)
    case .multiples:
      guard !detail.tiles.isEmpty else {
        drawMessage("No site has numbers yet. o enters the first in Measures.", in: rect)
        return
      }
      drawPanels(
        detail.tiles, at: detail.tiles.firstIndex { $0.seriesID == state.seriesID },
        caption: detail.comparison.problem.map { ["No funnel: \($0)."] } ?? [],
        hasOwnScales: hasOwnScales, in: rect)
    case .table: drawTable(detail, state, in: rect)
    }
  }

  private mutating func drawFunnel(
    _ plot: FunnelPlot, _ detail: ComparisonDetail, _ state: ComparisonState, in rect: Rect
  ) {
    let cursor = detail.comparison.entries.firstIndex { $0.seriesID == state.seriesID }
    let (upper, below) = rect.splitBottom(cursor == nil ? 0 : 1)
    plot.draw(into: &grid, rect: upper, cursor: cursor)
    guard let cursor else { return }
    let point = Point(column: below.column + 2, row: below.row)
    grid.write(
      plot.words(at: cursor), at: point, role: .strong, limit: max(0, below.columns - 3))
    focus(point)
  }

  /// Small charts of one measure, the selected one in sight.
  mutating func drawPanels(
    _ tiles: [MeasureTile], at selection: Int?, caption: [String] = [],
    hasOwnScales: Bool = false, in rect: Rect
  ) {
    let place = SmallMultiples(tiles, caption: caption, hasOwnScales: hasOwnScales)
      .draw(into: &grid, rect: rect, selection: selection)
    if let place { focus(place) }
  }

  private mutating func drawTable(
    _ detail: ComparisonDetail, _ state: ComparisonState, in rect: Rect
  ) {
    let glyphs = glyphs
    let table = (state.plot?.table ?? SmallMultiples(detail.tiles).table)
      .fitting(columns: max(1, rect.columns - 3), glyphs: glyphs)
    let widths = table.headers.indices.map { column in
      ([table.headers[column]] + table.rows.map { $0[column] })
        .map { TextWidth.of($0, glyphs: glyphs) }.max() ?? 0
    }
    func line(_ cells: [String], _ role: Role) -> StyledLine {
      StyledLine(
        zip(cells, widths).map { TextWidth.padded($0, to: $1, glyphs: glyphs) }
          .joined(separator: String(repeating: " ", count: ChartTable.gap)), role)
    }
    let caption = detail.comparison.caption
      .flatMap { TextWrap.lines($0, width: max(8, rect.columns - 3), glyphs: glyphs) }
    drawLines(
      [line(table.headers, .label)] + table.rows.map { line($0, .text) } + [""]
        + caption.map { StyledLine($0) }, scroll: state.scroll, in: rect)
  }
}
