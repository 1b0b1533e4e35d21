extension Grid {
  /// Draws a level rule.
  public mutating func drawRule(at point: Point, columns: Int, role: Role = .border) {
    guard columns > 0 else { return }
    for column in point.column..<(point.column + columns) {
      putSign(glyphs.horizontal, column, point.row, role)
    }
  }

  /// Draws an upright rule, such as stands between two panes.
  public mutating func drawDivider(at point: Point, rows: Int, role: Role = .border) {
    guard rows > 0 else { return }
    for row in point.row..<(point.row + rows) {
      putSign(glyphs.vertical, point.column, row, role)
    }
  }

  /// Draws a box along the inner edge of a rectangle, with a title in its top side.
  ///
  /// A rectangle under 2×2 has no room for a box, and stays as it is.
  public mutating func drawBox(
    _ rect: Rect, title: String = "", role: Role = .border, titleRole: Role = .title
  ) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    for row in [rect.row, bottom] {
      drawRule(
        at: Point(column: rect.column + 1, row: row), columns: rect.columns - 2, role: role)
    }
    for column in [rect.column, right] {
      drawDivider(
        at: Point(column: column, row: rect.row + 1), rows: rect.rows - 2, role: role)
    }
    putSign(glyphs.topLeft, rect.column, rect.row, role)
    putSign(glyphs.topRight, right, rect.row, role)
    putSign(glyphs.bottomLeft, rect.column, bottom, role)
    putSign(glyphs.bottomRight, right, bottom, role)
    if !title.isEmpty && rect.columns >= 7 {
      write(
        " \(TextWidth.clamped(title, to: rect.columns - 6, glyphs: glyphs)) ",
        at: Point(column: rect.column + 2, row: rect.row), role: titleRole,
        limit: rect.columns - 4)
    }
  }

  private mutating func putSign(_ sign: String, _ column: Int, _ row: Int, _ role: Role) {
    put(
      DisplayCluster(text: sign, columns: 1), at: Point(column: column, row: row), role: role)
  }
}
