import Cells
import ControlCharts
import TestSupport
import Testing

@testable import Plots

@Suite("Small multiples")
struct SmallMultiplesTests {
  private static let names = [
    "Ash Lodge", "Beech", "Cedar House with a long name", "Elm", "Fir", "Hazel", "Holly", "Ivy",
  ]

  /// Made-up rates around levels of their own, the second with a shift, the last without numbers.
  private static func sites(
    _ count: Int = 8, hasOwnScales: Bool = false
  ) throws -> SmallMultiples {
    var generator = SeededGenerator(seed: 11)
    let panels = try (0..<count).map { index -> MultiplesPanel in
      let name = index < names.count ? names[index] : "Site \(index)"
      guard index != 7 else { return MultiplesPanel(title: name, chart: nil, verdict: nil) }
      let start = index % 3 * 2
      let observations = zip(Samples.months(26), 0..<26).dropFirst(start).map { month, place in
        let level = index == 1 && place > 15 ? 2.0 : 4.0 + Double(index % 4)
        let value = level + Double.random(in: -1.4...1.4, using: &generator)
        return Observation(
          x: month, value: index == 2 && place == 9 ? nil : (value * 10).rounded() / 10)
      }
      let chart = try ControlChart(observations, ChartOptions(type: .i, improvement: .decrease))
      let verdict = CautiousVerdict(chart)
      let word: String =
        switch verdict.variation {
        case .improvement: "better"
        case .concern: "worse"
        default: "usual"
        }
      return MultiplesPanel(
        title: name, chart: chart, verdict: verdict,
        latest: chart.latest?.value.map { NumberText.trimmed($0, places: 1) } ?? "", word: word)
    }
    return SmallMultiples(
      panels: panels, caption: ["Falls at all sites."], unit: "per 1,000 days",
      hasOwnScales: hasOwnScales)
  }

  @Test(
    "each at its own scale it has numbers of its own, and the caption says so",
    arguments: [(120, 36), (80, 20), (40, 12)])
  func ownScales(_ size: (Int, Int)) throws {
    let multiples = try Self.sites(hasOwnScales: true)
    expectGolden(
      multiples.text(columns: size.0, rows: size.1, selection: 1),
      named: "multiples-own-\(size.0)x\(size.1)")
    #expect(multiples.caption.contains { $0.contains("own scale") })
    #expect(try Self.sites().caption.contains { $0.contains("One scale for all") })
    expectGolden(multiples.svg(width: 900, title: "Falls"), named: "multiples-own-svg")
  }

  @Test("at its own scale a panel uses its whole height, and markers keep their side")
  func ownHeights() throws {
    let multiples = try Self.sites(hasOwnScales: true)
    for panel in multiples.panels {
      guard let plot = panel.plot else { continue }
      let own = multiples.scale(of: panel, rows: 12)
      let shared = multiples.scale(rows: 12)
      #expect(own.low >= shared.low && own.high <= shared.high)
      let ladder = plot.ladder(rows: 12, scale: own)
      for point in plot.chart.points {
        guard let row = plot.row(of: point, ladder),
          let centre = plot.rungs(at: point, ladder).centre
        else { continue }
        #expect((row < centre) == (point.side == .above))
      }
    }
  }

  @Test(
    "drawings look as recorded", arguments: [(120, 36), (80, 20), (40, 12), (20, 6)],
    [Glyphs.unicode, .ascii])
  func golden(_ size: (Int, Int), _ glyphs: Glyphs) throws {
    expectGolden(
      try Self.sites().text(columns: size.0, rows: size.1, glyphs: glyphs, selection: 1),
      named: "multiples-\(size.0)x\(size.1)-\(glyphs.rawValue)")
  }

  @Test("meanings are roles as well as shapes and words")
  func roles() throws {
    var grid = Grid(Size(columns: 80, rows: 20))
    try Self.sites().draw(into: &grid, rect: grid.bounds, selection: 1)
    expectGolden(grid.roles, named: "multiples-80x20-roles")
  }

  @Test("the picture and the text of all panels are as recorded")
  func whole() throws {
    expectGolden(try Self.sites().svg(width: 900, title: "Falls"), named: "multiples-svg")
    expectGolden(try Self.sites(11).text(columns: 78), named: "multiples-all-78")
  }

  @Test("the selected panel is in sight, and how many there are is said")
  func panning() throws {
    let multiples = try Self.sites(61)
    for (columns, rows) in [(40, 12), (80, 20), (120, 36)] {
      for selection in 0..<61 {
        let window = multiples.window(columns: columns, rows: rows, selection: selection)
        #expect(window.contains(selection))
        let text = multiples.text(columns: columns, rows: rows, selection: selection)
        #expect(text.contains("\(window.count) of 61 sites"))
        #expect(text.contains("◂") == (window.lowerBound > 0))
        #expect(text.contains("▸") == (window.upperBound < 61))
        #expect(text.contains("›"))
      }
    }
  }

  @Test("markers keep their side of the lines on the shared scale, at every height")
  func sides() throws {
    let multiples = try Self.sites()
    for rows in 1...40 {
      for panel in multiples.panels {
        guard let plot = panel.plot else { continue }
        let ladder = plot.ladder(rows: rows, scale: multiples.scale(rows: rows))
        for point in plot.chart.points {
          guard let row = plot.row(of: point, ladder) else { continue }
          let rungs = plot.rungs(at: point, ladder)
          #expect((0..<rows).contains(row))
          if let centre = rungs.centre {
            #expect((row < centre) == (point.side == .above))
            #expect((row > centre) == (point.side == .below))
          }
          if let upper = rungs.upper { #expect((row < upper) == (point.beyondLimit == .high)) }
          if let lower = rungs.lower { #expect((row > lower) == (point.beyondLimit == .low)) }
        }
      }
    }
  }

  @Test("the same month stands in the same column of every panel")
  func columns() throws {
    let multiples = try Self.sites()
    for panel in multiples.panels {
      guard let plot = panel.plot else { continue }
      for point in plot.chart.points {
        #expect(
          multiples.place(of: point.index, in: panel) == Samples.months(26).firstIndex(of: point.x))
      }
    }
  }

  @Test("nothing traps and nothing is drawn outside, from nothing up")
  func sizes() throws {
    let charts = [
      try Samples.individuals([1e99, -1e99, 3, nil, 1e-300]), try Samples.run([nil, nil]),
      try Samples.individuals([.leastNonzeroMagnitude, 0, 1]),
    ]
    let extremes = SmallMultiples(
      panels: charts.map {
        MultiplesPanel(title: "漢字\u{1B}[31m", chart: $0, verdict: CautiousVerdict($0))
      })
    for multiples in [extremes, try Self.sites(30), SmallMultiples(panels: [])] {
      for columns in [0, 1, 2, 9, 23, 30, 61, 300] {
        for rows in 0...24 {
          for selection in [nil, 0, 2, 99] {
            var grid = Grid(Size(columns: columns + 2, rows: rows + 2))
            multiples.draw(
              into: &grid, rect: Rect(column: 1, row: 1, columns: columns, rows: rows),
              selection: selection)
            #expect(!grid.text.contains("nan") && !grid.text.contains("\u{1B}"))
            for row in 0..<grid.size.rows {
              #expect(grid[0, row] == .blank && grid[columns + 1, row] == .blank)
            }
          }
        }
      }
      let svg = multiples.svg(width: 0, title: "<")
      #expect(!svg.contains("nan") && !svg.contains("\u{1B}"))
    }
  }
}
