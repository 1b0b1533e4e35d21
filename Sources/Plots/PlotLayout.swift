import Cells
import ControlCharts

/// How a rectangle is shared between the parts of a drawing; parts are dropped by priority as it
/// gets smaller: caption, annotations, names of lines, labels, axis.
struct PlotLayout {
  /// Where lines and markers are drawn.
  var plot: Rect
  /// Columns left of it for the axis and its numbers; 0 without.
  var axisColumns: Int
  /// Columns right of it for the names of the lines; 0 without.
  var nameColumns: Int
  /// Columns from one point to the next.
  var pitch: Int
  /// The points that are shown.
  var visible: Range<Int>
  /// The number of all points.
  var count: Int
  var cursorRow: Int?
  var labelRow: Int?
  var annotationRows: [Int]
  var caption: [String]
  var captionRow: Int
  /// Whether the caption ends with the legend of marks without words.
  var hasLegend: Bool

  /// - Parameters:
  ///   - ladder: its scale is written beside the axis, and the rows its limits need come before
  ///     the caption and the words of annotations.
  ///   - notes: what the caption has to say even where it is cut short.
  ///   - legend: the meaning of marks without words; left out where the caption needs the room.
  init(
    _ rect: Rect, plot: ChartPlot, ladder: RowLadder, names: [String], cursor: Int?,
    notes: [String], legend: String?, glyphs: Glyphs
  ) {
    let scale = ladder.scale
    count = plot.chart.points.count
    let numberWidth = scale.ticks.map { scale.text($0).utf8.count }.max() ?? 0
    axisColumns = rect.columns >= 16 && numberWidth + 2 <= rect.columns / 3 ? numberWidth + 2 : 0
    let nameWidth = (names.map { TextWidth.of($0, glyphs: glyphs) }.max() ?? 0) + 1
    let hasNames =
      nameWidth > 1 && rect.columns - axisColumns - nameWidth >= max(20, rect.columns / 2)
    nameColumns = hasNames ? nameWidth : 0
    let columns = max(0, rect.columns - axisColumns - nameColumns)

    let room = max(0, columns - 2)
    pitch = room < 16 ? 1 : min(4, max(2, room / max(1, count)))
    let fitting = columns < 2 ? min(columns, 1) : (room + pitch - 1) / pitch
    let visible = PlotLayout.window(of: max(0, min(count, fitting)), in: count, cursor: cursor)
    self.visible = visible

    labelRow = rect.rows >= 4 ? 0 : nil
    cursorRow = cursor != nil && rect.rows >= 7 ? 0 : nil
    let noted = plot.annotations.filter { visible.contains($0.position) }
    var wantsSecond = false
    if !noted.isEmpty, rect.rows >= 12 {
      wantsSecond = noted.contains { $0.isLine } && noted.contains { !$0.isLine }
    }
    let needed = plot.chart.type.hasLimits ? ladder.rowsForLimits : 5
    let lines = (labelRow == nil ? 0 : 1) + (cursorRow == nil ? 0 : 1)
    let wanted = noted.isEmpty || rect.rows < 9 ? 0 : (wantsSecond ? 2 : 1)
    let noteCount = min(wanted, max(0, rect.rows - lines - needed))
    let fixed = lines + noteCount
    let width = rect.columns - 3
    // The drawing has three rows of five, less what the finding takes to be told whole, and
    // what is to be said about the drawing.
    let finding = PlotLayout.wrapped(
      Array(plot.caption.prefix(1)), width: width, rows: .max, glyphs: glyphs)
    let said = PlotLayout.wrapped(notes, width: width, rows: .max, glyphs: glyphs)
    let drawn = max(
      needed, min(rect.rows * 3 / 5, rect.rows - fixed - finding.count - said.count))
    let forCaption = max(0, rect.rows - fixed - drawn)
    // The finding has at least as many lines as what is to be said about the drawing.
    let told = PlotLayout.wrapped(notes, width: width, rows: forCaption / 2, glyphs: glyphs)
    let free = forCaption - told.count
    let sentences = plot.caption + plot.notedWords(visible: visible)
    let full = PlotLayout.wrapped(sentences, width: width, rows: .max, glyphs: glyphs)
    let fits = legend.map { TextWidth.of($0, glyphs: glyphs) <= width } ?? false
    hasLegend = fits && free > finding.count && free >= min(3, full.count + 1)
    caption =
      PlotLayout.wrapped(
        sentences, width: width, rows: free - (hasLegend ? 1 : 0), glyphs: glyphs) + told
    if hasLegend, let legend { caption.append(legend) }
    let rows = max(0, rect.rows - fixed - caption.count)

    self.plot = Rect(
      column: rect.column + axisColumns, row: rect.row, columns: columns, rows: rows)
    var next = rect.row + rows
    if cursorRow != nil {
      cursorRow = next
      next += 1
    }
    if labelRow != nil {
      labelRow = next
      next += 1
    }
    annotationRows = (0..<noteCount).map { next + $0 }
    captionRow = next + noteCount
  }

  /// The column of a point's marker.
  func column(of index: Int) -> Int { plot.column + 1 + (index - visible.lowerBound) * pitch }

  /// The column of the line before a point, where a phase or a change begins; nil where points
  /// stand side by side.
  func lineColumn(before index: Int) -> Int? {
    guard pitch > 1 || index == visible.lowerBound else { return nil }
    return column(of: index) - 1
  }

  /// The last points that fit; with a cursor further left, the window moves by half its width, so
  /// that most steps of the cursor leave the drawing where it is.
  static func window(of size: Int, in count: Int, cursor: Int?) -> Range<Int> {
    guard size < count, size > 0 else { return 0..<min(size, count) }
    var first = count - size
    if let cursor, cursor < first {
      let step = max(1, size / 2)
      let steps = (first - max(0, cursor) + step - 1) / step
      first = max(0, first - steps * step)
    }
    return first..<(first + size)
  }

  /// Sentences as lines of a width, at most so many; what is cut off leaves a mark.
  static func wrapped(
    _ sentences: [String], width: Int, rows: Int, glyphs: Glyphs
  ) -> [String] {
    guard width >= 8, rows > 0 else { return [] }
    let lines = sentences.flatMap { TextWrap.lines($0, width: width, glyphs: glyphs) }
    guard lines.count > rows else { return lines }
    var kept = Array(lines.prefix(rows))
    let marked = kept[rows - 1] + glyphs.ellipsis
    // A line without room for the mark is cut, which leaves a mark as well.
    kept[rows - 1] =
      TextWidth.of(marked, glyphs: glyphs) <= width
      ? marked : TextWidth.clamped(kept[rows - 1], to: width - 1, glyphs: glyphs)
    return kept
  }
}
