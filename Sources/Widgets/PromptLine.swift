import Cells

/// One line at the bottom to type a search or a command into, with completion.
public struct PromptLine: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case ignored
    case moved
    /// The text changed: a search follows it.
    case changed
    case submitted(String)
    case cancelled
  }

  /// What stands before the text, such as `:` or `/`.
  public let prefix: String
  public private(set) var field: TextField
  /// What the text could become, best first; whoever knows sets it after each change.
  public private(set) var completions: [String] = []
  public private(set) var completion: Int?
  private var typed = ""
  private var history: [String]
  private var historyIndex: Int

  /// `history` is oldest first.
  public init(prefix: String, text: String = "", history: [String] = []) {
    self.prefix = prefix
    self.history = history
    historyIndex = history.count
    field = TextField(text)
    typed = text
  }

  public var text: String { field.text }

  public mutating func setCompletions(_ completions: [String]) {
    self.completions = completions
    completion = nil
  }

  public mutating func paste(_ text: String) {
    field.insert(text)
    typed = field.text
    completion = nil
  }

  public mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .escape, .control("c"): return .cancelled
    case .enter: return .submitted(field.text)
    case .tab: return complete(by: 1)
    case .backTab: return complete(by: -1)
    case .up, .control("p"): return recall(by: -1)
    case .down, .control("n"): return recall(by: 1)
    case .backspace where field.isEmpty: return .cancelled
    default:
      switch field.handle(key) {
      case .changed:
        typed = field.text
        completion = nil
        return .changed
      case .moved: return .moved
      case .ignored: return .ignored
      }
    }
  }

  private mutating func complete(by step: Int) -> Outcome {
    guard !completions.isEmpty else { return .moved }
    let next = completion.map { $0 + step } ?? (step > 0 ? 0 : completions.count - 1)
    if completions.indices.contains(next) {
      completion = next
      field.setText(completions[next])
    } else {
      completion = nil
      field.setText(typed)
    }
    return .moved
  }

  private mutating func recall(by step: Int) -> Outcome {
    let next = historyIndex + step
    guard (0...history.count).contains(next) else { return .moved }
    historyIndex = next
    field.setText(next == history.count ? typed : history[next])
    completion = nil
    return .changed
  }

  /// Draws the line, completions behind the text; returns where the cursor stands.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, focused: Bool = true) -> Point? {
    guard !rect.isEmpty else { return nil }
    let line = Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
    grid.fill(line, with: .blank)
    let used = grid.write(prefix, at: line.origin, role: .accent, limit: line.columns)
    let textColumns = TextWidth.of(field.text, glyphs: grid.glyphs)
    let wanted = min(max(20, textColumns + 2), line.columns - used)
    let input = Rect(column: line.column + used, row: line.row, columns: wanted, rows: 1)
    let cursor = field.draw(into: &grid, rect: input, focused: focused)
    var column = input.endColumn + 1
    for (index, text) in completions.enumerated() {
      let columns = TextWidth.of(text, glyphs: grid.glyphs)
      guard column + columns <= line.endColumn else { break }
      grid.write(
        text, at: Point(column: column, row: line.row),
        role: index == completion ? .selection : .dim)
      column += columns + 2
    }
    return cursor
  }
}
