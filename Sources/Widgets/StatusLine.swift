import Cells

/// What matters now, in one line: what was done on the left, the keys that help on the right.
public struct StatusLine: Hashable, Sendable {
  public struct Hint: Hashable, Sendable {
    public var keys: String
    public var label: String
    /// The higher the number, the earlier the hint gives way.
    public var priority: Int

    public init(_ keys: String, _ label: String, priority: Int = 0) {
      self.keys = keys
      self.label = label
      self.priority = priority
    }
  }

  public var status: StyledLine
  public var hints: [Hint]

  public init(status: StyledLine = "", hints: [Hint] = []) {
    self.status = status
    self.hints = hints
  }

  /// Draws what fits; hints give way to the status, and the least important hint to the others.
  public func draw(into grid: inout Grid, rect: Rect) {
    guard !rect.isEmpty else { return }
    let line = Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
    grid.fill(line, with: Cell(role: .status))
    let glyphs = grid.glyphs
    let statusColumns = min(status.columns(glyphs: glyphs), line.columns)
    let gap = statusColumns > 0 ? 3 : 0
    let shown = fittingHints(in: line.columns - statusColumns - gap, glyphs: glyphs)
    var column = line.column
    column += grid.write(status, at: line.origin, limit: line.columns)
    column += gap
    for hint in shown {
      let keys = Point(column: column, row: line.row)
      column += grid.write(hint.keys, at: keys, role: .key)
      column += grid.write(
        " " + hint.label, at: Point(column: column, row: line.row), role: .keyLabel)
      column += 2
    }
  }

  /// The hints that fit, in their order.
  public func fittingHints(in columns: Int, glyphs: Glyphs = .unicode) -> [Hint] {
    var shown = hints
    func needed() -> Int {
      shown.reduce(0) {
        $0 + TextWidth.of($1.keys, glyphs: glyphs) + 1 + TextWidth.of($1.label, glyphs: glyphs) + 2
      } - 2
    }
    while !shown.isEmpty, needed() > columns {
      let worst = shown.map(\.priority).max() ?? 0
      let index = shown.lastIndex { $0.priority == worst } ?? 0
      shown.remove(at: index)
    }
    return shown
  }
}
