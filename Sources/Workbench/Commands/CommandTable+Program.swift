import Cells

extension CommandTable {
  /// One command a section, with its digit.
  static let sections: [Command] = SectionID.allCases.enumerated().map { index, section in
    Command(
      section.rawValue, section.title, help: "Go to \(section.title).", group: .sections,
      keys: [Keystroke(.character(Character(String(index + 1))))]
    ) { $0.goTo(section) }
  }

  static let program: [Command] = [
    Command(
      "help", "keys", help: "Show the keys for where you are.", group: .program,
      keys: ["?"], aliases: ["keys"], hint: "keys"
    ) { $0.openHelp() },
    Command(
      "command", "command", help: "Type a command by its name.", group: .program,
      keys: [":"], hint: "command"
    ) { $0.openPrompt(.command) },
    Command(
      "theme", "theme", help: "Change the colours: `:theme dark`.", group: .program
    ) { $0.nextTheme() },
    Command(
      "glyphs", "glyphs", help: "Draw with Unicode or with plain ASCII.", group: .program
    ) { $0.toggleGlyphs() },
    Command(
      "suspend", "suspend", help: "Leave to the shell for a while; `fg` comes back.",
      group: .program, keys: ["^z"]
    ) { _ in [.suspend] },
    Command(
      "quit", "quit", help: "Go back; at the top, leave huddle.", group: .program,
      keys: ["q"], hint: "quit"
    ) { $0.goBackOrQuit() },
    Command(
      "quit.now", "leave", help: "Leave huddle from wherever you are.", group: .program,
      keys: ["^c"], aliases: ["q!", "exit"]
    ) { $0.quit() },
  ]
}
