import Cells
import ControlCharts

extension ChartPlot {
  /// Ticks with their words, and the names of changes, below the points they belong to.
  ///
  /// A tick has all its words or none, because half a number is another number; one without is
  /// drawn where the caption explains it.
  func drawAnnotations(into grid: inout Grid, _ rect: Rect, _ layout: PlotLayout) {
    let glyphs = grid.glyphs
    for placed in placedAnnotations(rect, layout, glyphs) {
      guard !placed.isBare || layout.hasLegend else { continue }
      let sign = placed.note.isLine ? glyphs.vertical : ChartPlot.tick(glyphs)
      grid[placed.column, placed.row] = Cell(text: sign, role: .chartAnnotation)
      guard !placed.isBare else { continue }
      grid.write(
        placed.note.text, at: Point(column: placed.textColumn, row: placed.row),
        role: .chartAnnotation, limit: placed.limit)
    }
  }

  /// Whether a tick stands without its words.
  func hasBareTicks(_ rect: Rect, _ layout: PlotLayout, _ glyphs: Glyphs) -> Bool {
    placedAnnotations(rect, layout, glyphs).contains(where: \.isBare)
  }

  /// What a tick without words means.
  func tickLegend(_ glyphs: Glyphs) -> String { "\(ChartPlot.tick(glyphs)) a test of a change" }

  private static func tick(_ glyphs: Glyphs) -> String { glyphs.sign("˙", ascii: "'") }

  /// An annotation with its place.
  private struct Placed {
    var note: PlotAnnotation
    var row: Int
    var column: Int
    var textColumn: Int
    /// The columns for its words.
    var limit: Int
    /// A tick without its words.
    var isBare: Bool
  }

  private func placedAnnotations(_ rect: Rect, _ layout: PlotLayout, _ glyphs: Glyphs) -> [Placed] {
    guard let first = layout.annotationRows.first, let last = layout.annotationRows.last else {
      return []
    }
    let noted = annotations.filter { layout.visible.contains($0.position) }
    let rows =
      first == last
      ? [(first, noted)]
      : [
        (first, noted.filter { !$0.isLine }), (last, noted.filter(\.isLine)),
      ]
    return rows.flatMap { row, notes -> [Placed] in
      let columns = notes.map { note -> Int in
        let column = layout.column(of: note.position)
        return note.isLine ? layout.lineColumn(before: note.position) ?? column : column
      }
      return notes.enumerated().compactMap { index, note -> Placed? in
        let hasNext = index + 1 < columns.count
        let end = hasNext ? columns[index + 1] : rect.endColumn
        let column = columns[index]
        guard column < end else { return nil }
        let start = column + (note.isLine ? 2 : 1)
        let limit = max(0, hasNext ? end - start - 1 : end - start)
        let width = TextWidth.of(note.text, glyphs: glyphs)
        return Placed(
          note: note, row: row, column: column, textColumn: start, limit: limit,
          isBare: !note.isLine && (width == 0 || width > limit))
      }
    }
  }
}
