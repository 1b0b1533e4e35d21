import ArgumentParser

/// What can be done in the commons beyond `add` and `set`; `huddle commons` alone opens the section.
struct CommonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commons",
    abstract: "Share, adapt, take on, export and import resources.",
    discussion: """
      Without a further word the workbench opens at the commons.

      Examples:
        huddle commons export "Warm blanket" --format markdown > blanket.md
        huddle commons import blanket.md --dry-run
      """,
    subcommands: [
      ShareCycleCommand.self, AdaptCommand.self, FamilyCommand.self, TakeOnCommand.self,
      PackageCommand.self, ExportResourceCommand.self, ImportResourcesCommand.self,
    ])

  /// Whether a word is one of the further words.
  static func has(_ word: String) -> Bool {
    configuration.subcommands.contains { $0.configuration.commandName == word }
  }
}
