import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// What a transaction did, such as `changed the PDSA cycle “Warm blanket”`.
  func words(of entry: JournalEntry) -> String {
    let note = entry.note ?? ""
    let tellsOnlySharing = note.hasPrefix(EntryVerb.sharedAlthough)
    if !note.isEmpty, !tellsOnlySharing { return note }
    let done = EntryVerb(done: entry).words
    guard let first = entry.documents.first else { return done.past }
    let rest = entry.documents.count - 1
    let more = rest > 0 ? " and \(rest) more" : ""
    return [done.past, name(of: first), more.isEmpty ? "" : String(more.dropFirst()), done.end]
      .filter { !$0.isEmpty }.joined(separator: " ") + (tellsOnlySharing ? "; \(note)" : "")
  }

  /// `the PDSA cycle “Warm blanket”`, also of one in the trash; of what is nowhere, its kind.
  private func name(of change: DocumentChange) -> String {
    guard let type = DocumentType(rawValue: change.type) else { return "a \(change.type)" }
    let trashed = try? store.trashed().first { $0.id == change.id }?.tree
    guard let tree = (try? store.document(change.id))?.tree ?? (trashed ?? nil) else {
      return "a \(type.label)"
    }
    return phrase(tree, type)
  }
}

/// The first half of a journal's `verb:object`.
struct EntryVerb {
  let verb: String
  /// How a note begins that says why something was shared, and not what was done.
  static let sharedAlthough = "shared with what looks like "

  init(_ text: String) { verb = text.split(separator: ":").first.map(String.init) ?? text }

  /// What an entry did or, where it took something back, what that was. It is told from the entry's
  /// documents, because the journal keeps no text of them.
  init(done entry: JournalEntry) {
    self.init(entry.verb)
    guard let change = entry.documents.first, verb == "undo" || verb == "redo" else { return }
    let (old, new) = verb == "redo" ? (change.old, change.new) : (change.new, change.old)
    self.init(old == nil ? "add" : new == nil ? "remove" : "set")
  }

  /// What stands before what was changed, and behind it.
  var words: (past: String, end: String) {
    switch verb {
    case "add": ("added", "")
    case "set", "apply": ("changed", "")
    case "log": ("logged numbers in", "")
    case "import": ("imported into", "")
    case "remove": ("moved", "to the trash")
    case "restore": ("brought back", "")
    default: (verb, "")
    }
  }
}
