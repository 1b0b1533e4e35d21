import Cells
import ControlCharts

/// A chart in one row: the last points, each as high as it lies between its limits.
///
/// A point beyond a limit has a sign of its own, because a row has no room outside; points of a run
/// are underlined. A run chart, which has no limits, is scaled by the range of its values.
public struct Sparkline: Sendable {
  private let chart: ControlChart
  private let marks: [PointMark]
  private let shown: Range<Int>
  private let divide: Int?

  /// - Parameters:
  ///   - width: how many columns there are at most, one for each point.
  ///   - verdict: what may be told of the chart; without it the bare rules mark the points.
  ///   - divide: the point before which a line is drawn in a column of its own.
  public init(
    chart: ControlChart, width: Int, verdict: CautiousVerdict? = nil, divide: Int? = nil
  ) {
    self.chart = chart
    marks = PointMark.all(chart, verdict)
    let count = chart.points.count
    shown = max(0, count - max(0, divide == nil ? width : width - 1))..<count
    self.divide = divide
  }

  /// One cell a point; a missing one is blank.
  public func cells(glyphs: Glyphs) -> [Cell] {
    let range = valueRange
    return shown.flatMap { index in
      let line = Cell(text: glyphs.sign("│", ascii: "|"), role: .chartPhase)
      return (index == divide ? [line] : []) + [cell(at: index, range, glyphs)]
    }
  }

  private func cell(at index: Int, _ range: ClosedRange<Double>, _ glyphs: Glyphs) -> Cell {
    let point = chart.points[index]
    guard let value = point.value else { return Cell(text: " ", role: .chartPoint) }
    let mark = marks[index]
    return Cell(
      text: sign(point, value, mark, range, glyphs), role: mark.role,
      underlined: mark.shape == .pattern)
  }

  /// The signs alone.
  public func text(glyphs: Glyphs = .unicode) -> String {
    cells(glyphs: glyphs).reduce(into: "") { $0 += $1.text }
  }

  private func sign(
    _ point: ChartPoint, _ value: Double, _ mark: PointMark, _ range: ClosedRange<Double>,
    _ glyphs: Glyphs
  ) -> String {
    if mark.shape == .excluded { return mark.sign(glyphs) }
    switch point.beyondLimit {
    case .high: return glyphs.sign("▲", ascii: "!")
    case .low: return glyphs.sign("▼", ascii: "!")
    case nil: break
    }
    let low = point.lower ?? range.lowerBound
    let high = point.upper ?? range.upperBound
    let share = (value - low) / (high - low)
    let level = share.isFinite ? Int((min(max(share, 0), 1) * 8).rounded(.down)) : 3
    return Sparkline.levels(glyphs)[min(level, 7)]
  }

  /// What stands for the limits where there are none.
  private var valueRange: ClosedRange<Double> {
    let values = chart.points.compactMap(\.value)
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    return low...high
  }

  /// Eight signs from the lowest to the highest.
  public static func levels(_ glyphs: Glyphs) -> [String] {
    glyphs == .unicode
      ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : ["_", ".", ",", "-", "~", "=", "^", "*"]
  }
}
