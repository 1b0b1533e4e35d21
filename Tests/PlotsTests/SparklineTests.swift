import Cells
import ControlCharts
import Plots
import Testing

@Suite("Sparklines")
struct SparklineTests {
  @Test("height is the place between the limits, and beyond them is a sign of its own")
  func levels() throws {
    let values: [Double] = [7, 7.5, 10, 12.9, 13, 13.1, 6.9]
    let chart = try ControlChart(
      values.map { Observation(x: "x", value: $0) },
      ChartOptions(type: .i, ruleSets: [.none], givenCentre: 10, givenSigma: 1))
    #expect(Sparkline(chart: chart, width: 20).text() == "▁▁▅██▲▼")
    #expect(Sparkline(chart: chart, width: 20).text(glyphs: .ascii) == "__~**!!")
    #expect(Sparkline(chart: chart, width: 2).text() == "▲▼")
    #expect(Sparkline(chart: chart, width: 0).text() == "")
  }

  @Test("a run chart is scaled by its range, a missing value is a gap")
  func runChart() throws {
    let chart = try Samples.run([1, nil, 9, 5])
    #expect(Sparkline(chart: chart, width: 9).text() == "▁ █▅")
    #expect(Sparkline(chart: try Samples.run([4, 4]), width: 9).text() == "▄▄")
  }

  @Test("points of a run are underlined and carry its meaning")
  func run() throws {
    let values: [Double] = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 4, 4, 4.1, 4, 4, 4, 4.1]
    let chart = try Samples.individuals(values)
    let cells = Sparkline(chart: chart, width: 30).cells(glyphs: .unicode)
    #expect(cells.suffix(7).allSatisfy { $0.underlined && $0.role == .chartImprovement })
    #expect(cells.prefix(5).allSatisfy { !$0.underlined && $0.role == .chartPoint })
  }
}
