import ArgumentParser
import Collaborative
import ControlCharts
import Improvement
import Insights
import JSONTree

struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "List the sites in need of attention, with reasons.",
    discussion: """
      A coach sees the sites that name them, a lead their own, a steward all; those that need
      somebody most stand first. Without an option the workbench opens at its portfolio.

      Examples:
        huddle portfolio --json --as priya
        huddle portfolio --as ingrid --coach priya --json
      """)

  @OptionGroup var whose: CoachArgument

  @Flag(help: "As a JSON array.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let rows = try collaboration.siteRows(ofCoach: whose.member(collaboration))
    if json {
      Output.json(.array(rows.map(\.json)))
      return
    }
    guard !rows.isEmpty else {
      Output.note("no sites to look after; a site names its coaches in coachIds")
      return
    }
    let table = TextTable(
      headers: ["SITE", "REASONS", "TEAM/COACH", "LAST CYCLE", "NEWEST DATA"],
      rows: rows.map { row in
        [
          row.name, row.reasons.map(\.kind.label).joined(separator: ", "),
          "\(score(row.teamScore)) / \(score(row.coachScore))", row.lastCycle, row.dataAge,
        ]
      }, keeps: 0)
    Output.result(table.text(columns: Output.columns, glyphs: options.shownGlyphs))
  }

  private func score(_ score: Double?) -> String { score.map(NumberText.short) ?? "-" }
}
