import JSONTree
import Testing

@Suite("Sections in a terminal") struct SectionScreenTests {
  @Test("one command opens the workbench on the demo")
  func demo() throws {
    let session = try TerminalSession(HuddleSandbox(), ["demo", "--sites", "3", "--months", "12"])
    try session.shows("(synthetic) › Today", "1 Today 2 Projects", "Enter open")
    try session.press("2")
    try session.shows("(synthetic) › Projects", "Charter")
    try session.press("q")
    #expect(try session.ends() == 0)
  }

  @Test("without a store there is a welcome that says what to type")
  func welcome() throws {
    let session = try TerminalSession(HuddleSandbox())
    #expect(try session.ends() == 3)
    try session.shows("Welcome to huddle.", "huddle demo", "huddle init")
  }

  @Test("every section shows what commands changed, also while it is open")
  func everySection() throws {
    let sandbox = try HuddleSandbox()
    let made = try sandbox.furnish()
    let session = try TerminalSession(sandbox)
    try session.shows("Today", "Blanket on arrival", "due 12 Jan 2026")
    try sandbox.does("set", made.cycle, "title=Blanket at the door")
    try session.shows("Today", "Blanket at the door")

    try session.press("2")
    try session.shows("› Projects", "Warm patients", "Blanket at the door")
    try sandbox.does("set", made.project, "name=Warm to theatre")
    try session.shows("› Projects", "Warm to theatre")

    try session.press("3")
    try session.shows("› Cycles", "Blanket at the door", "Warm to theatre")
    try sandbox.does("set", made.cycle, "stage=study", "plan.objective=Does warmth last?")
    try session.shows("› Cycles", "Study", "Does warmth last?")

    try session.press("4")
    try session.shows("› Measures", "Wound infections", "2.5")
    try sandbox.does("log", "wound", "riverside", "2026-01", "9/118")
    try session.shows("› Measures", "7.6", "9 of 118")

    try session.press("5")
    try session.shows("› Team", "Data lead", "Dana Quist")
    try sandbox.does("set", made.member, "name=Dana Quist-Moor")
    try session.shows("› Team", "Dana Quist-Moor")

    try session.press("6")
    try session.shows("› Commons", "Warm blanket card")
    try sandbox.does("set", made.resource, "title=Card for warm blankets")
    try session.shows("› Commons", "Card for warm blankets")

    try session.press("7")
    try session.shows("› Portfolio", "Riverside Hospital")
    try sandbox.does("set", made.site, "name=Riverside and Hill")
    try session.shows("› Portfolio", "Riverside and Hill")
    try session.press("1")
    try session.shows("› Today", "Riverside and Hill", "is still in")
  }

  @Test("a terminal that can't move its cursor gets the section as text")
  func dumb() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(sandbox, ["cycles"], variables: ["TERM=dumb"])
    #expect(try session.ends() == 0)
    try session.shows("Safer Surgery: Cycles", "Blanket on arrival")
    #expect(try !session.sent().contains("\u{1B}"))
  }

  @Test("without UTF-8 every section is drawn in ASCII")
  func ascii() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(sandbox, variables: ["LANG=C"])
    let contents = [
      "Blanket on arrival", "Warm patients", "Blanket on arrival", "Wound infections",
      "Dana Quist", "Warm blanket card", "Riverside Hospital",
    ]
    let names = ["Today", "Projects", "Cycles", "Measures", "Team", "Commons", "Portfolio"]
    for (index, (name, content)) in zip(names, contents).enumerated() {
      try session.press("\(index + 1)")
      let screen = try session.shows("> \(name)", content, "Enter open")
      #expect(screen.utf8.allSatisfy { $0 < 0x7F }, "\(screen)")
    }
    #expect(try session.sent().utf8.allSatisfy { $0 < 0x7F })
  }
}
