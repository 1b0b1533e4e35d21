import ArgumentParser
import Collaborative
import JSONTree

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one document.",
    discussion: """
      Examples:
        huddle show riverside
        huddle show 01k3v --json
      """)

  @Argument(help: "An id or its beginning, a site's code, a member's login, a measure's name.")
  var id: String

  @Flag(help: "As one JSON object, with revision and updated.")
  var json = false

  @OptionGroup var view: ViewOptions

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = view.of(try options.open())
    let document = try collaboration.document(collaboration.resolve(id))
    if json {
      Output.json(collaboration.presented(document))
    } else {
      Output.result(
        DocumentText(document, collaboration).text(
          columns: Output.columns ?? 80, glyphs: options.shownGlyphs))
    }
  }
}
