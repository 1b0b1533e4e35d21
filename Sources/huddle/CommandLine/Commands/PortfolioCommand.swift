import ArgumentParser
import Collaborative
import ControlCharts
import Improvement
import Insights
import JSONTree
import Workbench

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
        huddle portfolio --where region="North Shore" --where reason=harm
        huddle portfolio --by cohort
        huddle portfolio --measure wound-infections --save "Infections"
        huddle portfolio --saved "Infections"
      """)

  @OptionGroup var whose: CoachArgument

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only sites with this value: \(SiteFacet.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name=value"))
  var facets: [String] = []

  @Option(help: ArgumentHelp("Only sites with these words.", valueName: "words"))
  var search: String?

  @Option(help: ArgumentHelp("The measure by which every site is looked at.", valueName: "m"))
  var measure: String?

  @Option(
    help: ArgumentHelp(
      "Put the sites together: "
        + PortfolioQuery.Grouping.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "what"),
    completion: .list(PortfolioQuery.Grouping.allCases.map(\.rawValue)))
  var by: String?

  @Option(help: ArgumentHelp("Keep this filter for yourself under a name.", valueName: "name"))
  var save: String?

  @Option(help: ArgumentHelp("Use the filter you kept under this name.", valueName: "name"))
  var saved: String?

  @Option(help: ArgumentHelp("Keep the filter of this name no longer.", valueName: "name"))
  var forget: String?

  @Flag(help: "As a JSON array.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let by, PortfolioQuery.Grouping(rawValue: by) == nil {
      throw ValidationError("--by wants region, cohort or kind, not “\(by)”.")
    }
    for facet in facets { _ = try Self.parts(facet) }
    let narrows = !facets.isEmpty || search != nil || measure != nil || by != nil
    if let save, save.allSatisfy(\.isWhitespace) { throw ValidationError("--save wants a name.") }
    if saved != nil, narrows || save != nil {
      throw ValidationError("--saved brings its own filter; leave out the others.")
    }
    if forget != nil, narrows || save != nil || saved != nil {
      throw ValidationError("--forget stands alone.")
    }
  }

  func run() throws {
    let collaboration = try options.open()
    if let forget {
      guard try collaboration.savedPortfolios().contains(where: { $0.name == forget }) else {
        throw Failure.refused("there is no saved filter “\(forget)”\(try known(collaboration))")
      }
      try collaboration.forgetPortfolio(named: forget)
      Output.line("“\(forget)” is no longer kept")
      return
    }
    let wanted = try wanted(collaboration)
    if let save {
      try collaboration.keep(
        SavedPortfolio(name: save, query: wanted.query, grouping: wanted.grouping))
      Output.note("kept as “\(save)”; huddle portfolio --saved \"\(save)\" shows it")
    }
    let coach = try whose.member(collaboration)
    defer { if let words = collaboration.damageWords { Output.note(words) } }
    if let grouping = wanted.grouping {
      let groups = try collaboration.whole {
        try collaboration.siteGroups(wanted.query, by: grouping, ofCoach: coach)
      }
      show(groups, grouping)
    } else {
      let rows = try collaboration.whole {
        try collaboration.portfolioRows(wanted.query, ofCoach: coach)
      }
      try show(rows, coach, collaboration)
    }
  }

  // MARK: What is wanted

  private func wanted(_ collaboration: Collaboration) throws -> SavedPortfolio {
    if let saved {
      guard
        let found = try collaboration.savedPortfolios().first(where: { $0.name == saved })
      else {
        throw Failure.refused("there is no saved filter “\(saved)”\(try known(collaboration))")
      }
      return found
    }
    var chosen: [SiteFacet: Set<String>] = [:]
    for facet in facets {
      let (name, text) = try Self.parts(facet)
      chosen[name, default: []].insert(try collaboration.siteFacetValue(text, of: name))
    }
    return SavedPortfolio(
      name: "",
      query: PortfolioQuery(
        words: search ?? "", facets: chosen,
        measure: try measure.map { try collaboration.resolve($0, type: .measure) }),
      grouping: by.flatMap(PortfolioQuery.Grouping.init(rawValue:)))
  }

  private static func parts(_ text: String) throws -> (SiteFacet, String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let facet = SiteFacet(rawValue: String(parts[0])) else {
      let names = SiteFacet.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--where wants NAME=VALUE with one of \(names), not “\(text)”.")
    }
    return (facet, String(parts[1]))
  }

  private func known(_ collaboration: Collaboration) throws -> String {
    let names = try collaboration.savedPortfolios().map { "“\($0.name)”" }
    return names.isEmpty ? "; --save keeps one" : "; there are \(names.joined(separator: ", "))"
  }

  // MARK: What is shown

  private func show(
    _ rows: PortfolioRows, _ coach: String?, _ collaboration: Collaboration
  ) throws {
    if json {
      Output.json(.array(rows.map(\.json)))
      return
    }
    guard !rows.isEmpty else {
      Output.note(
        rows.all > 0
          ? "none of \(rows.all) sites fits"
          : "no sites to look after; a site names its coaches: huddle set SITE coachIds+=LOGIN")
      return
    }
    let table = TextTable(
      headers: ["SITE", "REASONS", "CHART", "TARGET", "TEAM/COACH", "LAST CYCLE", "NEWEST DATA"],
      rows: rows.map { row in
        [
          row.name, row.reasons.map(\.kind.label).joined(separator: ", "),
          row.tile?.chart.variationWord ?? "", row.tile?.chart.assuranceWord ?? "",
          "\(score(row.teamScore)) / \(score(row.coachScore))", row.lastCycle, row.dataAge,
        ]
      }, keeps: 0)
    Output.result(table.text(columns: Output.columns, glyphs: options.shownGlyphs))
    if rows.count < rows.total { Output.note("the first \(rows.count) of \(rows.total) sites") }
    if let chance = try collaboration.chanceWords(at: rows.map(\.id)) { Output.note(chance) }
  }

  private func show(_ groups: [SiteGroup], _ grouping: PortfolioQuery.Grouping) {
    if json {
      Output.json(.array(groups.map(\.json)))
      return
    }
    guard !groups.isEmpty else {
      Output.note("no site fits")
      return
    }
    let far = NumberText.short(SiteGroup.farScore)
    let table = TextTable(
      headers: [
        grouping.rawValue.uppercased(), "SITES", "IN NEED", "BECAUSE", "TEAM \(far)+",
        "COACH \(far)+", "WORSE", "BETTER", "OVERDUE",
      ],
      rows: groups.map { group in
        [
          group.label, String(group.sites), String(group.inNeed),
          group.reasons.map { "\($0.kind.label) \($0.sites)" }.joined(separator: ", "),
          group.team.words, group.coach.words, String(group.unfavourable),
          String(group.favourable), String(group.overdue),
        ]
      }, keeps: 0)
    Output.result(table.text(columns: Output.columns, glyphs: options.shownGlyphs))
  }

  private func score(_ score: Double?) -> String { score.map(NumberText.short) ?? "-" }
}
