import Cells
import ControlCharts

extension ChartPlot {
  /// The drawing as an SVG picture that stands alone: no font, script or style from elsewhere.
  ///
  /// All points are shown. Meaning is carried by shape and repeated by colours that people with any
  /// colour vision tell apart. For screen readers it has `title`, the caption and the numbers as a
  /// table.
  ///
  /// - Parameters:
  ///   - width: in pixels, 260…10,000.
  ///   - height: in pixels, 120…10,000.
  ///   - identifier: begins the ids within, so that several pictures can share a page.
  public func svg(width: Int, height: Int, title: String, identifier: String = "chart") -> String {
    SVGDrawing(self, width: width, height: height, title: title, identifier: identifier).text
  }
}

/// Lays out and writes one picture.
private struct SVGDrawing {
  private let plot: ChartPlot
  private let width: Int
  private let height: Int
  private let ladder: RowLadder
  private let left = 56
  private let right = 120
  private let top = 28
  private let bottom = 44
  private let title: String
  private let identifier: String

  init(_ plot: ChartPlot, width: Int, height: Int, title: String, identifier: String) {
    self.plot = plot
    self.width = min(max(width, 260), 10_000)
    self.height = min(max(height, 120), 10_000)
    self.title = title
    self.identifier = identifier
    // A row of the ladder is a pixel here, so that no verdict is lost to rounding either.
    ladder = plot.ladder(rows: self.height - top - bottom)
  }

  var text: String {
    let points = plot.chart.points
    var lines: [String] = []
    lines += axis()
    lines += steps(\.upper, { $0.upper }, "#6b6b6b", dashed: true)
    lines += steps(\.lower, { $0.lower }, "#6b6b6b", dashed: true)
    lines += steps(\.centre, { $0.centre }, "#1a1a1a", dashed: false)
    lines += target()
    lines += breaks()
    lines += connectors()
    lines += points.flatMap { marker($0) }
    lines += labels()
    return SVGPage(
      width: width, height: height, title: title, description: plot.caption,
      identifier: identifier, table: plot.table
    ).text(around: lines)
  }

  private var plotWidth: Int { width - left - right }

  /// The place of a point, in pixels with two decimals.
  private func x(_ index: Int) -> Double {
    let count = max(1, plot.chart.points.count)
    return Double(left) + (Double(index) + 0.5) * Double(plotWidth) / Double(count)
  }

  private func text(_ number: Double) -> String { SVGText.number(number) }

  private func axis() -> [String] {
    var lines = [
      "<path d=\"M\(left) \(top)V\(height - bottom)H\(left + plotWidth)\" fill=\"none\" "
        + "stroke=\"#6b6b6b\"/>"
    ]
    for tick in ladder.scale.ticks {
      let y = top + ladder.scale.row(of: tick, rows: ladder.rows)
      lines.append(
        "<text x=\"\(left - 6)\" y=\"\(y + 4)\" text-anchor=\"end\" fill=\"#4a4a4a\">"
          + "\(SVGText.escaped(ladder.scale.text(tick)))</text>")
    }
    return lines
  }

  /// A line as steps, one for each point; it breaks where a phase begins or the line is missing.
  private func steps(
    _ value: KeyPath<ChartPoint, Double?>, _ rung: (RowLadder.Rungs) -> Int?, _ colour: String,
    dashed: Bool
  ) -> [String] {
    var path = ""
    var lastRow: Int?
    var lastPhase: Int?
    let half = Double(plotWidth) / Double(max(1, plot.chart.points.count)) / 2
    for point in plot.chart.points {
      guard let row = rung(plot.rungs(at: point, ladder)) else {
        lastRow = nil
        continue
      }
      if lastRow == nil || lastPhase != point.phase {
        path += "M\(text(x(point.index) - half)) \(top + row)"
      } else if lastRow != row {
        path += "V\(top + row)"
      }
      path += "H\(text(x(point.index) + half))"
      lastRow = row
      lastPhase = point.phase
    }
    guard !path.isEmpty else { return [] }
    let dashes = dashed ? " stroke-dasharray=\"5 4\"" : ""
    var lines = ["<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\"\(dashes)/>"]
    if let last = plot.chart.points.last(where: { $0[keyPath: value] != nil }),
      let number = last[keyPath: value], let row = rung(plot.rungs(at: last, ladder))
    {
      lines.append(
        "<text x=\"\(left + plotWidth + 6)\" y=\"\(top + row + 4)\" fill=\"#4a4a4a\">"
          + "\(name(of: value)) \(SVGText.escaped(plot.number(number)))</text>")
    }
    return lines
  }

  private func name(of line: KeyPath<ChartPoint, Double?>) -> String {
    line == \.upper ? "upper" : (line == \.lower ? "lower" : "centre")
  }

  private func target() -> [String] {
    guard let target = plot.chart.options.target else { return [] }
    let rows = plot.targetRows(ladder)
    let half = Double(plotWidth) / Double(max(1, plot.chart.points.count)) / 2
    var path = ""
    for (number, phase) in plot.chart.phases.enumerated() {
      guard let row = rows[number], number == 0 || rows[number - 1] != row else { continue }
      let end = rows[number...].firstIndex { $0 != row } ?? rows.count
      let start = number == 0 ? "\(left)" : text(x(phase.range.lowerBound) - half)
      let stop =
        end == rows.count
        ? "\(left + plotWidth)" : text(x(plot.chart.phases[end].range.lowerBound) - half)
      path += "M\(start) \(top + row)H\(stop)"
    }
    guard !path.isEmpty else { return [] }
    let lines = ["<path d=\"\(path)\" stroke=\"#5b3a8c\" stroke-dasharray=\"1 4\"/>"]
    guard let row = rows.last ?? nil else { return lines }
    return lines + [
      "<text x=\"\(left + plotWidth + 6)\" y=\"\(top + row + 4)\" fill=\"#5b3a8c\">"
        + "target \(SVGText.escaped(plot.number(target)))</text>"
    ]
  }

  private func breaks() -> [String] {
    let half = Double(plotWidth) / Double(max(1, plot.chart.points.count)) / 2
    var lines: [String] = []
    for (number, phase) in plot.chart.phases.enumerated().dropFirst() {
      let place = text(x(phase.range.lowerBound) - half)
      lines.append(
        "<path d=\"M\(place) \(top)V\(height - bottom)\" stroke=\"#6b6b6b\" "
          + "stroke-dasharray=\"2 2\"/>")
      lines.append(
        "<text x=\"\(place)\" y=\"\(top - 3)\" fill=\"#4a4a4a\">phase \(number + 1)</text>")
    }
    for note in plot.annotations {
      let y = height - bottom + 28
      let place = text(x(note.position) - (note.isLine ? half : 0))
      if note.isLine {
        lines.append("<path d=\"M\(place) \(top)V\(y)\" stroke=\"#8a8a8a\"/>")
      } else {
        lines.append("<path d=\"M\(place) \(height - bottom)v5\" stroke=\"#1a1a1a\"/>")
      }
      lines.append(
        "<text x=\"\(place)\" y=\"\(y)\" dx=\"3\" fill=\"#4a4a4a\">"
          + "\(SVGText.escaped(note.note == nil ? note.text : ChartPlot.noteSign))"
          + "<title>\(SVGText.escaped(note.words))</title></text>"
      )
    }
    return lines
  }

  private func connectors() -> [String] {
    var path = ""
    var before: ChartPoint?
    for point in plot.chart.points {
      guard !point.isExcluded, let row = plot.row(of: point, ladder) else {
        before = nil
        continue
      }
      path += before?.phase == point.phase ? "L" : "M"
      path += "\(text(x(point.index))) \(top + row)"
      before = point
    }
    return path.isEmpty ? [] : ["<path d=\"\(path)\" fill=\"none\" stroke=\"#b5b5b5\"/>"]
  }

  private func marker(_ point: ChartPoint) -> [String] {
    guard let value = point.value, let row = plot.row(of: point, ladder) else { return [] }
    return [
      plot.marks[point.index].svg(
        x: text(x(point.index)), y: top + row,
        tip: "\(plot.labels[point.index]): \(plot.number(value))")
    ]
  }

  private func labels() -> [String] {
    let count = max(1, plot.chart.points.count)
    let every = max(1, (count * 70 + plotWidth - 1) / max(1, plotWidth))
    return plot.labels.indices.filter { $0.isMultiple(of: every) }.map { index in
      "<text x=\"\(text(x(index)))\" y=\"\(height - bottom + 14)\" text-anchor=\"middle\" "
        + "fill=\"#4a4a4a\">\(SVGText.escaped(plot.labels[index]))</text>"
    }
  }
}
