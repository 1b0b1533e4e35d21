import ArgumentParser
import Collaborative

struct WhoAmICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whoami",
    abstract: "Say who huddle takes you for, and why.",
    discussion: """
      Example:
        huddle whoami --as priya
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let principal = collaboration.principal
    Output.line(principal.introduction)
    Output.line(Self.reason(principal))
    Output.line("store: \(options.storePath)")
  }

  static func reason(_ principal: Principal) -> String {
    switch principal.source {
    case .asked: "because you said so with --as \(principal.login)"
    case .login: "because \(principal.login) is your name on this computer"
    case .gate: "because of the key you came in with"
    case .sample:
      "because this is a synthetic sample network; --as LOGIN is someone else of it"
    case .formerMember:
      "you may read; the member with the login \(principal.login) has left, ask a steward to come "
        + "back"
    case .futureMember:
      "you may read; the time of the member with the login \(principal.login) has not begun, come "
        + "then or ask a steward to set active.from"
    case .visitor:
      "you may read; to take part, ask a steward to add you: "
        + "huddle add member name=… login=\(principal.login) perspective=…"
    }
  }
}
