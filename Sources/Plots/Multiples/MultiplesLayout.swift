import Cells

/// How a rectangle is shared between panels.
struct MultiplesLayout {
  /// The columns from which on a panel can be read, and at which one more is put beside it.
  static let narrowest = 24
  /// The rows from which on a panel has room for its limits, its title included.
  static let lowest = 8
  static let highest = 18
  /// The rows for which panels are made wider rather than more of them put side by side.
  static let comfortable = 12

  /// How many panels stand side by side, and how many rows of them there are.
  let across: Int
  let down: Int
  /// The panels that are shown.
  let window: Range<Int>
  /// The columns of the numbers left of each row of panels; 0 without.
  let axisColumns: Int
  /// The columns of the numbers within each panel that has a scale of its own; 0 without.
  let ownAxisColumns: Int
  let panelSize: Size
  let caption: [String]
  /// The row that says how many there are; nil where there is no room.
  let footer: Int?
  let captionRow: Int
  let scale: AxisScale
  /// Columns from one point to the next.
  let pitch: Int
  /// How many places of the time that all share are shown; always the newest.
  let shown: Int

  init(_ rect: Rect, _ multiples: SmallMultiples, selection: Int?, glyphs: Glyphs) {
    let count = multiples.panels.count
    let footerRows = rect.rows >= 5 ? 1 : 0
    let forCaption = max(0, min(rect.rows / 4, rect.rows - footerRows - Self.lowest))
    let caption = PlotLayout.wrapped(
      multiples.caption, width: rect.columns - 3, rows: forCaption, glyphs: glyphs)
    let room = rect.rows - footerRows - caption.count
    let scales =
      multiples.hasOwnScales
      ? multiples.panels.map { multiples.scale(of: $0, rows: Self.lowest) }
      : [multiples.scale(rows: Self.lowest)]
    let numberWidth =
      scales.flatMap { scale in scale.ticks.map { scale.text($0).utf8.count } }.max() ?? 0
    let needs = rect.columns >= 30 && numberWidth + 1 <= rect.columns / 4 ? numberWidth + 1 : 0
    let axis = multiples.hasOwnScales ? 0 : needs
    let ownAxis = multiples.hasOwnScales && needs <= Self.narrowest / 2 ? needs : 0
    let most = Self.across(columns: rect.columns - axis, panels: count, axis: ownAxis)
    let across =
      (1...most).first { room / max(1, (count + $0 - 1) / $0) >= Self.comfortable } ?? most
    let needed = max(1, (count + across - 1) / across)
    let down = max(1, min(needed, room / Self.lowest))
    let height = max(0, min(Self.highest, room / down))
    let size = max(1, across * down)
    let page = min(max(0, selection ?? 0), max(0, count - 1)) / size
    let width = (rect.columns - axis) / across
    let field = width - 1 - ownAxis
    let pitch = field >= 2 * multiples.length ? 2 : 1
    self.across = across
    self.down = down
    self.caption = caption
    self.pitch = pitch
    axisColumns = axis
    ownAxisColumns = ownAxis
    panelSize = Size(columns: width, rows: height)
    window = min(page * size, count)..<min(count, (page + 1) * size)
    let rowsShown = (window.count + across - 1) / across
    footer = footerRows == 1 ? rowsShown * height : nil
    captionRow = rowsShown * height + footerRows
    scale = multiples.scale(rows: height - 1)
    shown = min(multiples.length, max(0, (field + pitch - 1) / pitch))
  }

  /// The most panels that can stand side by side.
  ///
  /// - Parameter axis: the columns of the numbers within each panel.
  static func across(columns: Int, panels: Int, axis: Int = 0) -> Int {
    max(1, min(panels, columns / (narrowest + axis)))
  }

  /// Where a panel of the window stands.
  func rect(of index: Int) -> Rect {
    let place = index - window.lowerBound
    return Rect(
      column: axisColumns + place % across * panelSize.columns,
      row: place / across * panelSize.rows, columns: panelSize.columns, rows: panelSize.rows)
  }
}
