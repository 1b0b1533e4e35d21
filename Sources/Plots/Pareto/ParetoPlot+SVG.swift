import ControlCharts

extension ParetoPlot {
  /// The drawing as an SVG picture that stands alone, with the numbers as a table for readers.
  ///
  /// Bars and the line of what they make up together share one scale, percent of the total.
  ///
  /// - Parameters:
  ///   - width: in pixels, 260…10,000.
  ///   - height: in pixels, 120…10,000; more where the categories need it, up to 100,000.
  ///   - identifier: begins the ids within, so that several pictures can share a page.
  public func svg(width: Int, height: Int, title: String, identifier: String = "pareto") -> String {
    let width = min(max(width, 260), 10_000)
    let (left, right, top, bottom) = (width / 4, 60, 44, 20)
    let shown = chart.bars.prefix(6_000)
    let least = top + bottom + 16 * shown.count
    let height = max(min(max(height, 120), 10_000), least)
    let columns = width - left - right
    let step = Double(height - top - bottom) / Double(max(1, shown.count))
    func x(_ share: Double) -> String { SVGText.number(Double(left) + share * Double(columns)) }
    var lines: [String] = []
    for percent in [0, 20, 40, 60, 80, 100] {
      let place = x(Double(percent) / 100)
      let isMost = Double(percent) / 100 == ParetoChart.most
      lines.append(
        "<path d=\"M\(place) \(top)V\(height - bottom)\" stroke=\"\(isMost ? "#5b3a8c" : "#d5d5d5")\""
          + "\(isMost ? " stroke-dasharray=\"1 4\"" : "")/>")
      lines.append(
        "<text x=\"\(place)\" y=\"\(top - 6)\" text-anchor=\"middle\" fill=\"#4a4a4a\">"
          + "\(percent) %</text>")
    }
    var path = ""
    var dots: [String] = []
    for (index, bar) in shown.enumerated() {
      let y = Double(top) + (Double(index) + 0.15) * step
      let middle = SVGText.number(Double(top) + (Double(index) + 0.5) * step)
      let isVital = index < chart.vitalFew
      lines.append(
        "<text x=\"\(left - 6)\" y=\"\(middle)\" dy=\"4\" text-anchor=\"end\" fill=\"#1a1a1a\">"
          + "\(SVGText.escaped(bar.category.isEmpty ? "(no name)" : bar.category))</text>")
      lines.append(
        "<rect x=\"\(left)\" y=\"\(SVGText.number(y))\" "
          + "width=\"\(SVGText.number(bar.share * Double(columns)))\" "
          + "height=\"\(SVGText.number(step * 0.7))\" fill=\"\(isVital ? "#3a3a3a" : "#a5a5a5")\">"
          + "<title>\(SVGText.escaped(bar.category)): \(SVGText.escaped(NumberText.short(bar.count)))"
          + "</title></rect>")
      lines.append(
        "<text x=\"\(x(bar.share))\" y=\"\(middle)\" dx=\"4\" dy=\"4\" fill=\"#4a4a4a\">"
          + "\(SVGText.escaped(NumberText.short(bar.count)))</text>")
      path += "\(path.isEmpty ? "M" : "L")\(x(bar.cumulative)) \(middle)"
      dots.append(
        "<circle cx=\"\(x(bar.cumulative))\" cy=\"\(middle)\" r=\"3\" fill=\"#0b5fa5\">"
          + "<title>together \(percent(bar.cumulative)) %</title></circle>")
    }
    if chart.total > 0 {
      lines.append("<path d=\"\(path)\" fill=\"none\" stroke=\"#0b5fa5\"/>")
      lines += dots
    }
    if shown.count < chart.bars.count {
      lines.append(
        "<text x=\"\(left)\" y=\"\(height - 6)\" fill=\"#4a4a4a\">"
          + "\(shown.count) of \(chart.bars.count) categories</text>")
    }
    return SVGPage(
      width: width, height: height, title: title, description: caption, identifier: identifier,
      table: table
    ).text(around: lines)
  }
}
