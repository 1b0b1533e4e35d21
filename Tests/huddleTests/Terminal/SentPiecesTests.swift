import Testing

@Suite(
  "What is sent at a time",
  .enabled(if: HuddleSandbox.canTrace, "strace is not installed: no piece is counted"))
struct SentPiecesTests {
  @Test("a frame is sent in one piece, however many rows of it differ")
  func frames() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let log = "\(sandbox.folder)/calls"
    let session = try TerminalSession(
      sandbox,
      [
        "strace", "-f", "-qq", "-s", "16", "-e", "trace=write", "-o", log,
        HuddleSandbox.program, "cycles",
      ], isProgram: false)
    func pieces() throws -> [Substring] {
      let calls = try HuddleSandbox.text(of: log).split(separator: "\n")
      // The first process is huddle's; another is git's, which keeps the history.
      let own = calls.first.map { $0.prefix { $0.isNumber } } ?? ""
      return calls.filter { $0.hasPrefix(own) && $0.contains("write(1, ") }
    }
    try session.shows("› Cycles", "When do you start?")
    _ = try session.bytesSentAtRest()
    // Opening the terminal takes a few of its own; the list and the page beside it are a frame each.
    let opened = try pieces()
    #expect(opened.count <= 8, "\(opened.joined(separator: "\n"))")
    try session.press("2")
    try session.shows("› Projects", "Warm patients")
    _ = try session.bytesSentAtRest()
    let changed = try pieces().dropFirst(opened.count)
    #expect(changed.count <= 3, "\(changed.joined(separator: "\n"))")
  }
}
