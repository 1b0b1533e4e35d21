import ArgumentParser
import Collaborative
import JSONTree

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a document; prints its id.",
    discussion: """
      A value is read by its field's kind: dates may be today, fri or +2w, a site is named by its
      code, a member by login.

      Examples:
        huddle add cycle project=warm plan.objective="Do blankets keep patients warm?"
        huddle add member name="Priya Nair" login=priya networkRole=coach perspective=clinician
        huddle add need --json need.json
        huddle add resource title="Warm blanket" kind=change-idea --preview
      """)

  @Argument(
    help: "What to add: \(TypeArgument.allValueStrings.joined(separator: ", ")).",
    completion: .list(TypeArgument.allValueStrings), transform: TypeArgument.read)
  var type: TypeArgument

  @Argument(help: ArgumentHelp("Fields and their values.", valueName: "field=value"))
  var assignments: [String] = []

  @Option(
    help: ArgumentHelp("A document to begin with; - reads it from the input.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var json: String?

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var preview: PreviewOption

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try sharing.with(options.open())
    let assignments = try assignments.map { try Assignment(typed: $0) }
    let document = try json.map { try InputFile.json($0) }
    let isDone = try preview.isShown(
      collaboration, columns: Output.columns ?? 80, glyphs: options.shownGlyphs
    ) { (trial) throws(CollaborationError) in
      _ = try trial.add(type.type, assignments: assignments, document: document)
    }
    if isDone { return }
    let outcome = try collaboration.add(
      type.type, assignments: assignments, document: document)
    Output.result("\(outcome.id)\n")
    Output.note(outcome.words)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}
