import ArgumentParser
import Collaborative

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what you changed last on this computer.",
    discussion: """
      What others changed since stays; where they changed the same, nothing is taken back.

      Example:
        huddle undo
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    Output.line(try options.open().undo().words)
    Output.note("huddle redo does it again")
  }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Do again what you took back last.",
    discussion: """
      Example:
        huddle redo
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws { Output.line(try options.open().redo().words) }
}
