import ArgumentParser
import Collaborative
import Improvement

struct AdaptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adapt",
    abstract: "Make your own version of a resource; prints its id.",
    discussion: """
      It starts as a copy, names what it was made from and what changed, and its authors keep the
      credit.

      Example:
        huddle commons adapt "Warm blanket" --changed "Words for children." \\
          title="Warm blanket for children"
      """)

  @Argument(help: "A resource's title, or the beginning of its id.")
  var resource: String

  @Option(help: ArgumentHelp("What is different from the original.", valueName: "text"))
  var changed: String

  @Argument(help: ArgumentHelp("Fields that are not the original's.", valueName: "field=value"))
  var assignments: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let base = try collaboration.document(collaboration.resolve(resource, type: .resource))
    let typed = try assignments.map { try Assignment(typed: $0) }
    if let other = typed.first(where: { $0.operation != .set }) {
      throw Failure.usage("\(other.path): say what it is as a whole, \(other.path)=VALUE")
    }
    let outcome = try collaboration.adapt(
      Dictionary(typed.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 }),
      whatChanged: changed, from: base)
    Output.result("\(outcome.id)\n")
    Output.note(outcome.words)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}

struct ShareCycleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Offer what a cycle taught to the commons; prints the resource's id.",
    discussion: """
      Title, plain summary, steps and where it was tested come from the cycle where you do not give
      them; the cycle keeps the link.

      Example:
        huddle commons share "One warm patient" title="Warm blanket before theatre"
      """)

  @Argument(help: "A cycle's title, or the beginning of its id.")
  var cycle: String

  @Argument(help: ArgumentHelp("Fields of the resource.", valueName: "field=value"))
  var assignments: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let base = try collaboration.document(collaboration.resolve(cycle, type: .cycle))
    var texts = collaboration.contribution(of: Cycle(base.tree))
    for word in assignments {
      let assignment = try Assignment(typed: word)
      texts[assignment.path] = assignment.text
    }
    let outcome = try collaboration.share(texts, as: .changeIdea, of: base)
    Output.result("\(outcome.id)\n")
    Output.note(outcome.words)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}
