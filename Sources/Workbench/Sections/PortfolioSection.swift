import Cells
import Collaborative
import ControlCharts
import Widgets

/// Sites as rows, those that need their coach most first, each with its reasons.
enum PortfolioSection {
  static let columns = [
    TableColumn("site", minimum: 20, ideal: 28),
    TableColumn("needs you because", minimum: 23, ideal: 28),
    TableColumn("finding", minimum: 9, ideal: 9, priority: 1),
    TableColumn("team/coach", minimum: 10, ideal: 10, priority: 2),
    TableColumn("", minimum: 12, ideal: 12, priority: 3),
    TableColumn("last cycle", minimum: 11, ideal: 11, priority: 4),
    TableColumn("newest data", minimum: 18, ideal: 18, priority: 5),
    TableColumn("reviewed", minimum: 11, ideal: 11, priority: 6),
  ]

  static func cells(_ row: SiteRow, _ glyphs: Glyphs) -> [StyledLine] {
    [
      StyledLine(row.name), reasons(row, glyphs), row.tile?.variation(glyphs: glyphs) ?? "",
      scores(row), row.tile?.sparkline(columns: 12, glyphs: glyphs) ?? "",
      StyledLine(row.lastCycle, .dim),
      StyledLine(row.dataAge, .dim), StyledLine(row.reviewedOn?.label ?? "", .dim),
    ]
  }

  /// The most pressing reason, how many more there are, and good news as well.
  private static func reasons(_ row: SiteRow, _ glyphs: Glyphs) -> StyledLine {
    var line: StyledLine = ""
    if let first = row.reasons.first {
      line += StyledLine(first.kind.label, first.kind == .harm ? .error : .warning)
      if row.reasons.count > 1 { line += StyledLine(" +\(row.reasons.count - 1)", .dim) }
      if row.newReasons > 0 { line += StyledLine("  \(row.newReasons) new", .strong) }
    } else {
      line += StyledLine("nothing just now", .dim)
    }
    if row.favourable > 0 {
      line += StyledLine("  \(glyphs.sign("▲", ascii: "+"))\(row.favourable)", .chartImprovement)
    }
    return line
  }

  private static func scores(_ row: SiteRow) -> StyledLine {
    func text(_ score: Double?) -> String { score.map(NumberText.short) ?? "–" }
    guard row.teamScore != nil || row.coachScore != nil else { return "" }
    return StyledLine("\(text(row.teamScore)) / \(text(row.coachScore))")
  }
}
