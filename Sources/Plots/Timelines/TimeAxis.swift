import Cells

/// Days along the columns of a drawing, with the months named where they begin.
public struct TimeAxis: Sendable {
  public struct Tick: Sendable {
    /// Days after 1970-01-01.
    public var day: Int
    public var label: String

    public init(day: Int, label: String) {
      self.day = day
      self.label = label
    }
  }

  /// The first and the last day; never the same.
  public let first: Int
  public let last: Int
  /// In their order.
  public let ticks: [Tick]

  public init(first: Int, last: Int, ticks: [Tick] = []) {
    self.first = first
    self.last = max(first + 1, last)
    self.ticks = ticks.filter { (first...max(first + 1, last)).contains($0.day) }
  }

  /// The column of a day; days outside stand at the ends.
  public func column(of day: Int, columns: Int) -> Int {
    guard columns > 1 else { return 0 }
    let held = min(max(day, first), last)
    return Int((Double(held - first) / Double(last - first) * Double(columns - 1)).rounded())
  }

  /// Writes as many of the labels as stand apart, each where its day is, above a level line with a
  /// mark at its place.
  func draw(into grid: inout Grid, at point: Point, columns: Int) {
    let rule = point.row + 1
    grid.drawRule(at: Point(column: point.column, row: rule), columns: columns, role: .chartAxis)
    var free = 0
    for tick in ticks {
      let column = column(of: tick.day, columns: columns)
      let width = TextWidth.of(tick.label, glyphs: grid.glyphs)
      guard column >= free, column + width <= columns else { continue }
      grid.write(
        tick.label, at: Point(column: point.column + column, row: point.row), role: .chartAxis)
      grid[point.column + column, rule] = Cell(
        text: grid.glyphs.sign("┴", ascii: "+"), role: .chartAxis)
      free = column + width + 2
    }
  }
}
