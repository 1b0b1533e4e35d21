import Cells

/// A box over the page, for what is wanted before anything else.
public enum Popup {
  /// Where a popup of this size stands: centred, no larger than the room there is.
  public static func rect(_ size: Size, in bounds: Rect) -> Rect {
    let columns = min(size.columns, bounds.columns)
    let rows = min(size.rows, bounds.rows)
    return Rect(
      column: bounds.column + (bounds.columns - columns) / 2,
      row: bounds.row + (bounds.rows - rows) / 2, columns: columns, rows: rows)
  }

  /// Draws the box and returns what is inside of it; without room for a box it is all inside.
  @discardableResult
  public static func drawBox(into grid: inout Grid, rect: Rect, title: String) -> Rect {
    grid.clear(rect, role: .popup)
    guard rect.columns >= 4, rect.rows >= 3 else { return rect }
    grid.drawBox(rect, title: title, role: .popupBorder, titleRole: .title)
    return rect.inset(columns: 2, rows: 1)
  }

  /// Draws lines in a centred box as large as they need.
  @discardableResult
  public static func draw(
    _ lines: [StyledLine], title: String, into grid: inout Grid, bounds: Rect
  ) -> Rect {
    let room = max(1, min(72, bounds.columns - 4))
    let wrapped = lines.flatMap { TextWrap.lines($0, width: room, glyphs: grid.glyphs) }
    let widest = wrapped.map { $0.columns(glyphs: grid.glyphs) }.max() ?? 0
    let columns = max(widest, TextWidth.of(title, glyphs: grid.glyphs) + 4) + 4
    let rect = rect(Size(columns: columns, rows: wrapped.count + 2), in: bounds)
    let inner = drawBox(into: &grid, rect: rect, title: title)
    for (offset, line) in wrapped.prefix(inner.rows).enumerated() {
      grid.write(
        line, at: Point(column: inner.column, row: inner.row + offset), limit: inner.columns)
    }
    return rect
  }
}
