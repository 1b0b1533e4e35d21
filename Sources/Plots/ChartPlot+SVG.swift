import Cells
import ControlCharts

extension ChartPlot {
  /// The drawing as an SVG picture that stands alone: no font, script or style from elsewhere.
  ///
  /// All points are shown. Meaning is carried by shape and repeated by colours that people with any
  /// colour vision tell apart. `title` and the caption are its text for screen readers; the numbers
  /// themselves are in `table`.
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
    self.identifier = String(
      identifier.unicodeScalars.filter {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || $0 == "-"
      })
    // A row of the ladder is a pixel here, so that no verdict is lost to rounding either.
    ladder = plot.ladder(rows: self.height - top - bottom)
  }

  var text: String {
    let points = plot.chart.points
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\" role=\"img\" "
        + "aria-labelledby=\"\(identifier)-title \(identifier)-desc\" "
        + "font-family=\"sans-serif\" font-size=\"11\">",
      "<title id=\"\(identifier)-title\">\(escaped(title))</title>",
      "<desc id=\"\(identifier)-desc\">\(escaped(plot.caption.joined(separator: " ")))</desc>",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>",
      "<text x=\"\(left)\" y=\"16\" font-size=\"13\" fill=\"#1a1a1a\">\(escaped(title))</text>",
    ]
    lines += axis()
    lines += steps(\.upper, { $0.upper }, "#6b6b6b", dashed: true)
    lines += steps(\.lower, { $0.lower }, "#6b6b6b", dashed: true)
    lines += steps(\.centre, { $0.centre }, "#1a1a1a", dashed: false)
    lines += target()
    lines += breaks()
    lines += connectors()
    lines += points.flatMap { marker($0) }
    lines += labels()
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private var plotWidth: Int { width - left - right }

  /// The place of a point, in pixels with two decimals.
  private func x(_ index: Int) -> Double {
    let count = max(1, plot.chart.points.count)
    return Double(left) + (Double(index) + 0.5) * Double(plotWidth) / Double(count)
  }

  private func text(_ number: Double) -> String { NumberText.trimmed(number, places: 2) }

  private func axis() -> [String] {
    var lines = [
      "<path d=\"M\(left) \(top)V\(height - bottom)H\(left + plotWidth)\" fill=\"none\" "
        + "stroke=\"#6b6b6b\"/>"
    ]
    for tick in ladder.scale.ticks {
      let y = top + ladder.scale.row(of: tick, rows: ladder.rows)
      lines.append(
        "<text x=\"\(left - 6)\" y=\"\(y + 4)\" text-anchor=\"end\" fill=\"#4a4a4a\">"
          + "\(escaped(ladder.scale.text(tick)))</text>")
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
          + "\(name(of: value)) \(escaped(plot.number(number)))</text>")
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
        + "target \(escaped(plot.number(target)))</text>"
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
        "<text x=\"\(place)\" y=\"\(y)\" dx=\"3\" fill=\"#4a4a4a\">\(escaped(note.text))</text>")
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
    let mark = plot.marks[point.index]
    let colour = SVGDrawing.colour(mark.role)
    let isHollow = mark.isProvisional || mark.shape == .excluded
    let fill = isHollow ? "#ffffff" : colour
    let dashes = mark.isProvisional ? " stroke-dasharray=\"2 1\"" : ""
    let look = "fill=\"\(fill)\" stroke=\"\(colour)\"\(dashes)"
    let place = text(x(point.index))
    let y = top + row
    let tip = "<title>\(escaped("\(plot.labels[point.index]): \(plot.number(value))"))</title>"
    switch mark.shape {
    case .common, .excluded:
      return ["<circle cx=\"\(place)\" cy=\"\(y)\" r=\"3.5\" \(look)>\(tip)</circle>"]
    case .beyondLimit:
      return ["<path d=\"M\(place) \(y)m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z\" \(look)>\(tip)</path>"]
    case .pattern:
      return ["<path d=\"M\(place) \(y)m-3.5 -3.5h7v7h-7z\" \(look)>\(tip)</path>"]
    }
  }

  private func labels() -> [String] {
    let count = max(1, plot.chart.points.count)
    let every = max(1, (count * 70 + plotWidth - 1) / max(1, plotWidth))
    return plot.labels.indices.filter { $0.isMultiple(of: every) }.map { index in
      "<text x=\"\(text(x(index)))\" y=\"\(height - bottom + 14)\" text-anchor=\"middle\" "
        + "fill=\"#4a4a4a\">\(escaped(plot.labels[index]))</text>"
    }
  }

  /// Blue for improvement, orange for concern, purple for a change that is neither.
  private static func colour(_ role: Role) -> String {
    switch role {
    case .chartImprovement: "#0b5fa5"
    case .chartConcern: "#b8500a"
    case .chartNeutral: "#6a3d9a"
    case .chartExcluded: "#8a8a8a"
    default: "#3a3a3a"
    }
  }

  /// Text that can stand in XML: markup spelt out, what XML forbids replaced.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      default:
        let isForbidden =
          scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || scalar.value & 0xFFFE == 0xFFFE
        result.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }
}
