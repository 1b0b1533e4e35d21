/// What someone can take back and what they can do again, newest last.
///
/// Undo is a transaction like any other whose entry names the one it takes back; to do something
/// again is to take that back in turn. The journal alone therefore says what is next.
public struct UndoStack: Sendable, Equatable {
  public private(set) var undoable: [JournalEntry] = []
  public private(set) var redoable: [JournalEntry] = []

  /// - Parameter entries: of one host, in the order in which they happened.
  public init(_ entries: some Sequence<JournalEntry>, by author: String) {
    for entry in entries where entry.by == author {
      guard let target = entry.undoes else {
        undoable.append(entry)
        redoable = []
        continue
      }
      if let index = undoable.lastIndex(where: { $0.id == target }) {
        undoable.remove(at: index)
        redoable.append(entry)
      } else {
        redoable.removeAll { $0.id == target }
        undoable.append(entry)
      }
    }
  }
}

extension DocumentStore {
  /// What someone's next undo, or redo, would take back: their newest on this host of which it has
  /// kept the versions; nil where there is none.
  ///
  /// What was withdrawn left no text to bring back, and does not stand in the way of the rest.
  ///
  /// Complexity: O(the newest months of the journal that tell).
  public func nextUndo(
    by author: String, isRedo: Bool = false
  ) throws(StoreError) -> JournalEntry? {
    try newest(by: author, isRedo: isRedo) { (entry) throws(StoreError) in
      try versions(of: entry) != nil
    }
  }

  /// What they would take back if its versions were kept: undo reaches only so far. What was
  /// withdrawn is left out.
  public func nextBeyondUndo(
    by author: String, isRedo: Bool = false
  ) throws(StoreError) -> JournalEntry? {
    try newest(by: author, isRedo: isRedo) { (entry) throws(StoreError) in
      !entry.documents.contains { isWithdrawn($0.id) }
    }
  }

  private func newest(
    by author: String, isRedo: Bool, where isWanted: (JournalEntry) throws(StoreError) -> Bool
  ) throws(StoreError) -> JournalEntry? {
    var entries: [JournalEntry] = []
    for month in try ownJournal().reversed() {
      entries = try readJournalFile(month.path, month.host, from: 0).entries + entries
      let known = Set(entries.map(\.id))
      // What an undo takes back must be known to tell it from a redo.
      if entries.contains(where: { $0.undoes.map { !known.contains($0) } ?? false }) { continue }
      let stack = UndoStack(entries, by: author)
      for entry in (isRedo ? stack.redoable : stack.undoable).reversed()
      where try isWanted(entry) {
        return entry
      }
    }
    return nil
  }
}
