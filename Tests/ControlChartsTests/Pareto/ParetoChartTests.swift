import ControlCharts
import TestSupport
import Testing

@Suite("Pareto charts")
struct ParetoChartTests {
  @Test("repeated rows add up, the largest come first, equal ones as they first came")
  func sums() throws {
    let chart = try ParetoChart([
      ("falls", 3), ("drugs", 5), ("falls", 4), ("other", 1), ("devices", 1), ("drugs", nil),
    ])
    #expect(chart.bars.map(\.category) == ["falls", "drugs", "other", "devices"])
    #expect(chart.bars.map(\.count) == [7, 5, 1, 1])
    #expect(chart.total == 14 && chart.missing == 1)
    #expect(chart.bars.map(\.cumulative).last == 1)
    #expect(chart.vitalFew == 2)
    #expect(
      chart.summary("Incidents")
        == "Incidents: falls and drugs make up 85.7 % of 14. Rows without a count: 1.")
  }

  @Test("exactly four fifths are most of it")
  func fourFifths() throws {
    let chart = try ParetoChart([("a", 6), ("b", 2), ("c", 1), ("d", 1)])
    #expect(chart.vitalFew == 2)
  }

  @Test("shares add up to the cumulative line, which never falls and ends at all of it")
  func cumulative() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<50 {
      let rows = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        (
          category: "c\(Int.random(in: 0...20, using: &generator))",
          count: Double?.some(Double.random(in: 0...9, using: &generator))
        )
      }
      let chart = try ParetoChart(rows)
      var sum = 0.0
      for (bar, next) in zip(chart.bars, chart.bars.dropFirst() + [chart.bars[0]]) {
        sum += bar.share
        #expect(abs(sum - bar.cumulative) < 1e-12)
        if next.category != chart.bars[0].category { #expect(next.count <= bar.count) }
      }
      #expect(abs(sum - 1) < 1e-12)
    }
  }

  @Test("nothing counted is said, and what is no count is refused by its category")
  func edges() throws {
    let none = try ParetoChart([("a", 0), ("b", 0)])
    #expect(none.vitalFew == 0 && none.bars.allSatisfy { $0.cumulative == 0 })
    #expect(none.summary("Incidents") == "Incidents: none in 2 categories.")
    for count in [-1, Double.nan, .infinity, 1e300] {
      let error = #expect(throws: ChartError.self) { try ParetoChart([("a", 1), ("Elm", count)]) }
      #expect(error?.description.contains("Elm") == true)
    }
    #expect(throws: ChartError.noObservations) { try ParetoChart([]) }
    #expect(throws: ChartError.noObservations) { try ParetoChart([("a", nil)]) }
  }
}
