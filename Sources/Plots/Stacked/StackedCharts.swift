import Cells
import ControlCharts

/// Several measures above each other on one time axis, with the work marked through all of them.
///
/// Whether an outcome moves after a process did can only be seen where the same day stands in the
/// same column, so all panels share their columns; each has its own scale, because their units have
/// nothing in common.
public struct StackedCharts: Sendable {
  public let panels: [StackedPanel]
  /// What is written at each place of the time axis.
  public let labels: [String]
  /// Tests and implemented changes; their position is a place of the axis.
  public let annotations: [PlotAnnotation]

  public init(panels: [StackedPanel], labels: [String], annotations: [PlotAnnotation] = []) {
    self.panels = panels
    self.labels = labels
    self.annotations = annotations.filter { labels.indices.contains($0.position) }
      .sorted { $0.position < $1.position }
  }

  /// The drawing as text, without blanks at the ends of lines.
  public func text(
    columns: Int, rows: Int, glyphs: Glyphs = .unicode, panel: Int = 0, cursor: Int? = nil
  ) -> String {
    var grid = Grid(Size(columns: columns, rows: rows), glyphs: glyphs)
    draw(into: &grid, rect: grid.bounds, panel: panel, cursor: cursor)
    return grid.text
  }

  /// One row for each place of the axis: its label, every panel's value, what happened.
  public var table: ChartTable {
    var headers = ["period"]
    var cells = [labels]
    for panel in panels where panel.plot != nil {
      headers.append(panel.name)
      cells.append(labels.indices.map { panel.words(at: $0) ?? "" })
    }
    let happened = labels.indices.map { place in
      annotations.filter { $0.position == place }.map(\.words).joined(separator: "; ")
    }
    if happened.contains(where: { !$0.isEmpty }) {
      headers.append("happened")
      cells.append(happened)
    }
    return ChartTable(
      headers: headers, rows: labels.indices.map { place in cells.map { $0[place] } })
  }
}
