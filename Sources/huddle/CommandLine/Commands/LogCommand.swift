import ArgumentParser
import Collaborative

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Log one number of a measure at a site.",
    discussion: """
      VALUE is a number (3.2), some of many (2/118), 0/0 for no opportunities, na for not due,
      '?' for missing; ~2/118 is provisional.

      Example:
        huddle log wound-infections riverside 2026-03 2/118 --note "new theatre"
      """)

  @Argument(help: "The measure's name, PROJECT/MEASURE or id.")
  var measure: String

  @Argument(help: "The site's code or id.")
  var site: String

  @Argument(help: "The period: 2026-03, 2026-W12, 2026-Q1 or a day in it.")
  var period: String

  @Argument(help: "The number.")
  var value: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What others should know about it.", valueName: "text"))
  var note: String?

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try sharing.with(options.open())
    let outcome = try collaboration.log(
      ObservationEntry(measure: measure, site: site, period: period, text: value, note: note))
    Output.line(outcome.words)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}
