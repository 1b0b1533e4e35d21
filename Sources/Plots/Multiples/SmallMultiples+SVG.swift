import Cells
import ControlCharts

extension SmallMultiples {
  /// All panels as one SVG picture that stands alone, with the newest values as a table for readers.
  ///
  /// - Parameters:
  ///   - width: in pixels, 260…10,000; the height follows from the number of panels.
  ///   - identifier: begins the ids within, so that several pictures can share a page.
  public func svg(width: Int, title: String, identifier: String = "multiples") -> String {
    let width = min(max(width, 260), 10_000)
    let (axis, top, panelHeight) = (56, 40, 130)
    let across = max(1, min(max(1, panels.count), (width - axis) / 200))
    let panelWidth = (width - axis) / across
    let lines = (panels.count + across - 1) / across
    let height = top + lines * panelHeight + 20
    let rows = panelHeight - 34
    let ownAxis = hasOwnScales ? 44 : 0
    var elements: [String] = []
    for (index, panel) in panels.enumerated() {
      let left = axis + index % across * panelWidth + ownAxis
      let scale = scale(of: panel, rows: 12)
      let field = top + index / across * panelHeight + 18
      if hasOwnScales || index % across == 0 {
        for tick in scale.ticks {
          elements.append(
            "<text x=\"\(left - 6)\" y=\"\(field + scale.row(of: tick, rows: rows) + 4)\" "
              + "text-anchor=\"end\" fill=\"#4a4a4a\">\(SVGText.escaped(scale.text(tick)))</text>")
        }
      }
      let finding = panel.finding(.unicode, isShort: false)
      // A letter is about 6 pixels wide.
      let forTitle =
        (panelWidth - 36 - ownAxis) / 6 - TextWidth.of(finding) - TextWidth.of(panel.latest)
      let end = left + panelWidth - 24 - ownAxis
      elements += [
        "<text x=\"\(left)\" y=\"\(field - 6)\" fill=\"#1a1a1a\">"
          + "\(SVGText.escaped(TextWidth.clamped(panel.title, to: max(1, forTitle))))</text>",
        "<text x=\"\(end)\" y=\"\(field - 6)\" text-anchor=\"end\" fill=\"#1a1a1a\">"
          + "<tspan font-weight=\"bold\">\(SVGText.escaped(panel.latest))</tspan>"
          + "<tspan dx=\"6\" fill=\"\(panel.role.svgColour)\">"
          + "\(SVGText.escaped(finding))</tspan></text>",
      ]
      elements += draw(
        panel, left: left, top: field, columns: panelWidth - 24 - ownAxis, rows: rows, scale)
    }
    return SVGPage(
      width: width, height: height, title: title, description: caption, identifier: identifier,
      table: table
    ).text(around: elements)
  }

  /// One row a panel: its newest value and its finding.
  public var table: ChartTable {
    ChartTable(
      headers: ["site", "newest", "value", "finding", "centre", "lower limit", "upper limit"],
      rows: panels.map { panel in
        guard let plot = panel.plot, let last = plot.chart.latest else {
          return [panel.title, "", "", panel.problem, "", "", ""]
        }
        func text(_ number: Double?) -> String { number.map(plot.number) ?? "" }
        return [
          panel.title, plot.labels[last.index], text(last.value), panel.word, text(last.centre),
          text(last.lower), text(last.upper),
        ]
      })
  }

  private func draw(
    _ panel: MultiplesPanel, left: Int, top: Int, columns: Int, rows: Int, _ scale: AxisScale
  ) -> [String] {
    guard let plot = panel.plot else {
      return [
        "<text x=\"\(left)\" y=\"\(top + 14)\" fill=\"#4a4a4a\">"
          + "\(SVGText.escaped(panel.problem))</text>"
      ]
    }
    let ladder = plot.ladder(rows: rows, scale: scale)
    let step = Double(columns) / Double(max(1, length))
    func x(_ index: Int) -> Double {
      Double(left) + (Double(place(of: index, in: panel)) + 0.5) * step
    }
    var lines = [
      "<path d=\"M\(left) \(top)V\(top + rows)H\(left + columns)\" fill=\"none\" "
        + "stroke=\"#d5d5d5\"/>"
    ]
    let kinds: [(rung: (RowLadder.Rungs) -> Int?, look: String)] = [
      ({ $0.upper }, "#6b6b6b\" stroke-dasharray=\"4 3"),
      ({ $0.lower }, "#6b6b6b\" stroke-dasharray=\"4 3"), ({ $0.centre }, "#1a1a1a"),
    ]
    for kind in kinds {
      var path = ""
      var last: (row: Int, phase: Int, index: Int)?
      for point in plot.chart.points {
        guard let row = kind.rung(plot.rungs(at: point, ladder)) else { continue }
        if last?.phase == point.phase, last?.index == point.index - 1 {
          if last?.row != row { path += "V\(top + row)" }
        } else {
          path += "M\(SVGText.number(x(point.index) - step / 2)) \(top + row)"
        }
        path += "H\(SVGText.number(x(point.index) + step / 2))"
        last = (row, point.phase, point.index)
      }
      if !path.isEmpty {
        lines.append("<path d=\"\(path)\" fill=\"none\" stroke=\"\(kind.look)\"/>")
      }
    }
    for point in plot.chart.points {
      guard let value = point.value, let row = plot.row(of: point, ladder) else { continue }
      lines.append(
        plot.marks[point.index].svg(
          x: SVGText.number(x(point.index)), y: top + row,
          tip: "\(panel.title), \(plot.labels[point.index]): \(plot.number(value))"))
    }
    return lines
  }
}
