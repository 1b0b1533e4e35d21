import Testing

@Suite(
  "What is sent at a time",
  .enabled(if: HuddleSandbox.canTrace, "strace is not installed: no piece is counted"))
struct SentPiecesTests {
  /// Opens a section and changes to another; how often the terminal was written to for each.
  private func pieces(limit: String) throws -> (opening: Int, changing: Int) {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let log = "\(sandbox.folder)/calls"
    let session = try TerminalSession(
      sandbox,
      [
        "strace", "-f", "-qq", "-y", "-s", "16", "-e", "trace=write", "-o", log,
        "sh", "-c", "ulimit -f \(limit); exec \"$0\" cycles", HuddleSandbox.program,
      ], isProgram: false)
    func count() throws -> Int {
      try HuddleSandbox.text(of: log).split(separator: "\n").count {
        $0.contains("write(") && $0.contains("</dev/pts/")
      }
    }
    try session.shows("› Cycles", "When do you start?")
    _ = try session.bytesSentAtRest()
    let opening = try count()
    try session.press("2")
    try session.shows("› Projects", "Warm patients")
    _ = try session.bytesSentAtRest()
    return (opening, try count() - opening)
  }

  @Test("a frame is sent in one piece, however many rows of it differ")
  func frames() throws {
    let (opening, changing) = try pieces(limit: "unlimited")
    // Opening the terminal takes a few of its own; the list and the page beside it are a frame each.
    #expect((1...8).contains(opening))
    #expect((1...3).contains(changing))
  }

  @Test("where files may not grow, a frame is sent as ncurses writes it")
  func unheld() throws {
    #expect(try pieces(limit: "0").changing > 20)
  }
}
