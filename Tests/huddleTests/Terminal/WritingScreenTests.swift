import Glibc
import JSONTree
import Testing

@Suite("Writing in a terminal") struct WritingScreenTests {
  @Test("a cycle is logged with a few keys, and is there after a restart and for commands")
  func cycle() throws {
    let sandbox = try HuddleSandbox()
    let made = try sandbox.furnish()
    let session = try TerminalSession(sandbox)
    try session.shows("› Today")
    try session.press("3", "a")
    try session.shows("New PDSA cycle", "What do you want to learn?", "^s save")
    try session.type("Do socks keep 9 of 10 feet warm?")
    try session.shows("Do socks keep 9 of 10 feet warm?")
    try session.press("C-s")
    try session.shows("added the PDSA cycle", "Do socks keep")
    try session.press("q")
    #expect(try session.ends() == 0)

    let listed = try JSON.parse(sandbox.huddle("list", "cycle", "--json").output).elements
    let cycle = try #require(
      listed.first { $0["plan"]?["objective"] == "Do socks keep 9 of 10 feet warm?" })
    #expect(cycle["project"]?.string == made.project)
    #expect(cycle["stage"] == "plan")
    let again = try TerminalSession(sandbox, ["cycles"])
    try again.shows("› Cycles", "Do socks keep")
  }

  @Test("a number is logged at its chart, and the chart moves")
  func number() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish(months: 12)
    let session = try TerminalSession(sandbox, ["measures"])
    try session.shows("› Measures", "Wound infections")
    try session.press("Enter")
    let before = try session.shows("Dec 2025", "o log number")
    #expect(!before.contains("◆"))
    try session.press("o")
    try session.shows("2026-01", "^s save")
    try session.type("40/118")
    try session.press("C-s")
    try session.shows("◆", "33.9", "Jan 2026", "above the upper limit")
    let series = try JSON.parse(sandbox.huddle("list", "series", "--json").output).elements.first
    let point = try #require(series?["points"]?.elements.last)
    #expect(point["period"] == "2026-01" && point["numerator"]?.int == 40)
  }

  @Test("whoever leaves while something is being saved leaves when it is")
  func left() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(sandbox, ["cycles"])
    try session.shows("› Cycles", "Blanket on arrival")
    let lock = open("\(sandbox.store)/.store/lock", O_RDWR)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX) == 0)
    try session.press("d")
    try session.shows("trash")
    try session.press("y", "q")
    try session.shows("huddle leaves when it is saved")
    #expect(try !session.hasEnded)
    flock(lock, LOCK_UN)
    #expect(try session.ends() == 0)
    #expect(try !sandbox.huddle("list", "cycle", "--json").output.contains("Blanket on arrival"))
  }

  @Test("what was saved outlives a kill at once after it")
  func killed() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(sandbox, ["cycles"])
    try session.shows("› Cycles", "Blanket on arrival")
    try session.press("a")
    try session.shows("New PDSA cycle")
    try session.type("Saved before the end")
    try session.press("C-s")
    try session.shows("added the PDSA cycle")
    try session.signal(SIGKILL)
    #expect(try session.ends() == 128 + Int(SIGKILL))

    let again = try TerminalSession(sandbox, ["cycles"])
    try again.shows("› Cycles", "Saved before the end", "Blanket on arrival")
    try sandbox.does("add", "note", "body=Writing goes on")
    try again.press("q")
    #expect(try again.ends() == 0)
  }

  @Test("a line that drops keeps the half-filled form as a draft, which is offered again")
  func hungUp() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(sandbox, ["cycles"])
    try session.shows("› Cycles", "Blanket on arrival")
    try session.press("a")
    try session.shows("New PDSA cycle")
    try session.type("Half a thought")
    try session.shows("Half a thought")
    try session.signal(SIGHUP)
    #expect(try session.ends() == 0)
    #expect(try !sandbox.huddle("list", "cycle", "--json").output.contains("Half a thought"))

    let again = try TerminalSession(sandbox, ["cycles"])
    try again.shows("› Cycles", "Blanket on arrival")
    try again.press("a")
    try again.shows("Half a thought", "your draft is back")
    try again.press("C-s")
    try again.shows("added the PDSA cycle")
    #expect(try sandbox.huddle("list", "cycle", "--json").output.contains("Half a thought"))
  }

  @Test("a terminal that is closed in the middle of a form keeps what was typed, in either face")
  func closed() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(sandbox, ["cycles"])
    try session.shows("› Cycles", "Blanket on arrival")
    try session.press("a")
    try session.shows("New PDSA cycle")
    try session.type("Closed in the middle")
    try session.press("C-t")
    try session.shows("Closed in the middle", "^t fewer fields")
    try session.close()

    let again = try TerminalSession(sandbox, ["cycles"])
    try again.shows("› Cycles", "Blanket on arrival")
    try again.press("a")
    try again.shows("Closed in the middle", "your draft is back")
    try again.press("C-x")
    try again.shows("thrown away")
    try again.press("a")
    let empty = try again.shows("New PDSA cycle", "e.g. Does a warm blanket")
    #expect(!empty.contains("Closed in the middle"))
  }
}
