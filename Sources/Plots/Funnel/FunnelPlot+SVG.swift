import ControlCharts

extension FunnelPlot {
  /// The drawing as an SVG picture that stands alone, with the numbers as a table for readers.
  ///
  /// - Parameters:
  ///   - width: in pixels, 260…10,000.
  ///   - height: in pixels, 120…10,000.
  ///   - identifier: begins the ids within, so that several pictures can share a page.
  public func svg(width: Int, height: Int, title: String, identifier: String = "funnel") -> String {
    let (width, height) = (min(max(width, 260), 10_000), min(max(height, 120), 10_000))
    let (left, right, top, bottom) = (56, 120, 28, 44)
    let (columns, rows) = (width - left - right, height - top - bottom)
    // A cell of the geometry is a pixel here, so that no verdict is lost to rounding either.
    let geometry = FunnelGeometry(chart, columns: columns, rows: rows)
    var lines = [
      "<path d=\"M\(left) \(top)V\(top + rows)H\(left + columns)\" fill=\"none\" "
        + "stroke=\"#6b6b6b\"/>"
    ]
    for tick in geometry.ladder.scale.ticks {
      let y = top + geometry.ladder.scale.row(of: tick, rows: rows)
      lines.append(
        "<text x=\"\(left - 6)\" y=\"\(y + 4)\" text-anchor=\"end\" fill=\"#4a4a4a\">"
          + "\(SVGText.escaped(geometry.ladder.scale.text(tick)))</text>")
    }
    for tick in geometry.scale.ticks {
      let x = left + geometry.scale.column(of: tick, columns: columns)
      lines.append(
        "<text x=\"\(x)\" y=\"\(top + rows + 14)\" text-anchor=\"middle\" fill=\"#4a4a4a\">"
          + "\(SVGText.escaped(geometry.scale.text(tick)))</text>")
    }
    lines.append(
      "<text x=\"\(left + columns)\" y=\"\(top + rows + 30)\" text-anchor=\"end\" "
        + "fill=\"#4a4a4a\">\(SVGText.escaped(denominatorName))</text>")
    lines += line(geometry, { $0.upper }, "#6b6b6b\" stroke-dasharray=\"5 4", left, top)
    lines += line(geometry, { $0.lower }, "#6b6b6b\" stroke-dasharray=\"5 4", left, top)
    lines += line(geometry, { $0.centre }, "#1a1a1a", left, top)
    if let centre = chart.centre, let row = geometry.rungs(at: columns - 1).centre {
      lines.append(
        "<text x=\"\(left + columns + 6)\" y=\"\(top + row + 4)\" fill=\"#4a4a4a\">"
          + "centre \(SVGText.escaped(number(centre)))</text>")
    }
    for index in order {
      let point = chart.points[index]
      let column = geometry.column(of: point)
      guard let row = geometry.row(of: point, at: column) else { continue }
      lines.append(mark(point).svg(x: "\(left + column)", y: top + row, tip: words(at: index)))
      guard point.beyondLimit != nil else { continue }
      let isRight = column * 3 < columns * 2
      lines.append(
        "<text x=\"\(left + column + (isRight ? 8 : -8))\" y=\"\(top + row + 4)\" "
          + "text-anchor=\"\(isRight ? "start" : "end")\" fill=\"#1a1a1a\">"
          + "\(SVGText.escaped(point.name))</text>")
    }
    return SVGPage(
      width: width, height: height, title: title, description: caption, identifier: identifier,
      table: table
    ).text(around: lines)
  }

  /// A line as steps from pixel to pixel; it breaks where it can't be drawn.
  private func line(
    _ geometry: FunnelGeometry, _ rung: (RowLadder.Rungs) -> Int?, _ stroke: String, _ left: Int,
    _ top: Int
  ) -> [String] {
    var path = ""
    var last: Int?
    for column in 0..<geometry.columns {
      let row = rung(geometry.rungs(at: column))
      if let row {
        if last == nil {
          path += "M\(left + column) \(top + row)"
        } else if row != last || column == geometry.columns - 1 {
          path += "L\(left + column) \(top + row)"
        }
      }
      last = row
    }
    return path.isEmpty
      ? [] : ["<path d=\"\(path)\" fill=\"none\" stroke=\"\(stroke)\"/>"]
  }
}
