import Cells
import Collaborative
import ControlCharts
import Insights
import Widgets

/// Sites put together by region, cohort or kind: counts, and of ordinal scores how many have come
/// so far.
enum SiteGroupsTable {
  static func columns(_ grouping: PortfolioQuery.Grouping?) -> [TableColumn] {
    let far = NumberText.short(SiteGroup.farScore)
    return [
      TableColumn(grouping?.label ?? "", minimum: 14, ideal: 26),
      TableColumn("sites", minimum: 5, ideal: 5, alignment: .right),
      TableColumn("need", minimum: 4, ideal: 4, alignment: .right),
      TableColumn("because", minimum: 18, ideal: 46, priority: 3),
      TableColumn("team \(far)+", minimum: 9, ideal: 9, priority: 1),
      TableColumn("coach \(far)+", minimum: 10, ideal: 10, priority: 2),
      TableColumn("charts", minimum: 7, ideal: 9, priority: 4),
      TableColumn("late", minimum: 4, ideal: 4, alignment: .right, priority: 5),
      TableColumn("?", minimum: 2, ideal: 2, alignment: .right, priority: 6),
    ]
  }

  static func cells(_ group: SiteGroup, _ glyphs: Glyphs) -> [StyledLine] {
    func count(_ number: Int, _ role: Role = .text) -> StyledLine {
      StyledLine(number == 0 ? "" : String(number), role)
    }
    let reasons = group.reasons.map { "\($0.kind.label) \($0.sites)" }.joined(separator: ", ")
    let charts =
      StyledLine("\(glyphs.sign("▼", ascii: "!"))\(group.unfavourable)", .chartConcern) + " "
      + StyledLine("\(glyphs.sign("▲", ascii: "+"))\(group.favourable)", .chartImprovement)
    return [
      StyledLine(group.label, .strong), StyledLine(String(group.sites)),
      count(group.inNeed, .warning),
      reasons.isEmpty
        ? StyledLine("nothing just now", .dim)
        : StyledLine(reasons, group.reasons.first?.kind == .harm ? .error : .warning),
      StyledLine(group.team.words), StyledLine(group.coach.words), charts,
      count(group.overdue, .warning), count(group.openQuestions, .warning),
    ]
  }
}

extension SiteGroup.Standing {
  /// `9 of 14`; nothing where nobody has a score.
  public var words: String { scored == 0 ? "" : "\(far) of \(scored)" }
}

extension SiteGroup {
  /// The same as the row of the table, as a sentence.
  var sentence: String {
    let many = "\(sites) \(sites == 1 ? "site" : "sites")"
    let far = NumberText.short(Self.farScore)
    var parts = ["\(label): \(many), \(inNeed) in need of somebody"]
    let reasons = reasons.map { "\($0.kind.label) at \($0.sites)" }.joined(separator: ", ")
    if !reasons.isEmpty { parts.append(reasons) }
    if team.scored > 0 {
      parts.append("\(team.words) teams say they are at \(far) or above")
    }
    if coach.scored > 0 { parts.append("their coaches say so of \(coach.words)") }
    parts.append("charts worse \(unfavourable), better \(favourable)")
    if overdue > 0 { parts.append("numbers overdue at \(overdue)") }
    if openQuestions > 0 { parts.append("open questions \(openQuestions)") }
    return parts.joined(separator: "; ")
  }
}

extension SiteRow {
  /// The same as the row of the table, as a sentence.
  var sentence: String {
    var parts: [String] = []
    if let first = reasons.first {
      let more = reasons.count > 1 ? " and \(reasons.count - 1) more" : ""
      let new = newReasons > 0 ? ", \(newReasons) new" : ""
      parts.append("\(first.kind.label)\(more)\(new)")
    } else {
      parts.append("nothing just now")
    }
    if let tile {
      let finding = tile.chart.finding
      parts.append(finding.hasSuffix(".") ? String(finding.dropLast()) : finding)
    }
    if let teamScore { parts.append("the team says \(NumberText.short(teamScore))") }
    if let coachScore { parts.append("the coach says \(NumberText.short(coachScore))") }
    parts += ["newest data \(dataAge)", "last cycle \(lastCycle)"]
    if openQuestions > 0 { parts.append("open questions \(openQuestions)") }
    if favourable > 0 { parts.append("going well \(favourable)") }
    if waitingReasons > 0 { parts.append("waiting \(waitingReasons)") }
    if let reviewedOn { parts.append("reviewed \(reviewedOn.label)") }
    return "\(name): " + parts.joined(separator: "; ")
  }
}
