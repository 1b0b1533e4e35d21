import Cells

extension Sheet {
  /// Draws header and rows in sight, and returns where the text cursor stands.
  ///
  /// What is wrong with a cell stands right beside it, in the place of the cells that follow, unless
  /// the cursor is in one of them.
  ///
  /// - Parameters:
  ///   - reading: what stands in a cell that can't be typed into.
  ///   - role: how a cell that can be typed into is drawn while the cursor is elsewhere.
  @discardableResult
  public func draw(
    into grid: inout Grid, rect: Rect, focused: Bool, reading: (SheetPlace) -> StyledLine,
    role: (SheetPlace) -> Role
  ) -> Point? {
    let (header, body) = rect.splitTop(1)
    guard !body.isEmpty else { return nil }
    let widths = TableLayout.widths(
      of: columns.map(\.layout), available: rect.columns - List.gutter)
    var starts: [Int] = []
    var next = rect.column + List.gutter
    for width in widths {
      starts.append(next)
      next += width > 0 ? width + TableLayout.gap : 0
    }
    grid.fill(rect, with: .blank)
    for (index, column) in columns.enumerated() where widths[index] > 0 {
      grid.write(
        StyledLine(column.layout.title, .label),
        at: Point(column: starts[index], row: header.row), columns: widths[index],
        alignment: column.layout.alignment)
    }
    var point: Point?
    for (offset, row) in list.window(rows: body.rows).enumerated() {
      let line = body.row + offset
      if row == cursor.row {
        grid.write(
          grid.glyphs.pointer, at: Point(column: rect.column, row: line), role: .accent)
      }
      if marks.contains(row) {
        grid.write("*", at: Point(column: rect.column + 1, row: line), role: .accent)
      }
      for (column, definition) in columns.enumerated() where widths[column] > 0 {
        let place = SheetPlace(row: row, column: column)
        let cell = Rect(column: starts[column], row: line, columns: widths[column], rows: 1)
        if place == cursor, definition.isTyped {
          point = field.draw(into: &grid, rect: cell, focused: focused)
        } else if definition.isTyped {
          grid.fill(cell, with: Cell(role: role(place)))
          grid.write(self[place], at: cell.origin, role: role(place), limit: cell.columns)
        } else {
          grid.write(
            reading(place), at: cell.origin, columns: cell.columns,
            alignment: definition.layout.alignment)
        }
      }
      drawError(of: row, into: &grid, starts, rect.endColumn, line)
    }
    return point
  }

  private func drawError(
    of row: Int, into grid: inout Grid, _ starts: [Int], _ end: Int, _ line: Int
  ) {
    let wrong = typedColumns.first { errors[SheetPlace(row: row, column: $0)] != nil }
    guard let wrong, let words = errors[SheetPlace(row: row, column: wrong)],
      !(cursor.row == row && cursor.column > wrong), starts.indices.contains(wrong + 1)
    else { return }
    let start = starts[wrong + 1]
    grid.fill(
      Rect(column: start, row: line, columns: max(0, end - start), rows: 1), with: .blank)
    grid.write(
      "! \(words)", at: Point(column: start, row: line), role: .formError,
      limit: max(0, end - start))
  }

  /// Tells how many rows there is room for, the header included, so that a page is one.
  public mutating func layout(rows: Int) { list.layout(rows: max(1, rows - 1)) }
}
