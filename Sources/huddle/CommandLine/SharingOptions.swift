import ArgumentParser
import Collaborative

/// What every command takes that can show people something new.
struct SharingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Share what looks like an identifier, with a reason that the journal keeps.",
      valueName: "reason"))
  var shareAnyway: String?

  /// The person with their reason, where they gave one.
  func with(_ collaboration: Collaboration) throws -> Collaboration {
    try shareAnyway.map { try collaboration.sharing(although: $0) } ?? collaboration
  }
}
