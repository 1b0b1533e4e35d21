import ArgumentParser
import Collaborative
import DocumentStore
import JSONTree

struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change fields of a document.",
    discussion: """
      FIELD=VALUE sets, FIELD= clears, FIELD+=VALUE adds to a list, FIELD-=VALUE takes from one.

      Examples:
        huddle set 01k3v stage=study tags+=ssi
        huddle set riverside reportingDay=10 --if-revision 5f2a…
        huddle set 01k3v visibility=public --preview
        huddle set 01k3v visibility=network --share-anyway "the number is the ward's own"
      """)

  @Argument(help: "An id or its beginning, a site's code, a member's login, a measure's name.")
  var id: String

  @Argument(help: ArgumentHelp("Fields and their values.", valueName: "field=value"))
  var assignments: [String] = []

  @Option(
    help: ArgumentHelp(
      "Fields to merge in, null takes one away; - reads them from the input.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var json: String?

  @Option(
    help: ArgumentHelp("Only if nobody changed it since this revision.", valueName: "rev"))
  var ifRevision: String?

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var preview: PreviewOption

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if assignments.isEmpty, json == nil {
      throw ValidationError("Say what to change: FIELD=VALUE, or --json FILE.")
    }
    if let ifRevision, ifRevision.count < 8 || !ifRevision.allSatisfy(\.isHexDigit) {
      throw ValidationError(
        "--if-revision wants a revision as show --json prints it, or its first 8 digits at least.")
    }
  }

  func run() throws {
    let collaboration = try sharing.with(options.open())
    let id = try collaboration.resolve(self.id)
    let assignments = try assignments.map { try Assignment(typed: $0) }
    let document = try json.map { try InputFile.json($0) }
    let isDone = try preview.isShown(
      collaboration, columns: Output.columns ?? 80, glyphs: options.shownGlyphs
    ) { (trial) throws(CollaborationError) in
      _ = try trial.set(id, assignments: assignments, document: document)
    }
    if isDone { return }
    let outcome = try collaboration.set(
      id, assignments: assignments, document: document,
      expecting: try ifRevision.map { try collaboration.revision(meant: $0, of: id) })
    Output.line(outcome.words)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}
