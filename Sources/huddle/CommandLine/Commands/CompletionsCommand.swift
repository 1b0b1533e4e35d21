import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a script that completes huddle's commands in your shell.",
    discussion: """
      Example:
        huddle completions bash > ~/.local/share/bash-completion/completions/huddle
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument { case bash, zsh, fish }

  @Argument(help: "Your shell.")
  var shell: Shell

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let script =
      switch shell {
      case .bash: Huddle.completionScript(for: .bash)
      case .zsh: Huddle.completionScript(for: .zsh)
      case .fish: Huddle.completionScript(for: .fish)
      }
    Output.result(script + "\n")
  }
}
