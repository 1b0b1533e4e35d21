import ArgumentParser
import Collaborative
import Improvement

struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Say what fits a need or an offer, and why.",
    discussion: """
      Offers for a need, needs for an offer, the best first; for a need also what the commons holds
      and people who know about it. Nothing is changed: huddle accept brings two together.

      Example:
        huddle match 01k3v --json
      """)

  @Argument(help: "The id of a need or an offer, or its beginning.")
  var id: String

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let list = try collaboration.whole {
      try collaboration.matches(of: collaboration.resolve(id), limit: 20)
    }
    if json { return Output.json(list.json) }
    for (heading, rows) in [
      ("matched with", list.accepted), ("fits", list.matches),
      ("in the commons", list.resources), ("knows about it", list.people),
    ] {
      for row in rows {
        let said = [row.who, row.words].filter { !$0.isEmpty }.joined(separator: ": ")
        Output.line("\(heading)  \(row.target.id)  \(row.title)  (\(said))")
      }
    }
    if list.isEmpty {
      Output.note(
        "nothing fits “\(list.title)” yet; tags and plain words help: huddle set ID tags+=…")
    }
  }
}

struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Bring a need and an offer together.",
    discussion: """
      Both become matched, and both people see it on Today; huddle undo parts them again. Whoever
      asks or offers may accept.

      Example:
        huddle accept 01k3v 01k4b
      """)

  @Argument(help: "The id of the need, or its beginning.")
  var need: String

  @Argument(help: "The id of the offer, or its beginning.")
  var offer: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let outcome = try collaboration.accept(
      collaboration.resolve(need), collaboration.resolve(offer))
    Output.line(outcome.words)
  }
}

struct FulfilCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fulfil",
    abstract: "Say who helped with a need, and thank them.",
    discussion: """
      The need is met, and so is the offer it was matched with. Without --by it is whoever made that
      offer.

      Example:
        huddle fulfil 01k3v --by priya --helpful 5 --thanks "The leaflet is on every bed now."
      """)

  @Argument(help: "The id of the need, or its beginning.")
  var need: String

  @Option(help: ArgumentHelp("Who helped: a login, a name or an id.", valueName: "member"))
  var by: String?

  @Option(help: ArgumentHelp("The day; else today.", valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp("From 1, not at all, to 5, very.", valueName: "1-5"))
  var helpful: String?

  @Option(help: ArgumentHelp("What they will read on Today.", valueName: "text"))
  var thanks: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let id = try collaboration.resolve(need)
    let helper: String?
    if let by {
      helper = try collaboration.resolve(by, type: .member)
    } else {
      helper = collaboration.likelyHelper(with: Need(try collaboration.document(id).tree))
    }
    let outcome = try collaboration.fulfil(
      id,
      Collaboration.Help(by: helper, on: on ?? "", helpful: helpful ?? "", thanks: thanks ?? ""))
    Output.line(outcome.words)
  }
}

struct RetractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Take a need or an offer off the list; it can still be read.",
    discussion: """
      What it was matched with is open again. --reopen puts it back on the list. To make its text go
      for good, huddle withdraw.

      Example:
        huddle retract 01k4b
      """)

  @Argument(help: "The id of a need or an offer, or its beginning.")
  var id: String

  @Flag(help: "Put it back on the list.")
  var reopen = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let id = try collaboration.resolve(id)
    let outcome = try reopen ? collaboration.reopen(id) : collaboration.retract(id)
    Output.line(outcome.words)
  }
}
