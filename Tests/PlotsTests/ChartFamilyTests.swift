import Cells
import ControlCharts
import TestSupport
import Testing

@testable import Plots

@Suite("Every type of chart")
struct ChartFamilyTests {
  @Test("each looks as recorded, in both kinds of signs", arguments: ChartType.allCases)
  func golden(_ type: ChartType) throws {
    let plot = try ChartFamilies.plot(type)
    let unicode = plot.text(columns: 78, rows: 18)
    let ascii = plot.text(columns: 78, rows: 18, glyphs: .ascii)
    expectGolden("\(unicode)\n\n\(ascii)", named: "family-\(type.rawValue)")
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("each picture is as recorded", arguments: [ChartType.run, .p, .xbar, .t])
  func picture(_ type: ChartType) throws {
    expectGolden(
      try ChartFamilies.plot(type).svg(width: 700, height: 300, title: type.title),
      named: "family-\(type.rawValue)-svg")
  }

  /// Every height, and widths at which parts come and go.
  @Test("markers keep their side of every line at every height", arguments: ChartType.allCases)
  func everyHeight(_ type: ChartType) throws {
    let plot = try ChartFamilies.plot(type)
    for rows in 6...80 {
      let ladder = plot.ladder(rows: rows)
      for columns in [20, 31, 80, 300] {
        var grid = Grid(Size(columns: columns, rows: rows))
        plot.draw(into: &grid, rect: grid.bounds)
        #expect(markers(in: grid) > 0, "\(columns)×\(rows)")
      }
      let wrong = plot.chart.points.filter { !isTrue($0, plot, ladder) }
      #expect(wrong.isEmpty, "\(rows) rows: points \(wrong.map { $0.index + 1 })")
    }
  }

  /// Values one unit in the last place and a few beside the limits and the centre line, and on them.
  @Test("a last bit decides the row as it decides the verdict, at every height")
  func lastBits() throws {
    var values: [Double] = []
    for line in [7.0, 10, 13] {
      for bits in [-40, -5, -4, -1, 0, 1, 4, 5, 40] {
        values.append(line + Double(bits) * line.ulp)
      }
    }
    for multiplier in [1.0, 0.1, 1000, 1e-9] {
      let chart = try ControlChart(
        values.enumerated().map { Observation(x: "\($0)", value: $1) },
        ChartOptions(type: .i, givenCentre: 10, givenSigma: 1, multiplier: multiplier))
      let plot = ChartPlot(chart: chart)
      for rows in 6...80 {
        let ladder = plot.ladder(rows: rows)
        let wrong = chart.points.filter { !isTrue($0, plot, ladder) }
        #expect(wrong.isEmpty, "\(rows) rows, times \(multiplier)")
      }
    }
  }

  private func isTrue(_ point: ChartPoint, _ plot: ChartPlot, _ ladder: RowLadder) -> Bool {
    guard let row = plot.row(of: point, ladder) else { return point.isMissing }
    let rungs = plot.rungs(at: point, ladder)
    guard (0..<ladder.rows).contains(row) else { return false }
    if let centre = rungs.centre {
      let side: Placement = row < centre ? .above : (row > centre ? .below : .on)
      if side != point.side { return false }
    }
    if let upper = rungs.upper, (row < upper) != (point.beyondLimit == .high) { return false }
    if let lower = rungs.lower, (row > lower) != (point.beyondLimit == .low) { return false }
    return true
  }

  private func markers(in grid: Grid) -> Int {
    let signs: Set<String> = ["●", "◦", "◆", "◇", "■", "□", "○"]
    return grid.text.count { signs.contains(String($0)) }
  }
}
