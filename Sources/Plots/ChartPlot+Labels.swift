import Cells
import ControlCharts

extension ChartPlot {
  /// What is written right of a line.
  struct LineName {
    enum Line { case upper, centre, lower, target }
    var line: Line
    var text: String
    var role: Role
  }

  /// The names of the lines with their values, one for each of the last three phases.
  func lineNames(_ glyphs: Glyphs) -> [LineName] {
    let phases = chart.phases.suffix(3)
    func values(_ line: KeyPath<ChartPoint, Double?>) -> String? {
      let texts = phases.map { phase in
        chart.points[phase.range].last { $0[keyPath: line] != nil }
          .flatMap { $0[keyPath: line] }.map(number) ?? "–"
      }
      guard texts.contains(where: { $0 != "–" }) else { return nil }
      return texts.joined(separator: glyphs.sign(" ┊ ", ascii: " : "))
    }
    var names: [LineName] = []
    if let text = values(\.upper) {
      names.append(LineName(line: .upper, text: "upper \(text)", role: .chartLimit))
    }
    if let text = values(\.centre) {
      names.append(LineName(line: .centre, text: "centre \(text)", role: .chartCentre))
    }
    if let text = values(\.lower) {
      names.append(LineName(line: .lower, text: "lower \(text)", role: .chartLimit))
    }
    if let target = chart.options.target {
      names.append(LineName(line: .target, text: "target \(number(target))", role: .chartTarget))
    }
    return names
  }

  /// Writes each name at the row where its line ends, or the nearest free one.
  func drawNames(into grid: inout Grid, _ layout: PlotLayout, _ ladder: RowLadder) {
    guard layout.nameColumns > 0, let last = layout.visible.last else { return }
    let lined = chart.points[...last].last { $0.centre != nil } ?? chart.points[last]
    let rungs = rungs(at: lined, ladder)
    var taken: Set<Int> = []
    for name in lineNames(grid.glyphs) {
      let wanted: Int? =
        switch name.line {
        case .upper: rungs.upper
        case .centre: rungs.centre
        case .lower: rungs.lower
        case .target: targetRows(ladder)[lined.phase]
        }
      guard let wanted,
        let row = [wanted, wanted + 1, wanted - 1, wanted + 2, wanted - 2].first(where: {
          $0 >= 0 && $0 < layout.plot.rows && !taken.contains($0)
        })
      else { continue }
      taken.insert(row)
      grid.write(
        name.text, at: Point(column: layout.plot.endColumn + 1, row: layout.plot.row + row),
        role: name.role, limit: layout.nameColumns - 1)
    }
  }

  /// The labels of the x axis at regular distances, where phases begin, and how many points are
  /// shown where not all are.
  func drawLabels(into grid: inout Grid, _ rect: Rect, _ layout: PlotLayout) {
    guard let row = layout.labelRow else { return }
    let glyphs = grid.glyphs
    var free = Occupancy(rect.column..<rect.endColumn)
    if layout.visible.count < layout.count {
      var text = "\(layout.visible.count) of \(layout.count)"
      if layout.visible.lowerBound > 0 { text += " \(glyphs.moreLeft)" }
      if layout.visible.upperBound < layout.count { text += " \(glyphs.moreRight)" }
      let width = TextWidth.of(text, glyphs: glyphs)
      if width <= rect.columns {
        grid.write(text, at: Point(column: rect.endColumn - width, row: row), role: .dim)
        free.take(rect.endColumn - width - 1, rect.endColumn)
      }
    }
    for (number, phase) in chart.phases.enumerated().dropFirst() {
      let start = phase.range.lowerBound
      guard layout.visible.contains(start), let column = layout.lineColumn(before: start) else {
        continue
      }
      let text = glyphs.sign("┊", ascii: ":") + " phase \(number + 1)"
      let width = TextWidth.of(text, glyphs: glyphs)
      guard free.take(column, column + width + 1) else { continue }
      grid.write(text, at: Point(column: column, row: row), role: .chartPhase)
    }
    let widest = labels[layout.visible].map { TextWidth.of($0, glyphs: glyphs) }.max() ?? 0
    let distances = [1, 2, 3, 4, 6, 12, 24, 48]
    let every = distances.first { $0 * layout.pitch >= widest + 2 } ?? max(1, layout.count)
    for index in layout.visible where index.isMultiple(of: every) {
      let column = layout.column(of: index)
      let width = TextWidth.of(labels[index], glyphs: glyphs)
      guard free.take(column, column + width) else { continue }
      grid.write(labels[index], at: Point(column: column, row: row), role: .label)
    }
  }
}

/// Which columns of a row are still free.
private struct Occupancy {
  private let bounds: Range<Int>
  private var taken: [Range<Int>] = []

  init(_ bounds: Range<Int>) { self.bounds = bounds }

  /// Takes the columns from `start` up to `end`, if all are free.
  @discardableResult
  mutating func take(_ start: Int, _ end: Int) -> Bool {
    guard start < end, start >= bounds.lowerBound, end <= bounds.upperBound else { return false }
    let wanted = start..<end
    guard !taken.contains(where: { $0.overlaps(wanted) }) else { return false }
    taken.append(wanted)
    return true
  }
}
