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
      let sign: String =
        switch placed.note.kind {
        case .line: glyphs.vertical
        case .tick: placed.isOnlyNote ? ChartPlot.noteSign : ChartPlot.tick(glyphs)
        case .note: ChartPlot.noteSign
        }
      grid[placed.column, placed.row] = Cell(text: sign, role: .chartAnnotation)
      guard !placed.isBare else { continue }
      grid.write(
        placed.text, at: Point(column: placed.textColumn, row: placed.row),
        role: .chartAnnotation, limit: placed.limit)
    }
  }

  /// Whether a tick stands without its words.
  func hasBareTicks(_ rect: Rect, _ layout: PlotLayout, _ glyphs: Glyphs) -> Bool {
    placedAnnotations(rect, layout, glyphs).contains(where: \.isBare)
  }

  /// What a tick without words means.
  func tickLegend(_ glyphs: Glyphs) -> String { "\(ChartPlot.tick(glyphs)) a test of a change" }

  /// What was noted beside the numbers in sight, each with its mark and its period.
  ///
  /// A chart with many notes tells the newest; the table has them all.
  func notedWords(visible: Range<Int>) -> [String] {
    let noted = annotations.filter { visible.contains($0.position) && $0.note != nil }
    guard !noted.isEmpty else { return [] }
    let told = noted.suffix(ChartPlot.mostNotes).map { note in
      "\(ChartPlot.noteSign) \(labels[note.position]): \(note.note ?? "")"
    }
    let more = noted.count - told.count
    return [(more > 0 ? ["\(more) earlier \(more == 1 ? "note" : "notes")"] : []) + told]
      .map { $0.joined(separator: "; ") }
  }

  private static let mostNotes = 3
  static let noteSign = "*"

  private static func tick(_ glyphs: Glyphs) -> String { glyphs.sign("˙", ascii: "'") }

  /// An annotation with its place.
  private struct Placed {
    var note: PlotAnnotation
    /// What stands beside its mark; of a tick with a note at the same point, the note's mark too.
    var text: String
    var row: Int
    var column: Int
    var textColumn: Int
    /// The columns for its words.
    var limit: Int
    /// A tick without its words.
    var isBare: Bool
    /// A tick whose place is taken by the mark of a note, for which there is no room beside it: what
    /// was noted can be read below, and only by its mark is it known where.
    var isOnlyNote = false
  }

  private func placedAnnotations(_ rect: Rect, _ layout: PlotLayout, _ glyphs: Glyphs) -> [Placed] {
    guard let first = layout.annotationRows.first, let last = layout.annotationRows.last else {
      return []
    }
    let inSight = annotations.filter { layout.visible.contains($0.position) }
    let isNoted = Set(inSight.filter { $0.note != nil }.map(\.position))
    // A tick and a note at one point share its column.
    let noted = inSight.filter { note in
      note.note == nil || !inSight.contains { $0.position == note.position && $0.isTick }
    }
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
        let hasNote = note.isTick && isNoted.contains(note.position)
        let marked = note.text + ChartPlot.noteSign
        let fits = TextWidth.of(marked, glyphs: glyphs) <= limit
        let text =
          !hasNote ? note.text : fits ? marked : limit > 0 ? ChartPlot.noteSign : ""
        let width = TextWidth.of(text, glyphs: glyphs)
        return Placed(
          note: note, text: text, row: row, column: column, textColumn: start, limit: limit,
          isBare: note.isTick && !hasNote && (note.text.isEmpty || width > limit),
          isOnlyNote: hasNote && limit < 1)
      }
    }
  }
}
