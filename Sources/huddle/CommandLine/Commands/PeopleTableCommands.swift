import ArgumentParser
import Collaborative
import Exchange

struct ExportRosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print rosters as CSV, with the roles nobody fills.",
    discussion: """
      A site's table names those as well who have no role. huddle roster import
      takes it back.

      Example:
        huddle roster export --project warm-patients --ended > roster.csv
      """)

  @Option(help: ArgumentHelp("Only this project's.", valueName: "project"))
  var project: String?

  @Option(help: ArgumentHelp("Only this site's.", valueName: "site"))
  var site: String?

  @Flag(help: "Roles that have ended as well.")
  var ended = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if project != nil, site != nil {
      throw ValidationError("Choose --project or --site, not both.")
    }
  }

  func run() throws {
    let collaboration = try options.open()
    let table = try collaboration.whole {
      try collaboration.rosterTable(
        project: project.map { try collaboration.resolve($0, type: .project) },
        site: site.map { try collaboration.resolve($0, type: .site) }, withEnded: ended)
    }
    PeopleTableOutput.write(table)
  }
}

struct ImportRosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in the roles of a CSV file, all or none.",
    discussion: """
      Columns: project or project_id (or --project), role, member (a login, a
      name or an id), from, to. A row changes the same person's entry in the
      same role, or adds one; nobody is taken out, and an empty cell leaves
      what is there. A preview comes first.

      Example:
        huddle roster import roster.csv --project warm-patients --dry-run
      """)

  @Argument(
    help: ArgumentHelp("The CSV file; - reads the input.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String

  @Option(help: ArgumentHelp("The project of every row.", valueName: "project"))
  var project: String?

  @Flag(help: "Stop after the preview.")
  var dryRun = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let project = try project.map { try collaboration.resolve($0, type: .project) }
    var reader = try InputFile.open(file).reader()
    let plan = try PeopleTables.planRosters(&reader, project: project, for: collaboration)
    try PeopleTableOutput.carryOut(plan, isDryRun: dryRun, collaboration)
  }
}

struct ExportMembersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print members as CSV; how to reach them only where they agreed.",
    discussion: """
      Example:
        huddle member export --site riverside > members.csv
      """)

  @Option(help: ArgumentHelp("Only those who belong to this site.", valueName: "site"))
  var site: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    PeopleTableOutput.write(
      try collaboration.whole {
        try collaboration.memberTable(
          site: site.map { try collaboration.resolve($0, type: .site) })
      })
  }
}

struct ImportMembersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in the members of a CSV file, all or none. For stewards.",
    discussion: """
      Columns, by these names or their labels:
      \(MemberPlanner.paths.joined(separator: ", ")).

      Whoever is known by id, login or name is changed, everybody else is new;
      an empty cell leaves what is there. What only a person can say, such as
      consents, is not read. A preview comes first.

      Example:
        huddle member import members.csv --dry-run
      """)

  @Argument(
    help: ArgumentHelp("The CSV file; - reads the input.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String

  @Flag(help: "Stop after the preview.")
  var dryRun = false

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try sharing.with(options.open())
    var reader = try InputFile.open(file).reader()
    let plan = try PeopleTables.planMembers(&reader, for: collaboration)
    try PeopleTableOutput.carryOut(plan, isDryRun: dryRun, collaboration)
  }
}

/// What tables of people print.
private enum PeopleTableOutput {
  /// Cells are names, days and words: what commands a terminal is shown as marks wherever it goes,
  /// because a pipe over SSH ends in somebody's terminal.
  static func write(_ table: PeopleTable) {
    var table = table
    table.rows = table.rows.map { row in row.map { TerminalText.visible($0) } }
    Output.result(CSVWriter.text(of: table))
  }

  /// Says what would happen, then does it; with a problem in any row nothing is done.
  static func carryOut(
    _ plan: PeoplePlan, isDryRun: Bool, _ collaboration: Collaboration
  ) throws {
    Output.note("  rows     \(plan.rows)")
    guard plan.problemCount == 0 else { throw Failure.refused(refusal(plan)) }
    for line in plan.preview { Output.note("  \(line)") }
    guard plan.rows > 0 else {
      throw Failure.refused("the table has a heading and no rows; nothing was imported")
    }
    if isDryRun {
      Output.line("a dry run: nothing was changed")
      return
    }
    try collaboration.apply(plan)
    Output.line(plan.done)
    collaboration.keepHistoryIfDue(.afterCommand)
  }

  private static func refusal(_ plan: PeoplePlan) -> String {
    guard let first = plan.problems.first else { return "nothing was imported" }
    guard plan.problemCount > 1 else { return "nothing was imported: \(first)" }
    for problem in plan.problems { Output.note("  \(problem)") }
    let more = plan.problemCount - plan.problems.count
    if more > 0 { Output.note("  and \(more) more") }
    return "nothing was imported, for \(plan.problemCount) problems; the first is in \(first)"
  }
}
