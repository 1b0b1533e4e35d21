/// A key as a person thinks of it, whatever bytes the terminal sent.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// A letter held with Ctrl, in lower case: `^s` is `.control("s")`.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

/// What a pointing device did, at a place counted from 0.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable { case press, doublePress, wheelUp, wheelDown }
  public var action: Action
  public var at: Point

  public init(_ action: Action, at point: Point) {
    self.action = action
    at = point
  }
}

/// What a terminal can tell: typed, pasted, pointed, resized, or about to go away.
public enum Input: Hashable, Sendable {
  case key(Key)
  /// Bracketed paste: text, never commands.
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// Back from `^z`: everything must be drawn again.
  case resumed
  /// The line dropped or the session was told to end: keep what was typed, then leave.
  case hangup
}

/// Which signs may be used: a terminal without UTF-8 shows the same information in ASCII.
public enum Glyphs: String, CaseIterable, Hashable, Sendable { case unicode, ascii }
