extension Grid {
  /// What the screen says, line by line, without the blanks at the ends of lines.
  public var text: String {
    lines { cell in cell.text }
  }

  /// What the screen means: a letter for each cell's role, in the same shape as `text`.
  ///
  /// Plain text is a blank; see `Role.letter` for the rest. An underlined plain cell is `_`.
  public var roles: String {
    lines { cell in
      cell.role == .text && cell.underlined ? "_" : String(cell.role.letter)
    }
  }

  private func lines(_ sign: (Cell) -> String) -> String {
    var result = ""
    for row in 0..<size.rows {
      if row > 0 { result += "\n" }
      var line = ""
      var blanks = 0
      for column in 0..<size.columns {
        let piece = sign(self[column, row])
        if piece == " " {
          blanks += 1
          continue
        }
        line += String(repeating: " ", count: blanks) + piece
        blanks = 0
      }
      result += line
    }
    return result
  }

  /// Copies another grid into this one, as a popup is laid over a page; what is outside is clipped.
  public mutating func blit(_ other: Grid, at point: Point) {
    for row in 0..<other.size.rows {
      for column in 0..<other.size.columns {
        let cell = other[column, row]
        guard !cell.text.isEmpty else { continue }
        let isWide = column + 1 < other.size.columns && other[column + 1, row].text.isEmpty
        put(
          DisplayCluster(text: cell.text, columns: isWide ? 2 : 1),
          at: Point(column: point.column + column, row: point.row + row), role: cell.role,
          underlined: cell.underlined)
      }
    }
  }

  /// A row as a line that can stand among others, without blanks at its end.
  public func line(_ row: Int) -> StyledLine {
    var spans: [Span] = []
    var end = size.columns
    while end > 0, self[end - 1, row].text == " " { end -= 1 }
    for column in 0..<end {
      let cell = self[column, row]
      if let last = spans.last, last.role == cell.role, last.underlined == cell.underlined {
        spans[spans.count - 1].text += cell.text
      } else {
        spans.append(Span(cell.text, cell.role, underlined: cell.underlined))
      }
    }
    return StyledLine(spans)
  }
}
