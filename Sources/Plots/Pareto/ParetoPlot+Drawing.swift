import Cells
import ControlCharts

extension ParetoPlot {
  /// Draws the bars into a rectangle of a grid, with the grid's signs.
  ///
  /// Every size is accepted, down to nothing. A line stands below the largest that make up most of
  /// the total. Categories that don't fit are counted and never added up.
  public func draw(into grid: inout Grid, rect: Rect) {
    let visible = rect.intersection(grid.bounds)
    guard !visible.isEmpty else { return }
    var sheet = Grid(visible.size, glyphs: grid.glyphs)
    draw(onto: &sheet)
    grid.blit(sheet, at: visible.origin)
  }

  private func draw(onto grid: inout Grid) {
    let glyphs = grid.glyphs
    let (columns, rows) = (grid.size.columns, grid.size.rows)
    let forCaption = max(0, rows - max(4, min(rows * 3 / 5, chart.bars.count + 2)))
    let caption = PlotLayout.wrapped(
      caption, width: columns - 3, rows: forCaption, glyphs: glyphs)
    let room = rows - caption.count
    let layout = Columns(self, columns, glyphs)
    let hasHeading = room >= 4 && !layout.numberEnds.isEmpty
    let hasRule = room >= 5 && chart.vitalFew > 0
    let forBars = room - (hasHeading ? 1 : 0) - (hasRule ? 1 : 0)
    let isCut = forBars < chart.bars.count
    let shown = chart.bars.prefix(max(0, isCut ? forBars - 1 : forBars))

    var row = 0
    if hasHeading {
      write(["count", "share %", "together %"], at: row, into: &grid, layout, role: .label)
      row += 1
    }
    for (index, bar) in shown.enumerated() {
      draw(bar, at: row, into: &grid, layout, isVital: index < chart.vitalFew)
      row += 1
      if hasRule, index == chart.vitalFew - 1 {
        drawRule(at: row, into: &grid, layout)
        row += 1
      }
    }
    if isCut, room > 0 {
      grid.write(
        "\(shown.count) of \(chart.bars.count) categories \(glyphs.moreBelow)",
        at: Point(column: 0, row: row), role: .dim, limit: columns)
      row += 1
    }
    for (index, line) in caption.enumerated() {
      grid.write(
        line, at: Point(column: 3, row: row + index), limit: max(0, columns - 3))
    }
  }

  private func draw(
    _ bar: ParetoChart.Bar, at row: Int, into grid: inout Grid, _ layout: Columns, isVital: Bool
  ) {
    let glyphs = grid.glyphs
    let name = bar.category.isEmpty ? "(no name)" : bar.category
    grid.write(
      TextWidth.clamped(name, to: layout.name, glyphs: glyphs), at: Point(column: 0, row: row),
      limit: layout.name)
    let role: Role = isVital ? .chartPoint : .dim
    let steps = glyphs == .unicode ? 8 : 1
    let length = length(of: bar, steps: layout.bars * steps)
    let start = layout.name + 1
    for place in 0..<length / steps {
      grid[start + place, row] = Cell(text: glyphs.sign("█", ascii: "#"), role: role)
    }
    if length % steps > 0 {
      let part = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"][length % steps - 1]
      grid[start + length / steps, row] = Cell(text: part, role: role)
    }
    write(
      [NumberText.short(bar.count), percent(bar.share), percent(bar.cumulative)], at: row,
      into: &grid, layout, role: .text)
  }

  private func write(
    _ numbers: [String], at row: Int, into grid: inout Grid, _ layout: Columns, role: Role
  ) {
    for (number, end) in zip(numbers, layout.numberEnds) {
      let width = TextWidth.of(number, glyphs: grid.glyphs)
      grid.write(number, at: Point(column: end - width, row: row), role: role)
    }
  }

  private func drawRule(at row: Int, into grid: inout Grid, _ layout: Columns) {
    let text = " most of it: \(NumberText.short(ParetoChart.most * 100)) % or more "
    let width = TextWidth.of(text, glyphs: grid.glyphs)
    for column in 0..<layout.end {
      grid[column, row] = Cell(text: grid.glyphs.sign("┈", ascii: "~"), role: .chartTarget)
    }
    guard width + 4 <= layout.end else { return }
    grid.write(text, at: Point(column: 2, row: row), role: .chartTarget)
  }

  /// The columns of names, bars and numbers; numbers give way before bars do.
  private struct Columns {
    var name: Int
    var bars: Int
    /// The columns at which the numbers end.
    var numberEnds: [Int]
    /// The column behind the last.
    var end: Int

    init(_ plot: ParetoPlot, _ columns: Int, _ glyphs: Glyphs) {
      let table = plot.table
      let names = table.rows.map { TextWidth.of($0[0], glyphs: glyphs) }.max() ?? 0
      var widths = (1..<4).map { column in
        ([table.headers[column]] + table.rows.map { $0[column] })
          .map { TextWidth.of($0, glyphs: glyphs) }.max() ?? 0
      }
      let name = min(max(names, 9), max(4, columns / 3))
      func bars() -> Int { columns - name - 1 - widths.reduce(0) { $0 + $1 + 2 } }
      while bars() < 8, !widths.isEmpty { widths.removeLast() }
      self.name = min(name, columns)
      self.bars = max(0, bars())
      var next = name + 1 + self.bars
      var ends: [Int] = []
      for width in widths {
        next += width + 2
        ends.append(next)
      }
      numberEnds = ends
      end = min(columns, next)
    }
  }
}
