import Cells
import ControlCharts

extension FunnelPlot {
  /// Draws the funnel into a rectangle of a grid, with the grid's signs.
  ///
  /// Every size is accepted, down to nothing. Those that would share a cell move aside by up to three
  /// columns; where that isn't enough the caption says how many are hidden.
  ///
  /// - Parameter cursor: the index of the one the reader is at.
  public func draw(into grid: inout Grid, rect: Rect, cursor: Int? = nil) {
    let visible = rect.intersection(grid.bounds)
    guard !visible.isEmpty else { return }
    var sheet = Grid(visible.size, glyphs: grid.glyphs)
    let layout = FunnelLayout(sheet.bounds, self, cursor: cursor, glyphs: grid.glyphs)
    draw(onto: &sheet, layout, cursor)
    grid.blit(sheet, at: visible.origin)
  }

  private func draw(onto grid: inout Grid, _ layout: FunnelLayout, _ cursor: Int?) {
    drawAxis(into: &grid, layout)
    drawLines(into: &grid, layout)
    drawMarkers(into: &grid, layout, cursor)
    drawLabels(into: &grid, layout)
    if let row = layout.cursorRow, let cursor {
      drawCursor(cursor, into: &grid, layout, row)
    }
    for (index, line) in layout.caption.enumerated() {
      grid.write(
        line, at: Point(column: 3, row: layout.captionRow + index),
        limit: max(0, grid.size.columns - 3))
    }
  }

  private func drawAxis(into grid: inout Grid, _ layout: FunnelLayout) {
    guard layout.axisColumns > 0 else { return }
    let scale = layout.geometry.ladder.scale
    let column = layout.plot.column - 1
    for row in 0..<layout.plot.rows {
      grid[column, row] = Cell(text: grid.glyphs.vertical, role: .chartAxis)
    }
    var taken: Set<Int> = []
    for tick in scale.ticks.reversed() {
      let row = scale.row(of: tick, rows: layout.plot.rows)
      let text = scale.text(tick)
      guard layout.plot.rows > 0, taken.insert(row).inserted else { continue }
      grid[column, row] = Cell(text: grid.glyphs.sign("┤", ascii: "+"), role: .chartAxis)
      guard text.utf8.count + 2 <= layout.axisColumns else { continue }
      grid.write(text, at: Point(column: column - 1 - text.utf8.count, row: row), role: .chartAxis)
    }
  }

  private func drawLines(into grid: inout Grid, _ layout: FunnelLayout) {
    let glyphs = grid.glyphs
    for column in 0..<layout.plot.columns {
      let rungs = layout.geometry.rungs(at: column)
      let isGap = glyphs == .ascii && !column.isMultiple(of: 2)
      for row in [rungs.upper, rungs.lower] {
        guard let row, !isGap else { continue }
        grid[layout.plot.column + column, row] = Cell(
          text: glyphs.sign("╌", ascii: "-"), role: .chartLimit)
      }
      if let row = rungs.centre {
        grid[layout.plot.column + column, row] = Cell(text: glyphs.horizontal, role: .chartCentre)
      }
    }
    if layout.nameColumns > 0, let centre = chart.centre,
      let row = layout.geometry.rungs(at: layout.plot.columns - 1).centre
    {
      grid.write(
        "centre \(number(centre))", at: Point(column: layout.plot.endColumn + 1, row: row),
        role: .chartCentre)
    }
  }

  private func drawMarkers(into grid: inout Grid, _ layout: FunnelLayout, _ cursor: Int?) {
    for (index, place) in layout.places {
      let mark = mark(chart.points[index])
      grid[layout.plot.column + place.column, place.row] = Cell(
        text: mark.sign(grid.glyphs), role: index == cursor ? .chartCursor : mark.role)
    }
    for (index, place) in layout.places where chart.points[index].beyondLimit != nil {
      drawName(of: chart.points[index], at: place, into: &grid, layout)
    }
  }

  /// Writes the name of one that lies outside beside its marker, where nothing else stands.
  private func drawName(
    of point: FunnelPoint, at place: FunnelLayout.Place, into grid: inout Grid,
    _ layout: FunnelLayout
  ) {
    let width = TextWidth.of(point.name, glyphs: grid.glyphs)
    let column = layout.plot.column + place.column
    func isFree(_ start: Int) -> Bool {
      guard start >= layout.plot.column, start + width <= layout.plot.endColumn else {
        return false
      }
      return (start - 1..<start + width + 1).allSatisfy { cell in
        cell == column || cell < layout.plot.column || cell >= layout.plot.endColumn
          || grid[cell, place.row].text == " "
      }
    }
    guard let start = [column + 2, column - 1 - width].first(where: isFree) else { return }
    grid.write(point.name, at: Point(column: start, row: place.row), role: .label)
  }

  /// The denominators at regular distances, and what they are.
  private func drawLabels(into grid: inout Grid, _ layout: FunnelLayout) {
    guard let row = layout.labelRow, !layout.places.isEmpty else { return }
    var end = -1
    let name = "\(denominatorName) \(grid.glyphs.sign("→", ascii: "->"))"
    let nameColumns = TextWidth.of(name, glyphs: grid.glyphs)
    let nameStart = grid.size.columns - nameColumns
    let scale = layout.geometry.scale
    let hasName = nameStart > layout.plot.column + layout.plot.columns / 2
    for tick in scale.ticks {
      let text = scale.text(tick)
      let width = text.utf8.count
      let middle = layout.plot.column + scale.column(of: tick, columns: layout.plot.columns)
      let start = max(0, min(middle - width / 2, grid.size.columns - width))
      guard start > end, start + width <= (hasName ? nameStart - 1 : grid.size.columns) else {
        continue
      }
      grid.write(text, at: Point(column: start, row: row), role: .label)
      end = start + width + 1
    }
    if hasName { grid.write(name, at: Point(column: nameStart, row: row), role: .dim) }
  }

  private func drawCursor(
    _ cursor: Int, into grid: inout Grid, _ layout: FunnelLayout, _ row: Int
  ) {
    guard let place = layout.places[cursor] else { return }
    let column = layout.plot.column + place.column
    let point = chart.points[cursor]
    var text = "\(point.name)  " + (point.value.map(number) ?? "no numbers")
    if !unit.isEmpty { text += " \(unit)" }
    let width = TextWidth.of(text, glyphs: grid.glyphs)
    let fitsRight = column + 2 + width <= grid.size.columns
    let start = fitsRight ? column + 2 : max(0, column - 1 - width)
    let limit = fitsRight ? width : max(0, column - 1 - start)
    grid[column, row] = Cell(text: grid.glyphs.moreAbove, role: .chartCursor)
    grid.write(text, at: Point(column: start, row: row), role: .strong, limit: limit)
  }
}
