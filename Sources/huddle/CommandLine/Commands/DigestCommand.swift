import ArgumentParser
import Collaborative
import Improvement
import Workbench

struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Tell a coach what changed at their sites and who needs attention.",
    discussion: """
      Plain text for a mail or a cron job, as whoever asks may see it, in lines
      of at most 76 columns. A cron job of the store's account tells it as the
      coach left it with --as.

      Examples:
        huddle digest --as priya --since 2026-11-16
        huddle digest --as priya | mail -s "Your sites" priya@example.org
        huddle digest --as ingrid --coach priya --json
      """)

  @OptionGroup var whose: CoachArgument

  @Option(
    help: ArgumentHelp("The first day that is told, else a week ago.", valueName: "date"))
  var since: String?

  @Flag(help: "As one JSON object.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let digest = try collaboration.whole {
      try collaboration.digest(
        ofCoach: whose.member(collaboration), since: firstDay(today: collaboration.clock.today))
    }
    if json {
      Output.json(digest.json)
    } else {
      Output.result(TerminalText.visible(digest.plainText(glyphs: options.shownGlyphs)))
    }
  }

  private func firstDay(today: CalendarDate) throws -> CalendarDate? {
    guard let since else { return nil }
    guard let day = CalendarDate(typed: since, today: today) else {
      throw Failure.refused("--since \(since): no such day; write it like 2026-03-14")
    }
    guard day <= today else {
      throw Failure.refused("--since \(since) is still to come; name a day that has been")
    }
    return day
  }
}

/// Whose sites are meant.
struct CoachArgument: ParsableArguments {
  @Option(help: ArgumentHelp("The coach, if not you.", valueName: "login"))
  var coach: String?

  func member(_ collaboration: Collaboration) throws -> String? {
    try coach.map { try collaboration.resolve($0, type: .member) }
  }
}
