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

  /// Where the rows begin and end at that width.
  var rows: TextRows

  /// The column that moving up and down tries to keep.
  private var goal: Int?
  private var history = EditHistory()
  private var isTyping = false

  public init(_ text: String = "") {
    characters = Self.lines(text)
    cursor = characters.count
    rows = TextRows(of: characters, width: size.columns)
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }

  /// Replaces all text, as after an external editor; it can be undone.
  public mutating func setText(_ text: String) {
    isTyping = false
    let before = cursor
    change(0..<characters.count, to: Self.lines(text))
    cursor = min(before, characters.count)
    scrollToCursor()
  }

  /// Tells how much room there is. Complexity: O(log rows), unless the width is another one.
  public mutating func layout(_ size: Size) {
    self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    if rows.width != self.size.columns {
      rows = TextRows(of: characters, width: self.size.columns)
    }
    scrollToCursor()
  }

  /// Pastes text as it stands; one undo takes it away again.
  public mutating func insert(_ text: String) {
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
    guard let edit = history.takeBack() else { return false }
    replace(edit.place..<edit.place + edit.inserted.count, with: edit.removed)
    cursor = edit.cursor
    isTyping = false
    scrollToCursor()
    return true
  }

  /// Makes a change again that was taken back; false where there is none.
  public mutating func redo() -> Bool {
    guard let edit = history.makeAgain() else { return false }
    replace(edit.place..<edit.place + edit.removed.count, with: edit.inserted)
    cursor = edit.place + edit.inserted.count
    isTyping = false
    scrollToCursor()
    return true
  }

  /// Whether up, or down, would leave the text: a form goes to the next field then.
  public var isOnFirstRow: Bool { rows.index(of: cursor) == 0 }
  public var isOnLastRow: Bool { rows.index(of: cursor) == rows.count - 1 }
}

extension TextEditor {
  /// Replaces characters, and lays out the rows around them.
  private mutating func replace(_ range: Range<Int>, with new: [Character]) {
    characters.replaceSubrange(range, with: new)
    rows.follow(range, with: new.count, in: characters)
    goal = nil
  }

  /// Replaces characters so that it can be undone, and puts the cursor behind them.
  private mutating func change(_ range: Range<Int>, to new: [Character]) {
    history.note(
      Edit(
        place: range.lowerBound, removed: Array(characters[range]), inserted: new, cursor: cursor),
      goesOn: isTyping)
    replace(range, with: new)
    cursor = range.lowerBound + new.count
  }

  /// Typing is undone word by word.
  private mutating func type(_ text: String, endsWord: Bool) {
    place(text)
    isTyping = !endsWord
  }

  /// What is typed may join the character before it, as a combining mark does; nothing that stands
  /// further back can change by it.
  private mutating func place(_ text: String) {
    let before = characters[max(0, cursor - 1)..<cursor]
    let joined = Array(String(before) + String(Self.lines(text)))
    if let last = before.last, joined.first != last {
      change(before.indices, to: joined)
    } else {
      change(cursor..<cursor, to: Array(joined.dropFirst(before.count)))
    }
    scrollToCursor()
  }

  private mutating func remove(_ range: Range<Int>) -> Reaction {
    let removed = range.clamped(to: 0..<characters.count)
    guard !removed.isEmpty else { return .moved }
    isTyping = false
    change(removed, to: [])
    scrollToCursor()
    return .changed
  }

  private mutating func move(to place: Int) {
    cursor = min(max(0, place), characters.count)
    isTyping = false
    goal = nil
    scrollToCursor()
  }

  private mutating func moveVertically(by step: Int) -> Reaction {
    let place = cursorPlace
    let column = goal ?? place.column
    let target = min(max(0, place.row + step), rows.count - 1)
    guard target != place.row else { return .ignored }
    isTyping = false
    cursor = index(row: rows.all[target], column: column)
    goal = column
    scrollToCursor()
    return .moved
  }

  private mutating func scrollToCursor() {
    let row = rows.index(of: cursor)
    // Where there is room for more rows, none of it stays empty below the text.
    top = min(max(top, row - size.rows + 1), row, max(0, rows.count - size.rows))
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
