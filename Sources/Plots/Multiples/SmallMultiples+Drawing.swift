import Cells
import ControlCharts

extension SmallMultiples {
  /// Draws the panels that fit into a rectangle of a grid, with the grid's signs.
  ///
  /// Every size is accepted, down to nothing.
  ///
  /// - Parameter selection: the panel the reader is at, which is always among those shown.
  /// - Returns: where the selected panel begins.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, selection: Int? = nil) -> Point? {
    let visible = rect.intersection(grid.bounds)
    guard !visible.isEmpty, !panels.isEmpty else { return nil }
    var sheet = Grid(visible.size, glyphs: grid.glyphs)
    let layout = MultiplesLayout(
      sheet.bounds, self, selection: selection, glyphs: grid.glyphs)
    for index in layout.window {
      let place = layout.rect(of: index)
      if hasOwnScales {
        drawAxis(
          scale(of: panels[index], layout), into: &sheet, place,
          from: place.column, columns: layout.ownAxisColumns)
      } else if place.column == layout.axisColumns {
        drawAxis(layout.scale, into: &sheet, place, from: 0, columns: layout.axisColumns)
      }
      draw(panels[index], into: &sheet, place, layout, isSelected: index == selection)
    }
    drawFooter(into: &sheet, layout)
    grid.blit(sheet, at: visible.origin)
    return selection.flatMap { index in
      guard layout.window.contains(index) else { return nil }
      let origin = layout.rect(of: index).origin
      return Point(
        column: visible.column + origin.column, row: visible.row + origin.row)
    }
  }

  private func scale(of panel: MultiplesPanel, _ layout: MultiplesLayout) -> AxisScale {
    hasOwnScales ? scale(of: panel, rows: layout.panelSize.rows - 1) : layout.scale
  }

  /// The numbers of a scale, left of a row of panels that share it, or within a panel of its own.
  private func drawAxis(
    _ scale: AxisScale, into grid: inout Grid, _ place: Rect, from column: Int, columns: Int
  ) {
    guard columns > 0 else { return }
    let rows = place.rows - 1
    var taken: Set<Int> = []
    for tick in scale.ticks.reversed() where rows > 0 {
      let row = scale.row(of: tick, rows: rows)
      let text = scale.text(tick)
      guard text.utf8.count < columns, taken.insert(row).inserted else { continue }
      grid.write(
        text,
        at: Point(column: column + columns - 1 - text.utf8.count, row: place.row + 1 + row),
        role: .chartAxis)
    }
  }

  private func draw(
    _ panel: MultiplesPanel, into grid: inout Grid, _ rect: Rect, _ layout: MultiplesLayout,
    isSelected: Bool
  ) {
    drawTitle(panel, into: &grid, rect, isSelected: isSelected)
    let axis = layout.ownAxisColumns
    let field = Rect(
      column: rect.column + axis, row: rect.row + 1, columns: rect.columns - 1 - axis,
      rows: rect.rows - 1)
    guard !field.isEmpty else { return }
    guard let plot = panel.plot else {
      grid.write(
        panel.problem, at: Point(column: field.column + 1, row: field.row), role: .dim,
        limit: max(0, field.columns - 1))
      return
    }
    let ladder = plot.ladder(rows: field.rows, scale: scale(of: panel, layout))
    let first = length - layout.shown
    for point in plot.chart.points {
      let place = self.place(of: point.index, in: panel) - first
      let column = field.column + place * layout.pitch
      guard place >= 0, column < field.endColumn else { continue }
      let end = min(column + layout.pitch, field.endColumn)
      drawLines(of: point, plot, ladder, into: &grid, field, column..<end)
      if let row = plot.row(of: point, ladder) {
        let mark = plot.marks[point.index]
        grid[column, field.row + row] = Cell(text: mark.sign(grid.glyphs), role: mark.role)
      }
    }
  }

  private func drawLines(
    of point: ChartPoint, _ plot: ChartPlot, _ ladder: RowLadder, into grid: inout Grid,
    _ field: Rect, _ columns: Range<Int>
  ) {
    let glyphs = grid.glyphs
    let rungs = plot.rungs(at: point, ladder)
    for column in columns {
      let isGap = glyphs == .ascii && !(column - field.column).isMultiple(of: 2)
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

  /// The name on the left, newest value and finding on the right; the name gives way first.
  private func drawTitle(
    _ panel: MultiplesPanel, into grid: inout Grid, _ rect: Rect, isSelected: Bool
  ) {
    let glyphs = grid.glyphs
    let room = rect.columns - 1
    func width(_ text: String) -> Int { TextWidth.of(text, glyphs: glyphs) }
    let title = width(panel.title) + 1
    let long = panel.finding(glyphs, isShort: false)
    let isShort = title + width(panel.latest) + width(long) + 2 > room
    let finding = isShort ? panel.finding(glyphs, isShort: true) : long
    let right = width(panel.latest) + width(finding) + 1
    let forTitle = max(0, room - right - 2)
    if isSelected {
      grid.write(glyphs.pointer, at: rect.origin, role: .accent)
    }
    grid.write(
      TextWidth.clamped(panel.title, to: forTitle, glyphs: glyphs),
      at: Point(column: rect.column + 1, row: rect.row), role: isSelected ? .strong : .label,
      limit: forTitle)
    guard right < room else { return }
    let start = rect.column + room - right
    grid.write(panel.latest, at: Point(column: start, row: rect.row), role: .strong)
    grid.write(
      finding, at: Point(column: start + width(panel.latest) + 1, row: rect.row), role: panel.role)
    if isSelected {
      grid.paint(
        Rect(column: rect.column, row: rect.row, columns: room, rows: 1), role: .selection)
    }
  }

  private func drawFooter(into grid: inout Grid, _ layout: MultiplesLayout) {
    let glyphs = grid.glyphs
    if let row = layout.footer {
      grid.write(
        footer(layout, glyphs), at: Point(column: 3, row: row), role: .dim,
        limit: max(0, grid.size.columns - 3))
    }
    for (index, line) in layout.caption.enumerated() {
      grid.write(
        line, at: Point(column: 3, row: layout.captionRow + index),
        limit: max(0, grid.size.columns - 3))
    }
  }

  /// How many of all are in sight, and which points.
  private func footer(_ layout: MultiplesLayout, _ glyphs: Glyphs) -> String {
    var parts: [String] = []
    var count = "\(panels.count) \(panels.count == 1 ? "site" : "sites")"
    if layout.window.count < panels.count {
      count = "\(layout.window.count) of \(count)"
      if layout.window.lowerBound > 0 { count += " \(glyphs.moreLeft)" }
      if layout.window.upperBound < panels.count { count += " \(glyphs.moreRight)" }
    }
    parts.append(count)
    if layout.shown < length { parts.append("newest \(layout.shown) of \(length) points") }
    if let first = label(at: length - layout.shown), let last = label(at: length - 1) {
      parts.append(first == last ? first : "\(first) to \(last)")
    }
    if !unit.isEmpty { parts.append(unit) }
    if lacksRows(layout) { parts.append("too few rows for some limits") }
    return parts.joined(separator: " \(glyphs.separator) ")
  }

  /// Whether a limit of a panel in sight can't be drawn where it is.
  private func lacksRows(_ layout: MultiplesLayout) -> Bool {
    panels[layout.window].contains { panel in
      panel.plot?.ladder(rows: layout.panelSize.rows - 1, scale: scale(of: panel, layout)).room
        .contains { !$0.upper || !$0.lower } ?? false
    }
  }
}
