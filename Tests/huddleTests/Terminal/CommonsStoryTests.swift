import Testing

/// What one site tries, changes and gives back, and what another makes of it, told by two people at
/// two terminals.
@Suite("The commons' story in a terminal") struct CommonsStoryTests {
  private static let idea = "Warm blanket on arrival"
  private static let version = "Warm blanket with a clip"

  @Test(
    "search, read, try here, adapt, a version of one's own, another site adopts it, and the idea shows it"
  )
  func story() throws {
    let sandbox = try HuddleSandbox()
    try furnish(sandbox)
    let dana = try TerminalSession(sandbox, ["--as", "dana"])
    try dana.shows("› Today")

    try searchAndRead(dana)
    try tryHere(dana)
    try test(dana, "It slipped off when turning", as: .adapt)
    try makeVersion(dana)

    let rowan = try TerminalSession(sandbox, ["--as", "rowan"])
    try rowan.shows("› Today")
    try adopt(rowan)
    try rowan.press("q")
    #expect(try rowan.ends() == 0)

    try evidence(dana)
    try news(sandbox)
  }

  /// Two sites with a team each, and an idea of somebody at neither.
  private func furnish(_ sandbox: HuddleSandbox) throws {
    try sandbox.does("init", "--name", "Safer Surgery")
    let measure = try sandbox.does(
      "add", "measure", "name=Wound infections", "kind=outcome", "dataKind=proportion",
      "direction=decrease", "multiplier=100")
    for (login, name, site, code) in [
      ("dana", "Dana Quist", "Riverside Hospital", "riverside"),
      ("rowan", "Rowan Pell", "Hillview Clinic", "hillview"),
      ("mira", "Mira Oduya", "Eastgate Hospital", "eastgate"),
    ] {
      try sandbox.does("add", "site", "name=\(site)", "code=\(code)", "kind=hospital")
      try sandbox.does(
        "add", "member", "name=\(name)", "login=\(login)", "perspective=clinician",
        "networkRole=lead", "siteIds=\(code)", "visibility=network", "consents.listed=true")
      if login == "mira" { continue }
      try sandbox.does(
        "add", "project", "name=Fewer infections at \(site)", "sites=\(code)", "status=active",
        "problem=One in nine gets an infection.", "roster.0.member=\(login)",
        "roster.0.role=day-to-day-lead", "measures=\(measure)", "aim.measure=\(measure)")
    }
    try sandbox.does(
      "add", "resource", "title=\(Self.idea)", "kind=change-idea", "--as", "mira",
      "plainSummary=A warm blanket for everybody who comes in.", "drivers=Normal temperature",
      "description=If people are warm before theatre, then fewer wounds get infected.",
      "howToStartSmall=One patient, tomorrow, with the blanket you have.",
      "whatToAvoid=Leaving it to whoever has time.", "steps=Warm it\nPut it on\nAsk",
      "citations=Schaffzin 2015")
    try sandbox.does(
      "add", "resource", "title=Hourly rounding", "kind=change-idea", "--as", "mira",
      "plainSummary=Somebody looks in every hour.")
  }

  /// Two letters swapped, and still it is found; then the whole of it, down to where it comes from.
  private func searchAndRead(_ session: TerminalSession) throws {
    try session.press("6")
    try session.shows("Hourly rounding", Self.idea)
    try session.press("/")
    try session.type("warm blnaket")
    try session.screen(where: "only the idea is left") {
      $0.contains("or much like it") && !$0.contains("Hourly rounding")
    }
    try session.press("Enter")
    try session.shows("A warm blanket for everybody who comes in.")
    try session.press("Enter")
    try session.shows(
      "Nobody here has tried it yet.", "How to start small", "What to avoid", "Schaffzin 2015")
  }

  /// The try-out and its first small cycle, filled in but for what only this team can say.
  private func tryHere(_ session: TerminalSession) throws {
    try session.press("t")
    try session.shows(
      "Try it here: \(Self.idea)", "How to start small: One patient", "Wound infections",
      "Does “\(Self.idea)” work here?", "If people are warm before theatre")
    try fill(session, "What do you expect to happen?", "It stays on until theatre")
    try session.press("C-s")
    try session.shows("Riverside Hospital tries “\(Self.idea)”", "Trying it", "1 site")
  }

  private enum Ending { case adapt, adopt }

  /// The try-out's cycle from Plan to its decision, and how far the site says that it is then.
  private func test(_ session: TerminalSession, _ result: String, as ending: Ending) throws {
    try session.press("3")
    try session.shows("› Cycles", "› Plan")
    try session.press(">")
    try session.shows("on to Do, begun today")
    try session.press(">")
    try session.shows("Compare: ", "What happened?")
    try session.type(result)
    try go(session, to: "As predicted?")
    try session.press("Right")
    try fill(session, "What did you learn?", "A clip holds it")
    try session.press("C-s")
    try session.screen(where: "the form is closed") { !$0.contains("Compare: ") }
    try session.press(">")
    try session.shows("Decide: ", "What now?")
    switch ending {
    case .adapt:
      try session.press("Right", "Right")
      try session.shows("(•) Adapt")
    case .adopt:
      try session.press("Right")
      try session.shows("(•) Adopt")
    }
    try fill(session, "Why?", result)
    try session.press("C-s")
    switch ending {
    case .adapt:
      try session.shows("What did you adapt?", "from “trying it” to")
      try session.press("C-u")
      try session.type("A clip")
      try session.press("C-s")
      try session.shows("Next cycle after: ", "last time: ", result)
      // A key right behind Escape would be one with Alt.
      try session.press("Escape")
      try session.screen(where: "the form is closed") { !$0.contains("Next cycle after: ") }
    case .adopt:
      try session.shows("How far is it?", "from “trying it” to")
      try session.press("y")
      try session.shows("Hillview Clinic: in use")
    }
  }

  /// The child names its parent and what changed; others are shown what they will read first.
  private func makeVersion(_ session: TerminalSession) throws {
    try session.press("6")
    try session.shows("› Commons")
    try session.press("Enter")
    try session.shows("Trying its own version", "adapted: A clip")
    try session.press("A")
    try session.shows("Your version of: \(Self.idea)", "What did you change?")
    try session.type("A clip holds it.")
    try fill(session, "Title", Self.version)
    try session.press("C-s")
    try session.shows("Everyone in the network will read", "A clip holds it.")
    try session.press("C-s")
    try session.shows("made from “\(Self.idea)”, version 1")
  }

  private func adopt(_ session: TerminalSession) throws {
    try session.press("6")
    try session.shows("› Commons", Self.version)
    try session.press("/")
    try session.type("clip")
    try session.screen(where: "only the version is left") {
      $0.contains(Self.version) && !$0.contains("Hourly rounding")
    }
    try session.press("Enter", "t")
    try session.shows("Try it here: \(Self.version)")
    try fill(session, "What do you expect to happen?", "It stays on")
    try session.press("C-s")
    try session.shows("Hillview Clinic tries “\(Self.version)”")
    try test(session, "It stayed on", as: .adopt)
  }

  /// At the first terminal, which was open all the time: the idea with what became of it.
  private func evidence(_ session: TerminalSession) throws {
    try session.press("6")
    try session.shows("› Commons")
    try session.press("/", "C-u")
    try session.type(Self.idea)
    try session.screen(where: "only the idea is left") {
      $0.contains("1 of 3 with") && !$0.contains("Hourly rounding")
    }
    try session.press("Enter")
    try session.screen(where: "the prompt is closed") { $0.contains("t try it here") }
    try session.press("Enter")
    try session.shows(
      "Tried at 1 site", "Trying its own version", "Versions made from it", Self.version,
      "Hillview Clinic: in use", "A clip holds it.")
    try session.press("L")
    try session.shows("Family: \(Self.idea)", "└─ \(Self.version)", "tried at 1 site")
    try session.press("q")
  }

  /// Whoever gave the idea, and whoever made a version of it, read what became of it.
  private func news(_ sandbox: HuddleSandbox) throws {
    let mira = try sandbox.huddle("today", "--plain", "--as", "mira").output
    #expect(mira.contains("Riverside Hospital is trying its own version of your “\(Self.idea)”"))
    #expect(mira.contains("“\(Self.version)” was made from your “\(Self.idea)”"))
    let dana = try sandbox.huddle("today", "--plain", "--as", "dana").output
    #expect(dana.contains("Hillview Clinic now uses your “\(Self.version)”"))
    let told = try sandbox.huddle("evidence", Self.version, "--as", "mira").output
    #expect(told.contains("Tried at 1 site; it cannot be judged yet"))
    #expect(told.contains("Hillview Clinic · In use"))
  }
}
