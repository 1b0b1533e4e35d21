import ArgumentParser
import Collaborative
import DocumentStore
import JSONTree

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show who changed a document, when and what.",
    discussion: """
      The newest change comes first. What changed is told as far as this computer kept it.

      Examples:
        huddle history 01k3v
        huddle history riverside --json
      """)

  @Argument(help: "An id or its beginning, a site's code, a member's login, a measure's name.")
  var id: String

  @Flag(help: "As a JSON array, the newest first.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let history = try collaboration.history(of: try resolved(collaboration))
    if json {
      Output.json(.array(history.map(\.tree)))
    } else {
      for entry in history { Output.line(text(entry, collaboration)) }
    }
  }

  /// A document in the trash has a history too, and is known by its whole id.
  private func resolved(_ collaboration: Collaboration) throws -> DocumentID {
    do throws(CollaborationError) {
      return try collaboration.resolve(id)
    } catch {
      guard case .noSuchDocument = error, let id = ULID(id) else { throw error }
      return id.text
    }
  }

  private func text(_ entry: HistoryEntry, _ collaboration: Collaboration) -> String {
    let by = entry.by.isEmpty ? "somebody" : collaboration.name(of: entry.by)
    let head = "\(entry.at?.description ?? "at some time")  \(by)  \(entry.words)"
    return ([head] + (entry.changes ?? []).map { "  \($0.words)" }).joined(separator: "\n")
  }
}

extension HistoryEntry {
  fileprivate var tree: JSON {
    var tree: JSON = ["by": .string(by), "verb": .string(verb), "words": .string(words)]
    tree["at"] = at.map { .string($0.description) }
    tree["old"] = old.map { .string($0.hex) }
    tree["new"] = new.map { .string($0.hex) }
    tree["changes"] = changes.map { changes in
      .array(
        changes.map { change in
          var entry: JSON = ["path": .string(change.path), "words": .string(change.words)]
          entry["before"] = change.before
          entry["after"] = change.after
          return entry
        })
    }
    return tree
  }
}
