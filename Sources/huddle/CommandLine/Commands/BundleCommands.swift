import ArgumentParser
import Collaborative
import Exchange
import JSONTree

/// How a bundle is written.
enum BundleFormat: String, CaseIterable, ExpressibleByArgument {
  case json, markdown
}

struct ExportResourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a resource, with all that it is made of, for another network.",
    discussion: """
      Only what is shared with the network leaves. People go by their names where they agreed to be
      listed; contacts, consents and notes stay. Files go along by name only.

      Example:
        huddle commons export "Warm patients" > warm-patients.json
      """)

  @Argument(help: "A resource's title, or the beginning of its id.")
  var resource: String

  @Option(help: "How it is written.")
  var format: BundleFormat = .json

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let exported = try collaboration.whole {
      try collaboration.export(collaboration.resolve(resource, type: .resource))
    }
    switch format {
    case .json: Output.result(TerminalText.visibleJSON(BundleFile.json(exported.bundle)))
    case .markdown: Output.result(TerminalText.visible(BundleFile.markdown(exported.bundle)))
    }
    for note in exported.notes { Output.note(note) }
  }
}

struct ImportResourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in the resources of a bundle, all or none.",
    discussion: """
      The file is JSON or Markdown with front matter, as huddle commons export writes them. What is
      new, changed and in conflict is shown first; with a conflict nothing is changed until you say
      whose version stands.

      Example:
        huddle commons import warm-patients.json --dry-run
      """)

  @Argument(
    help: ArgumentHelp("The bundle; - reads the input.", valueName: "file"),
    completion: .file(extensions: ["json", "md"]))
  var file: String

  @Flag(help: "Stop after the preview.")
  var dryRun = false

  @Flag(help: "Where both say something else, take what the file says.")
  var theirs = false

  @Flag(help: "Where both say something else, keep what is here.")
  var ours = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if ours, theirs { throw ValidationError("Choose one of --ours and --theirs.") }
  }

  func run() throws {
    let collaboration = try options.open()
    let source = file == "-" ? "standard input" : String(file.split(separator: "/").last ?? "")
    let bytes = try InputFile.bytes(file, atMost: 64 << 20)
    let bundle: ResourceBundle
    do throws(BundleError) {
      bundle = try BundleFile.read(bytes)
    } catch {
      throw Failure.refused("\(source): \(error)")
    }
    let plan = try collaboration.plan(bundle)
    for entry in plan.entries { Output.note("  \(entry.words)") }
    if dryRun {
      Output.line("a dry run: nothing was changed")
      return
    }
    Output.line(
      try collaboration.carryOut(
        plan, conflicts: ours ? .ours : theirs ? .theirs : .none, from: source))
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}
