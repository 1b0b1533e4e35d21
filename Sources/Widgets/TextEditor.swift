import Cells

/// Text of several lines that is being typed, wrapped to the width it is given.
public struct TextEditor: Hashable, Sendable {
  public private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int
  /// Columns and rows that there was room for, as of the last layout.
  public private(set) var size = Size(columns: 60, rows: 6)
  /// The first visual row in sight.
  public private(set) var top = 0

  /// The column that moving up and down tries to keep.
  private var goal: Int?
  private var undoable: [Snapshot] = []
  private var redoable: [Snapshot] = []
  private var isTyping = false

  private struct Snapshot: Hashable, Sendable {
    var characters: [Character]
    var cursor: Int
  }

  public init(_ text: String = "") {
    characters = Self.lines(text)
    cursor = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }

  /// Replaces all text, as after an external editor; it can be undone.
  public mutating func setText(_ text: String) {
    remember()
    isTyping = false
    characters = Self.lines(text)
    cursor = min(cursor, characters.count)
    scrollToCursor()
  }

  public mutating func layout(_ size: Size) {
    self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    scrollToCursor()
  }

  /// Pastes text as it stands; one undo takes it away again.
  public mutating func insert(_ text: String) {
    remember()
    isTyping = false
    place(text)
  }

  public mutating func handle(_ key: Key) -> Reaction {
    switch key {
    case .character(let character): type(String(character), endsWord: character == " ")
    case .enter: type("\n", endsWord: true)
    case .backspace: return remove((cursor - 1)..<cursor)
    case .delete, .control("d"): return remove(cursor..<(cursor + 1))
    case .control("w"): return remove(wordStart..<cursor)
    case .control("k"): return remove(cursor..<max(cursor, lineEnd))
    case .control("u"): return remove(lineStart..<cursor)
    case .control("_"): return undo() ? .changed : .moved
    case .control("r"): return redo() ? .changed : .moved
    case .left, .control("b"): move(to: cursor - 1)
    case .right, .control("f"): move(to: cursor + 1)
    case .home, .control("a"): move(to: lineStart)
    case .end, .control("e"): move(to: lineEnd)
    case .up: return moveVertically(by: -1)
    case .down: return moveVertically(by: 1)
    case .pageUp: return moveVertically(by: -size.rows)
    case .pageDown: return moveVertically(by: size.rows)
    default: return .ignored
    }
    switch key {
    case .character, .enter: return .changed
    default: return .moved
    }
  }

  /// Takes back the last change; false where there is none.
  public mutating func undo() -> Bool {
    guard let before = undoable.popLast() else { return false }
    redoable.append(Snapshot(characters: characters, cursor: cursor))
    restore(before)
    return true
  }

  /// Makes a change again that was taken back; false where there is none.
  public mutating func redo() -> Bool {
    guard let after = redoable.popLast() else { return false }
    undoable.append(Snapshot(characters: characters, cursor: cursor))
    restore(after)
    return true
  }

  /// Whether up, or down, would leave the text: a form goes to the next field then.
  public var isOnFirstRow: Bool { cursorPlace(in: visualRows()).row == 0 }
  public var isOnLastRow: Bool {
    let rows = visualRows()
    return cursorPlace(in: rows).row == rows.count - 1
  }
}

extension TextEditor {
  private mutating func restore(_ snapshot: Snapshot) {
    characters = snapshot.characters
    cursor = snapshot.cursor
    isTyping = false
    goal = nil
    scrollToCursor()
  }

  private mutating func remember() {
    undoable.append(Snapshot(characters: characters, cursor: cursor))
    if undoable.count > 200 { undoable.removeFirst() }
    redoable = []
  }

  /// Typing is undone word by word.
  private mutating func type(_ text: String, endsWord: Bool) {
    if !isTyping { remember() }
    place(text)
    isTyping = !endsWord
  }

  private mutating func place(_ text: String) {
    let before = Array(String(characters[..<cursor]) + String(Self.lines(text)))
    characters.replaceSubrange(..<cursor, with: before)
    cursor = before.count
    goal = nil
    scrollToCursor()
  }

  private mutating func remove(_ range: Range<Int>) -> Reaction {
    let removed = range.clamped(to: 0..<characters.count)
    guard !removed.isEmpty else { return .moved }
    remember()
    isTyping = false
    characters.removeSubrange(removed)
    cursor = min(cursor, removed.lowerBound)
    goal = nil
    scrollToCursor()
    return .changed
  }

  private mutating func move(to place: Int) {
    cursor = min(max(0, place), characters.count)
    isTyping = false
    goal = nil
    scrollToCursor()
  }

  private mutating func moveVertically(by rows: Int) -> Reaction {
    let all = visualRows()
    let place = cursorPlace(in: all)
    let column = goal ?? place.column
    let target = min(max(0, place.row + rows), all.count - 1)
    guard target != place.row else { return .ignored }
    isTyping = false
    cursor = index(row: all[target], column: column)
    goal = column
    scrollToCursor()
    return .moved
  }

  private mutating func scrollToCursor() {
    let row = cursorPlace(in: visualRows()).row
    top = min(max(top, row - size.rows + 1), row)
  }

  private var wordStart: Int {
    var start = cursor
    while start > 0 && characters[start - 1].isWhitespace { start -= 1 }
    while start > 0 && !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  private var lineStart: Int {
    (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

  private static func lines(_ text: String) -> [Character] {
    text.map { $0.isNewline ? "\n" : $0 == "\t" ? " " : $0 }
  }
}
