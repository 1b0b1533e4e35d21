import Glibc
import Testing

@Suite("The window") struct WindowTests {
  @Test("parts come and go with the window's size, and it is as before when it is")
  func sizes() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(sandbox, ["cycles"])
    let large = try session.shows("Blanket on arrival", "│", "When do you start?", "Enter open")
    try session.resize(columns: 80, rows: 24)
    let usual = try session.screen(where: "the page beside the list is gone") {
      $0.contains("Blanket on arrival") && !$0.contains("│") && $0.contains("Enter open")
    }
    #expect(usual.split(separator: "\n").allSatisfy { $0.count <= 80 })
    try session.resize(columns: 40, rows: 12)
    try session.screen(where: "the rules are gone") {
      $0.contains("Blanket on arr") && !$0.contains("───")
    }
    try session.resize(columns: 20, rows: 5)
    try session.shows("This window is", "20×5")
    try session.resize(columns: 120, rows: 40)
    try session.screen(where: "everything is back") { $0 == large }
  }

  /// The program in a shell, stopped there, and what it showed before.
  private func stopped() throws -> (session: TerminalSession, before: String) {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(
      sandbox, ["bash", "--norc", "--noprofile", "-i"], isProgram: false,
      variables: ["PS1=ready> "])
    try session.shows("ready>")
    try session.type("\(HuddleSandbox.program) cycles")
    try session.press("Enter")
    let before = try session.shows("› Cycles", "Blanket on arrival", "When do you start?")
    try session.press("C-z")
    try session.shows("Stopped", "ready>")
    return (session, before)
  }

  @Test("^z gives the shell its terminal, and fg brings the screen back")
  func suspended() throws {
    let (session, before) = try stopped()
    try session.type("stty -a | tr ' ;' '\\n\\n' | grep -cxE 'icanon|echo|isig|icrnl'")
    try session.press("Enter")
    try session.screen(where: "the line has its usual modes") {
      $0.split(separator: "\n").contains("4")
    }
    try session.type("fg")
    try session.press("Enter")
    try session.screen(where: "the screen is back") { $0 == before }
    try session.press("2")
    try session.shows("› Projects", "Warm patients")
    try session.press("q")
    try session.shows("ready>", "Stopped")
  }

  @Test("a window that was made smaller while the program was stopped is drawn at its new size")
  func resizedWhileStopped() throws {
    let (session, _) = try stopped()
    try session.resize(columns: 80, rows: 24)
    try session.type("fg")
    try session.press("Enter")
    let small = try session.screen(where: "the page beside the list is gone") {
      $0.contains("Blanket on arrival") && !$0.contains("│") && $0.contains("Enter open")
    }
    #expect(small.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(
    "a terminal that takes nothing for a while misses nothing of what it was sent meanwhile",
    .enabled(if: access("/usr/bin/perl", X_OK) == 0, "perl, which begins it, is not installed"))
  func slowTerminal() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    // Whoever shares a terminal may have it say that it has no room, instead of making writers wait.
    let terminal = try RawTerminal(
      sandbox,
      [
        "perl", "-MFcntl", "-e",
        "fcntl(STDOUT, F_SETFL, O_RDWR | O_NONBLOCK) or die; exec @ARGV", HuddleSandbox.program,
        "cycles",
      ], columns: 700, rows: 250)
    try terminal.shows("Blanket on arrival")
    terminal.rests()
    terminal.forget()
    // Each has the whole window drawn, which is more than a terminal holds for a reader; a busy
    // computer may draw several as one.
    for _ in 0..<10 where terminal.output.count <= 20_000 {
      for _ in 0..<6 {
        terminal.resize(columns: 700, rows: 250)
        terminal.pause(milliseconds: 400)
      }
      terminal.rests()
    }
    let sent = String(decoding: terminal.output, as: UTF8.self)
    #expect(sent.utf8.count > 20_000)
    #expect(sent.count(of: "\u{1B}[?2026h") == sent.count(of: "\u{1B}[?2026l"))
    terminal.type("q")
    #expect(try terminal.ends() == 0)
  }

  @Test("it is drawn where no file may be written, and a save that may not says why")
  func limitedFiles() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(
      sandbox, ["sh", "-c", "ulimit -f 0; exec \"$0\" cycles", HuddleSandbox.program],
      isProgram: false)
    try session.shows("› Cycles", "Blanket on arrival", "When do you start?")
    try session.press(">")
    try session.shows("size of files is limited", "ulimit -f")
    // What stands behind the pipe may write files.
    let run = try sandbox.run([
      "sh", "-c",
      "(ulimit -f 0; \"$0\" add need title=Socks category=information; echo $?) 2>&1 | cat",
      HuddleSandbox.program,
    ])
    #expect(run.output.contains("ulimit -f") && run.output.hasSuffix("3\n"), "\(run.output)")
    #expect(try sandbox.huddle("list", "need").output.isEmpty)
  }

  @Test("nothing is sent while nothing happens, also after a change by someone else")
  func idle() throws {
    let sandbox = try HuddleSandbox()
    let made = try sandbox.furnish()
    let session = try TerminalSession(sandbox, ["cycles"])
    try session.shows("› Cycles", "Blanket on arrival")
    let first = try session.bytesSentAtRest()
    #expect(try session.bytesSentAtRest() == first)
    try sandbox.does("set", made.cycle, "title=Blanket at the door")
    try session.shows("Blanket at the door")
    let second = try session.bytesSentAtRest()
    #expect(second > first)
    #expect(try session.bytesSentAtRest() == second)
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
