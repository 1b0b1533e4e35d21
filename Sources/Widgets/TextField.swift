import Cells

/// One line of text that is being typed.
public struct TextField: Hashable, Sendable {
  public private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int

  public init(_ text: String = "") {
    characters = Self.single(text)
    cursor = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }

  public mutating func setText(_ text: String) { self = TextField(text) }

  /// Types or pastes text; line feeds become blanks.
  public mutating func insert(_ text: String) {
    // What is typed may join the character before it, as a combining mark does, and none further
    // back.
    let start = max(0, cursor - 1)
    let joined = Array(String(characters[start..<cursor]) + String(Self.single(text)))
    characters.replaceSubrange(start..<cursor, with: joined)
    cursor = start + joined.count
  }

  public mutating func handle(_ key: Key) -> Reaction {
    switch key {
    case .character(let character):
      insert(String(character))
      return .changed
    case .left, .control("b"): return move(to: cursor - 1)
    case .right, .control("f"): return move(to: cursor + 1)
    case .home, .control("a"): return move(to: 0)
    case .end, .control("e"): return move(to: characters.count)
    case .backspace: return remove((cursor - 1)..<cursor)
    case .delete, .control("d"): return remove(cursor..<(cursor + 1))
    case .control("w"): return remove(wordStart..<cursor)
    case .control("u"): return remove(0..<cursor)
    case .control("k"): return remove(cursor..<characters.count)
    default: return .ignored
    }
  }

  /// Draws the part around the cursor and returns where the cursor stands.
  @discardableResult
  public func draw(
    into grid: inout Grid, rect: Rect, focused: Bool, placeholder: String = ""
  ) -> Point? {
    guard !rect.isEmpty else { return nil }
    let role: Role = focused ? .formFieldFocused : .formField
    grid.fill(
      Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1),
      with: Cell(role: role))
    if characters.isEmpty && !placeholder.isEmpty {
      grid.write(placeholder, at: rect.origin, role: .formPlaceholder, limit: rect.columns)
    }
    let view = view(columns: rect.columns, focused: focused, glyphs: grid.glyphs)
    // Characters that nobody sees have no width; of such, more than this in one line is no text.
    grid.write(
      String(characters[view.start...].prefix(rect.columns * 4)), at: rect.origin, role: role,
      limit: rect.columns)
    if view.start > 0 {
      grid.write(grid.glyphs.ellipsis, at: rect.origin, role: role, limit: rect.columns)
    }
    guard focused else { return nil }
    return Point(
      column: min(rect.column + view.cursor, rect.endColumn - 1), row: rect.row)
  }

  /// The first character in sight, and the cursor's column from there.
  private func view(columns: Int, focused: Bool, glyphs: Glyphs) -> (start: Int, cursor: Int) {
    guard focused else { return (0, 0) }
    // One column is kept for the cursor behind the last character, one for the ellipsis before.
    let room = max(0, columns - 2)
    var start = cursor
    var column = 0
    while start > 0 {
      let width = TextWidth.of(characters[start - 1], glyphs: glyphs)
      if column + width > room { break }
      column += width
      start -= 1
    }
    return (start, column)
  }

  private var wordStart: Int {
    var start = cursor
    while start > 0 && characters[start - 1] == " " { start -= 1 }
    while start > 0 && characters[start - 1] != " " { start -= 1 }
    return start
  }

  private mutating func move(to place: Int) -> Reaction {
    cursor = min(max(0, place), characters.count)
    return .moved
  }

  private mutating func remove(_ range: Range<Int>) -> Reaction {
    let removed = range.clamped(to: 0..<characters.count)
    guard !removed.isEmpty else { return .moved }
    characters.removeSubrange(removed)
    if cursor >= removed.upperBound {
      cursor -= removed.count
    } else {
      cursor = min(cursor, removed.lowerBound)
    }
    return .changed
  }

  private static func single(_ text: String) -> [Character] {
    text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
  }
}
