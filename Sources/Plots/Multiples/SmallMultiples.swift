import Cells
import ControlCharts

/// Several sites' charts of one measure, small and side by side on one scale, so that the eye can
/// compare them.
///
/// Each panel has its own centre line and limits: the sites are not held against one another but
/// each against itself. Panels and points that don't fit are counted, never left out silently.
public struct SmallMultiples: Sendable {
  public let panels: [MultiplesPanel]
  /// Sentences below the panels, wrapped to the width.
  public let caption: [String]
  /// The unit of the numbers; empty for none.
  public let unit: String
  /// Whether each panel has a scale of its own, which shows the shape of each and compares nothing.
  public let hasOwnScales: Bool
  /// Where each panel's points stand: by the order of all their x labels, or nil where these don't
  /// order them, and each panel ends with its newest point.
  let timeline: [String: Int]?
  /// How many places of the timeline, or points of the longest panel, there are.
  let length: Int

  public init(
    panels: [MultiplesPanel], caption: [String] = [], unit: String = "",
    hasOwnScales: Bool = false
  ) {
    self.panels = panels
    self.hasOwnScales = hasOwnScales
    let hasLimits = panels.contains { $0.plot?.chart.type.hasLimits ?? false }
    let own = "each site has its own centre line\(hasLimits ? " and limits" : "")"
    let scales =
      hasOwnScales
      ? "Each site at its own scale, so heights compare nothing between sites" : "One scale for all"
    self.caption = caption + (panels.count > 1 ? ["\(scales); \(own)."] : [])
    self.unit = unit
    let isOrdered = panels.allSatisfy { panel in
      zip(panel.places, panel.places.dropFirst()).allSatisfy(<)
    }
    if isOrdered {
      let all = Set(panels.flatMap(\.places)).sorted()
      timeline = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
      length = all.count
    } else {
      timeline = nil
      length = panels.map(\.places.count).max() ?? 0
    }
  }

  /// The range that all panels share.
  func scale(rows: Int) -> AxisScale { Self.scale(panels, rows: rows) }

  /// The range of a panel: its own, or the one that all share.
  func scale(of panel: MultiplesPanel, rows: Int) -> AxisScale {
    hasOwnScales ? Self.scale([panel], rows: rows) : scale(rows: rows)
  }

  private static func scale(_ panels: [MultiplesPanel], rows: Int) -> AxisScale {
    AxisScale(
      holding: panels.flatMap { $0.plot?.numbers ?? [] }, labels: min(4, max(1, rows / 3)))
  }

  /// The place of a panel's point along the time that all share, the oldest at 0.
  func place(of index: Int, in panel: MultiplesPanel) -> Int {
    guard let plot = panel.plot else { return 0 }
    if let timeline { return timeline[plot.chart.points[index].x] ?? 0 }
    return length - plot.chart.points.count + index
  }

  /// The label of a place along the time that all share; nil where there is no such time.
  func label(at place: Int) -> String? {
    guard let timeline, let x = timeline.first(where: { $0.value == place })?.key else {
      return nil
    }
    return panels.lazy.compactMap { panel in
      panel.places.firstIndex(of: x).flatMap { panel.plot?.labels[$0] }
    }.first
  }

  /// Which panels are shown where not all fit: whole pages of them, the one with the selection.
  public func window(columns: Int, rows: Int, selection: Int? = nil, glyphs: Glyphs = .unicode)
    -> Range<Int>
  {
    MultiplesLayout(
      Rect(Size(columns: columns, rows: rows)), self, selection: selection, glyphs: glyphs
    ).window
  }

  /// How many panels stand in a row.
  public func panelsPerRow(columns: Int, rows: Int, glyphs: Glyphs = .unicode) -> Int {
    MultiplesLayout(
      Rect(Size(columns: columns, rows: rows)), self, selection: nil, glyphs: glyphs
    ).across
  }

  /// All panels as text, in as many rows as they need.
  ///
  /// - Parameter panelRows: how high each panel is, its title included.
  public func text(columns: Int, panelRows: Int = 9, glyphs: Glyphs = .unicode) -> String {
    let across = max(1, MultiplesLayout.across(columns: columns, panels: panels.count))
    let lines = (panels.count + across - 1) / across
    let told = PlotLayout.wrapped(caption, width: columns - 3, rows: .max, glyphs: glyphs)
    let rows = lines * max(2, panelRows) + told.count + 1
    return text(columns: columns, rows: rows, glyphs: glyphs)
  }

  /// The panels that fit as text, without blanks at the ends of lines.
  public func text(columns: Int, rows: Int, glyphs: Glyphs = .unicode, selection: Int? = nil)
    -> String
  {
    var grid = Grid(Size(columns: columns, rows: rows), glyphs: glyphs)
    draw(into: &grid, rect: grid.bounds, selection: selection)
    return grid.text
  }
}
