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

  /// The drawing as an SVG picture for a page, which shows title and numbers itself.
  ///
  /// To a screen reader it is one image with the title as its name and the caption as what it
  /// shows; `table` has the numbers.
  ///
  /// - Parameter identifier: begins the ids within; another one for each picture of the page.
  public func figure(width: Int, height: Int, title: String, identifier: String) -> String {
    var drawing = SVGDrawing(
      self, width: width, height: height, title: title, identifier: identifier)
    drawing.setting = .inPage
    return drawing.text
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
  private let bottom = 52
  /// How wide a letter is taken for at the drawing's size of type, in pixels.
  private static let letterWidth = 6
  private let title: String
  private let identifier: String
  var setting = SVGSetting.alone

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
    lines += rightLabels()
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
      identifier: identifier, table: plot.table, setting: setting
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
    return ["<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\"\(dashes)/>"]
  }

  /// The last values of the lines and the target, right of the drawing and none on another.
  private func rightLabels() -> [String] {
    var labels: [(row: Int, words: String, colour: String)] = []
    let lines: [(KeyPath<ChartPoint, Double?>, (RowLadder.Rungs) -> Int?)] = [
      (\.upper, { $0.upper }), (\.centre, { $0.centre }), (\.lower, { $0.lower }),
    ]
    for (value, rung) in lines {
      guard let last = plot.chart.points.last(where: { $0[keyPath: value] != nil }),
        let number = last[keyPath: value], let row = rung(plot.rungs(at: last, ladder))
      else { continue }
      labels.append((row, "\(name(of: value)) \(plot.number(number))", "#4a4a4a"))
    }
    if let target = plot.chart.options.target, let row = plot.targetRows(ladder).last ?? nil {
      labels.append((row, "target \(plot.number(target))", "#5b3a8c"))
    }
    labels.sort { $0.row < $1.row }
    let apart = 11
    for index in labels.indices.dropFirst() {
      labels[index].row = max(labels[index].row, labels[index - 1].row + apart)
    }
    // What was pushed out at the bottom moves up, and what is above it with it.
    var lowest = ladder.rows
    for index in labels.indices.reversed() {
      labels[index].row = min(labels[index].row, lowest)
      lowest = labels[index].row - apart
    }
    return labels.map { label in
      "<text x=\"\(left + plotWidth + 6)\" y=\"\(top + label.row + 4)\" fill=\"\(label.colour)\">"
        + "\(SVGText.escaped(label.words))</text>"
    }
  }

  private func name(of line: KeyPath<ChartPoint, Double?>) -> String {
    line == \.upper ? "upper" : (line == \.lower ? "lower" : "centre")
  }

  private func target() -> [String] {
    guard plot.chart.options.target != nil else { return [] }
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
    return ["<path d=\"\(path)\" stroke=\"#5b3a8c\" stroke-dasharray=\"1 4\"/>"]
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
    return lines + ticks() + implementations()
  }

  /// The tests and notes in a row of their own below the axis. What would be written over the mark
  /// before it is left to the tick, its tooltip and the table.
  private func ticks() -> [String] {
    var lines: [String] = []
    var end = 0.0
    for note in plot.annotations where !note.isLine {
      let place = x(note.position)
      lines.append("<path d=\"M\(text(place)) \(height - bottom)v5\" stroke=\"#1a1a1a\"/>")
      let sign = note.note == nil ? note.text : ChartPlot.noteSign
      let half = Double(TextWidth.of(sign) * Self.letterWidth) / 2
      let isFree = place - half >= end
      if isFree { end = place + half + 3 }
      lines.append(
        "<text x=\"\(text(place))\" y=\"\(height - bottom + 28)\" text-anchor=\"middle\" "
          + "fill=\"#4a4a4a\">\(isFree ? SVGText.escaped(sign) : "")"
          + "<title>\(SVGText.escaped(note.words))</title></text>")
    }
    return lines
  }

  /// The changes that were implemented, each a line with its name as far as there is room to the
  /// next one's.
  private func implementations() -> [String] {
    let half = Double(plotWidth) / Double(max(1, plot.chart.points.count)) / 2
    let marks = plot.annotations.filter(\.isLine)
    let y = height - bottom + 42
    var lines: [String] = []
    for (index, mark) in marks.enumerated() {
      let place = x(mark.position) - half
      let next =
        index + 1 < marks.count ? x(marks[index + 1].position) - half : Double(width)
      let room = Int((next - place - 8) / Double(Self.letterWidth))
      let name = TextWidth.clamped(mark.text, to: max(0, room), glyphs: .unicode)
      lines.append("<path d=\"M\(text(place)) \(top)V\(y)\" stroke=\"#8a8a8a\"/>")
      lines.append(
        "<text x=\"\(text(place))\" y=\"\(y)\" dx=\"3\" fill=\"#4a4a4a\">"
          + "\(SVGText.escaped(name))<title>\(SVGText.escaped(mark.words))</title></text>")
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
