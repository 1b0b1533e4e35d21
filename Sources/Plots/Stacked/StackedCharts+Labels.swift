import Cells

extension StackedCharts {
  /// A pointer below the place of the cursor, with its label and the values of the panels in sight.
  func drawCursorRow(into grid: inout Grid, _ layout: StackedLayout, _ cursor: Int?) {
    guard let row = layout.cursorRow, let cursor, layout.visible.contains(cursor) else { return }
    let column = layout.column(of: cursor)
    let values = panels[layout.window].map {
      $0.words(at: cursor) ?? grid.glyphs.sign("–", ascii: "-")
    }
    let text = "\(labels[cursor])  " + values.joined(separator: " \(grid.glyphs.separator) ")
    grid[column, row] = Cell(text: grid.glyphs.moreAbove, role: .chartCursor)
    let width = TextWidth.of(text, glyphs: grid.glyphs)
    let fitsRight = column + 2 + width <= grid.size.columns
    let start = fitsRight ? column + 2 : max(0, column - 1 - width)
    grid.write(
      text, at: Point(column: start, row: row), role: .strong,
      limit: fitsRight ? width : max(0, column - 1 - start))
  }

  /// The labels of the time axis, and how much of it and how many panels are in sight.
  func drawLabels(into grid: inout Grid, _ layout: StackedLayout) {
    guard let row = layout.labelRow else { return }
    let glyphs = grid.glyphs
    var end = grid.size.columns
    let note = sightWords(layout, glyphs)
    if !note.isEmpty {
      let width = TextWidth.of(note, glyphs: glyphs)
      grid.write(
        note, at: Point(column: max(0, end - width), row: row), role: .dim, limit: end)
      end -= width + 1
    }
    let widest = labels[layout.visible].map { TextWidth.of($0, glyphs: glyphs) }.max() ?? 0
    let every =
      [1, 2, 3, 4, 6, 12, 24, 48].first { $0 * layout.pitch >= widest + 2 }
      ?? max(1, labels.count)
    for place in layout.visible where place.isMultiple(of: every) {
      let column = layout.column(of: place)
      guard column + TextWidth.of(labels[place], glyphs: glyphs) <= end else { continue }
      grid.write(labels[place], at: Point(column: column, row: row), role: .label)
    }
  }

  private func sightWords(_ layout: StackedLayout, _ glyphs: Glyphs) -> String {
    var parts: [String] = []
    if layout.window.count < panels.count {
      parts.append(
        "charts \(layout.window.lowerBound + 1)\(glyphs.sign("–", ascii: "-"))\(layout.window.upperBound) of \(panels.count)"
      )
    }
    if layout.visible.count < labels.count {
      var text = "\(layout.visible.count) of \(labels.count)"
      if layout.visible.lowerBound > 0 { text += " \(glyphs.moreLeft)" }
      if layout.visible.upperBound < labels.count { text += " \(glyphs.moreRight)" }
      parts.append(text)
    }
    return parts.joined(separator: ", ")
  }

  /// Tests, each with its size where that fits; a bare tick is explained at the end of the row.
  func drawTicks(into grid: inout Grid, _ layout: StackedLayout) {
    guard let row = layout.tickRow else { return }
    let glyphs = grid.glyphs
    let sign = glyphs.sign("˙", ascii: "'")
    let legend = "\(sign) a test of a change"
    let legendWidth = TextWidth.of(legend, glyphs: glyphs)
    let places = Set(annotations.filter(\.isTick).map(\.position)).sorted()
      .filter { layout.visible.contains($0) }
    var end = 0
    for (index, place) in places.enumerated() {
      let column = layout.column(of: place)
      let next = index + 1 < places.count ? layout.column(of: places[index + 1]) : grid.size.columns
      let sizes = annotations.filter { $0.isTick && $0.position == place }.map(\.text)
        .filter { !$0.isEmpty }.joined(separator: ",")
      let fits = TextWidth.of(sizes, glyphs: glyphs) <= next - column - 2
      grid[column, row] = Cell(text: sign, role: .chartAnnotation)
      if fits {
        grid.write(sizes, at: Point(column: column + 1, row: row), role: .chartAnnotation)
      }
      end = column + 1 + (fits ? TextWidth.of(sizes, glyphs: glyphs) : 0)
    }
    if !places.isEmpty, end + 2 + legendWidth <= grid.size.columns {
      grid.write(
        legend, at: Point(column: grid.size.columns - legendWidth, row: row), role: .dim)
    }
  }

  /// The names of implemented changes, each below its line as far as the next.
  func drawLineNames(into grid: inout Grid, _ layout: StackedLayout) {
    guard let row = layout.lineRow else { return }
    let glyphs = grid.glyphs
    let places = Set(annotations.filter(\.isLine).map(\.position)).sorted()
      .filter { layout.visible.contains($0) }
    for (index, place) in places.enumerated() {
      guard let column = layout.lineColumn(before: place) else { continue }
      let next =
        index + 1 < places.count ? layout.column(of: places[index + 1]) - 1 : grid.size.columns
      let names = annotations.filter { $0.isLine && $0.position == place }.map(\.text)
        .joined(separator: "; ")
      grid[column, row] = Cell(text: glyphs.vertical, role: .chartAnnotation)
      grid.write(
        names, at: Point(column: column + 2, row: row), role: .chartAnnotation,
        limit: max(0, next - column - 3))
    }
  }
}
