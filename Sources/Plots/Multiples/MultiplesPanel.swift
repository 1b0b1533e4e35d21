import Cells
import ControlCharts

/// One of several small charts: a site's chart with its name, its newest value and its finding.
public struct MultiplesPanel: Sendable {
  /// What tells it from the others: the site's name.
  public let title: String
  /// The newest value as it is read.
  public let latest: String
  /// The finding in a word: "better".
  public let word: String
  /// What stands where no chart can be drawn.
  public let problem: String
  let plot: ChartPlot?
  let role: Role
  private let variation: PointType?
  private let isJudged: Bool

  /// - Parameters:
  ///   - chart: nil where there are no numbers; `problem` then says why.
  ///   - verdict: what may be told of the chart; its variation gives the finding's shape.
  ///   - labels: the labels of the points, in the words of the reader.
  public init(
    title: String, chart: ControlChart?, verdict: CautiousVerdict?, labels: [String]? = nil,
    latest: String = "", word: String = "", problem: String = "no numbers yet"
  ) {
    self.title = title
    self.latest = latest
    self.word = word
    self.problem = problem
    plot = chart.map { ChartPlot(chart: $0, verdict: verdict, labels: labels) }
    variation = verdict?.variation
    isJudged = verdict?.variation != nil
    role =
      switch verdict?.variation {
      case .improvement: .chartImprovement
      case .concern: .chartConcern
      case .neutralHigh, .neutralLow: .chartNeutral
      case .common: .text
      case nil: .dim
      }
  }

  /// The shape that stands for the finding, with the letter or the word behind it.
  func finding(_ glyphs: Glyphs, isShort: Bool) -> String {
    let shape: String =
      switch variation {
      case .improvement: glyphs.sign("▲", ascii: "+")
      case .concern: glyphs.sign("▼", ascii: "!")
      case .neutralHigh, .neutralLow: glyphs.sign("◆", ascii: "*")
      case .common: glyphs.sign("●", ascii: "o")
      case nil: glyphs.separator
      }
    guard isShort else { return word.isEmpty ? shape : "\(shape) \(word)" }
    return shape + word.prefix(1).uppercased()
  }

  /// The x labels of its points, as the chart has them.
  var places: [String] { plot?.chart.points.map(\.x) ?? [] }
}
