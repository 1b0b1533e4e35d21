import Cells
import Improvement

/// Which command a key means where it is typed.
public struct Keymap: Sendable {
  public let commands: [Command]
  private let byKey: [Key: [Int]]

  public init(_ commands: [Command] = CommandTable.all) {
    self.commands = commands
    var byKey: [Key: [Int]] = [:]
    for (index, command) in commands.enumerated() {
      for stroke in command.keys { byKey[stroke.key, default: []].append(index) }
    }
    self.byKey = byKey
  }

  /// The command a key means in a context: what is about the document wins over what belongs to
  /// the section, and that over what is general.
  public func command(
    for key: Key, in context: Command.Context, section: SectionID, about document: DocumentType?
  ) -> Command? {
    let fitting = (byKey[key] ?? []).map { commands[$0] }
      .filter { $0.belongs(to: context, in: section, about: document) }
    return fitting.first { !$0.documents.isEmpty } ?? fitting.first { !$0.sections.isEmpty }
      ?? fitting.first
  }

  /// Two commands that want the same key in the same place; a table without any is sound.
  public var clashes: [(Keystroke, String, String)] {
    var found: [(Keystroke, String, String)] = []
    for (key, indices) in byKey {
      for (place, first) in indices.enumerated() {
        for second in indices[(place + 1)...] {
          let (a, b) = (commands[first], commands[second])
          let sharesSection =
            a.sections.isEmpty == b.sections.isEmpty
            && (a.sections.isEmpty || !a.sections.isDisjoint(with: b.sections))
          let sharesDocument =
            a.documents.isEmpty == b.documents.isEmpty
            && (a.documents.isEmpty || !a.documents.isDisjoint(with: b.documents))
          if sharesSection, sharesDocument, !a.contexts.isDisjoint(with: b.contexts) {
            found.append((Keystroke(key), a.id, b.id))
          }
        }
      }
    }
    return found
  }

  public static let standard = Keymap()
}

/// Every command of the workbench, in the order in which help shows them.
public enum CommandTable {
  public static let all: [Command] =
    movement + looking + browsing + projects + course + team + changing + cycles + evidence
    + exchange + entering + points + charting + comparing + stacking + portfolio + notes + meeting
    + forms + grid
    + lineage + sections + program

  /// The command an id or an alias names.
  public static func command(named name: String) -> Command? {
    let word = name.lowercased()
    return all.first { $0.id == word || $0.aliases.contains(word) }
  }
}
