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

  @Test("the session of a member who has to leave ends at once, with what they typed as a draft")
  func leaves() throws {
    let sandbox = try Self.network()
    let server = try SSHServer(sandbox, members: ["lee"])
    let lead = try server.session("lee", ["cycles"])
    try lead.shows("Cycles", "Blanket on arrival")
    try lead.press("a")
    try lead.shows("New PDSA cycle")
    try lead.type("Too late")
    try lead.shows("Too late")
    try sandbox.does("set", "lee", "active.to=2020-01-01")
    try lead.shows("no active member of this network any more", "what you were typing")
    #expect(try lead.ends() == 5)
    #expect(try server.refusals().contains { $0.contains("no active member") })
    #expect(try !sandbox.huddle("list", "cycle", "--json").output.contains("Too late"))
    let refused = try server.ssh("lee", ["whoami"])
    #expect(refused.code == 5)
    #expect(refused.reason.contains("is not active today"))
    #expect(try server.refusals().last?.contains("is not active today") == true)
    // Whoever comes back finds what they typed.
    try sandbox.does("set", "lee", "active.to=")
    let again = try server.session("lee", ["cycles"])
    try again.shows("Cycles", "Blanket on arrival")
    try again.press("a")
    try again.shows("Too late", "your draft is back")
  }

  @Test("screens and rights follow a role that is lowered while a session is open")
  func lowered() throws {
    let sandbox = try Self.network()
    try sandbox.does(
      "add", "member", "name=Ines", "login=ines", "networkRole=steward", "siteIds=riverside",
      "perspective=staff")
    let server = try SSHServer(sandbox, members: ["ines"])
    let session = try server.session("ines", ["portfolio"])
    try session.shows("Portfolio", "Riverside Hospital", "Ines · steward · riverside")
    try sandbox.does("set", "ines", "networkRole=participant")
    try session.shows(
      "Ines · participant · riverside", "your role was changed: you are a participant now")
    let screen = try session.screen(where: "Today is open") { $0.contains("› Today") }
    #expect(!screen.contains("7 Portfolio"))
    try session.press("7")
    try session.shows("Portfolio is for coaches and stewards")
    try session.press("3")
    try session.shows("Blanket on arrival")
    let refused = try server.ssh("ines", ["set", "riverside", "name=Mine"])
    #expect(refused.code == 5)
    #expect(try server.refusals().last?.contains("participant") == true)
    try session.press("C-c")
    #expect(try session.ends() == 0)
  }

  @Test("whoever sends nothing and whoever takes nothing is not waited for")
  func idle() throws {
    let sandbox = try Self.network()
    func gate(_ wish: String, _ minutes: String) -> [String] {
      [
        "env", "SSH_ORIGINAL_COMMAND=\(wish)", HuddleSandbox.program, "gate", "--member", "lee",
        "--store", sandbox.store, "--log", "\(sandbox.folder)/gate.log", "--idle-minutes", minutes,
      ]
    }
    // A command whose input never ends: a terminal on which nobody types.
    let waiting = try RawTerminal(sandbox, gate("apply -", "0.02"))
    #expect(try waiting.ends() == 1)
    #expect(String(decoding: waiting.output, as: UTF8.self).contains("nobody pressed a key"))
    // A workbench in which nobody types, and one that nobody even looks at.
    let quiet = try RawTerminal(sandbox, gate("cycles", "0.05"))
    try quiet.shows("nobody pressed a key")
    #expect(try quiet.ends() == 0)
    let unseen = try RawTerminal(sandbox, gate("cycles", "0.05"))
    try unseen.shows("Blanket")
    // More than a terminal holds, and nobody takes it.
    for size in 0..<60 {
      unseen.resize(columns: UInt16(200 + size), rows: 100)
      unseen.pause(milliseconds: 20)
    }
    _ = try unseen.endsUnseen()
    let log = try HuddleSandbox.text(of: "\(sandbox.folder)/gate.log")
    #expect(log.split(separator: "\n").count { $0.contains("nobody pressed a key") } == 3)
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
