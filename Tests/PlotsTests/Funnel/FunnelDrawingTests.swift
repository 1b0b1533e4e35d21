import Cells
import ControlCharts
import TestSupport
import Testing

@testable import Plots

@Suite("Funnel drawings")
struct FunnelDrawingTests {
  @Test(
    "drawings look as recorded", arguments: [(100, 24), (80, 18), (40, 12), (20, 6)],
    [Glyphs.unicode, .ascii])
  func golden(_ size: (Int, Int), _ glyphs: Glyphs) throws {
    let plot = FunnelSamples.plot(try FunnelSamples.sites())
    expectGolden(
      plot.text(columns: size.0, rows: size.1, glyphs: glyphs),
      named: "funnel-\(size.0)x\(size.1)-\(glyphs.rawValue)")
  }

  @Test("the picture is as recorded")
  func picture() throws {
    let plot = FunnelSamples.plot(try FunnelSamples.sites())
    expectGolden(plot.svg(width: 800, height: 360, title: "Wound infections"), named: "funnel-svg")
  }

  @Test("a cursor names the site it is at, from the smallest to the largest")
  func cursor() throws {
    let plot = FunnelSamples.plot(try FunnelSamples.sites())
    #expect(plot.order.first == 3 && plot.order.last == 13 && !plot.order.contains(6))
    for index in plot.order {
      let text = plot.text(columns: 80, rows: 18, cursor: index)
      #expect(text.contains("▴") && text.contains(plot.chart.points[index].name))
    }
  }

  @Test("every marker is true against the lines of its column, at every size", arguments: 0..<12)
  func sides(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let chart = try FunnelSamples.random(&generator)
    let plot = FunnelPlot(chart: chart)
    for rows in 6...80 {
      for columns in [20, 33, 60, 80, 120, 300] {
        let layout = FunnelLayout(
          Rect(Size(columns: columns, rows: rows)), plot, cursor: nil, glyphs: .unicode)
        #expect(layout.places.count <= plot.order.count)
        let wrong = layout.places.filter { !isTrue($1, chart.points[$0], layout) }
        #expect(wrong.isEmpty, "\(columns)×\(rows), seed \(seed)")
      }
    }
  }

  /// Whether a marker is in the drawing and on its side of every line of its column.
  private func isTrue(
    _ place: FunnelLayout.Place, _ point: FunnelPoint, _ layout: FunnelLayout
  ) -> Bool {
    let rungs = layout.geometry.rungs(at: place.column)
    guard (0..<layout.plot.columns).contains(place.column),
      (0..<layout.plot.rows).contains(place.row)
    else { return false }
    if let centre = rungs.centre {
      let side: Placement =
        place.row < centre ? .above : (place.row > centre ? .below : .on)
      if side != point.side { return false }
    }
    if let upper = rungs.upper, (place.row < upper) != (point.beyondLimit == .high) { return false }
    if let lower = rungs.lower, (place.row > lower) != (point.beyondLimit == .low) { return false }
    return true
  }

  @Test("a value on its limit is within it, and one event more is outside, at every size")
  func onLimit() throws {
    // Around a half the limits of 36 are a quarter and three quarters: 9 and 27.
    for (events, beyond) in [(27.0, nil), (28, Direction.high)] {
      let chart = try FunnelChart(
        [
          FunnelEntry(name: "a", numerator: events, denominator: 36),
          FunnelEntry(name: "b", numerator: 36 - events, denominator: 36),
        ], kind: .proportion)
      #expect(chart.points[0].beyondLimit == beyond)
      let plot = FunnelPlot(chart: chart)
      for rows in 6...80 {
        let layout = FunnelLayout(
          Rect(Size(columns: 60, rows: rows)), plot, cursor: nil, glyphs: .unicode)
        let place = try #require(layout.places[0])
        guard let upper = layout.geometry.rungs(at: place.column).upper else { continue }
        #expect((place.row < upper) == (beyond == .high))
      }
    }
  }

  @Test("nothing traps, no number is none, and nothing is drawn outside, from nothing up")
  func sizes() throws {
    let extremes = [
      try FunnelSamples.sites(),
      try FunnelChart(
        [FunnelEntry(name: "漢字\u{1B}[31m", numerator: 0, denominator: 0)], kind: .rate),
      try FunnelChart(
        [
          FunnelEntry(name: "a", numerator: 1e100, denominator: 1e-100),
          FunnelEntry(name: "b", numerator: .leastNonzeroMagnitude, denominator: 1e100),
          FunnelEntry(name: "c", numerator: 3, denominator: .leastNonzeroMagnitude),
        ], kind: .rate, multiplier: 1e12),
      try FunnelChart([FunnelEntry(name: "a", numerator: 5, denominator: 5)], kind: .proportion),
    ]
    for chart in extremes {
      let plot = FunnelSamples.plot(chart)
      for columns in [0, 1, 2, 8, 16, 24, 41, 130] {
        for rows in 0...14 {
          for cursor in [nil, 0, 2, 99] {
            var grid = Grid(Size(columns: columns + 2, rows: rows + 2))
            plot.draw(
              into: &grid, rect: Rect(column: 1, row: 1, columns: columns, rows: rows),
              cursor: cursor)
            #expect(!grid.text.contains("nan") && !grid.text.contains("inf "))
            for row in 0..<grid.size.rows {
              #expect(grid[0, row] == .blank && grid[columns + 1, row] == .blank)
            }
          }
        }
      }
      for size in [(0, 0), (400, 200), (900, 360)] {
        let svg = plot.svg(width: size.0, height: size.1, title: "A <b>")
        #expect(!svg.contains("nan") && !svg.contains("inf\"") && !svg.contains("<b>"))
      }
    }
  }

  @Test("markers in one place move aside, and those that can't are counted")
  func crowd() throws {
    let alike = try FunnelChart(
      (0..<12).map { FunnelEntry(name: "S\($0)", numerator: 10, denominator: 100) },
      kind: .proportion)
    let text = FunnelPlot(chart: alike, caption: ["Finding."]).text(columns: 60, rows: 20)
    #expect(text.filter { $0 == "●" }.count == 7)
    #expect(text.contains("5 stand behind other markers."))
  }
}
