import ArgumentParser
import Collaborative
import Exchange
import JSONTree

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in the numbers of a CSV file, all or none.",
    discussion: """
      A preview comes first; with a problem in any row nothing is changed. Empty cells are left
      out. A day stands for the month, week or quarter that the measure is reported for.

      Example:
        huddle import ae.csv --measure "Waits over 4 hours" --site-column org_code \\
          --period-column period --numerator-column breaches --denominator-column attendances \\
          --where type=1 --create-sites --dry-run
      """)

  @Argument(
    help: ArgumentHelp("The CSV file; - reads the input.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String

  @Option(help: ArgumentHelp("The measure's name, PROJECT/MEASURE or id.", valueName: "m"))
  var measure: String

  @Option(help: ArgumentHelp("The column that names the site.", valueName: "c"))
  var siteColumn: String

  @Option(help: ArgumentHelp("The column that names the period.", valueName: "c"))
  var periodColumn: String

  @Option(help: ArgumentHelp("The column with the number.", valueName: "c"))
  var valueColumn: String?

  @Option(help: ArgumentHelp("The column with the count.", valueName: "c"))
  var numeratorColumn: String?

  @Option(help: ArgumentHelp("The column with what it is out of.", valueName: "c"))
  var denominatorColumn: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only rows with this text in a column; several must all hold.", valueName: "column=value"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp(
      "A JSON object of names in the file and the codes of the sites they mean.",
      valueName: "file"), completion: .file(extensions: ["json"]))
  var map: String?

  @Flag(help: "Make sites that do not exist yet.")
  var createSites = false

  @Flag(help: "Stop after the preview.")
  var dryRun = false

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    let ratio = [numeratorColumn, denominatorColumn].compactMap(\.self)
    if (valueColumn == nil) == ratio.isEmpty || ratio.count == 1 {
      throw ValidationError(
        "Name --value-column, or both --numerator-column and --denominator-column.")
    }
  }

  func run() throws {
    let collaboration = try sharing.with(options.open())
    let source = file == "-" ? "standard input" : String(file.split(separator: "/").last ?? "")
    let number: TableImport.Number =
      if let valueColumn {
        .value(column: valueColumn)
      } else {
        .ratio(numerator: numeratorColumn ?? "", denominator: denominatorColumn ?? "")
      }
    let table = TableImport(
      measure: measure, siteColumn: siteColumn, periodColumn: periodColumn, number: number,
      conditions: try conditions.map { word in
        let condition = try ListCommand.condition(word)
        return (condition.field, condition.value)
      }, makesSites: createSites, siteCodes: try siteCodes(), source: source)
    var reader = try InputFile.open(file).reader()
    let result = try table.plan(&reader, for: collaboration)
    let plan = result.plan
    preview(result)
    if plan.problemCount > 0 { throw Failure.refused(Self.refusal(plan)) }
    guard result.rowsKept > 0 else { throw Failure.refused(nothingKept(result)) }
    if dryRun {
      Output.line("a dry run: nothing was changed")
      return
    }
    try collaboration.apply(plan)
    Output.line(plan.done)
    collaboration.keepHistoryIfDue(.afterCommand)
  }

  private func preview(_ result: TableImportResult) {
    Output.note("\(result.plan.measure) from \(result.plan.source)")
    let kept =
      conditions.isEmpty
      ? "" : ", of which \(result.rowsKept) with \(conditions.joined(separator: ", "))"
    Output.note("  rows       \(result.rowsRead)\(kept)")
    guard result.plan.problemCount == 0 else { return }
    for line in result.plan.preview { Output.note("  \(line)") }
  }

  /// All that is remembered, a line each, where there are several; then the first in one sentence.
  private static func refusal(_ plan: ImportPlan) -> String {
    guard let first = plan.problems.first else { return "nothing was imported" }
    guard plan.problemCount > 1 else { return "nothing was imported: \(first)" }
    for problem in plan.problems { Output.note("  \(problem)") }
    let more = plan.problemCount - plan.problems.count
    let least = plan.hasStoppedEarly ? "at least " : ""
    if more > 0 { Output.note("  and \(least)\(more) more") }
    return "nothing was imported, for \(least)\(plan.problemCount) problems; "
      + "the first is in \(first)"
  }

  private func nothingKept(_ result: TableImportResult) -> String {
    conditions.isEmpty
      ? "the table has a heading and no rows; nothing was imported"
      : "none of the \(result.rowsRead) rows has \(conditions.joined(separator: " and ")); "
        + "nothing was imported"
  }

  private func siteCodes() throws -> [String: String] {
    guard let map else { return [:] }
    let tree = try InputFile.json(map)
    guard let fields = tree.object?.fields else {
      throw Failure.refused("\(map): a map is a JSON object such as {\"St Anne\": \"stanne\"}")
    }
    var codes: [String: String] = [:]
    for field in fields {
      guard let code = field.value.string else {
        throw Failure.refused("\(map): “\(field.key)” must be a site's code in quotation marks")
      }
      codes[field.key] = code
    }
    return codes
  }
}
