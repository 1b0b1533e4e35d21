import ArgumentParser
import Glibc
import Improvement
import Workbench

@main
enum Program {
  static func main() {
    growHeapsInLargeSteps()
    takeStandardDescriptors()
    // A file that may not become larger is a failure of the save, which says so, and no crash.
    signal(SIGXFSZ, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Takes the places of standard input, output and error where whoever starts this has closed them:
  /// the next file opened would be taken for one of them.
  private static func takeStandardDescriptors() {
    // Each gets the lowest number that is free.
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Does what the arguments say.
  ///
  /// - Returns: the exit code.
  static func run(_ typed: [String]) -> Int32 {
    let order = ArgumentOrder(typed)
    do {
      var command: any ParsableCommand
      if let opening = quick(order) {
        takePagesOfVariables()
        OwnThread.run { rehearseFirstScreen() }
        command = opening
      } else if let word = order.word, let words = unknown(word) {
        Output.note("huddle: \(words)")
        return 2
      } else {
        command = try Self.command(arguments(order))
      }
      try command.run()
      return Entrance.codeAtEnd
    } catch {
      return report(error)
    }
  }

  /// What opens a workbench where nothing else was said; the parser takes longer than all of it, and
  /// so does the list of all commands.
  private static func quick(_ order: ArgumentOrder) -> (any ParsableCommand)? {
    if let opening = OpenCommand(order) { return opening }
    return DemoCommand(order)
  }

  /// The command that words stand for.
  ///
  /// A command's own parser is made sooner than that of the whole tree, which is left to say what
  /// is wrong or asked about.
  private static func command(_ words: [String]) throws -> any ParsableCommand {
    let types = Huddle.configuration.subcommands
    if let type = types.first(where: { $0.configuration.commandName == words.first }),
      let command = try? type.parseAsRoot(Array(words.dropFirst()))
    {
      return command
    }
    return try Huddle.parseAsRoot(words)
  }

  /// A section, or no word at all, opens the workbench. A word that is a command as well opens it
  /// where it stands alone.
  private static func arguments(_ order: ArgumentOrder) -> [String] {
    let asksForHelp = order.arguments.contains { $0 == "--help" || $0 == "-h" }
    if let word = order.word {
      let isCommand = Huddle.configuration.subcommands.contains {
        $0.configuration.commandName == word
      }
      return SectionID(word: word) == nil || (isCommand && !order.isWordAlone)
        ? order.arguments : [OpenCommand.name] + order.arguments
    }
    return asksForHelp ? ["--help"] : [OpenCommand.name] + order.arguments
  }

  /// What to say about a first word that is neither a command nor a section.
  private static func unknown(_ word: String) -> String? {
    let commands = Huddle.configuration.subcommands.compactMap { $0.configuration.commandName }
    let known =
      commands.filter { $0 != OpenCommand.name } + SectionID.allCases.map(\.rawValue) + ["help"]
    if known.contains(word) { return nil }
    let near = Similarity.closest(to: word, in: known)
    let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
    return "“\(word)” is no command and no section\(hint.isEmpty ? ";" : hint) "
      + "huddle --help shows them all"
  }

  private static func report(_ error: any Error) -> Int32 {
    if let failure = Failure(error) {
      Entrance.refused(failure.words)
      Output.note(
        failure.isPage
          ? failure.words : "huddle: \(TerminalText.visible(failure.words, keepsLines: false))")
      return failure.code
    }
    if Huddle.exitCode(for: error).isSuccess {
      Output.result(Huddle.fullMessage(for: error) + "\n")
      return 0
    }
    // Opening the workbench is no word of the command line, so that its help is that of huddle.
    let message = Huddle.fullMessage(for: error)
      .replacing("huddle \(OpenCommand.name) --help", with: "huddle --help")
    Entrance.refused(message.split(separator: "\n").first.map(String.init) ?? "")
    Output.note(message)
    return 2
  }
}
