import Cells
import Collaborative
import ControlCharts
import Plots

extension MeasureTile {
  /// The sparkline alone: at most as many points as there are columns.
  func sparkline(columns: Int, glyphs: Glyphs) -> StyledLine {
    guard let chart = chart.chart else { return "" }
    let spark = Sparkline(chart: chart, width: columns, verdict: self.chart.verdict, divide: divide)
    return StyledLine(
      spark.cells(glyphs: glyphs).map { Span($0.text, $0.role, underlined: $0.underlined) })
  }

  /// Better, worse or usual: a letter and a shape, which colour repeats.
  func variation(glyphs: Glyphs) -> StyledLine {
    let word = chart.variationWord
    guard let verdict = chart.verdict, let variation = verdict.variation else {
      return StyledLine("\(glyphs.separator) \(word)", .dim)
    }
    return switch variation {
    case .improvement: StyledLine("\(glyphs.sign("▲", ascii: "+")) \(word)", .chartImprovement)
    case .concern: StyledLine("\(glyphs.sign("▼", ascii: "!")) \(word)", .chartConcern)
    case .neutralHigh, .neutralLow:
      StyledLine("\(glyphs.sign("◆", ascii: "*")) \(word)", .chartNeutral)
    case .common: StyledLine("\(glyphs.sign("●", ascii: "o")) \(word)", .text)
    }
  }

  /// Sparkline, latest value, finding: one line of a page. Where the chart is divided it also says
  /// that the finding is about the newest points, and not about one side against the other.
  func line(sparklineColumns: Int, glyphs: Glyphs) -> StyledLine {
    sparkline(columns: sparklineColumns, glyphs: glyphs) + "  "
      + StyledLine(chart.latestText, .strong) + "  " + variation(glyphs: glyphs)
      + StyledLine(divide == nil ? "" : " lately", .dim)
  }
}
