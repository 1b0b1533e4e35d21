extension Grid {
  /// Writes a text on one row and returns how many columns it took.
  ///
  /// At most `limit` columns are used, and never more than there are to the right of `point`. What
  /// does not fit is cut, with an ellipsis unless told otherwise; a wide character is left out rather
  /// than halved. A line feed is written as a blank: wrap long text first.
  ///
  /// Complexity: O(n) in the length of the text.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, at point: Point, role: Role = .text, limit: Int? = nil,
    underlined: Bool = false, ellipsis: Bool = true
  ) -> Int {
    let available = min(limit ?? .max, max(0, size.columns - point.column))
    guard available > 0, point.row >= 0, point.row < size.rows else { return 0 }
    let fitted = FittedText(
      DisplayCluster.all(in: text, glyphs: glyphs), columns: available, glyphs: glyphs,
      ellipsis: ellipsis)
    var column = point.column
    for cluster in fitted.clusters {
      put(
        cluster, at: Point(column: column, row: point.row), role: role, underlined: underlined)
      column += cluster.columns
    }
    return fitted.columns
  }

  /// Writes a line whose parts have meanings of their own, cut as one text.
  @discardableResult
  public mutating func write(
    _ line: StyledLine, at point: Point, limit: Int? = nil, ellipsis: Bool = true
  ) -> Int {
    let available = min(limit ?? .max, max(0, size.columns - point.column))
    guard available > 0 else { return 0 }
    let parts = line.spans.map { DisplayCluster.all(in: $0.text, glyphs: glyphs) }
    let fitted = FittedText(
      parts.flatMap { $0 }, columns: available, glyphs: glyphs, ellipsis: ellipsis)
    var column = point.column
    var index = 0
    for (span, part) in zip(line.spans, parts) {
      for _ in part where index < fitted.clusters.count {
        let cluster = fitted.clusters[index]
        put(
          cluster, at: Point(column: column, row: point.row), role: span.role,
          underlined: span.underlined)
        column += cluster.columns
        index += 1
      }
    }
    return fitted.columns
  }

  /// Writes a text so that it ends, or is centred, within `columns` from `point`.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, at point: Point, role: Role = .text, columns: Int,
    alignment: Alignment
  ) -> Int {
    let offset = alignment.offset(of: TextWidth.of(text, glyphs: glyphs), within: columns)
    return write(
      text, at: Point(column: point.column + offset, row: point.row), role: role, limit: columns)
  }

  /// Writes a styled line so that it ends, or is centred, within `columns` from `point`.
  @discardableResult
  public mutating func write(
    _ line: StyledLine, at point: Point, columns: Int, alignment: Alignment
  ) -> Int {
    let offset = alignment.offset(of: line.columns(glyphs: glyphs), within: columns)
    return write(line, at: Point(column: point.column + offset, row: point.row), limit: columns)
  }

  /// Puts one cluster; a wide one that it covers half of is blanked, so that no half remains.
  public mutating func put(
    _ cluster: DisplayCluster, at point: Point, role: Role, underlined: Bool = false
  ) {
    guard point.row >= 0, point.row < size.rows else { return }
    let end = point.column + cluster.columns
    guard point.column >= 0, end <= size.columns else { return }
    if point.column > 0 && self[point.column, point.row].text.isEmpty {
      self[point.column - 1, point.row].text = " "
    }
    if end < size.columns && self[end, point.row].text.isEmpty {
      self[end, point.row].text = " "
    }
    self[point.column, point.row] = Cell(text: cluster.text, role: role, underlined: underlined)
    if cluster.columns == 2 {
      self[point.column + 1, point.row] = Cell(text: "", role: role, underlined: underlined)
    }
  }
}
