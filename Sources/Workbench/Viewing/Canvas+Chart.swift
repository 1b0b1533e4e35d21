import Cells
import Collaborative
import ControlCharts
import Insights
import Plots
import Widgets

extension Canvas {
  /// A full-screen chart with its cursor's point in words below, or its table, or its reasons.
  mutating func drawChart(_ state: ChartState, in rect: Rect, _ model: Model) {
    guard let detail = state.detail else {
      drawMessage(state.problem ?? "", tone: .bad, in: rect)
      return
    }
    guard let chart = detail.chart.chart else {
      drawMessage(
        "\(detail.measure) at \(detail.site): \(detail.chart.problem ?? "no numbers yet"). "
          + "o enters a number.", in: rect)
      return
    }
    switch state.face {
    case .chart: drawPlot(chart, detail, state, in: rect)
    case .table:
      let room = max(1, rect.columns - 3)
      drawLines(
        detail.tableLines(columns: room, glyphs: glyphs), scroll: state.scroll, in: rect)
    case .reasons: drawLines(detail.reasonLines, scroll: state.scroll, in: rect)
    }
  }

  private mutating func drawPlot(
    _ chart: ControlChart, _ detail: SeriesDetail, _ state: ChartState, in rect: Rect
  ) {
    let pointLines = detail.pointLines(at: state.cursor) + detail.offerLines
    let (upper, below) = rect.splitBottom(min(pointLines.count, max(1, rect.rows / 4)))
    detail.plot(chart).draw(into: &grid, rect: upper, cursor: state.cursor)
    for (offset, line) in pointLines.prefix(below.rows).enumerated() {
      let point = Point(column: below.column + 2, row: below.row + offset)
      grid.write(line, at: point, limit: max(0, below.columns - 3))
      if offset == 0 { focus(point) }
    }
  }

  mutating func drawLines(_ lines: [StyledLine], scroll: Int, in rect: Rect) {
    let wrapped = lines.flatMap {
      TextWrap.lines($0, width: max(1, rect.columns - 3), glyphs: glyphs)
    }
    let top = min(scroll, max(0, wrapped.count - rect.rows))
    for (offset, line) in wrapped.dropFirst(top).prefix(rect.rows).enumerated() {
      grid.write(
        line, at: Point(column: rect.column + 1, row: rect.row + offset),
        limit: max(0, rect.columns - 2))
    }
    focus(Point(column: rect.column, row: rect.row))
    drawMore(above: top > 0, below: top + rect.rows < wrapped.count, in: rect)
  }
}

extension SeriesDetail {
  /// The drawing of the chart with the work marked on it.
  func plot(_ chart: ControlChart) -> ChartPlot {
    ChartPlot(
      chart: chart, verdict: self.chart.verdict, labels: self.chart.labels,
      annotations: self.chart.plotAnnotations,
      caption: caption.filter { $0 != phaseOffer?.headline }, unit: self.chart.measure.valueUnit)
  }

  /// The chosen point in words: period, value, counts, note, who entered it.
  func pointLines(at index: Int) -> [StyledLine] {
    guard points.indices.contains(index), let chart = chart.chart else { return [] }
    let point = points[index]
    let drawn = chart.points[index]
    var line = StyledLine(self.chart.labels[index], .strong) + "  "
    if let value = drawn.value {
      line += StyledLine(NumberText.trimmed(value, places: chart.places), .accent)
      let unit = self.chart.measure.valueUnit
      if !unit.isEmpty { line += StyledLine(" \(unit)") }
    } else {
      line += StyledLine(point.status.label.lowercased(), .dim)
    }
    if let numerator = point.numerator, let denominator = point.denominator {
      line += StyledLine(
        "  (\(NumberText.short(numerator)) of \(NumberText.short(denominator)))", .dim)
    }
    if point.quality == .provisional { line += StyledLine("  provisional", .warning) }
    if let reason = point.leftOutReason { line += StyledLine("  left out: \(reason)", .dim) }
    if let note = point.note { line += StyledLine("  \(note)") }
    let work = self.chart.annotations.filter { $0.point == index }
      .map(\.words)
    var lines = [line]
    if !work.isEmpty { lines.append(StyledLine(work.joined(separator: "; "), .chartAnnotation)) }
    return lines
  }

  /// That a phase can be suggested; said below the chart, where no short screen cuts it off.
  var offerLines: [StyledLine] {
    phaseOffer.map { [StyledLine($0.headline, .chartAnnotation)] } ?? []
  }

  /// The data as a table, for people who read rather than look; as many columns as fit.
  func tableLines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
    guard let chart = chart.chart else { return [] }
    let table = plot(chart).table.fitting(columns: columns, glyphs: glyphs)
    let widths = table.headers.indices.map { column in
      ([table.headers[column]] + table.rows.map { $0[column] })
        .map { TextWidth.of($0, glyphs: glyphs) }.max() ?? 0
    }
    func line(_ cells: [String], _ role: Role) -> StyledLine {
      let gap = String(repeating: " ", count: ChartTable.gap)
      return StyledLine(
        zip(cells, widths).map { TextWidth.padded($0, to: $1, glyphs: glyphs) }
          .joined(separator: gap), role)
    }
    return [StyledLine(finding), "", line(table.headers, .label)]
      + table.rows.map { line($0, .text) }
  }

  /// Why each signal is one, the most telling first: the rule, its points, the lines and how they
  /// were calculated.
  var reasonLines: [StyledLine] {
    guard let chart = chart.chart, let verdict = self.chart.verdict else { return [] }
    var lines = [StyledLine(finding, .strong)]
    lines += caption.filter { $0 != finding && $0 != phaseOffer?.headline }.map { StyledLine($0) }
    if verdict.signals.isEmpty {
      lines += ["", StyledLine("No signal stands. Lines: \(chart.method.words)", .dim)]
    }
    if let offer = phaseOffer {
      lines.append("")
      lines += self.chart.words(of: offer, explained: true).map { StyledLine($0, .chartAnnotation) }
    }
    for explanation in verdict.explanations(in: chart, self.chart.words) {
      lines += ["", StyledLine(explanation.heading, .heading)]
      lines += explanation.lines.map { StyledLine($0) }
    }
    return lines
  }
}
