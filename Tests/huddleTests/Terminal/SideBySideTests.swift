import Glibc
import Testing

@Suite("Two workbenches side by side") struct SideBySideTests {
  private func opened(
    _ sandbox: HuddleSandbox, as login: String? = nil
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      sandbox, ["projects"] + (login.map { ["--as", $0] } ?? []))
    try session.shows("› Projects", "Warm patients")
    return session
  }

  /// Opens the form of the selected project, and waits for its fields.
  private func edit(_ session: TerminalSession) throws {
    try session.press("e")
    try session.shows("Project: Warm patients", "^s save")
  }

  @Test("what one saves the other shows, without a key")
  func shows() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let (one, two) = try (opened(sandbox), opened(sandbox))
    try edit(one)
    try one.press("C-u")
    try one.type("Warm to theatre")
    try one.press("C-s")
    try one.shows("saved the project “Warm to theatre”")
    try two.shows("› Projects", "Warm to theatre")
  }

  @Test("edits of different fields are merged, and whoever saves later is told")
  func merged() throws {
    let sandbox = try HuddleSandbox()
    let made = try sandbox.furnish()
    let (one, two) = try (opened(sandbox), opened(sandbox))
    try edit(one)
    try edit(two)
    try one.press("C-u")
    try one.type("Warm to theatre")
    try one.press("C-s")
    try one.shows("saved the project “Warm to theatre”")
    // From the name to the sites, the status and the problem.
    try two.press("Tab", "Tab", "Tab")
    try two.press("C-u")
    try two.type("Cold and wet")
    try two.shows("Project: Warm patients", "Cold and wet")
    try two.press("C-s")
    try two.shows("saved the project “Warm to theatre”", "is merged")
    #expect(try sandbox.huddle("show", made.project).output.contains("Cold and wet"))
  }

  @Test("two people who move the same cycle at the same moment move it once, and both are told")
  func movedOnce() throws {
    let sandbox = try HuddleSandbox()
    let made = try sandbox.furnish()
    try sandbox.does(
      "add", "member", "name=Ruth Weaver", "login=ruth", "perspective=staff", "siteIds=riverside",
      "networkRole=lead", "visibility=network")
    for round in 1...4 {
      let title = "Round \(round)"
      let cycle = try sandbox.does(
        "add", "cycle", "project=\(made.project)", "title=\(title)", "stage=plan",
        "plannedStart=2026-01-05")
      let sessions = try [nil, "ruth"].map { login in
        let session = try TerminalSession(
          sandbox, ["cycles"] + (login.map { ["--as", $0] } ?? []))
        try session.shows("› Cycles", title)
        try session.press("/")
        try session.type(title)
        try session.press("Enter")
        try session.screen(where: "\(title) is selected") { screen in
          screen.split(separator: "\n").contains { $0.hasPrefix("› ") && $0.contains(title) }
        }
        return session
      }
      // Both processes stand still with the key before them, so that neither sees the other's step.
      for session in sessions { try session.signal(SIGSTOP) }
      for session in sessions { try session.press(">") }
      for session in sessions { try session.signal(SIGCONT) }
      let told = try sessions.map { session in
        try session.screen(where: "the move is answered") { screen in
          screen.contains("on to Do") || screen.contains("is in Do already")
        }
      }
      #expect(told.count { $0.contains("on to Do") } == 1, "\(told)")
      #expect(told.count { $0.contains("is in Do already") } == 1, "\(told)")
      let shown = try sandbox.huddle("show", cycle, "--json").output.filter { $0 != " " }
      #expect(shown.contains("\"stage\":\"do\""))
      let moves = try sandbox.huddle("history", cycle).output
      #expect(moves.split(separator: "\n").count { $0.contains("on to Do") } == 1, "\(moves)")
    }
  }

  @Test("two values for one field are both kept until somebody chooses, and both screens say so")
  func conflict() throws {
    let sandbox = try HuddleSandbox()
    let made = try sandbox.furnish()
    let (one, two) = try (opened(sandbox), opened(sandbox))
    try edit(one)
    try edit(two)
    for (session, name) in [(one, "Warm to theatre"), (two, "Warm on the ward")] {
      try session.press("C-u")
      try session.type(name)
    }
    try one.press("C-s")
    try one.shows("saved the project “Warm to theatre”")
    try two.press("C-s")
    try two.shows("changed “Name” too", "both versions are kept")
    try one.shows("› Projects", "Warm on the ward", "Two versions")
    #expect(try sandbox.huddle("show", made.project).output.contains("Warm to theatre"))
  }
}
