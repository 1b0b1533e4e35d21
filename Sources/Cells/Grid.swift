/// One place on the screen: a cluster of characters and what it means.
public struct Cell: Hashable, Sendable {
  /// The grapheme cluster shown here; empty behind a wide one.
  public var text: String
  public var role: Role
  /// Added to the role's own look: a run in a sparkline, a link, a marked word.
  public var underlined: Bool

  public init(text: String = " ", role: Role = .text, underlined: Bool = false) {
    self.text = text
    self.role = role
    self.underlined = underlined
  }

  public static let blank = Cell()
}

/// A rectangle of cells that widgets draw into and a terminal shows.
///
/// Everything that appears on a screen is one of these, so that what a person sees can be computed
/// and compared without a terminal. Writing outside the grid is clipped, never an error.
public struct Grid: Hashable, Sendable {
  public let size: Size
  /// Which signs whatever draws here may use.
  public let glyphs: Glyphs
  private var cells: [Cell]

  public init(_ size: Size, filledWith cell: Cell = .blank, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: cell, count: size.columns * size.rows)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a place; a place outside reads as blank and swallows what is written.
  public subscript(column: Int, row: Int) -> Cell {
    get {
      guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return .blank }
      return cells[row * size.columns + column]
    }
    set {
      guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return }
      cells[row * size.columns + column] = newValue
    }
  }

  /// Fills a rectangle with one cell.
  public mutating func fill(_ rect: Rect, with cell: Cell) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for row in visible.row..<visible.endRow {
      for column in visible.column..<visible.endColumn { self[column, row] = cell }
    }
  }

  /// Gives every cell of a rectangle a role and leaves its text, as a selection does.
  public mutating func paint(_ rect: Rect, role: Role) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for row in visible.row..<visible.endRow {
      for column in visible.column..<visible.endColumn { self[column, row].role = role }
    }
  }

  /// Blanks a rectangle before something is laid over it; wide characters at its sides go whole.
  public mutating func clear(_ rect: Rect, role: Role = .text) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for row in visible.row..<visible.endRow {
      if self[visible.column, row].text.isEmpty { self[visible.column - 1, row].text = " " }
      if self[visible.endColumn, row].text.isEmpty { self[visible.endColumn, row].text = " " }
    }
    fill(visible, with: Cell(role: role))
  }
}
