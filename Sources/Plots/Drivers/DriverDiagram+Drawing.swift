import Cells

extension DriverDiagram {
  /// Draws the diagram into a rectangle of a grid, with the grid's signs.
  ///
  /// Every size is accepted, down to nothing. What is too large for it is shown around the cursor,
  /// and the last line says that there is more.
  ///
  /// - Parameter cursor: the id of the place the reader is at.
  /// - Returns: where that place is on the grid.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, cursor: String? = nil) -> Point? {
    let visible = rect.intersection(grid.bounds)
    guard !visible.isEmpty else { return nil }
    var sheet = Grid(visible.size, glyphs: grid.glyphs)
    let point = draw(onto: &sheet, cursor: cursor)
    grid.blit(sheet, at: visible.origin)
    return point.map {
      Point(column: visible.column + $0.column, row: visible.row + $0.row)
    }
  }

  private func draw(onto grid: inout Grid, cursor: String?) -> Point? {
    let heading = grid.size.rows >= 6 ? 2 : 0
    var rows = grid.size.rows - heading
    let layout = DiagramLayout(
      self, columns: grid.size.columns, rows: rows, glyphs: grid.glyphs)
    let isLarge = layout.height > rows || layout.width > grid.size.columns
    if isLarge, rows >= 3 { rows -= 1 }
    let chosen = items.firstIndex { $0.id == cursor } ?? 0
    let offset = offset(layout, chosen, Size(columns: grid.size.columns, rows: rows))
    let whole = body(layout, cursor: chosen, isFocused: cursor != nil, grid.glyphs)
    for row in 0..<rows {
      for column in 0..<grid.size.columns {
        grid[column, heading + row] = whole[column + offset.column, row + offset.row]
      }
    }
    if heading > 0 { drawHeadings(into: &grid, layout, offset.column) }
    if isLarge, grid.size.rows > heading + rows {
      drawMore(into: &grid, layout, offset, rows: rows)
    }
    let place = layout.places[chosen]
    let point = Point(
      column: max(0, layout.columnStarts[column(of: items[chosen])] - offset.column - 1),
      row: heading + place.anchor - offset.row)
    let isSeen = point.row >= heading && point.row < heading + rows
    return cursor != nil && isSeen ? point : nil
  }

  /// The whole diagram, of which a part may be shown.
  private func body(
    _ layout: DiagramLayout, cursor: Int, isFocused: Bool, _ glyphs: Glyphs
  ) -> Grid {
    var grid = Grid(Size(columns: layout.width, rows: layout.height), glyphs: glyphs)
    for cell in DiagramLines(self, layout).all {
      grid[cell.column, cell.row] = Cell(text: cell.sides.sign(glyphs), role: .chartConnector)
    }
    for (index, item) in items.enumerated() {
      let place = layout.places[index]
      let column = column(of: item)
      for (offset, line) in place.lines.enumerated() {
        let role: Role = offset >= place.noteFrom ? .dim : item.role
        grid.write(
          line, at: Point(column: layout.columnStarts[column], row: place.top + offset),
          role: isFocused && index == cursor ? .selection : role,
          limit: layout.columnWidths[column])
      }
      guard isFocused, index == cursor, column > 0 else { continue }
      // Shape says it as well as colour.
      grid[layout.columnStarts[column] - 1, place.anchor] = Cell(
        text: glyphs.pointer, role: .selection)
    }
    return grid
  }

  /// How far the drawing is moved so that the cursor's place is in sight, its family with it.
  private func offset(_ layout: DiagramLayout, _ chosen: Int, _ size: Size) -> Point {
    let place = layout.places[chosen]
    func held(_ wanted: Int, _ whole: Int, _ room: Int) -> Int {
      min(max(0, wanted), max(0, whole - room))
    }
    let column = column(of: items[chosen])
    let middle = layout.columnStarts[column] + layout.columnWidths[column] / 2
    return Point(
      column: held(middle - size.columns / 2, layout.width, size.columns),
      row: held(place.anchor - size.rows / 2, layout.height, size.rows))
  }

  private func drawHeadings(into grid: inout Grid, _ layout: DiagramLayout, _ offset: Int) {
    for column in layout.columnStarts.indices {
      let start = layout.columnStarts[column] - offset
      guard start >= 0, start < grid.size.columns else { continue }
      let room = layout.columnWidths[column] + DiagramLayout.gap - 1
      let long = heading(ofColumn: column)
      let words = long.utf8.count <= room ? long : long.split(separator: " ").first.map(String.init)
      grid.write(words ?? long, at: Point(column: start, row: 0), role: .label, limit: room)
    }
  }

  private func drawMore(
    into grid: inout Grid, _ layout: DiagramLayout, _ offset: Point, rows: Int
  ) {
    let glyphs = grid.glyphs
    var signs: [String] = []
    if offset.column > 0 { signs.append(glyphs.moreLeft) }
    if offset.column + grid.size.columns < layout.width { signs.append(glyphs.moreRight) }
    if offset.row > 0 { signs.append(glyphs.moreAbove) }
    if offset.row + rows < layout.height { signs.append(glyphs.moreBelow) }
    let shown = items.indices.filter { index in
      let place = layout.places[index]
      let start = layout.columnStarts[column(of: items[index])]
      return place.top + place.lines.count > offset.row && place.top < offset.row + rows
        && start < offset.column + grid.size.columns
        && start + layout.columnWidths[column(of: items[index])] > offset.column
    }
    grid.write(
      "\(shown.count) of \(items.count) \(signs.joined(separator: " "))",
      at: Point(column: 0, row: grid.size.rows - 1), role: .dim)
  }
}

extension DriverDiagram.Item {
  var role: Role {
    switch kind {
    case .aim: .accent
    case .driver: .text
    case .idea: .chartAnnotation
    }
  }
}
