import ArgumentParser
import Collaborative

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an empty store.",
    discussion: """
      You become its first member and steward, so that you can add the others.

      Example:
        huddle init --name "Safer Surgery Network"
      """)

  @Option(help: ArgumentHelp("What the network is called.", valueName: "text"))
  var name = "Our network"

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let login = options.login ?? GlobalOptions.unixLogin
    let made = try Collaboration.create(path: options.storePath, name: name, unixLogin: login)
    Output.line("made the store \(options.storePath) for \(name)")
    Output.line("you are \(made.principal.introduction); next, add a site:")
    Output.line("  huddle add site name=\"Riverside Hospital\" code=riverside kind=hospital")
  }
}
