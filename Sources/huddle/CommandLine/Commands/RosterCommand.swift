import ArgumentParser
import Collaborative
import Exchange
import Improvement

/// Who does what in which project, from when to when.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Give, end and hand over roles; rosters as CSV, out and in.",
    discussion: """
      Examples:
        huddle roster hand-over warm-patients data-lead --to kofi --on 2026-12-01
        huddle roster export --site riverside > riverside.csv
        huddle roster import riverside.csv --dry-run
      """,
    subcommands: [
      GiveRoleCommand.self, EndRoleCommand.self, HandOverCommand.self, ExportRosterCommand.self,
      ImportRosterCommand.self,
    ])
}

struct GiveRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put somebody on a project's roster.",
    discussion: """
      Example:
        huddle roster add warm-patients data-lead kofi --from 2026-12-01
      """)

  @Argument(help: "A project's name, or the beginning of its id.")
  var project: String

  @Argument(help: "The role: \(RosterRole.allCases.map(\.rawValue).joined(separator: ", ")).")
  var role: String

  @Argument(help: "Who: a login, a name or an id.")
  var member: String

  @Option(help: ArgumentHelp("The first day; else today.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last day, where it is known.", valueName: "date"))
  var until: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let outcome = try collaboration.giveRole(
      RosterWords.role(role), in: collaboration.resolve(project, type: .project),
      to: collaboration.resolve(member, type: .member),
      from: RosterWords.day(from, collaboration) ?? collaboration.clock.today,
      until: RosterWords.day(until, collaboration))
    Output.line(outcome.words)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}

struct EndRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "Let somebody's role in a project end; it stays in its history.",
    discussion: """
      Example:
        huddle roster end warm-patients data-lead --on 2026-11-30
      """)

  @Argument(help: "A project's name, or the beginning of its id.")
  var project: String

  @Argument(help: "The role, such as data-lead.")
  var role: String

  @Option(help: ArgumentHelp("Whose, where several have the role.", valueName: "member"))
  var holder: String?

  @Option(help: ArgumentHelp("The last day; else today.", valueName: "date"))
  var on: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let place = try RosterWords.place(project, role, holder, collaboration)
    let outcome = try collaboration.endRole(
      place, on: RosterWords.day(on, collaboration) ?? collaboration.clock.today)
    Output.line(outcome.words)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}

struct HandOverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand-over",
    abstract: "Hand a role over: the old holder's last day is the one before.",
    discussion: """
      Example:
        huddle roster hand-over warm-patients data-lead --to kofi --on 2026-12-01
      """)

  @Argument(help: "A project's name, or the beginning of its id.")
  var project: String

  @Argument(help: "The role, such as data-lead.")
  var role: String

  @Option(help: ArgumentHelp("Who takes it over.", valueName: "member"))
  var to: String

  @Option(help: ArgumentHelp("Whose, where several have the role.", valueName: "member"))
  var holder: String?

  @Option(help: ArgumentHelp("The first day of the new one; else today.", valueName: "date"))
  var on: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let place = try RosterWords.place(project, role, holder, collaboration)
    let outcome = try collaboration.handOver(
      place, to: collaboration.resolve(to, type: .member),
      from: RosterWords.day(on, collaboration) ?? collaboration.clock.today)
    Output.line(outcome.words)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}

/// What is typed about a roster, as what it means.
private enum RosterWords {
  static func role(_ text: String) throws -> RosterRole {
    do throws(FieldTextError) {
      let value = try FieldText.read(text, as: RosterRole.kind, today: Clock.live.today)
      if let role = value?.string.flatMap(RosterRole.init) { return role }
    } catch {
      throw Failure.refused("\(error)")
    }
    throw Failure.refused("no role is named; write one such as \(RosterRole.dataLead.rawValue)")
  }

  static func day(_ text: String?, _ collaboration: Collaboration) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let day = CalendarDate(typed: text, today: collaboration.clock.today) else {
      throw Failure.refused("“\(text)” is no date; write such as 2026-12-01, today or +2w")
    }
    return day
  }

  static func place(
    _ project: String, _ role: String, _ holder: String?, _ collaboration: Collaboration
  ) throws -> RosterPlace {
    try collaboration.rosterPlace(
      self.role(role), in: collaboration.resolve(project, type: .project),
      heldBy: holder.map { try collaboration.resolve($0, type: .member) })
  }
}
