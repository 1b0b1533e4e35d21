import Cells
import ControlCharts
import TestSupport
import Testing

@testable import Plots

@Suite("Pareto drawings")
struct ParetoDrawingTests {
  private static func incidents() throws -> ParetoPlot {
    let chart = try ParetoChart([
      ("Medication", 41), ("Falls", 30), ("Pressure ulcers", 17), ("Handover", 9),
      ("Equipment out of order", 6), ("Identification", 3), ("Documents", 2), ("Food", 0),
    ])
    return ParetoPlot(chart: chart, caption: [chart.summary("Incidents in 2026")])
  }

  @Test(
    "drawings look as recorded", arguments: [(90, 16), (60, 14), (40, 9), (20, 6)],
    [Glyphs.unicode, .ascii])
  func golden(_ size: (Int, Int), _ glyphs: Glyphs) throws {
    expectGolden(
      try Self.incidents().text(columns: size.0, rows: size.1, glyphs: glyphs),
      named: "pareto-\(size.0)x\(size.1)-\(glyphs.rawValue)")
  }

  @Test("the picture is as recorded")
  func picture() throws {
    expectGolden(
      try Self.incidents().svg(width: 700, height: 300, title: "Incidents"), named: "pareto-svg")
  }

  @Test("all bars, the line and the caption fit in the rows that are asked for")
  func rows() throws {
    let plot = try Self.incidents()
    for columns in 30...120 {
      let rows = plot.rows(columns: columns)
      let text = plot.text(columns: columns, rows: rows)
      for bar in plot.chart.bars { #expect(text.contains(bar.category.prefix(5))) }
      #expect(!text.contains("of 8 categories"))
    }
  }

  @Test("of two bars the larger is never the shorter, and what was counted is seen")
  func order() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      let rows = (0..<Int.random(in: 1...40, using: &generator)).map { index in
        let scale: Double = [1, 1e-300, 1e99].randomElement(using: &generator) ?? 1
        return (
          category: "c\(index)",
          count: Double?.some(Double.random(in: 0...9, using: &generator) * scale)
        )
      }
      let plot = ParetoPlot(chart: try ParetoChart(rows))
      for steps in [0, 1, 7, 80, 2400] {
        let lengths = plot.chart.bars.map { plot.length(of: $0, steps: steps) }
        #expect(lengths == lengths.sorted(by: >))
        for (bar, length) in zip(plot.chart.bars, lengths) {
          #expect((length > 0) == (bar.count > 0 && steps > 0) && length <= steps)
        }
      }
    }
  }

  @Test("nothing traps, and categories that don't fit are counted")
  func sizes() throws {
    let many = ParetoPlot(
      chart: try ParetoChart((0..<61).map { ("kind \($0)\u{1B}[2J", Double(61 - $0)) }),
      caption: ["A finding in some words."])
    let none = ParetoPlot(chart: try ParetoChart([("", 0)]))
    for columns in [0, 1, 3, 9, 20, 44, 300] {
      for rows in 0...80 {
        let text = many.text(columns: columns, rows: rows)
        #expect(!text.contains("\u{1B}") && !text.contains("nan"))
        if columns >= 44, (1..<50).contains(rows) { #expect(text.contains(" of 61 categories ▾")) }
        _ = none.text(columns: columns, rows: rows)
      }
    }
    for plot in [many, none] {
      let svg = plot.svg(width: 0, height: 0, title: "&")
      #expect(!svg.contains("nan") && !svg.contains("\u{1B}"))
    }
  }
}
