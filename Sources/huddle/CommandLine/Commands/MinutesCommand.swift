import ArgumentParser
import Collaborative
import Improvement

struct MinutesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes",
    abstract: "Print the minutes of a project's meeting as Markdown.",
    discussion: """
      What was decided and agreed stands first, then what is to do, the cycles and the numbers that
      came since the meeting before. The meeting page itself is `m` in the workbench.

      Example:
        huddle minutes "Warm patients" --on 2026-03-14 > minutes.md
      """)

  @Argument(help: "A project's name, or the beginning of its id.")
  var project: String

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("The day of the meeting; else the newest one.", valueName: "date"))
  var day: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let id = try collaboration.resolve(project, type: .project)
    var wanted = try collaboration.lastMeeting(about: id)
    if let day {
      guard let date = CalendarDate(typed: day, today: collaboration.clock.today) else {
        throw ValidationError("“\(day)” is no day; write it as 2026-03-14")
      }
      wanted = date
    }
    let minutes = try collaboration.whole {
      try collaboration.meeting(about: id, on: wanted).minutes
    }
    Output.line(String(minutes.dropLast()))
  }
}
