import ArgumentParser
import Collaborative

/// What every command takes that shows something.
struct ViewOptions: ParsableArguments {
  @Flag(
    name: .customLong("public"),
    help: "As anybody outside the network sees it: small counts and what rests on them hidden.")
  var isPublic = false

  /// The network as it is to be seen.
  func of(_ collaboration: Collaboration) -> Collaboration {
    isPublic ? collaboration.seenFromOutside : collaboration
  }
}
