import Cells
import ControlCharts

extension ChartPlot {
  /// Draws the chart into a rectangle of a grid, with the grid's signs.
  ///
  /// Every size is accepted, down to nothing. From back to front: limits, centre line, target,
  /// phases, connectors, markers, cursor. Points that don't fit are reached by moving the cursor;
  /// how many are shown is said beside the labels.
  ///
  /// - Parameter cursor: the index of the point the reader is at.
  public func draw(into grid: inout Grid, rect: Rect, cursor: Int? = nil) {
    let visible = rect.intersection(grid.bounds)
    guard !visible.isEmpty else { return }
    // On a sheet of its own, nothing can be written beside the rectangle.
    var sheet = Grid(visible.size, glyphs: grid.glyphs)
    draw(onto: &sheet, cursor)
    grid.blit(sheet, at: visible.origin)
  }

  private func draw(onto grid: inout Grid, _ cursor: Int?) {
    let rect = grid.bounds
    let cursor = cursor.flatMap { chart.points.indices.contains($0) ? $0 : nil }
    let glyphs = grid.glyphs
    let names = lineNames(glyphs).map(\.text)
    let layout = layout(rect, names, cursor, glyphs)
    let ladder = self.ladder(rows: layout.plot.rows)
    guard !layout.plot.isEmpty else { return }
    drawAxis(into: &grid, layout, ladder)
    guard !layout.visible.isEmpty else {
      drawCaption(into: &grid, rect, layout)
      return
    }
    drawLines(into: &grid, layout, ladder)
    drawBreaks(into: &grid, layout)
    drawConnectors(into: &grid, layout, ladder)
    drawMarkers(into: &grid, layout, ladder, cursor)
    drawNames(into: &grid, layout, ladder)
    drawCursorRow(into: &grid, rect, layout, cursor)
    drawLabels(into: &grid, rect, layout)
    drawAnnotations(into: &grid, rect, layout)
    drawCaption(into: &grid, rect, layout)
  }

  /// Shares the rectangle; what could not be drawn truly or with words is told in the caption,
  /// which may take rows from the drawing.
  private func layout(_ rect: Rect, _ names: [String], _ cursor: Int?, _ glyphs: Glyphs)
    -> PlotLayout
  {
    func layout(_ rows: Int, _ notes: [String], _ legend: String?) -> PlotLayout {
      PlotLayout(
        rect, plot: self, ladder: ladder(rows: rows), names: names, cursor: cursor, notes: notes,
        legend: legend, glyphs: glyphs)
    }
    var notes: [String] = []
    var legend: String?
    // The numbers of the axis depend on its rows, and what is left for them on the numbers.
    var found = layout(layout(rect.rows, notes, legend).plot.rows, notes, legend)
    for _ in 0..<3 {
      let ladder = ladder(rows: found.plot.rows)
      let note = lineNotes(ladder, visible: found.visible)
      let sign = hasBareTicks(rect, found, glyphs) ? tickLegend(glyphs) : nil
      guard note != notes || sign != legend else { break }
      (notes, legend) = (note, sign)
      found = layout(found.plot.rows, notes, legend)
    }
    return found
  }

  private func drawAxis(into grid: inout Grid, _ layout: PlotLayout, _ ladder: RowLadder) {
    guard layout.axisColumns > 0 else { return }
    let column = layout.plot.column - 1
    for row in layout.plot.row..<layout.plot.endRow {
      grid[column, row] = Cell(text: grid.glyphs.vertical, role: .chartAxis)
    }
    var taken: Set<Int> = []
    for tick in ladder.scale.ticks.reversed() {
      let row = ladder.scale.row(of: tick, rows: layout.plot.rows)
      guard taken.insert(row).inserted else { continue }
      grid[column, layout.plot.row + row] = Cell(
        text: grid.glyphs.sign("┤", ascii: "+"), role: .chartAxis)
      let text = ladder.scale.text(tick)
      guard text.utf8.count + 2 <= layout.axisColumns else { continue }
      grid.write(
        text,
        at: Point(column: column - 1 - text.utf8.count, row: layout.plot.row + row),
        role: .chartAxis)
    }
  }

  private func drawLines(into grid: inout Grid, _ layout: PlotLayout, _ ladder: RowLadder) {
    let glyphs = grid.glyphs
    let limit = Cell(text: glyphs.sign("╌", ascii: "-"), role: .chartLimit)
    let centre = Cell(text: glyphs.horizontal, role: .chartCentre)
    let target = Cell(text: glyphs.sign("┈", ascii: "~"), role: .chartTarget)
    let targetRows = targetRows(ladder)
    for index in layout.visible {
      let column = layout.column(of: index)
      let from = index == layout.visible.lowerBound ? layout.plot.column : column
      let to = min(column + layout.pitch, layout.plot.endColumn)
      guard from < to else { continue }
      let rungs = rungs(at: chart.points[index], ladder)
      for place in from..<to {
        // In ASCII a limit is told from the centre line by its gaps.
        let isGap = glyphs == .ascii && !(place - layout.plot.column).isMultiple(of: 2)
        if let row = targetRows[chart.points[index].phase] {
          grid[place, layout.plot.row + row] = target
        }
        for row in [rungs.upper, rungs.lower] {
          if let row, !isGap { grid[place, layout.plot.row + row] = limit }
        }
        if let row = rungs.centre { grid[place, layout.plot.row + row] = centre }
      }
    }
  }

  /// The lines at which a phase begins or a change was implemented.
  private func drawBreaks(into grid: inout Grid, _ layout: PlotLayout) {
    func drawLine(before index: Int, _ cell: Cell) {
      guard let column = layout.lineColumn(before: index) else { return }
      for row in layout.plot.row..<layout.plot.endRow { grid[column, row] = cell }
    }
    let glyphs = grid.glyphs
    for note in annotations where note.isLine && layout.visible.contains(note.position) {
      drawLine(
        before: note.position, Cell(text: glyphs.vertical, role: .chartAnnotation))
    }
    for phase in chart.phases.dropFirst() where layout.visible.contains(phase.range.lowerBound) {
      drawLine(
        before: phase.range.lowerBound, Cell(text: glyphs.sign("┊", ascii: ":"), role: .chartPhase))
    }
  }

  /// Dots that lead from one marker to the next of the same phase; a missing point is a gap.
  private func drawConnectors(into grid: inout Grid, _ layout: PlotLayout, _ ladder: RowLadder) {
    guard layout.pitch > 1 else { return }
    let dot = Cell(text: grid.glyphs.sign("·", ascii: "'"), role: .chartConnector)
    for index in layout.visible.dropFirst() {
      let before = chart.points[index - 1]
      let point = chart.points[index]
      guard !before.isExcluded, !point.isExcluded, before.phase == point.phase,
        let from = row(of: before, ladder), let to = row(of: point, ladder), from != to
      else { continue }
      let slope = Double(to - from) / Double(layout.pitch)
      for step in 1..<layout.pitch {
        let start = Double(from) + slope * (Double(step) - 0.5)
        let end = Double(from) + slope * (Double(step) + 0.5)
        let low = Int(min(start, end).rounded())
        let high = Int(max(start, end).rounded())
        for row in low...high where row != from && row != to {
          grid[layout.column(of: index - 1) + step, layout.plot.row + row] = dot
        }
      }
    }
  }

  private func drawMarkers(
    into grid: inout Grid, _ layout: PlotLayout, _ ladder: RowLadder, _ cursor: Int?
  ) {
    for index in layout.visible {
      guard let row = row(of: chart.points[index], ladder) else { continue }
      let column = layout.column(of: index)
      guard column < layout.plot.endColumn else { continue }
      let mark = marks[index]
      grid[column, layout.plot.row + row] = Cell(
        text: mark.sign(grid.glyphs), role: index == cursor ? .chartCursor : mark.role)
    }
  }

  /// A pointer below the cursor's point, with its label and value beside it.
  private func drawCursorRow(
    into grid: inout Grid, _ rect: Rect, _ layout: PlotLayout, _ cursor: Int?
  ) {
    guard let row = layout.cursorRow, let cursor, layout.visible.contains(cursor) else { return }
    let column = layout.column(of: cursor)
    let point = chart.points[cursor]
    var text = "\(labels[cursor])  " + (point.value.map(number) ?? "missing")
    if point.value != nil, !unit.isEmpty { text += " \(unit)" }
    if point.isExcluded { text += ", left out" }
    if point.isProvisional { text += ", provisional" }
    grid[column, row] = Cell(text: grid.glyphs.moreAbove, role: .chartCursor)
    let width = TextWidth.of(text, glyphs: grid.glyphs)
    let fitsRight = column + 2 + width <= rect.endColumn
    let start = fitsRight ? column + 2 : max(rect.column, column - 1 - width)
    let limit = fitsRight ? width : max(0, column - 1 - start)
    grid.write(text, at: Point(column: start, row: row), role: .strong, limit: limit)
  }

  private func drawCaption(into grid: inout Grid, _ rect: Rect, _ layout: PlotLayout) {
    for (index, line) in layout.caption.enumerated() {
      grid.write(
        line, at: Point(column: rect.column + 3, row: layout.captionRow + index),
        limit: max(0, rect.columns - 3))
    }
  }
}
