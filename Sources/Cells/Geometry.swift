/// How large something is, in terminal columns and rows.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A place in a grid; the first column and the first row are 0.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells; its width and height are never negative.
public struct Rect: Hashable, Sendable {
  public var origin: Point
  public var size: Size

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: columns, rows: rows)
  }

  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  public var column: Int { origin.column }
  public var row: Int { origin.row }
  public var columns: Int { size.columns }
  public var rows: Int { size.rows }
  public var endColumn: Int { column + columns }
  public var endRow: Int { row + rows }
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// The part that both rectangles share; empty where they don't touch.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without a margin on each side.
  public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(
      column: column + columns, row: row + rows, columns: self.columns - 2 * columns,
      rows: self.rows - 2 * rows)
  }

  /// Cuts off the topmost `rows`, as many as there are, and returns both parts.
  public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, rows), self.rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: cut),
      Rect(column: column, row: row + cut, columns: columns, rows: self.rows - cut)
    )
  }

  /// Cuts off the bottommost `rows`, as many as there are, and returns both parts.
  public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = splitTop(self.rows - min(max(0, rows), self.rows))
    return (rest, bottom)
  }

  /// Cuts off the leftmost `columns`, as many as there are, and returns both parts.
  public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, columns), self.columns)
    return (
      Rect(column: column, row: row, columns: cut, rows: rows),
      Rect(column: column + cut, row: row, columns: self.columns - cut, rows: rows)
    )
  }
}
