import Cells

extension RampTimeline {
  /// How many rows a drawing takes that shows all ramps. Complexity: O(tests).
  public func rows(columns: Int, glyphs: Glyphs = .unicode) -> Int {
    let room = max(0, columns - nameColumns(columns, glyphs) - 2)
    return ramps.reduce(3) {
      $0 + RampLayout($1, axis: axis, columns: room, glyphs: glyphs).lines
    }
  }

  /// Draws into a rectangle, the months first, scrolled so that the chosen test is in sight, with
  /// what the marks stand for in the last line.
  ///
  /// - Returns: where the chosen test is on the grid.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, cursor: String? = nil) -> Point? {
    let visible = rect.intersection(grid.bounds)
    guard !visible.isEmpty else { return nil }
    let glyphs = grid.glyphs
    var sheet = Grid(visible.size, glyphs: glyphs)
    let names = nameColumns(visible.columns, glyphs)
    let columns = max(0, visible.columns - names - 2)
    let left = names + 2
    axis.draw(into: &sheet, at: Point(column: left, row: 0), columns: columns)
    let layouts = ramps.map { RampLayout($0, axis: axis, columns: columns, glyphs: glyphs) }
    let lines = layouts.reduce(0) { $0 + $1.lines }
    let legendRows = visible.rows >= min(6, lines + 3) ? 1 : 0
    let room = max(0, visible.rows - 2 - legendRows)
    var body = Grid(
      Size(columns: visible.columns, rows: lines), glyphs: glyphs)
    var top = 0
    var place: Point?
    for (ramp, layout) in zip(ramps, layouts) {
      let found = draw(ramp, layout, into: &body, row: top, names, left, columns, cursor)
      place = place ?? found
      top += layout.lines
    }
    let offset = min(max(0, (place?.row ?? 0) - room / 2), max(0, body.size.rows - room))
    for row in 0..<min(room, max(0, body.size.rows - offset)) {
      for column in 0..<visible.columns { sheet[column, row + 2] = body[column, row + offset] }
    }
    if legendRows > 0 {
      sheet.write(legend(glyphs), at: Point(column: 0, row: visible.rows - 1), role: .dim)
    }
    grid.blit(sheet, at: visible.origin)
    return place.flatMap { point in
      let row = point.row - offset + 2
      guard row >= 2, row < visible.rows else { return nil }
      return Point(column: visible.column + point.column, row: visible.row + row)
    }
  }

  private func draw(
    _ ramp: Ramp, _ layout: RampLayout, into grid: inout Grid, row: Int, _ names: Int, _ left: Int,
    _ columns: Int, _ cursor: String?
  ) -> Point? {
    let glyphs = grid.glyphs
    let isChosen = ramp.tests.contains { $0.id == cursor }
    if isChosen { grid.write(glyphs.pointer, at: Point(column: 0, row: row), role: .accent) }
    grid.write(
      ramp.name, at: Point(column: 1, row: row), role: isChosen ? .strong : .text,
      limit: names)
    if (axis.first...axis.last).contains(today), columns > 0 {
      for line in 0..<layout.lines {
        grid[left + axis.column(of: today, columns: columns), row + line] = Cell(
          text: glyphs.sign("┊", ascii: ":"), role: .chartPhase)
      }
    }
    var point: Point?
    var before: RampLayout.Place?
    for (index, test) in ramp.tests.enumerated() {
      guard let place = layout.places[index] else { continue }
      // A line joins a test to the one it follows, where both stand on one line.
      if let before, before.line == place.line {
        for column
          in (before.column + before.width)..<max(before.column + before.width, place.column)
        {
          grid[left + column, row + place.line] = Cell(
            text: glyphs.horizontal, role: .chartConnector)
        }
      }
      before = place
      let at = Point(column: left + place.column, row: row + place.line)
      grid.write(
        test.mark(glyphs), at: at, role: test.id == cursor ? .selection : test.state.role,
        limit: place.width)
      if test.id == cursor { point = at }
    }
    return point
  }

  private func nameColumns(_ columns: Int, _ glyphs: Glyphs) -> Int {
    let longest = ramps.map { TextWidth.of($0.name, glyphs: glyphs) }.max() ?? 0
    return min(longest, max(6, columns * 3 / 10))
  }
}
