import ArgumentParser
import Collaborative

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Move a document to the trash.",
    discussion: """
      Example:
        huddle remove 01k3v
      """)

  @Argument(help: "An id or its beginning, a site's code, a member's login, a measure's name.")
  var id: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let outcome = try collaboration.remove(collaboration.resolve(id))
    Output.line(outcome.words)
    Output.note("huddle restore \(outcome.id) brings it back")
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Bring a document back from the trash.",
    discussion: """
      Example:
        huddle restore 01k3v
      """)

  @Argument(help: "The document's id or its beginning.")
  var id: String

  @OptionGroup var options: GlobalOptions

  func run() throws { Output.line(try options.open().restore(id).words) }
}
