import Cells

/// One column of a table: what it is called and how wide it wants to be.
public struct TableColumn: Hashable, Sendable {
  public var title: String
  /// Below this the column is left out.
  public var minimum: Int
  /// Beyond this it gains nothing; nil takes whatever is left over.
  public var ideal: Int?
  public var alignment: Alignment
  /// Columns of a higher priority number are left out first; 0 always stays.
  public var priority: Int
  /// Whether what is too long loses its beginning, without a sign, as a line of points in time does.
  public var keepsEnd: Bool
  /// Whether a text goes on over the columns behind it as far as they are empty in its row.
  public var spills: Bool

  public init(
    _ title: String, minimum: Int, ideal: Int?, alignment: Alignment = .left, priority: Int = 0,
    keepsEnd: Bool = false, spills: Bool = false
  ) {
    self.title = title
    self.minimum = max(1, minimum)
    self.ideal = ideal
    self.alignment = alignment
    self.priority = priority
    self.keepsEnd = keepsEnd
    self.spills = spills
  }
}

/// Rows of aligned cells below a header; narrow panes leave out the columns that matter least.
public struct Table: Hashable, Sendable {
  public var list: List
  public var columns: [TableColumn]
  /// How many of the columns are marked in the selected row; nil for the whole row.
  ///
  /// Beyond them the row keeps its colours where these say something, and a step to the next row
  /// sends half as much over a slow line.
  public var marked: Int?

  public init(columns: [TableColumn], list: List = List(), marked: Int? = nil) {
    self.columns = columns
    self.list = list
    self.marked = marked
  }

  /// Tells how many rows there is room for, the header included.
  public mutating func layout(rows: Int) { list.layout(rows: rows - 1) }

  public mutating func handle(_ key: Key) -> Reaction { list.handle(key) }

  /// Draws header and visible rows; a row holds one line for each column.
  @discardableResult
  public func draw(
    into grid: inout Grid, rect: Rect, focused: Bool, empty: StyledLine = "",
    row: (Int) -> [StyledLine]?
  ) -> Point? {
    let (header, body) = rect.splitTop(1)
    let inner = rect.columns - List.gutter - (list.count > body.rows && rect.columns >= 24 ? 1 : 0)
    let widths = TableLayout.widths(of: columns, available: inner)
    let shown = columns.enumerated().filter { widths[$0.offset] > 0 }
    grid.fill(header, with: .blank)
    if !header.isEmpty {
      var column = header.column + List.gutter
      for (index, definition) in shown {
        grid.write(
          StyledLine(definition.title, .label), at: Point(column: column, row: header.row),
          columns: widths[index], alignment: definition.alignment)
        column += widths[index] + TableLayout.gap
      }
    }
    return list.draw(
      into: &grid, rect: body, focused: focused, empty: empty, bar: barColumns(widths)
    ) { grid, index, place in
      guard let cells = row(index) else { return }
      var column = place.column
      for (position, definition) in shown where position < cells.count {
        let cell =
          definition.keepsEnd
          ? cells[position].ending(columns: widths[position], glyphs: grid.glyphs)
          : cells[position]
        if !cell.isEmpty {
          grid.write(
            cell, at: Point(column: column, row: place.row),
            columns: width(of: position, in: cells, widths), alignment: definition.alignment)
        }
        column += widths[position] + TableLayout.gap
      }
    }
  }

  /// How many columns of the terminal a cell of a row may take.
  private func width(of position: Int, in cells: [StyledLine], _ widths: [Int]) -> Int {
    guard columns[position].spills else { return widths[position] }
    let free = widths.indices.dropFirst(position + 1).prefix {
      $0 >= cells.count || cells[$0].isEmpty
    }
    return widths[position]
      + free.filter { widths[$0] > 0 }.reduce(0) { $0 + TableLayout.gap + widths[$1] }
  }

  /// How wide the mark of the selected row is, a blank behind its last column included; nil where
  /// there is nothing beyond it.
  private func barColumns(_ widths: [Int]) -> Int? {
    guard let marked, widths.dropFirst(marked).contains(where: { $0 > 0 }) else { return nil }
    let shown = widths.prefix(marked).filter { $0 > 0 }
    return List.gutter + shown.reduce(0, +) + TableLayout.gap * (shown.count - 1) + 1
  }

  /// The row at a place that was pointed at, where the table was drawn into `rect`.
  public func row(at point: Point, in rect: Rect) -> Int? {
    list.row(at: point, in: rect.splitTop(1).rest)
  }
}

/// How the columns of a table share what room there is.
public enum TableLayout {
  /// Blank columns between two columns.
  public static let gap = 2
  /// The first column of a row is not made narrower than this before others are left out.
  static let shortestName = 12

  /// The width of each column, 0 for one that is left out.
  ///
  /// Columns go by priority until the rest have their minimum; then each grows towards its ideal in
  /// reading order, and open-ended ones share what is left. Never more than `available` in sum.
  public static func widths(of columns: [TableColumn], available: Int) -> [Int] {
    var kept = Array(columns.indices)
    var minimums = columns.map(\.minimum)
    func needed() -> Int {
      kept.reduce(0) { $0 + minimums[$1] } + gap * max(0, kept.count - 1)
    }
    while kept.count > 1, needed() > available {
      guard let worst = kept.max(by: { columns[$0].priority < columns[$1].priority }),
        columns[worst].priority > 0
      else { break }
      // Of equals the last in reading order goes.
      let last = kept.last { columns[$0].priority == columns[worst].priority } ?? worst
      kept.removeAll { $0 == last }
    }
    // What a row is called may be cut before a column goes that always stays.
    if kept.count > 1, let name = kept.first {
      let shortest = min(minimums[name], shortestName)
      minimums[name] = max(shortest, minimums[name] - max(0, needed() - available))
    }
    while kept.count > 1, needed() > available { kept.removeLast() }
    var widths = columns.map { _ in 0 }
    guard available > 0 else { return widths }
    for index in kept { widths[index] = min(minimums[index], available) }
    var spare = max(0, available - needed())
    for index in kept {
      let wish = max(0, (columns[index].ideal ?? 0) - widths[index])
      let grown = min(wish, spare)
      widths[index] += grown
      spare -= grown
    }
    let open = kept.filter { columns[$0].ideal == nil }
    for (offset, index) in open.enumerated() {
      let share = spare / (open.count - offset)
      widths[index] += share
      spare -= share
    }
    return widths
  }
}
