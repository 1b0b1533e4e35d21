/// One complete screen, declared: what is shown, where the cursor stands, what the window is called.
public struct Frame: Hashable, Sendable {
  public var grid: Grid
  /// Where the terminal's cursor stands; always given where something has the focus, because a
  /// screen reader follows it.
  public var cursor: Point?
  /// Whether the cursor is drawn, as in a text field, or only placed.
  public var cursorVisible: Bool
  public var title: String
  public var mouse: Bool

  public init(
    grid: Grid, cursor: Point? = nil, cursorVisible: Bool = false, title: String = "huddle",
    mouse: Bool = true
  ) {
    self.grid = grid
    self.cursor = cursor
    self.cursorVisible = cursorVisible
    self.title = title
    self.mouse = mouse
  }
}
