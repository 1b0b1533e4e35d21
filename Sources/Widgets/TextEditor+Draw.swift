import Cells

extension TextEditor {
  /// How many rows the text takes at the width of the last layout.
  public var rowCount: Int { rows.count }

  /// The cursor's row, and its column in it.
  var cursorPlace: (row: Int, column: Int) {
    let row = rows.index(of: cursor)
    let column = characters[rows.all[row].lowerBound..<cursor].reduce(0) { $0 + TextWidth.of($1) }
    return (row, column)
  }

  func index(row: Range<Int>, column: Int) -> Int {
    var reached = 0
    var index = row.lowerBound
    while index < row.upperBound {
      let columns = TextWidth.of(characters[index])
      if reached + columns > column { return index }
      reached += columns
      index += 1
    }
    // Behind the last character of a wrapped row the cursor would show on the next one.
    let isSoft = row.upperBound < characters.count && characters[row.upperBound] != "\n"
    return isSoft && row.count > 0 ? row.upperBound - 1 : row.upperBound
  }

  /// Draws the rows in sight and returns where the cursor stands.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, focused: Bool) -> Point? {
    guard !rect.isEmpty else { return nil }
    let role: Role = focused ? .formFieldFocused : .formField
    grid.fill(rect, with: Cell(role: role))
    var fitted = self
    if fitted.size != rect.size { fitted.layout(rect.size) }
    let rows = fitted.rows.all
    // A text that is only looked at is read from its beginning.
    let top = focused ? fitted.top : 0
    for (offset, row) in rows.dropFirst(top).prefix(rect.rows).enumerated() {
      grid.write(
        String(characters[row]), at: Point(column: rect.column, row: rect.row + offset),
        role: role, limit: rect.columns, ellipsis: false)
    }
    if top + rect.rows < rows.count && rect.columns > 2 {
      grid.write(
        grid.glyphs.moreBelow, at: Point(column: rect.endColumn - 1, row: rect.endRow - 1),
        role: role)
    }
    guard focused else { return nil }
    let place = fitted.cursorPlace
    return Point(
      column: rect.column + min(place.column, rect.columns - 1),
      row: rect.row + min(max(0, place.row - top), rect.rows - 1))
  }
}
