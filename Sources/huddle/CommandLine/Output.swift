import Cells
import Glibc
import JSONTree

/// The two streams of a command: results, and everything else.
enum Output {
  /// Prints a result as it is: JSON, CSV, an id. Ends the command where it cannot be written: half
  /// a result must not pass for a whole one.
  static func result(_ text: String) {
    let code = write(text, to: STDOUT_FILENO)
    guard code != 0 else { return }
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    note("huddle: cannot write the result: \(reason); what came out is not all of it")
    exit(1)
  }

  /// Prints a result that programs read.
  static func json(_ tree: JSON) { result(TerminalText.visibleJSON(tree.canonicalText)) }

  /// Prints a line of a result that people read.
  static func line(_ text: String) { result(readable(text) + "\n") }

  /// Says something that is no result.
  static func note(_ text: String) { _ = write(readable(text) + "\n", to: STDERR_FILENO) }

  /// The text in the signs that the reader's terminal has.
  private static func readable(_ text: String) -> String {
    let visible = TerminalText.visible(text)
    guard glyphs == .ascii else { return visible }
    return visible.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      DisplayCluster.all(in: line, glyphs: .ascii).reduce(into: "") { $0 += $1.text }
    }.joined(separator: "\n")
  }

  /// As the command line asks for, wherever it does, else as the locale says.
  private static let glyphs: Glyphs = {
    let words = CommandLine.arguments
    let index = words.firstIndex(of: "--glyphs").map { $0 + 1 }
    let asked = index.flatMap { words.indices.contains($0) ? words[$0] : nil }
    let joined = words.first { $0.hasPrefix("--glyphs=") }.map { String($0.dropFirst(9)) }
    return TerminalText.glyphs((asked ?? joined).flatMap(Glyphs.init))
  }()

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal, where the result goes to one.
  static var columns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// - Returns: 0, or the error that kept the rest from being written.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let written = Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        start += written
        Entrance.stir()
      }
      return 0
    }
  }
}
