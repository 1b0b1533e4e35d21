import ControlCharts

/// The numbers of a chart as a table, for people who read rather than look.
public struct ChartTable: Hashable, Sendable {
  public var headers: [String]
  /// One row a point, as many cells as there are headers.
  public var rows: [[String]]
}

extension ChartPlot {
  /// One row for each point: its label, value, counts, lines, phase, and what is unusual in words.
  ///
  /// Columns that would be empty throughout are left out.
  public var table: ChartTable {
    let points = chart.points
    var columns: [(header: String, cells: [String])] = []
    columns.append(("period", labels))
    columns.append(
      (
        unit.isEmpty || unit.count > 8 ? "value" : "value, \(unit)",
        points.map { $0.value.map(number) ?? "missing" }
      ))
    func add(_ header: String, _ cell: (ChartPoint) -> String?) {
      let cells = points.map { cell($0) ?? "" }
      if cells.contains(where: { !$0.isEmpty }) { columns.append((header, cells)) }
    }
    add("numerator") { $0.numerator.map(NumberText.short) }
    add("denominator") { $0.denominator.map(NumberText.short) }
    add("centre") { $0.centre.map(number) }
    add("lower limit") { $0.lower.map(number) }
    add("upper limit") { $0.upper.map(number) }
    if chart.phases.count > 1 { add("phase") { String($0.phase + 1) } }
    add("finding") { finding($0) }
    add("happened") { point in
      let notes = annotations.filter { $0.position == point.index }.map(\.words)
      return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }
    return ChartTable(
      headers: columns.map(\.header),
      rows: points.indices.map { index in columns.map { $0.cells[index] } })
  }

  private func finding(_ point: ChartPoint) -> String? {
    var words: [String] = []
    switch marks[point.index].shape {
    case .common: break
    case .excluded: words.append("left out")
    case .beyondLimit: words.append(point.beyondLimit == .low ? "below limit" : "above limit")
    case .pattern: words.append("part of a pattern")
    }
    switch marks[point.index].role {
    case .chartImprovement: words.append("better")
    case .chartConcern: words.append("worse")
    default: break
    }
    if point.isProvisional { words.append("provisional") }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
