import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// What happened to a document, newest first, from the journal and the versions this host kept.
  ///
  /// - Parameter id: of a document that is there or in the trash.
  /// Complexity: O(the journal).
  public func history(of id: DocumentID) throws(CollaborationError) -> [HistoryEntry] {
    let document = try documentOrTrashed(id)
    guard let type = DocumentType(rawValue: document.type) else { return [] }
    let entries = try attempt { () throws(StoreError) in try store.journalEntries() }
    var history: [HistoryEntry] = []
    for entry in entries {
      guard let change = entry.documents.first(where: { $0.id == id }) else { continue }
      history.append(
        HistoryEntry(
          at: entry.at, by: entry.by, verb: entry.verb, words: ownWords(of: entry),
          old: change.old, new: change.new, changes: try changes(in: entry, id, type)))
    }
    if history.first?.old != nil || history.isEmpty {
      history.insert(beginning(document), at: 0)
    }
    return history.reversed()
  }

  private func documentOrTrashed(
    _ id: DocumentID
  ) throws(CollaborationError) -> StoredDocument {
    do throws(CollaborationError) {
      return try document(id)
    } catch {
      guard case .store(.noSuchDocument) = error,
        let trashed = try? store.trashed().first(where: { $0.id == id })
      else { throw error }
      let document = StoredDocument(
        id: id, type: trashed.type, tree: trashed.tree,
        revision: Revision(of: trashed.tree.canonicalBytes), place: trashed.place)
      guard mayRead(document) else {
        throw .notPermitted(.mayNotRead(type: DocumentType(rawValue: trashed.type) ?? .note))
      }
      return document
    }
  }

  /// What a document says of its making, where the journal begins later.
  private func beginning(_ document: StoredDocument) -> HistoryEntry {
    HistoryEntry(
      at: document.tree["created.at" as JSONPath]?.string.flatMap(Timestamp.init),
      by: document.tree["created.by" as JSONPath]?.string ?? "", verb: "add:\(document.type)",
      words: "added", old: nil, new: nil, changes: nil)
  }

  /// What a transaction did, where it is clear to which document.
  private func ownWords(of entry: JournalEntry) -> String {
    let verb = EntryVerb(entry.verb)
    let note = entry.note ?? ""
    let plain = EntryVerb(done: entry).words
    let done =
      note.isEmpty ? [plain.past, plain.end].filter { !$0.isEmpty }.joined(separator: " ") : note
    return switch verb.verb {
    case "undo": "took back: \(done)"
    case "redo": "did again: \(done)"
    default: done
    }
  }

  private func changes(
    in entry: JournalEntry, _ id: DocumentID, _ type: DocumentType
  ) throws(CollaborationError) -> [FieldChange]? {
    let versions = try attempt { () throws(StoreError) in try store.versions(of: entry) }
    guard let version = versions?.first(where: { $0.change.id == id }) else { return nil }
    // What was private then is not told because the document is shared now.
    func seen(_ tree: JSON) -> JSON? {
      let document = StoredDocument(
        id: id, type: type.rawValue, tree: tree, revision: Revision(of: []), place: "")
      return mayRead(document) ? visible(document) : nil
    }
    guard let before = version.before, let after = version.after else { return [] }
    guard let old = seen(before), let new = seen(after) else { return nil }
    return changes(from: old, to: new, type)
  }
}
