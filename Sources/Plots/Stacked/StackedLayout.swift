import Cells

/// How a rectangle is shared between charts on one time axis.
struct StackedLayout {
  /// The rows a panel needs, its caption included, so that its limits and centre line differ.
  static let lowest = 7
  static let highest = 16

  /// The panels in sight, and the rows each of them has.
  let window: Range<Int>
  let panelRows: Int
  /// Columns left of all panels for their numbers; 0 without.
  let axisColumns: Int
  let columns: Int
  let pitch: Int
  /// The places of the time axis in sight.
  let visible: Range<Int>
  let cursorRow: Int?
  let labelRow: Int?
  let tickRow: Int?
  let lineRow: Int?

  init(_ size: Size, _ stack: StackedCharts, panel: Int, cursor: Int?) {
    let count = stack.panels.count
    let hasTicks = stack.annotations.contains { $0.isTick }
    let hasLines = stack.annotations.contains { $0.isLine }
    // What stands below all panels gives way before a panel does.
    let wanted = [cursor != nil, true, hasTicks, hasLines]
    let room = max(0, min(size.rows - Self.lowest, 4))
    let kept = wanted.reduce(into: (rows: [Bool](), left: room)) { kept, isWanted in
      kept.rows.append(isWanted && kept.left > 0)
      if isWanted, kept.left > 0 { kept.left -= 1 }
    }.rows
    let below = kept.count(where: { $0 })
    let forPanels = max(0, size.rows - below)
    let shown = max(1, min(count, forPanels / Self.lowest))
    panelRows = max(1, min(Self.highest, forPanels / max(1, shown)))
    let first = max(0, min(panel - shown + 1, count - shown))
    window = count == 0 ? 0..<0 : first..<min(count, first + shown)
    var next = window.count * panelRows
    func row(_ index: Int) -> Int? {
      guard kept[index] else { return nil }
      defer { next += 1 }
      return next
    }
    cursorRow = row(0)
    labelRow = row(1)
    tickRow = row(2)
    lineRow = row(3)

    let drawnRows = panelRows - 1
    let widths = stack.panels[window].compactMap { panel -> Int? in
      guard let plot = panel.plot else { return nil }
      let scale = plot.ladder(rows: drawnRows).scale
      return scale.ticks.map { scale.text($0).utf8.count }.max()
    }
    let width = widths.max() ?? 0
    axisColumns = size.columns >= 16 && width + 2 <= size.columns / 3 ? width + 2 : 0
    columns = max(0, size.columns - axisColumns)
    let free = max(0, columns - 2)
    pitch = free < 16 ? 1 : min(4, max(2, free / max(1, stack.labels.count)))
    let fitting = columns < 2 ? min(columns, 1) : (free + pitch - 1) / pitch
    visible = PlotLayout.window(
      of: max(0, min(stack.labels.count, fitting)), in: stack.labels.count, cursor: cursor)
  }

  /// The column of a place of the axis.
  func column(of place: Int) -> Int {
    axisColumns + 1 + (place - visible.lowerBound) * pitch
  }

  /// The column of the line before a place; nil where places stand side by side.
  func lineColumn(before place: Int) -> Int? {
    guard visible.contains(place), pitch > 1 || place == visible.lowerBound else { return nil }
    return column(of: place) - 1
  }

  /// Where a panel in sight stands: its caption, and below it its drawing.
  func rect(of panel: Int) -> Rect {
    Rect(
      column: 0, row: (panel - window.lowerBound) * panelRows, columns: axisColumns + columns,
      rows: panelRows)
  }
}
