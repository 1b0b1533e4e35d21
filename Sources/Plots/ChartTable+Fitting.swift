import Cells

extension ChartTable {
  /// The blanks between two columns.
  public static let gap = 2

  /// The table without its least important columns, so that no row is wider than a screen.
  ///
  /// The denominator goes first, then numerator, limits, centre line and phase. Period, value,
  /// finding and what happened stay; where even they are too wide, their last words are cut, and
  /// and on the narrowest screens the columns furthest right are left out.
  ///
  /// - Parameter columns: the width of the screen, with `gap` blanks between two columns.
  /// - Complexity: O(cells).
  public func fitting(columns: Int, glyphs: Glyphs = .unicode) -> ChartTable {
    let unimportant: [Set<String>] = [
      ["denominator"], ["numerator"], ["lower limit", "upper limit"], ["centre"], ["phase"],
    ]
    var table = self
    for names in unimportant where table.width(glyphs) > columns { table = table.without(names) }
    for index in table.headers.indices.reversed() where isInWords(table.headers[index]) {
      let excess = table.width(glyphs) - columns
      guard excess > 0 else { break }
      let width = table.width(ofColumn: index, glyphs)
      // Fewer columns than these say nothing any more.
      table = table.with(index, cutTo: max(width - excess, min(width, 8)), glyphs)
    }
    while table.headers.count > 1, table.width(glyphs) > columns {
      table = table.without([table.headers[table.headers.count - 1]])
    }
    if !table.headers.isEmpty, table.width(glyphs) > columns {
      table = table.with(0, cutTo: max(0, columns), glyphs)
    }
    return table
  }

  /// Whether a column holds words, which can be cut; a number that is cut is another number.
  private func isInWords(_ header: String) -> Bool { header == "finding" || header == "happened" }

  /// The columns that a row takes with every column as wide as its widest cell.
  func width(_ glyphs: Glyphs) -> Int {
    let widths = headers.indices.map { width(ofColumn: $0, glyphs) }
    return widths.reduce(0, +) + max(0, widths.count - 1) * ChartTable.gap
  }

  private func width(ofColumn index: Int, _ glyphs: Glyphs) -> Int {
    rows.reduce(TextWidth.of(headers[index], glyphs: glyphs)) {
      max($0, TextWidth.of($1[index], glyphs: glyphs))
    }
  }

  private func without(_ names: Set<String>) -> ChartTable {
    let kept = headers.indices.filter { !names.contains(headers[$0]) }
    return ChartTable(
      headers: kept.map { headers[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  private func with(_ index: Int, cutTo width: Int, _ glyphs: Glyphs) -> ChartTable {
    func cut(_ text: String) -> String { TextWidth.clamped(text, to: width, glyphs: glyphs) }
    var table = self
    table.headers[index] = cut(headers[index])
    for row in rows.indices { table.rows[row][index] = cut(rows[row][index]) }
    return table
  }
}
