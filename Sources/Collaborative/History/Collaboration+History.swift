import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// What happened to a document, newest first, from the journal and the versions this host kept,
  /// for undo or in its history.
  ///
  /// - Parameter id: of a document that is there or in the trash.
  /// - Complexity: O(the journal).
  public func history(of id: DocumentID) throws(CollaborationError) -> [HistoryEntry] {
    let document = try documentOrTrashed(id)
    guard let type = DocumentType(rawValue: document.type) else { return [] }
    // What was done to numbers is told with the numbers, of which some are hidden from outside.
    if seesPublicCopies, type == .series { return [beginning(document)] }
    let entries = try attempt { () throws(StoreError) in try store.journalEntries() }
    var history: [HistoryEntry] = []
    // Asked for when the first version is missing.
    var old: [Revision: JSON]?
    for entry in entries {
      guard let change = entry.documents.first(where: { $0.id == id }) else { continue }
      var version = try attempt { () throws(StoreError) in try store.versions(of: entry) }?
        .first { $0.change.id == id }.map { (before: $0.before, after: $0.after) }
      if version == nil {
        if old == nil { old = try versionsInHistory(of: id) }
        version = Self.version(change, in: old ?? [:])
      }
      history.append(
        HistoryEntry(
          at: entry.at, by: entry.by, verb: entry.verb, words: ownWords(of: entry),
          old: change.old, new: change.new,
          changes: version.flatMap { changes($0.before, $0.after, id, type) }))
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

  private func versionsInHistory(
    of id: DocumentID
  ) throws(CollaborationError) -> [Revision: JSON] {
    // What waits is taken over first; where that cannot be, what is there already has to do.
    _ = try? keepHistory(atMost: Self.importedForOneReader)
    return try attempt { () throws(StoreError) in try store.versionsInHistory(of: id) }
  }

  /// Both versions around a change; nil where one of them is not known.
  private static func version(
    _ change: DocumentChange, in known: [Revision: JSON]
  ) -> (before: JSON?, after: JSON?)? {
    let (before, after) = (change.old.flatMap { known[$0] }, change.new.flatMap { known[$0] })
    if change.old != nil, before == nil { return nil }
    if change.new != nil, after == nil { return nil }
    return (before, after)
  }

  private func changes(
    _ before: JSON?, _ after: JSON?, _ id: DocumentID, _ type: DocumentType
  ) -> [FieldChange]? {
    // What was private then is not told because the document is shared now, and what a person shared
    // then is not told once they don't any more.
    let personal =
      type == .member ? (try? document(id)).map { personalFields(of: Member($0.tree)) } ?? [] : []
    func seen(_ tree: JSON) -> JSON? {
      let document = StoredDocument(
        id: id, type: type.rawValue, tree: tree, revision: Revision(of: []), place: "")
      return mayRead(document) ? hiding(personal, in: visible(document)) : nil
    }
    guard let before, let after else { return [] }
    guard let old = seen(before), let new = seen(after) else { return nil }
    return changes(from: old, to: new, type)
  }
}
