import Cells
import ControlCharts

/// A funnel chart as a drawing: in cells, as plain text, or as SVG.
///
/// The denominator runs to the right, so that each place stands between the limits for its own
/// size. Which side of a line a marker is on is decided by the chart, never by rounding.
public struct FunnelPlot: Sendable {
  public let chart: FunnelChart
  /// Sentences below the drawing, wrapped to its width.
  public let caption: [String]
  /// The unit of the values; empty for none.
  public let unit: String
  /// What the denominators count: "procedures".
  public let denominatorName: String
  let places: Int

  public init(
    chart: FunnelChart, caption: [String] = [], unit: String = "",
    denominatorName: String = "denominator"
  ) {
    self.chart = chart
    self.caption = caption
    self.unit = unit
    self.denominatorName = denominatorName
    places = chart.places
  }

  /// The indexes of those that are drawn, by the size of their denominator and then as given: the
  /// order in which a cursor walks, which is no order of rank.
  public var order: [Int] {
    chart.points.filter { !$0.isMissing }.sorted {
      ($0.denominator ?? 0, $0.index) < ($1.denominator ?? 0, $1.index)
    }.map(\.index)
  }

  /// The drawing as text, without blanks at the ends of lines.
  public func text(columns: Int, rows: Int, glyphs: Glyphs = .unicode, cursor: Int? = nil)
    -> String
  {
    var grid = Grid(Size(columns: columns, rows: rows), glyphs: glyphs)
    draw(into: &grid, rect: grid.bounds, cursor: cursor)
    return grid.text
  }

  func number(_ value: Double) -> String { NumberText.trimmed(value, places: places) }

  func mark(_ point: FunnelPoint) -> PointMark {
    let role: Role =
      switch point.meaning {
      case nil: .chartPoint
      case .improvement: .chartImprovement
      case .concern: .chartConcern
      case .neutral: .chartNeutral
      }
    return PointMark(
      shape: point.beyondLimit == nil ? .common : .beyondLimit, isProvisional: false, role: role)
  }

  /// One in words: its value, where it stands, its counts and its limits; what matters most comes
  /// first, because a narrow screen cuts the end.
  public func words(at index: Int) -> String {
    guard chart.points.indices.contains(index) else { return "" }
    let point = chart.points[index]
    guard let value = point.value, let above = point.numerator, let below = point.denominator
    else { return "\(point.name)  no numbers" }
    var text = "\(point.name)  \(number(value))"
    if !unit.isEmpty { text += " \(unit)" }
    text += "  \(finding(point))"
    text += "  (\(NumberText.short(above)) of \(NumberText.short(below)))"
    if let lower = point.lower, let upper = point.upper {
      text += "  limits \(number(lower)) to \(number(upper))"
    }
    return text
  }

  func finding(_ point: FunnelPoint) -> String {
    let place: String =
      switch point.beyondLimit {
      case .high: "above its upper limit"
      case .low: "below its lower limit"
      case nil: point.isMissing ? "no numbers" : "within its limits"
      }
    switch point.meaning {
    case .improvement: return place + ", better"
    case .concern: return place + ", worse"
    case .neutral, nil: return place
    }
  }

  /// One row for each of those compared, in the order given.
  public var table: ChartTable {
    ChartTable(
      headers: [
        "site", "value", "numerator", "denominator", "lower limit", "upper limit", "finding",
      ],
      rows: chart.points.map { point in
        [
          point.name, point.value.map(number) ?? "missing",
          point.numerator.map(NumberText.short) ?? "",
          point.denominator.map(NumberText.short) ?? "", point.lower.map(number) ?? "",
          point.upper.map(number) ?? "", finding(point),
        ]
      })
  }
}
