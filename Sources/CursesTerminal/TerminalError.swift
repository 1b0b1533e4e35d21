/// Why there is no screen to draw on.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case noTerminal
  /// `TERM` says that the terminal can't move its cursor; with the value.
  case dumb(String)
  /// Neither `TERM` nor its usual stand-in is known to terminfo; with the value.
  case unknownType(String)
  /// The system refused a descriptor that signals are told through.
  case noDescriptors
}
