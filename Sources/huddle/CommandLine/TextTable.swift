import Cells

/// A table with aligned columns, as narrow as a terminal wants it.
struct TextTable {
  var headers: [String]
  var rows: [[String]]
  /// The column that is never cut.
  var keeps: Int?

  /// The widest that a column gets where there is no terminal to fit into.
  static let widest = 60

  func text(columns: Int?, glyphs: Glyphs) -> String {
    let cells = ([headers] + rows).map { row in
      row.map { TerminalText.visible($0, keepsLines: false) }
    }
    var widths = headers.indices.map { index in
      cells.map { TextWidth.of($0[index], glyphs: glyphs) }.max() ?? 0
    }
    for index in widths.indices where index != keeps {
      widths[index] = min(widths[index], Self.widest)
    }
    if let columns { fit(&widths, into: columns) }
    return cells.map { row in
      var line = ""
      for (index, cell) in row.enumerated() {
        let isLast = index == row.count - 1
        let clamped = TextWidth.clamped(cell, to: widths[index], glyphs: glyphs)
        line += clamped
        if isLast { break }
        let width = TextWidth.of(clamped, glyphs: glyphs)
        line += String(repeating: " ", count: max(0, widths[index] - width) + 2)
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// Takes room from the widest columns first.
  private func fit(_ widths: inout [Int], into columns: Int) {
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - columns
    while excess > 0 {
      let candidates = widths.indices.filter { $0 != keeps && widths[$0] > 6 }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }
}
