extension TerminalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noTerminal:
      "There is no terminal to draw on. Run this in a terminal, or add --plain to print instead."
    case .dumb(let type):
      "The terminal type “\(type)” can't show screens. Add --plain to print instead."
    case .unknownType(let type):
      "The terminal type “\(type)” is not known here. Set TERM, as in TERM=xterm-256color, "
        + "or add --plain to print instead."
    case .noDescriptors:
      "The system has no free file descriptor. Close other programs and try again."
    }
  }
}
