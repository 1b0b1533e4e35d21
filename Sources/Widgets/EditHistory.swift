/// What one change of a text replaced, so that it can be taken back.
struct Edit: Hashable, Sendable {
  var place: Int
  var removed: [Character]
  var inserted: [Character]
  /// Where the cursor stood before.
  var cursor: Int
}

/// The changes of a text that can be taken back and made again. It keeps what changed and not whole
/// texts, so that a long one does not fill the memory while it is typed.
struct EditHistory: Hashable, Sendable {
  /// How many changes are kept at most.
  private static let most = 200

  private var undoable: [Edit] = []
  private var redoable: [Edit] = []

  /// Keeps a change; what goes on where the last one ended is taken back together with it.
  mutating func note(_ edit: Edit, goesOn: Bool) {
    redoable = []
    if goesOn, let both = undoable.last?.followed(by: edit) {
      undoable[undoable.count - 1] = both
    } else {
      undoable.append(edit)
    }
    if undoable.count > Self.most { undoable.removeFirst() }
  }

  mutating func takeBack() -> Edit? {
    guard let edit = undoable.popLast() else { return nil }
    redoable.append(edit)
    return edit
  }

  mutating func makeAgain() -> Edit? {
    guard let edit = redoable.popLast() else { return nil }
    undoable.append(edit)
    return edit
  }
}

extension Edit {
  /// Both changes as one; nil where the other does not begin at this one's end.
  fileprivate func followed(by other: Edit) -> Edit? {
    let end = place + inserted.count
    guard other.place + other.removed.count == end else { return nil }
    var both = self
    if other.removed.count <= inserted.count {
      both.inserted.removeLast(other.removed.count)
    } else {
      // A sign joined the character before all that was typed.
      both.place = other.place
      both.removed = other.removed.dropLast(inserted.count) + removed
      both.inserted = []
    }
    both.inserted += other.inserted
    return both
  }
}
