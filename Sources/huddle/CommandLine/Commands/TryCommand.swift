import ArgumentParser
import Collaborative
import Improvement

struct TryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Begin a site's try-out of a resource, with a first small cycle.",
    discussion: """
      Both are made in one step and name each other; what is left out comes from the resource.
      Prints the cycle's id. Where the site has a try-out of it going on, the cycle joins that.

      Example:
        huddle try "Warm blanket before theatre" --site riverside --project "Warm patients" \\
          --prediction "9 of 10 patients get it" --start fri
      """)

  @Argument(help: "A resource's title, or the beginning of its id.")
  var resource: String

  @Option(help: ArgumentHelp("Where it is tried; else the project's only site.", valueName: "site"))
  var site: String?

  @Option(help: ArgumentHelp("The project it is part of.", valueName: "project"))
  var project: String

  @Option(help: ArgumentHelp("What you want to learn.", valueName: "text"))
  var objective: String?

  @Option(help: ArgumentHelp("If … then ….", valueName: "text"))
  var theory: String?

  @Option(help: ArgumentHelp("What you expect to happen.", valueName: "text"))
  var prediction: String?

  @Option(
    help: ArgumentHelp("The measure that will tell; with --prediction.", valueName: "measure"))
  var measure: String?

  @Option(help: ArgumentHelp("When you start: today, fri, 2026-03-14.", valueName: "date"))
  var start: String?

  @Flag(help: "Only considered for now.")
  var considering = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if measure != nil, prediction == nil {
      throw ValidationError("--measure tells of a prediction; add --prediction TEXT")
    }
  }

  func run() throws {
    let collaboration = try options.open()
    let id = try collaboration.resolve(resource, type: .resource)
    let given: [(String, String?)] = [
      ("project", project), ("site", site), ("plan.objective", objective),
      ("plan.theory", theory), ("plan.predictions.0.prediction", prediction),
      ("plan.predictions.0.measure", measure), ("plannedStart", start),
    ]
    let outcome = try collaboration.tryOut(
      id, stage: considering ? .considering : .testing,
      given.compactMap { path, text in text.map { Assignment(path, $0) } })
    Output.note(outcome.words)
    Output.line(outcome.id)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}
