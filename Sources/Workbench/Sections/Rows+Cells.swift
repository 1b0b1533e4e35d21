import Cells
import Collaborative
import Widgets

extension Rows {
  /// The columns of a section's table; narrow panes drop those of the highest priority number.
  var columns: [TableColumn] {
    switch self {
    case .today: TodaySection.columns
    case .projects: ProjectsSection.columns
    case .cycles: CyclesSection.columns
    case .measures: MeasuresSection.columns
    case .team(let rows): TeamSection.columns(rows)
    case .siteTree: SiteTreeSection.columns
    case .commons: CommonsSection.columns
    case .portfolio: PortfolioSection.columns
    case .siteGroups(let groups): SiteGroupsTable.columns(groups.first?.grouping)
    }
  }

  /// How many columns the mark of the selected row covers; nil for all.
  ///
  /// A site is known by its name and its reason; the signs behind them say something by their colours.
  var markedColumns: Int? { if case .portfolio = self { 2 } else { nil } }

  func cells(at index: Int, glyphs: Glyphs) -> [StyledLine]? {
    guard index >= 0, index < count else { return nil }
    return switch self {
    case .today(let rows): TodaySection.cells(rows[index], glyphs)
    case .projects(let rows): ProjectsSection.cells(rows[index], glyphs)
    case .cycles(let rows): CyclesSection.cells(rows[index], glyphs)
    case .measures(let rows): MeasuresSection.cells(rows[index], glyphs)
    case .team(let rows):
      TeamSection.cells(rows[index], after: index > 0 ? rows[index - 1] : nil, glyphs)
    case .siteTree(let rows): SiteTreeSection.cells(rows[index], glyphs)
    case .commons(let rows): CommonsSection.cells(rows[index], of: rows)
    case .portfolio(let rows): PortfolioSection.cells(rows[index], glyphs)
    case .siteGroups(let groups): SiteGroupsTable.cells(groups[index], glyphs)
    }
  }
}
