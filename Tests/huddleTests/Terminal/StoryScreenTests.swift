import Testing

@Suite("A project's story in a terminal") struct StoryScreenTests {
  @Test(
    "charter, drivers, idea, three cycles with a scale-up, a phase, and the report that tells it")
  func story() throws {
    let sandbox = try HuddleSandbox()
    try furnish(sandbox)
    let session = try TerminalSession(sandbox, ["--as", "dana"])
    try session.shows("› Today")

    try charter(session)
    try drivers(session)
    try firstCycle(session)
    try scaleUp(
      session, to: "5", "4 of 5 keep it on", "Three of five did", "p", "It slips off when turning")
    try scaleUp(session, to: "25", "20 of 25 keep it on", "22 of 25 did", "a", "A clip holds it")
    try decide(session, "a", "It holds at this size", "adopt")
    try phase(session)
    try session.press("Escape")
    try session.shows("What it shows", "Phase 2, since Nov 2025")
    try session.press("q")
    #expect(try session.ends() == 0)

    try report(sandbox)
  }

  /// A site with its lead, and two years of numbers that fell after the first.
  private func furnish(_ sandbox: HuddleSandbox) throws {
    try sandbox.does("init", "--name", "Safer Surgery")
    try sandbox.does("add", "site", "name=Riverside Hospital", "code=riverside", "kind=hospital")
    try sandbox.does(
      "add", "member", "name=Dana Quist", "login=dana", "perspective=clinician",
      "networkRole=lead", "siteIds=riverside", "visibility=network")
    let measure = try sandbox.does(
      "add", "measure", "name=Wound infections", "kind=outcome", "dataKind=proportion",
      "direction=decrease", "multiplier=100")
    let lines = (0..<22).map { month in
      let period = "\(2025 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
      let count = (month < 10 ? 11 : 4) + month % 3
      return "{\"op\":\"log\",\"measure\":\"\(measure)\",\"site\":\"riverside\",\"period\":"
        + "\"\(period)\",\"numerator\":\(count),\"denominator\":150}"
    }
    let run = try sandbox.huddle("apply", "-", input: lines.joined(separator: "\n") + "\n")
    try #require(run.code == 0, "\(run.errors)")
  }

  private func charter(_ session: TerminalSession) throws {
    try session.press("2")
    try session.shows("No project yet")
    try session.press("A")
    try session.shows("New project", "^s save")
    try session.type("Warm patients")
    try fill(session, "Sites", "riverside")
    try fill(session, "What is the problem?", "One in nine gets an infection.")
    try fill(session, "Aim", "Halve wound infections by summer 2027")
    try session.press("C-s")
    try session.shows("added the project “Warm patients”", "Halve wound infections")

    try session.press("e")
    try session.shows("Project: Warm patients", "^s save")
    try go(session, to: "Aim's measure")
    try session.press("Enter")
    try session.type("wound")
    try session.press("Enter")
    try session.shows("Wound infections ▸")
    try fill(session, "From", "8")
    try fill(session, "Aim's number", "3")
    try fill(session, "Aim's day", "2027-06-30")
    try fill(session, "Measures", "wound-infections")
    try session.press("C-s")
    try session.shows("saved the project “Warm patients”")
  }

  /// A primary driver, one that serves it, and an idea under that.
  private func drivers(_ session: TerminalSession) throws {
    try session.press("g")
    for driver in ["Warm before theatre", "Warm on arrival"] {
      try session.press("+")
      try session.shows("New in the diagram", "^s save")
      try session.type(driver)
      try session.press("C-s")
      try session.shows("added the driver “\(driver)”")
      try selects(session, driver)
    }
    try session.press("<")
    try session.shows("moved “Warm on arrival”", "it is a primary driver")
    try selects(session, "Warm on arrival")
    try session.press(">")
    try session.shows("moved “Warm on arrival” under “Warm before theatre”")
    try selects(session, "Warm on arrival")
    try session.press("+")
    try session.shows("New in the diagram", "^s save")
    try session.type("Warm blanket on arrival")
    try go(session, to: "What is it?")
    try session.press("Right")
    try session.shows("A change idea")
    try session.press("C-s")
    try session.shows("added the change idea “Warm blanket on arrival” under “Warm on arrival”")
    try selects(session, "Warm blanket on arrival")
  }

  /// The first test of the idea with one patient, from its plan to the decision.
  private func firstCycle(_ session: TerminalSession) throws {
    let before = session.keystrokes
    try session.press("a")
    try session.shows("New PDSA cycle", "For Warm patients", "Warm blanket on arrival")
    try session.type("Does a blanket on arrival stay on?")
    try fill(session, "What do you expect to happen?", "It stays on until theatre")
    try fill(session, "When do you start?", "today")
    try session.press("C-s")
    try session.shows("added the PDSA cycle")
    #expect(session.keystrokes - before <= 12, "a quick cycle is quick")
    try session.press("3")
    try session.shows("› Cycles", "› Plan")
    try test(session, "It stayed on", "a", "Ask the porter too")
  }

  /// From Plan to Act: begun, observed, compared.
  private func test(
    _ session: TerminalSession, _ result: String, _ matched: String, _ learning: String
  ) throws {
    try session.press(">")
    try session.shows("on to Do, begun today")
    try session.press("o")
    try session.shows("What did you see?", "^s save")
    try session.type("Nobody minded")
    try session.press("C-s")
    try session.screen(where: "the form is closed") { !$0.contains("What did you see?") }
    try session.press(">")
    try session.shows("Compare: ", "What happened?")
    try session.type(result)
    try go(session, to: "As predicted?")
    try session.type(matched)
    try fill(session, "What does that teach?", learning)
    try fill(session, "What did you learn?", learning)
    try session.press("C-s")
    try session.screen(where: "the form is closed") { !$0.contains("Compare: ") }
    try session.press(">")
    try session.shows("Decide: ", "What now?")
  }

  private func decide(
    _ session: TerminalSession, _ letter: String, _ why: String, _ told: String
  ) throws {
    try session.type(letter)
    try fill(session, "Why?", why)
    try session.press("C-s")
    try session.shows("decided about", told)
  }

  /// Decides to test larger, and takes the next test, which is filled in already, to its decision.
  private func scaleUp(
    _ session: TerminalSession, to size: String, _ prediction: String, _ result: String,
    _ matched: String, _ learning: String
  ) throws {
    try decide(session, "s", "It held so far", "scale up")
    try session.shows("Next cycle after: ", "last time: ", "Warm blanket on arrival")
    try fill(session, "What do you expect to happen?", prediction)
    try fill(session, "How many patients?", size)
    try session.press("C-s")
    try session.screen(where: "the form is closed") { !$0.contains("Next cycle after: ") }
    try session.shows("\(size) patients", prediction)
    try selects(session, size == "5" ? "test 2" : "test 3")
    try test(session, result, matched, learning)
  }

  private func phase(_ session: TerminalSession) throws {
    try session.press("4")
    try session.shows("› Measures", "Wound infections")
    try session.press("Enter")
    // The list says it as well; only the chart has the key.
    try session.shows("A new phase could begin with Nov 2025", "P begin a phase")
    try session.press("P")
    try session.shows("New phase: Wound infections", "2025-11", "^s save")
    try fill(session, "Reason", "Blankets on arrival in daily use")
    try session.press("C-s")
    try session.shows("phase 2", "set by Dana Quist")
  }

  private func report(_ sandbox: HuddleSandbox) throws {
    let run = try sandbox.huddle("report", "project", "warm-patients", "--as", "dana")
    #expect(run.code == 0)
    for told in [
      "# Warm patients", "Halve wound infections by summer 2027", "from 8 % to 3 %",
      "30 Jun 2027", "One in nine gets an infection.",
      "- Warm before theatre\n    - Warm on arrival\n      - *Idea:* Warm blanket on arrival (3 cycles)",
      "| 5 patients |", "| 25 patients |", "Scale up |", "Adopt |",
      "1 of 3 surprised us", "Partly:** 4 of 5 keep it on", "It slips off when turning",
      "set by Dana Quist", "Blankets on arrival in daily use",
    ] {
      #expect(run.output.contains(told), "“\(told)” is not in:\n\(run.output)")
    }
    let html = try sandbox.huddle(
      "report", "project", "warm-patients", "--as", "dana", "--format", "html")
    #expect(html.code == 0)
    #expect(html.output.contains("phase 2</text>") && html.output.contains("22 of 25 did"))
  }
}
