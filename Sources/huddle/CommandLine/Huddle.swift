import ArgumentParser
import Improvement
import Workbench

/// The command tree; without a command it opens the workbench.
struct Huddle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "huddle",
    abstract: "A workbench for healthcare improvement teams.",
    usage: """
      huddle [SECTION]
      huddle COMMAND …
      """,
    discussion: """
      Without a command the workbench opens, at a section if one is named:
      \(SectionID.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        huddle demo                       look around in a sample network
        huddle cycles                     open the workbench at the cycles
        huddle log wound-infections riverside 2026-03 2/118

      With every command, before or after it: --store DIR, --as LOGIN, --theme NAME,
      --glyphs unicode|ascii, --plain.
      """,
    subcommands: [
      DemoCommand.self, InitCommand.self, WhoAmICommand.self, ListCommand.self, SearchCommand.self,
      ShowCommand.self,
      AddCommand.self, SetCommand.self, RemoveCommand.self, RestoreCommand.self,
      WithdrawCommand.self, UndoCommand.self, RedoCommand.self, HistoryCommand.self,
      LogCommand.self, TryCommand.self, EvidenceCommand.self, MinutesCommand.self,
      ImportCommand.self, ApplyCommand.self, ChartCommand.self, ReportCommand.self,
      PortfolioCommand.self, ReviewCommand.self, SnoozeCommand.self, ScoreCommand.self,
      AnswerCommand.self, ResolveCommand.self, DigestCommand.self, CommonsCommand.self,
      BackupCommand.self, RestoreBackupCommand.self, DoctorCommand.self, CompletionsCommand.self,
      MatchCommand.self, AcceptCommand.self, FulfilCommand.self, RetractCommand.self,
      RosterCommand.self, MemberCommand.self, GateCommand.self, OpenCommand.self,
    ])
}

extension Huddle {
  /// The command that is called by one word, or by two where it stands beneath another.
  static func command(_ name: String) -> (any ParsableCommand.Type)? {
    var found: any ParsableCommand.Type = Huddle.self
    for word in name.split(separator: " ") {
      let next = found.configuration.subcommands.first {
        $0.configuration.commandName ?? "" == word
      }
      guard let next else { return nil }
      found = next
    }
    return found
  }
}
