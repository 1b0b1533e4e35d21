import Glibc
import Testing

@Suite(
  "Coming in over SSH",
  .enabled(if: SSHServer.isInstalled, "there is no sshd here: apt-get install openssh-server"))
struct SSHSessionTests {
  /// A network with a lead, a participant and a coach whom the site names.
  static func network() throws -> HuddleSandbox {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish(months: 12)
    for (login, role) in [("lee", "lead"), ("pat", "participant"), ("cora", "coach")] {
      try sandbox.does(
        "add", "member", "name=\(login)", "login=\(login)", "networkRole=\(role)",
        "siteIds=\(role == "coach" ? "" : "riverside")", "perspective=staff")
    }
    try sandbox.does("set", "riverside", "coachIds=cora")
    return sandbox
  }

  @Test("a coach reviews, a lead edits and a participant browses at the same time")
  func together() throws {
    let sandbox = try Self.network()
    let server = try SSHServer(sandbox, members: ["cora", "lee", "pat"])
    let coach = try server.session("cora", ["portfolio"])
    let lead = try server.session("lee", ["cycles"], columns: 80, rows: 24)
    let participant = try server.session("pat", ["commons"])
    try coach.shows("Portfolio", "Riverside Hospital", "coach")
    try lead.shows("Cycles", "Blanket on arrival")
    try participant.shows("Commons", "Warm blanket card")
    try lead.press("a")
    try lead.shows("New PDSA cycle")
    try lead.type("Typed over the line")
    try participant.press("j", "k", "Enter")
    try coach.press("Enter")
    try coach.shows("Riverside Hospital")
    try lead.shows("Typed over the line")
    try lead.press("C-s")
    try lead.shows("added the PDSA cycle")
    let saved = try server.ssh("lee", ["list", "cycle", "--json"])
    #expect(saved.code == 0)
    #expect(saved.output.contains("Typed over the line"))
    try lead.press("C-c")
    try coach.press("C-c")
    try participant.press("C-c")
    for session in [coach, lead, participant] { #expect(try session.ends() == 0) }
  }

  @Test("a line that drops in the middle of an edit leaves a draft and no lock")
  func dropped() throws {
    let sandbox = try Self.network()
    let server = try SSHServer(sandbox, members: ["lee"])
    let lead = try server.session("lee", ["cycles"])
    try lead.shows("Cycles", "Blanket on arrival")
    try lead.press("a")
    try lead.shows("New PDSA cycle")
    try lead.type("Half a thought")
    try lead.shows("Half a thought")
    // The client dies and says nothing: the server sees the line end.
    try lead.close()
    try sandbox.does("add", "note", "body=Writing goes on")
    let again = try server.session("lee", ["cycles"])
    try again.shows("Cycles", "Blanket on arrival")
    try again.press("a")
    try again.shows("Half a thought", "your draft is back")
    #expect(try !sandbox.huddle("list", "cycle", "--json").output.contains("Half a thought"))
  }

  @Test("inside the gate nothing stops to a shell, and a stop from outside changes nothing")
  func noShell() throws {
    let sandbox = try Self.network()
    let server = try SSHServer(sandbox, members: ["lee"])
    let lead = try server.session("lee", ["cycles"])
    try lead.shows("Cycles", "Blanket on arrival")
    try lead.press("C-z")
    try lead.shows("there is no shell")
    try lead.press("j")
    try lead.resize(columns: 500, rows: 200)
    try lead.resize(columns: 40, rows: 12)
    try lead.resize(columns: 120, rows: 40)
    try lead.shows("Blanket on arrival")
    try lead.press("C-c")
    #expect(try lead.ends() == 0)
  }

  @Test("a member who has to leave while they type is refused at the save, in words and in the log")
  func leaves() throws {
    let sandbox = try Self.network()
    let server = try SSHServer(sandbox, members: ["lee"])
    let lead = try server.session("lee", ["cycles"])
    try lead.shows("Cycles", "Blanket on arrival")
    try lead.press("a")
    try lead.shows("New PDSA cycle")
    try lead.type("Too late")
    try sandbox.does("set", "lee", "active.to=2020-01-01")
    try lead.shows("Too late")
    try lead.press("C-s")
    try lead.shows("may only read")
    #expect(try server.refusals().contains { $0.contains("may only read") })
    #expect(try !sandbox.huddle("list", "cycle", "--json").output.contains("Too late"))
    let refused = try server.ssh("lee", ["whoami"])
    #expect(refused.code == 5)
    #expect(refused.reason.contains("is not active today"))
    #expect(try server.refusals().last?.contains("is not active today") == true)
  }

  @Test("a line with a wrong program or a wrong store lets nobody in and says so")
  func wrongPaths() throws {
    let sandbox = try Self.network()
    let server = try SSHServer(sandbox, members: ["lee"])
    let lines = try HuddleSandbox.text(of: "\(sandbox.folder)/authorized_keys")
    _ = try sandbox.file(
      "authorized_keys", lines.replacing("--store \(sandbox.store)", with: "--store /nowhere"))
    let refused = try server.ssh("lee", ["whoami"])
    #expect(refused.code == 3)
    #expect(refused.reason.contains("/nowhere"))
    #expect(try server.refusals().last?.contains("/nowhere") == true)
    _ = try sandbox.file(
      "authorized_keys", lines.replacing("/huddle gate", with: "/no-huddle gate"))
    #expect(try server.ssh("lee", ["whoami"]).code == 127)
  }
}
