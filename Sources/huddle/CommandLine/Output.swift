import Glibc

/// The two streams of a command: results, and everything else.
enum Output {
  /// Prints a result as it is: JSON, CSV, an id.
  static func result(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Prints a line of a result that people read.
  static func line(_ text: String) { result(TerminalText.visible(text) + "\n") }

  /// Says something that is no result.
  static func note(_ text: String) {
    write(TerminalText.visible(text) + "\n", to: STDERR_FILENO)
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal, where the result goes to one.
  static var columns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let written = Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        if written < 0 {
          if errno == EINTR { continue }
          return
        }
        start += written
      }
    }
  }
}
