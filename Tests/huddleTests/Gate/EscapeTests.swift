import Testing

@Suite(
  "Getting out of the gate",
  .enabled(if: SSHServer.isInstalled, "there is no sshd here: apt-get install openssh-server"))
struct EscapeTests {
  @Test("every attempt is refused and written down, none crashes, and each works without its guard")
  func escapes() throws {
    let sandbox = try SSHSessionTests.network()
    let server = try SSHServer(sandbox, members: ["lee"])
    _ = try sandbox.does(
      "add", "member", "name=Stella", "login=stella", "networkRole=steward", "perspective=staff")
    _ = try sandbox.file(
      "operations", "{\"op\":\"add\",\"type\":\"note\",\"doc\":{\"body\":\"B\"}}\n")
    let families = EscapeFamily.all(
      folder: sandbox.folder, port: server.port, huddle: HuddleSandbox.program,
      store: sandbox.store)
    let before = try listing(sandbox)
    for family in families {
      for attempt in family.attempts { try refuses(family, attempt, server) }
    }
    #expect(families.count >= 12)
    #expect(families.reduce(0) { $0 + $1.attempts.count } >= 200)
    #expect(try listing(sandbox) == before)
    for family in families {
      let run = try run(family.control, "free", server)
      #expect(
        (run.output + run.errors).contains(family.controlShows),
        "\(family.name) without its guard: \(run.code) \(run.output) \(run.errors)")
    }
    // Whoever keeps to what is admitted is let in after all that.
    #expect(try server.ssh("lee", ["whoami"]).output.contains("lee - lead"))
  }

  private func refuses(
    _ family: EscapeFamily, _ attempt: EscapeFamily.Attempt, _ server: SSHServer
  ) throws {
    let told = try server.refusals().count
    let lines = try server.serverLines().count
    let run = try run(attempt, "lee", server)
    let words = "\(family.name) \(attempt.options) \(attempt.command): \(run.code) \(run.errors)"
    // 128 and more is a signal; 124 is a session that hangs.
    #expect(run.code < 124 || run.code == 255, "\(words)")
    switch family.barrier {
    case .gate:
      #expect(run.code != 0, "\(words)")
      #expect(try server.refusals().count > told, "\(words)")
      #expect(
        (run.errors + run.output).contains("huddle: ") || attempt.isSubsystem,
        "\(words)")
    case .server(let said):
      #expect(run.code == 255, "\(words)")
      let new = try server.serverLines().dropFirst(lines)
      #expect(new.contains { $0.contains(said) }, "\(words)")
    case .taken:
      #expect(run.code == 0, "\(words)")
      #expect(run.output.contains("lee - lead"), "\(words)")
      #expect(run.output.contains(server.sandbox.store), "\(words)")
      let name = attempt.options.last?.split(separator: "=")[1] ?? ""
      #expect(try server.refusals().dropFirst(told).contains { $0.contains(name) }, "\(words)")
    }
  }

  private func run(
    _ attempt: EscapeFamily.Attempt, _ key: String, _ server: SSHServer
  ) throws -> HuddleRun {
    let words = server.client(
      key, attempt.options + ["--", "127.0.0.1"] + attempt.command, program: attempt.program)
    return try server.sandbox.run(attempt.before + words, input: attempt.input)
  }

  /// The files beside the store, without those that the test itself makes with each run.
  private func listing(_ sandbox: HuddleSandbox) throws -> [Substring] {
    try sandbox.run(["ls", sandbox.folder]).output.split(separator: "\n")
  }
}
