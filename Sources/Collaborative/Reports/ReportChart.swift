import Improvement
import Insights
import JSONTree

/// A series as a report shows it: drawn, told in sentences, and as numbers.
public struct ReportChart: Sendable {
  /// `Wound infections at Riverside Hospital`
  public var title: String
  public var chart: SeriesChart
  /// The finding first, then what to be careful about.
  public var caption: [String]

  /// A hidden point keeps its place and says nothing else, neither a count nor what was noted.
  init(title: String, chart: SeriesChart, caption: [String]) {
    self.title = title
    self.chart = chart
    self.caption = caption
    for index in chart.points.indices where chart.points[index].status == .hidden {
      self.chart.points[index] = SeriesPoint([
        "period": .string(chart.points[index].periodText),
        "status": .string(PointStatus.hidden.rawValue),
      ])
    }
  }
}

/// A driver diagram as an outline, from the aim to the ideas that are tried.
public struct DriverOutline: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    /// 1 for what stands right under the aim.
    public var depth: Int
    public var text: String
    /// Whether it is a change idea rather than a driver.
    public var isIdea: Bool
    /// How many cycles tested an idea, in words; empty for a driver.
    public var note: String

    public init(depth: Int, text: String, isIdea: Bool = false, note: String = "") {
      self.depth = depth
      self.text = text
      self.isIdea = isIdea
      self.note = note
    }
  }

  public var aim: String
  public var lines: [Line]

  public init(aim: String, lines: [Line]) {
    self.aim = aim
    self.lines = lines
  }
}
