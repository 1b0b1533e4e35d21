import Testing

/// The workbench behind the gate, as an `authorized_keys` line starts it; no server is needed.
@Suite("A session behind the gate") struct GateSessionTests {
  private func session(
    _ sandbox: HuddleSandbox, _ member: String, _ wish: String
  ) throws -> TerminalSession {
    try TerminalSession(
      sandbox,
      [
        "gate", "--member", member, "--store", sandbox.store, "--log",
        "\(sandbox.folder)/gate.log",
      ],
      variables: ["SSH_ORIGINAL_COMMAND=\(wish)"])
  }

  private func log(_ sandbox: HuddleSandbox) throws -> String {
    try HuddleSandbox.text(of: "\(sandbox.folder)/gate.log")
  }

  @Test("whoever leaves is shown nothing with other rights before their session ends with 5")
  func leaves() throws {
    let sandbox = try SSHSessionTests.network()
    let session = try session(sandbox, "cora", "portfolio")
    try session.shows("Portfolio", "Riverside Hospital", "cora · coach")
    try sandbox.does("set", "cora", "active.to=2020-01-01")
    let screen = try session.shows("no active member of this network any more")
    #expect(try session.ends() == 5)
    #expect(try !session.sent().contains("visitor"))
    #expect(!screen.contains("typing"), "nobody typed anything")
    #expect(try log(sandbox).contains("no active member"))
  }

  @Test("whoever is removed in the middle of a form is told that what they typed is kept")
  func typed() throws {
    let sandbox = try SSHSessionTests.network()
    let session = try session(sandbox, "lee", "cycles")
    try session.shows("Cycles", "Blanket on arrival")
    try session.press("a")
    try session.shows("New PDSA cycle")
    try session.type("Too late")
    try session.shows("Too late")
    try sandbox.does("remove", "lee")
    let screen = try session.shows("no active member of this network any more")
    #expect(screen.contains("what you were typing is kept"))
    #expect(try session.ends() == 5)
    #expect(try !session.sent().contains("visitor"))
  }

  @Test("what is refused at the keys is written down, and a key that means nothing is not")
  func refusals() throws {
    let sandbox = try SSHSessionTests.network()
    let session = try session(sandbox, "pat", "projects")
    try session.shows("Projects", "pat · participant")
    for (typed, words) in [
      ("!sh", "there is no command “!sh”"), ("export /tmp/x", "no command “export /tmp/x”"),
      ("theme /etc/passwd", "there is no theme “/etc/passwd”"),
    ] {
      try session.press(":")
      try session.type(typed)
      try session.press("Enter")
      try session.shows(words)
      #expect(try log(sandbox).contains(words), "\(typed)")
    }
    try session.press("A")
    try session.shows("add project: a participant may read")
    #expect(try log(sandbox).contains("add project: a participant may read"))
    try session.press("7")
    try session.shows("Portfolio is for coaches and stewards")
    #expect(try log(sandbox).contains("Portfolio is for coaches"))
    // A key that means nothing is no attempt at anything.
    let count = try log(sandbox).split(separator: "\n").count
    try session.press("E")
    try session.shows("E is no key of huddle")
    #expect(try log(sandbox).split(separator: "\n").count == count)
    try session.press("C-c")
    #expect(try session.ends() == 0)
  }

  @Test("a section is printed with --plain, and says what else it does not take")
  func plain() throws {
    let sandbox = try SSHSessionTests.network()
    func asks(_ wish: String) throws -> HuddleRun {
      try sandbox.run([
        "env", "SSH_ORIGINAL_COMMAND=\(wish)", HuddleSandbox.program, "gate", "--member", "lee",
        "--store", sandbox.store, "--log", "\(sandbox.folder)/gate.log",
      ])
    }
    let cycles = try asks("cycles --plain")
    #expect(cycles.code == 0 && cycles.output.contains("Blanket on arrival"), "\(cycles.errors)")
    let other = try asks("today --colour")
    #expect(other.code == 2 && other.reason.contains("“today” opens the workbench"))
    #expect(other.reason.contains("“--colour”"))
  }

  @Test("a path for the id of a document is no project's measure") func pathForAnID() throws {
    let sandbox = try SSHSessionTests.network()
    let run = try sandbox.run([
      "env", "SSH_ORIGINAL_COMMAND=add note body=B target.type=site target.id=/etc/passwd",
      HuddleSandbox.program, "gate", "--member", "lee", "--store", sandbox.store, "--log",
      "\(sandbox.folder)/gate.log",
    ])
    #expect(run.code == 1)
    #expect(run.reason.contains("“/etc/passwd”") && !run.reason.contains("“”"), "\(run.reason)")
  }
}
