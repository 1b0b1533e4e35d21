import Cells
import Collaborative
import ControlCharts
import Improvement
import Widgets

/// Sites as rows, those that need their coach most first, each with its reasons.
enum PortfolioSection {
  static let columns = [
    TableColumn("site", minimum: 12, ideal: 28),
    TableColumn("needs you because", minimum: 20, ideal: 24),
    TableColumn("chart", minimum: 5, ideal: 5, priority: 1),
    TableColumn("scores", minimum: 7, ideal: 7, priority: 2),
    TableColumn("", minimum: 6, ideal: 12, priority: 4, keepsEnd: true),
    TableColumn("data", minimum: 6, ideal: 6, priority: 3),
    TableColumn("cycle", minimum: 5, ideal: 5, priority: 5),
    TableColumn("?", minimum: 2, ideal: 2, alignment: .right, priority: 6),
    TableColumn("good", minimum: 4, ideal: 4, priority: 8),
    TableColumn("reviewed", minimum: 11, ideal: 11, priority: 9),
  ]

  static func cells(_ row: SiteRow, _ glyphs: Glyphs) -> [StyledLine] {
    let questions = row.openQuestions > 0 ? String(row.openQuestions) : ""
    return [
      StyledLine(row.name), reasons(row, glyphs), signs(row, glyphs), scores(row, glyphs),
      row.tile?.sparkline(columns: 12, glyphs: glyphs) ?? "", data(row),
      cycle(row), StyledLine(questions, .warning),
      row.favourable > 0
        ? StyledLine("\(glyphs.sign("▲", ascii: "+"))\(row.favourable)", .chartImprovement) : "",
      StyledLine(row.reviewedOn?.label ?? "", .dim),
    ]
  }

  /// The most pressing reason and how many more there are; a bullet before it where something is
  /// new since the last review.
  private static func reasons(_ row: SiteRow, _ glyphs: Glyphs) -> StyledLine {
    guard let first = row.reasons.first else { return StyledLine("nothing just now", .dim) }
    var line = StyledLine(row.newReasons > 0 ? "\(glyphs.bullet) " : "", .strong)
    line += StyledLine(first.kind.label, first.kind == .harm ? .error : .warning)
    if row.reasons.count > 1 { line += StyledLine(" +\(row.reasons.count - 1)", .dim) }
    if row.newReasons > 0 { line += StyledLine(" \(row.newReasons) new", .strong) }
    return line
  }

  private static func signs(_ row: SiteRow, _ glyphs: Glyphs) -> StyledLine {
    guard let tile = row.tile else { return "" }
    return tile.variationSign(glyphs) + " " + tile.assuranceSign(glyphs)
  }

  private static func scores(_ row: SiteRow, _ glyphs: Glyphs) -> StyledLine {
    func text(_ score: Double?) -> String {
      score.map(NumberText.short) ?? glyphs.sign("–", ascii: "-")
    }
    guard row.teamScore != nil || row.coachScore != nil else { return "" }
    let gap = abs((row.teamScore ?? 0) - (row.coachScore ?? 0)) >= 1
    let isFar = row.teamScore != nil && row.coachScore != nil && gap
    return StyledLine("\(text(row.teamScore))/\(text(row.coachScore))", isFar ? .warning : .text)
  }

  /// How many periods are missing, else the newest one.
  private static func data(_ row: SiteRow) -> StyledLine {
    if row.periodsBehind > 0 { return StyledLine("\(row.periodsBehind) late", .warning) }
    guard let period = row.newestPeriod else {
      return StyledLine("none", row.isOverdue ? .warning : .dim)
    }
    return StyledLine(period.briefLabel, row.isOverdue ? .warning : .dim)
  }

  /// How long ago the last cycle began.
  private static func cycle(_ row: SiteRow) -> StyledLine {
    guard let days = row.daysSinceCycle else { return StyledLine("none", .dim) }
    let text = days < 14 ? "\(days) d" : days < 70 ? "\(days / 7) wk" : "\(days / 30) mo"
    return StyledLine(text, .dim)
  }
}
