import Cells

extension Picker {
  /// Draws the picker as a box that fills `rect`; returns where the cursor stands.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, focused: Bool = true) -> Point? {
    Popup.drawBox(into: &grid, rect: rect, title: title)
    let inner = rect.inset(columns: 1, rows: 1)
    guard !inner.isEmpty else { return nil }
    let count = "\(rows.count)/\(items.count)"
    let countColumns = inner.columns >= 24 ? count.count + 1 : 0
    grid.write(grid.glyphs.pointer, at: inner.origin, role: .accent, limit: inner.columns)
    let input = Rect(
      column: inner.column + 2, row: inner.row, columns: inner.columns - 2 - countColumns, rows: 1)
    let cursor = filter.draw(into: &grid, rect: input, focused: focused)
    if countColumns > 0 {
      grid.write(
        count, at: Point(column: inner.column, row: inner.row), role: .dim, columns: inner.columns,
        alignment: .right)
    }
    if inner.rows > 1 {
      grid.drawRule(
        at: Point(column: inner.column, row: inner.row + 1), columns: inner.columns,
        role: .popupBorder)
    }
    let empty = StyledLine(
      items.isEmpty ? "There is nothing to choose from." : "Nothing matches what you typed.", .dim)
    list.draw(into: &grid, rect: Self.body(of: rect), focused: focused, empty: empty) {
      grid, row, place in
      drawRow(rows[row], into: &grid, place: place)
    }
    return cursor
  }

  private func drawRow(_ row: Row, into grid: inout Grid, place: Rect) {
    let item = items[row.index]
    let hint = TextWidth.of(item.hint, glyphs: grid.glyphs)
    let hintColumns = hint > 0 && hint + 16 < place.columns ? hint + 2 : 0
    var line = StyledLine([])
    let positions = Set(row.positions)
    for (index, character) in item.title.enumerated() {
      let role: Role = positions.contains(index) ? .match : .popup
      if let last = line.spans.indices.last, line.spans[last].role == role {
        line.spans[last].text.append(character)
      } else {
        line.spans.append(Span(String(character), role))
      }
    }
    if !item.detail.isEmpty { line += StyledLine("  " + item.detail, .dim) }
    grid.write(line, at: place.origin, limit: place.columns - hintColumns)
    if hintColumns > 0 {
      grid.write(
        item.hint, at: place.origin, role: .key, columns: place.columns, alignment: .right)
    }
  }
}
