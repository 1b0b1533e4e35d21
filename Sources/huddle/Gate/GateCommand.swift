import ArgumentParser
import Collaborative
import Glibc

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Let one member in over SSH.",
    discussion: """
      For a line of authorized_keys, which says who comes in; member invite writes it. Without a
      command the workbench opens; the commands that neither read nor write files can be given:
      ssh HOST list cycle --json. What is refused is said, and written to the log.

      Example of such a line:
        restrict,pty,command="/usr/bin/huddle gate --member priya --store /srv/huddle" ssh-ed25519 …
      """)

  @Option(help: ArgumentHelp("The login of the member whose key this is.", valueName: "login"))
  var member: String

  @Option(help: ArgumentHelp("Leave after so many minutes without a key.", valueName: "n"))
  var idleMinutes = 30.0

  @Option(
    help: ArgumentHelp(
      "Where refusals are written down.",
      discussion: "Else gate.log in the account's folder .local/state/huddle.", valueName: "file"))
  var log: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if options.login != nil { throw ValidationError("--member says who comes in; leave --as out.") }
    guard let store = options.store, store.hasPrefix("/") else {
      throw ValidationError(
        "Say --store with a full path: what a caller's environment says is not believed.")
    }
    if let log, !log.hasPrefix("/") { throw ValidationError("--log wants a full path.") }
    if !(0.01...1_440).contains(idleMinutes) {
      throw ValidationError("--idle-minutes wants 0.01 to 1440.")
    }
  }

  func run() throws {
    let gate = Gate(
      member: member, store: options.storePath, idleMinutes: idleMinutes, logPath: log)
    Glibc.exit(gate.run())
  }
}
