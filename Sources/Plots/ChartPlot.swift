import Cells
import ControlCharts

/// A control chart as a drawing: in cells, as plain text, or as SVG.
///
/// What a point means is decided by the chart, never by where rounding puts it.
public struct ChartPlot: Sendable {
  public let chart: ControlChart
  /// What is written at each point of the x axis.
  public let labels: [String]
  public let annotations: [PlotAnnotation]
  /// Sentences below the drawing, wrapped to its width.
  public let caption: [String]
  /// The unit of the numbers, written beside the cursor's value; empty for none.
  public let unit: String
  let marks: [PointMark]
  let places: Int

  /// - Parameters:
  ///   - verdict: what may be told of the chart; without it the bare rules mark the points.
  ///   - labels: the labels of the points, in the words of the reader; the chart's own by default.
  public init(
    chart: ControlChart, verdict: CautiousVerdict? = nil, labels: [String]? = nil,
    annotations: [PlotAnnotation] = [], caption: [String] = [], unit: String = ""
  ) {
    self.chart = chart
    let own = chart.points.map(\.x)
    self.labels =
      labels.map { given in
        own.indices.map { given.indices.contains($0) ? given[$0] : own[$0] }
      } ?? own
    self.annotations = annotations.filter { own.indices.contains($0.position) }
      .sorted { $0.position < $1.position }
    self.caption = caption
    self.unit = unit
    marks = PointMark.all(chart, verdict)
    places = chart.places
  }

  /// The drawing without the sentences below it, for whoever tells them elsewhere.
  public var withoutCaption: ChartPlot {
    ChartPlot(copying: self, caption: [])
  }

  private init(copying other: ChartPlot, caption: [String]) {
    chart = other.chart
    labels = other.labels
    annotations = other.annotations
    unit = other.unit
    marks = other.marks
    places = other.places
    self.caption = caption
  }

  /// The drawing as text, without blanks at the ends of lines.
  public func text(columns: Int, rows: Int, glyphs: Glyphs = .unicode, cursor: Int? = nil)
    -> String
  {
    var grid = Grid(Size(columns: columns, rows: rows), glyphs: glyphs)
    draw(into: &grid, rect: grid.bounds, cursor: cursor)
    return grid.text
  }

  /// Every number the drawing has to have room for.
  var numbers: [Double] {
    var numbers: [Double] = []
    for point in chart.points {
      for number in [point.value, point.centre, point.lower, point.upper] {
        if let number { numbers.append(number) }
      }
    }
    if let target = chart.options.target { numbers.append(target) }
    return numbers
  }

  /// The rows of the drawing's values and lines.
  ///
  /// - Parameter scale: the range that several drawings share; by default the drawing's own.
  func ladder(rows: Int, scale: AxisScale? = nil) -> RowLadder {
    let scale = scale ?? AxisScale(holding: numbers, labels: min(6, max(1, rows / 3)))
    func reaches(_ direction: Direction) -> Bool {
      chart.points.contains {
        $0.beyondLimit == direction || targetBeyond($0) == direction
      }
    }
    var ladder = RowLadder(
      scale: scale, rows: rows, hasPointsAbove: reaches(.high), hasPointsBelow: reaches(.low))
    ladder.room = chart.phases.map { phase in
      chart.points[phase.range].reduce(into: RowLadder.Room(upper: true, lower: true)) {
        let room = ladder.room(centre: $1.centre, lower: $1.lower, upper: $1.upper)
        $0.upper = $0.upper && room.upper
        $0.lower = $0.lower && room.lower
      }
    }
    return ladder
  }

  func rungs(at point: ChartPoint, _ ladder: RowLadder) -> RowLadder.Rungs {
    ladder.rungs(
      centre: point.centre, lower: point.lower, upper: point.upper, phase: point.phase)
  }

  /// The row of a point's marker; nil where it is missing.
  func row(of point: ChartPoint, _ ladder: RowLadder) -> Int? {
    point.value.map {
      ladder.row(
        of: $0, among: rungs(at: point, ladder), side: point.side, beyond: point.beyondLimit)
    }
  }

  func number(_ value: Double) -> String { NumberText.trimmed(value, places: places) }
}
