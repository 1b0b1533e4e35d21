import ArgumentParser
import Collaborative

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take a document back for good.",
    discussion: """
      Its text goes from the store, the trash, drafts and this computer's history; who did it, when
      and why stays. Copies that were exported or backed up before cannot be recalled.

      Example:
        huddle withdraw 01k3v --reason "the patient asked us to"
      """)

  @Argument(help: "An id or its beginning, a site's code, a member's login, a measure's name.")
  var id: String

  @Option(help: ArgumentHelp("Why, for others to read.", valueName: "text"))
  var reason: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let words = try options.open().withdraw(id, reason: reason)
    for (index, line) in words.enumerated() {
      if index == 0 { Output.line(line) } else { Output.note(line) }
    }
  }
}
