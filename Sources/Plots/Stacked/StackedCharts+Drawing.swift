import Cells
import ControlCharts

extension StackedCharts {
  /// Draws the panels that fit into a rectangle of a grid, with the grid's signs.
  ///
  /// Every size is accepted, down to nothing.
  ///
  /// - Parameters:
  ///   - panel: the one the reader is at, which is always among those shown.
  ///   - cursor: the place of the time axis the reader is at.
  /// - Returns: where that panel begins.
  @discardableResult
  public func draw(
    into grid: inout Grid, rect: Rect, panel: Int = 0, cursor: Int? = nil
  ) -> Point? {
    let area = rect.intersection(grid.bounds)
    guard !area.isEmpty, !panels.isEmpty else { return nil }
    let cursor = cursor.flatMap { labels.indices.contains($0) ? $0 : nil }
    let panel = min(max(0, panel), panels.count - 1)
    var sheet = Grid(area.size, glyphs: grid.glyphs)
    let layout = StackedLayout(area.size, self, panel: panel, cursor: cursor)
    for index in layout.window {
      draw(panels[index], into: &sheet, layout.rect(of: index), layout, cursor, index == panel)
    }
    drawCursorRow(into: &sheet, layout, cursor)
    drawLabels(into: &sheet, layout)
    drawTicks(into: &sheet, layout)
    drawLineNames(into: &sheet, layout)
    grid.blit(sheet, at: area.origin)
    return Point(column: area.column, row: area.row + layout.rect(of: panel).row)
  }

  private func draw(
    _ panel: StackedPanel, into grid: inout Grid, _ rect: Rect, _ layout: StackedLayout,
    _ cursor: Int?, _ isSelected: Bool
  ) {
    drawCaption(of: panel, into: &grid, rect, isSelected)
    let field = Rect(
      column: layout.axisColumns, row: rect.row + 1, columns: layout.columns,
      rows: rect.rows - 1)
    guard !field.isEmpty else { return }
    guard let plot = panel.plot else {
      grid.write(
        panel.problem, at: Point(column: field.column + 1, row: field.row), role: .dim,
        limit: max(0, field.columns - 2))
      return
    }
    let ladder = plot.ladder(rows: field.rows)
    drawAxis(ladder, into: &grid, field)
    drawLines(of: panel, plot, ladder, into: &grid, field, layout)
    drawBreaks(of: panel, plot, into: &grid, field, layout)
    drawMarkers(of: panel, plot, ladder, into: &grid, field, layout, cursor)
  }

  /// Kind and name, the newest value, and the finding as far as it fits on the line.
  private func drawCaption(
    of panel: StackedPanel, into grid: inout Grid, _ rect: Rect, _ isSelected: Bool
  ) {
    if isSelected { grid.write(grid.glyphs.pointer, at: rect.origin, role: .accent) }
    let line = StyledLine([
      Span(panel.title, isSelected ? .strong : .label),
      Span(panel.latest.isEmpty ? "" : "  \(panel.latest)", .strong),
      Span(lacksRows(panel, rect.rows - 1) ? "  some limits need more rows" : "", .dim),
      Span(panel.words.isEmpty ? "" : "  \(panel.words)", .text),
    ])
    grid.write(
      line, at: Point(column: rect.column + 2, row: rect.row), limit: max(0, rect.columns - 2))
  }

  /// Whether a limit can't be drawn where it is.
  private func lacksRows(_ panel: StackedPanel, _ rows: Int) -> Bool {
    panel.plot?.ladder(rows: rows).room.contains { !$0.upper || !$0.lower } ?? false
  }

  private func drawAxis(_ ladder: RowLadder, into grid: inout Grid, _ field: Rect) {
    guard field.column > 0 else { return }
    let column = field.column - 1
    for row in field.row..<field.endRow {
      grid[column, row] = Cell(text: grid.glyphs.vertical, role: .chartAxis)
    }
    var taken: Set<Int> = []
    for tick in ladder.scale.ticks.reversed() {
      let row = ladder.scale.row(of: tick, rows: field.rows)
      let text = ladder.scale.text(tick)
      guard text.utf8.count < column, taken.insert(row).inserted else { continue }
      grid[column, field.row + row] = Cell(
        text: grid.glyphs.sign("┤", ascii: "+"), role: .chartAxis)
      grid.write(
        text, at: Point(column: column - 1 - text.utf8.count, row: field.row + row),
        role: .chartAxis)
    }
  }

  private func drawLines(
    of panel: StackedPanel, _ plot: ChartPlot, _ ladder: RowLadder, into grid: inout Grid,
    _ field: Rect, _ layout: StackedLayout
  ) {
    let glyphs = grid.glyphs
    let targets = plot.targetRows(ladder)
    for (index, point) in plot.chart.points.enumerated() {
      let place = panel.places[index]
      let following = index + 1 < panel.places.count ? panel.places[index + 1] : place + 1
      guard following > layout.visible.lowerBound, place < layout.visible.upperBound else {
        continue
      }
      let start = max(field.column, layout.column(of: place))
      let end = min(field.endColumn, layout.column(of: max(following, place + 1)))
      guard start < end else { continue }
      let rungs = plot.rungs(at: point, ladder)
      for column in start..<end {
        let isGap = glyphs == .ascii && !(column - field.column).isMultiple(of: 2)
        if let row = targets[point.phase] {
          grid[column, field.row + row] = Cell(
            text: glyphs.sign("┈", ascii: "~"), role: .chartTarget)
        }
        for row in [rungs.upper, rungs.lower] {
          guard let row, !isGap else { continue }
          grid[column, field.row + row] = Cell(
            text: glyphs.sign("╌", ascii: "-"), role: .chartLimit)
        }
        if let row = rungs.centre {
          grid[column, field.row + row] = Cell(text: glyphs.horizontal, role: .chartCentre)
        }
      }
    }
  }

  /// Changes that were implemented, through all panels; phases, through their own.
  private func drawBreaks(
    of panel: StackedPanel, _ plot: ChartPlot, into grid: inout Grid, _ field: Rect,
    _ layout: StackedLayout
  ) {
    func drawLine(before place: Int, _ cell: Cell) {
      guard let column = layout.lineColumn(before: place), column >= field.column else { return }
      for row in field.row..<field.endRow { grid[column, row] = cell }
    }
    for note in annotations where note.isLine {
      drawLine(before: note.position, Cell(text: grid.glyphs.vertical, role: .chartAnnotation))
    }
    let sign = grid.glyphs.sign("┊", ascii: ":")
    for phase in plot.chart.phases.dropFirst() {
      drawLine(
        before: panel.places[phase.range.lowerBound], Cell(text: sign, role: .chartPhase))
    }
  }

  private func drawMarkers(
    of panel: StackedPanel, _ plot: ChartPlot, _ ladder: RowLadder, into grid: inout Grid,
    _ field: Rect, _ layout: StackedLayout, _ cursor: Int?
  ) {
    for (index, point) in plot.chart.points.enumerated()
    where layout.visible.contains(panel.places[index]) {
      let column = layout.column(of: panel.places[index])
      guard let row = plot.row(of: point, ladder), column < field.endColumn else { continue }
      let mark = plot.marks[index]
      let isAtCursor = panel.places[index] == cursor
      grid[column, field.row + row] = Cell(
        text: mark.sign(grid.glyphs), role: isAtCursor ? .chartCursor : mark.role)
    }
  }
}
