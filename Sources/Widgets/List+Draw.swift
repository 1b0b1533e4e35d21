import Cells

extension List {
  /// Columns that a list keeps on the left for the pointer and a mark.
  public static let gutter = 2

  /// Draws the rows in sight and returns where the selected one stands.
  ///
  /// `row` is asked for visible rows alone; where it has nothing yet, the row stays empty. `empty` is
  /// shown in a list without rows.
  @discardableResult
  public func draw(
    into grid: inout Grid, rect: Rect, focused: Bool, empty: StyledLine = "",
    row: (Int) -> StyledLine?
  ) -> Point? {
    draw(into: &grid, rect: rect, focused: focused, empty: empty) { grid, index, place in
      if let line = row(index) { grid.write(line, at: place.origin, limit: place.columns) }
    }
  }

  /// Draws with a drawer for each row's place, as tables do.
  ///
  /// - Parameter bar: how many columns of the selected row are marked; nil for all.
  @discardableResult
  public func draw(
    into grid: inout Grid, rect: Rect, focused: Bool, empty: StyledLine, bar: Int? = nil,
    drawRow: (inout Grid, Int, Rect) -> Void
  ) -> Point? {
    guard !rect.isEmpty else { return nil }
    grid.fill(rect, with: .blank)
    guard count > 0 else {
      for (offset, line) in TextWrap.lines(empty, width: rect.columns - Self.gutter).enumerated()
      where offset < rect.rows {
        grid.write(
          line, at: Point(column: rect.column + Self.gutter, row: rect.row + offset),
          limit: rect.columns - Self.gutter)
      }
      return rect.origin
    }
    let window = window(rows: rect.rows)
    let hasBar = count > rect.rows && rect.columns >= 24
    let width = rect.columns - (hasBar ? 1 : 0)
    var place: Point?
    for (offset, index) in window.enumerated() {
      let line = Rect(
        column: rect.column, row: rect.row + offset, columns: width, rows: 1)
      drawRow(
        &grid, index,
        Rect(
          column: line.column + Self.gutter, row: line.row, columns: width - Self.gutter, rows: 1))
      if marks.contains(index) && width > 1 {
        grid.write(
          grid.glyphs.checked, at: Point(column: line.column + 1, row: line.row), role: .accent)
      }
      if index == selection {
        grid.write(grid.glyphs.pointer, at: line.origin, limit: width)
        let marked = Rect(
          column: line.column, row: line.row, columns: min(width, bar ?? width), rows: 1)
        grid.paint(marked, role: focused ? .selection : .selectionInactive)
        place = line.origin
      }
    }
    if hasBar { drawBar(into: &grid, rect: rect, window: window) }
    return place
  }

  private func drawBar(into grid: inout Grid, rect: Rect, window: Range<Int>) {
    let bar = ScrollBar(total: count, window: window, rows: rect.rows)
    bar.draw(into: &grid, at: Point(column: rect.endColumn - 1, row: rect.row))
  }
}

/// Where in the whole a window stands, as a bar at the side.
struct ScrollBar {
  let thumb: Range<Int>
  let rows: Int

  init(total: Int, window: Range<Int>, rows: Int) {
    self.rows = rows
    guard total > window.count, rows > 0 else {
      thumb = 0..<0
      return
    }
    let length = max(1, rows * window.count / total)
    let free = rows - length
    let steps = total - window.count
    var start = steps == 0 ? 0 : free * window.lowerBound / steps
    // The ends are shown only at the ends, so that a bar never claims that all has been seen.
    if window.lowerBound > 0 && free > 1 { start = max(1, start) }
    if window.upperBound < total && free > 1 { start = min(free - 1, start) }
    thumb = start..<(start + length)
  }

  func draw(into grid: inout Grid, at point: Point) {
    guard !thumb.isEmpty else { return }
    for row in 0..<rows {
      let sign = thumb.contains(row) ? grid.glyphs.scrollThumb : " "
      grid.write(sign, at: Point(column: point.column, row: point.row + row), role: .border)
    }
  }
}
