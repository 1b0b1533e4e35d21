/// What a key did to a widget.
public enum Reaction: Hashable, Sendable {
  /// The key means nothing here; whoever holds the widget may use it.
  case ignored
  /// Only the cursor, the selection or the view moved.
  case moved
  /// What the widget holds changed.
  case changed
}
