import Cells
import ControlCharts
import TestSupport
import Testing

@testable import Plots

@Suite("Rounding never changes a verdict")
struct PlacementTests {
  /// Values at the lines of a chart with centre 10 and limits 7 and 13, and a few last bits beside
  /// them.
  private static func nearLines(_ generator: inout SeededGenerator) -> Double {
    let line: Double = [7.0, 10, 13].randomElement(using: &generator) ?? 10
    let bits: Int = [-40, -5, -1, 0, 1, 5, 40].randomElement(using: &generator) ?? 0
    return line + Double(bits) * line.ulp
  }

  private static func chart(_ generator: inout SeededGenerator) throws -> ControlChart {
    let count = Int.random(in: 1...60, using: &generator)
    let observations = (0..<count).map { index in
      let value: Double? =
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: nil
        case 1, 2, 3: nearLines(&generator)
        case 4: Double.random(in: 12.5...13.5, using: &generator)
        case 5: Double.random(in: -30...50, using: &generator)
        default: Double.random(in: 6...14, using: &generator)
        }
      return Observation(
        x: "\(index)", value: value, isExcluded: Int.random(in: 0..<9, using: &generator) == 0,
        isProvisional: Int.random(in: 0..<9, using: &generator) == 0)
    }
    let multiplier: Double = [1, 1000, 0.1].randomElement(using: &generator) ?? 1
    let isGiven = Bool.random(using: &generator)
    return try ControlChart(
      observations,
      ChartOptions(
        type: .i, phaseStarts: count > 20 ? [count / 2] : [],
        target: Bool.random(using: &generator) ? 13.000001 : nil,
        givenCentre: isGiven ? 10 : nil, givenSigma: isGiven ? 1 : nil,
        multiplier: multiplier))
  }

  /// Sizes from the smallest window to a wall, the edges always among them.
  private static let sizes: [(Int, Int)] = {
    var generator = SeededGenerator(seed: 20)
    return [(20, 6), (300, 80), (20, 80), (300, 6), (80, 24)]
      + (0..<60).map { _ in
        (Int.random(in: 20...300, using: &generator), Int.random(in: 6...80, using: &generator))
      }
  }()

  @Test("points keep their side of every line that is drawn", arguments: 0..<40)
  func sides(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let chart = try PlacementTests.chart(&generator)
    let plot = ChartPlot(chart: chart)
    for size in PlacementTests.sizes {
      var grid = Grid(Size(columns: size.0, rows: size.1))
      plot.draw(into: &grid, rect: grid.bounds)
      let markers = found(in: grid)
      let drawn = chart.points.filter { !$0.isMissing }.suffix(markers.count)
      #expect(markers.count > 0 || chart.latest == nil || drawn.isEmpty)
      for (point, marker) in zip(drawn, markers) {
        check(point, marker, grid, "\(size), point \(point.index + 1), seed \(seed)")
      }
    }
  }

  @Test(
    "the ladder keeps every point on its side, also where a marker hides the line",
    arguments: 0..<40)
  func ladder(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let chart = try PlacementTests.chart(&generator)
    let plot = ChartPlot(chart: chart)
    for rows in 0...80 {
      let ladder = plot.ladder(rows: rows)
      for point in chart.points {
        guard let row = plot.row(of: point, ladder) else { continue }
        let rungs = plot.rungs(at: point, ladder)
        let place = "\(rows) rows, point \(point.index + 1), seed \(seed)"
        #expect(rows == 0 || (0..<rows).contains(row), "\(place) leaves the drawing")
        if let centre = rungs.centre {
          #expect((row < centre) == (point.side == .above), "\(place) changes its side")
          #expect((row > centre) == (point.side == .below), "\(place) changes its side")
        }
        if let upper = rungs.upper {
          #expect((row < upper) == (point.beyondLimit == .high), "\(place) crosses the limit")
        }
        if let lower = rungs.lower {
          #expect((row > lower) == (point.beyondLimit == .low), "\(place) crosses the limit")
        }
      }
    }
  }

  @Test("what lies between the centre line and a limit has a row between theirs")
  func between() throws {
    let values = [10.0, 10.2, 9.8, 10.1, 12, 10, 8, 9.9, 10.3, 10]
    let chart = try ControlChart(
      values.map { Observation(x: "x", value: $0) },
      ChartOptions(type: .i, target: 10.4, givenCentre: 10, givenSigma: 0.3))
    let plot = ChartPlot(chart: chart)
    for rows in 0...40 {
      let ladder = plot.ladder(rows: rows)
      let rungs = plot.rungs(at: chart.points[0], ladder)
      if rows > 12 { #expect(rungs.upper != nil) }
      guard let upper = rungs.upper, let centre = rungs.centre, let lower = rungs.lower else {
        continue
      }
      for point in chart.points where point.beyondLimit == nil && point.side != .on {
        let row = try #require(plot.row(of: point, ladder))
        #expect(upper < row && row < lower && row != centre, "\(rows) rows")
      }
      let target = try #require(plot.targetRows(ladder)[0])
      #expect(upper < target && target < centre, "\(rows) rows")
    }
  }

  @Test("the target keeps its side of all lines in each phase it is drawn in", arguments: 0..<40)
  func target(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 24...48, using: &generator)
    let start = Int.random(in: 6..<count - 6, using: &generator)
    let levels = (0..<2).map { _ in Double.random(in: 0.01...0.3, using: &generator) }
    let observations = (0..<count).map { index -> Observation in
      let denominator = Int.random(in: 40...400, using: &generator)
      let level = levels[index < start ? 0 : 1] * Double.random(in: 0.3...2, using: &generator)
      return Observation(
        x: "\(index)", numerator: (Double(denominator) * level).rounded(),
        denominator: Double(denominator))
    }
    let goal =
      (levels.randomElement(using: &generator) ?? 0.1)
      * Double.random(in: 0.4...1.6, using: &generator)
    let chart = try ControlChart(
      observations,
      ChartOptions(type: .p, phaseStarts: [start], target: goal * 100, multiplier: 100))
    let plot = ChartPlot(chart: chart)
    for rows in 1...60 {
      let ladder = plot.ladder(rows: rows)
      let targets = plot.targetRows(ladder)
      for point in chart.points {
        guard let row = targets[point.phase] else { continue }
        let rungs = plot.rungs(at: point, ladder)
        func check(_ rung: Int?, _ line: Double?, isLimit: Bool) {
          guard let rung, let line else { return }
          let side = Placement(of: goal * 100, against: line)
          guard !isLimit || side != .on else { return }
          #expect(
            side == (row < rung ? .above : (row > rung ? .below : .on)),
            "\(rows) rows, point \(point.index + 1), seed \(seed)")
        }
        check(rungs.centre, point.centre, isLimit: false)
        check(rungs.upper, point.upper, isLimit: true)
        check(rungs.lower, point.lower, isLimit: true)
      }
      let isMissing = targets.contains(nil)
      let notes = plot.lineNotes(ladder, visible: chart.points.indices).joined()
      #expect(notes.contains("No row is true to target") == isMissing)
      #expect(notes.contains("Too few rows") == ladder.room.contains { !$0.upper || !$0.lower })
    }
  }

  @Test("short drawings of two phases show the target between the lines it lies between")
  func shortDrawings() throws {
    let values: [Double] =
      [7, 7.5, 6.8, 7.2, 6.9, 7.4, 7.1, 7, 6.7, 7.3, 1.9, 1.8, 2, 1.7, 2.1]
      + [1.9, 2, 1.8, 1.9, 2.2, 1.7, 1.9]
    let chart = try ControlChart(
      values.map { Observation(x: "x", value: $0) },
      ChartOptions(type: .i, phaseStarts: [10], improvement: .decrease, target: 2))
    for (columns, rows) in [(80, 12), (40, 12), (80, 24)] {
      var grid = Grid(Size(columns: columns, rows: rows))
      ChartPlot(chart: chart, caption: ["A finding that is told."])
        .draw(into: &grid, rect: grid.bounds)
      let column = try #require(
        (0..<columns).last { column in
          (0..<rows).contains { grid[column, $0].text == "┈" }
        })
      let roles = (0..<rows).map { grid[column, $0].role }
      let target = try #require(roles.firstIndex(of: .chartTarget))
      let centre = try #require(roles.firstIndex(of: .chartCentre))
      #expect(target < centre)
      let text = grid.text
      if let upper = roles.firstIndex(of: .chartLimit) {
        #expect(upper < target)
      } else {
        #expect(text.contains("Too few rows for"))
      }
    }
  }

  @Test("no line is drawn further than a row from its place on the axis", arguments: 0..<20)
  func nearAxis(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let plot = ChartPlot(chart: try PlacementTests.chart(&generator))
    for rows in 3...60 {
      let ladder = plot.ladder(rows: rows)
      for point in plot.chart.points {
        let rungs = plot.rungs(at: point, ladder)
        for (rung, line) in [
          (rungs.upper, point.upper), (rungs.centre, point.centre), (rungs.lower, point.lower),
        ] {
          guard let rung, let line else { continue }
          let share = (ladder.scale.high - line) / (ladder.scale.high - ladder.scale.low)
          #expect(abs(Double(rung) - share * Double(rows - 1)) <= 1)
        }
      }
    }
  }

  private func check(_ point: ChartPoint, _ marker: Point, _ grid: Grid, _ place: String) {
    let column = (0..<grid.size.rows).map { grid[marker.column, $0].role }
    let limits = column.indices.filter { column[$0] == .chartLimit }
    if let centre = column.firstIndex(of: .chartCentre) {
      #expect(point.side != .on, "\(place) is on the centre line and drawn beside it")
      #expect((point.side == .above) == (marker.row < centre), "\(place) changes its side")
      if point.beyondLimit == .high {
        #expect(limits.allSatisfy { $0 > marker.row }, "\(place) is drawn within")
      } else if point.beyondLimit == .low {
        #expect(limits.allSatisfy { $0 < marker.row }, "\(place) is drawn within")
      } else if let first = limits.first, let last = limits.last {
        #expect(first < centre || marker.row <= last, "\(place) is drawn outside")
        #expect(last > centre || marker.row >= first, "\(place) is drawn outside")
        if first < centre { #expect(marker.row > first, "\(place) is drawn outside") }
        if last > centre { #expect(marker.row < last, "\(place) is drawn outside") }
      }
    } else if !limits.isEmpty {
      #expect(point.side == .on, "\(place) covers the centre line")
    }
  }

  /// The markers, from left to right.
  private func found(in grid: Grid) -> [Point] {
    let signs: Set<String> = ["●", "◦", "◆", "◇", "■", "□", "○"]
    var markers: [Point] = []
    for column in 0..<grid.size.columns {
      for row in 0..<grid.size.rows where signs.contains(grid[column, row].text) {
        markers.append(Point(column: column, row: row))
      }
    }
    return markers
  }

  @Test("a point a few last bits beyond a limit stands outside it, and one on it inside")
  func neighbours() throws {
    let limit = 13.0
    for (value, isBeyond) in [
      (limit, false), (limit.nextUp, false), (limit.nextDown, false),
      (limit + 8 * limit.ulp, true), (limit - 8 * limit.ulp, false),
    ] {
      let chart = try ControlChart(
        [10.5, 9, value].map { Observation(x: "x", value: $0) },
        ChartOptions(type: .i, givenCentre: 10, givenSigma: 1))
      #expect((chart.points[2].beyondLimit != nil) == isBeyond)
      var grid = Grid(Size(columns: 40, rows: 20))
      ChartPlot(chart: chart).draw(into: &grid, rect: grid.bounds)
      let marker = try #require(found(in: grid).last)
      let roles = (0..<20).map { grid[marker.column, $0].role }
      let upper = try #require(roles.firstIndex(of: .chartLimit))
      #expect((marker.row < upper) == isBeyond)
    }
  }
}
