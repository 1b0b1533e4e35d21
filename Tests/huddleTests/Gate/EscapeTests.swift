import TestSupport
import Testing

@Suite(
  "Getting out of the gate",
  .enabled(if: SSHServer.isInstalled, "there is no sshd here: apt-get install openssh-server"))
struct EscapeTests {
  private static func place() throws -> (HuddleSandbox, SSHServer, [EscapeFamily]) {
    let sandbox = try SSHSessionTests.network()
    let server = try SSHServer(sandbox, members: ["lee"])
    _ = try sandbox.does(
      "add", "member", "name=Stella", "login=stella", "networkRole=steward", "perspective=staff")
    _ = try sandbox.file(
      "operations", "{\"op\":\"add\",\"type\":\"note\",\"doc\":{\"body\":\"B\"}}\n")
    let place = EscapePlace(
      folder: sandbox.folder, port: server.port, huddle: HuddleSandbox.program,
      store: sandbox.store)
    return (sandbox, server, EscapeFamily.all(place))
  }

  @Test("every attempt is refused and written down, and none crashes", .timeLimit(.minutes(30)))
  func escapes() throws {
    let (sandbox, server, families) = try Self.place()
    #expect(families.count >= 12)
    #expect(families.reduce(0) { $0 + $1.attempts.count } >= 200)
    // Without a set-aside file of its own each run would differ by what the test itself makes.
    _ = try sandbox.huddle("whoami")
    let before = try listing(sandbox)
    for family in families {
      for attempt in family.attempts {
        if attempt.terminal != nil {
          try staysInside(family, attempt, server)
        } else {
          try refuses(family, attempt, server)
        }
      }
    }
    #expect(try listing(sandbox) == before, "no attempt left anything behind")
    // Whoever keeps to what is admitted is let in after all that.
    #expect(try server.ssh("lee", ["whoami"]).output.contains("lee - lead"))
  }

  @Test("each family of attempts succeeds where its guard is taken away")
  func controls() throws {
    let (sandbox, server, families) = try Self.place()
    var opened: SSHServer?
    for family in families {
      if family.opensServer, opened == nil {
        opened = try SSHServer(sandbox, members: [], handsOn: "*")
      }
      let server = family.opensServer ? opened ?? server : server
      let shown: String
      if let terminal = family.control.terminal {
        let client = try open(family.control, terminal, "free", server)
        try client.shows(family.controlShows)
        shown = String(decoding: client.output, as: UTF8.self)
      } else {
        let run = try run(family.control, "free", server)
        shown = run.output + run.errors
      }
      #expect(shown.contains(family.controlShows), "\(family.name): \(shown)")
    }
  }

  // MARK: Attempts

  private func refuses(
    _ family: EscapeFamily, _ attempt: EscapeFamily.Attempt, _ server: SSHServer
  ) throws {
    let told = try server.refusals().count
    let lines = try server.serverLines().count
    let run = try run(attempt, "lee", server)
    let words =
      "\(family.name) \(attempt.options) \(attempt.command.map { $0.prefix(200).debugDescription }) "
      + "\(attempt.before): \(run.code) \(run.output.prefix(500)) \(run.errors.prefix(500))"
    // 128 and more is a signal; 124 is a session that hangs.
    #expect(run.code < 124 || run.code == 255, "\(words)")
    let refusals = try server.refusals().dropFirst(told)
    let log = try server.serverLines().dropFirst(lines)
    switch family.barrier {
    case .gate:
      #expect(run.code != 0, "\(words)")
      #expect(refusals.contains(where: Self.isOfTheAttempt), "\(words)")
      #expect((run.errors + run.output).contains("huddle: ") || attempt.isSubsystem, "\(words)")
    case .server(let said, let client):
      #expect(run.code == 255, "\(words)")
      #expect(log.contains { $0.contains(said) }, "\(words)")
      #expect((run.errors + run.output).contains(client), "\(words)")
    case .taken(let said):
      #expect(run.code == 0, "\(words)")
      #expect(run.output.contains("lee - lead"), "\(words)")
      #expect(run.output.contains(server.sandbox.store), "\(words)")
      if let said {
        #expect(log.contains { $0.contains(said) }, "\(words)")
      } else {
        let settings = attempt.options.filter { $0.hasPrefix("SetEnv=") }.map { $0.dropFirst(8) }
        let setting = settings.first ?? attempt.before.last?[...] ?? ""
        let name = setting.prefix { $0 != "=" }
        #expect(!name.isEmpty && refusals.contains { $0.contains(name) }, "\(words)")
      }
    case .workbench: Issue.record("\(family.name) wants a terminal")
    }
  }

  private func staysInside(
    _ family: EscapeFamily, _ attempt: EscapeFamily.Attempt, _ server: SSHServer
  ) throws {
    let told = try server.refusals().count
    guard let terminal = attempt.terminal else { return }
    let client = try open(attempt, terminal, "lee", server)
    client.rests()
    // Whatever came of it, ^c leaves from wherever one is, and from what is left open.
    for time in 0..<40 where client.isRunning {
      client.type("\u{1B}")
      // A paste that nobody ended ends when nothing comes.
      client.rests(for: time < 2 ? 150 : 800)
      client.type("\u{3}")
      client.rests()
    }
    let code = try client.ends()
    let shown = String(decoding: client.output, as: UTF8.self)
    let words =
      "\(family.name) \(terminal.keys.prefix(80)) \(terminal.columns)×\(terminal.rows)"
      + ": \(code) \(shown.suffix(500).debugDescription)"
    #expect((0...2).contains(code) || code == 255, "\(words)")
    for sign in ["uid=", "Stopped", "root:", "core dumped", "Fatal error"] {
      #expect(!shown.contains(sign), "\(words)")
    }
    if terminal.isTold {
      let refusals = try server.refusals().dropFirst(told)
      #expect(refusals.contains(where: Self.isOfTheAttempt), "\(words)")
    }
  }

  /// What the account's own shell left in the environment is taken away from every session.
  private static func isOfTheAttempt(_ refusal: Substring) -> Bool {
    !refusal.contains("not taken over from the environment")
  }

  // MARK: Clients

  private func open(
    _ attempt: EscapeFamily.Attempt, _ terminal: EscapeFamily.Terminal, _ key: String,
    _ server: SSHServer
  ) throws -> RawTerminal {
    let client = try RawTerminal(
      server.sandbox, words(attempt, key, server), columns: terminal.columns, rows: terminal.rows)
    // Before that, keys are the client's own.
    try client.isRaw()
    if let text = terminal.after { try client.shows(text) }
    client.type(terminal.keys)
    for size in terminal.resizes {
      client.rests()
      client.resize(columns: size.columns, rows: size.rows)
    }
    return client
  }

  private func run(
    _ attempt: EscapeFamily.Attempt, _ key: String, _ server: SSHServer
  ) throws -> HuddleRun {
    try server.sandbox.run(words(attempt, key, server), bytes: attempt.input)
  }

  private func words(
    _ attempt: EscapeFamily.Attempt, _ key: String, _ server: SSHServer
  ) -> [String] {
    let isCopying = attempt.program == "/usr/bin/scp"
    let goal = isCopying ? [] : ["127.0.0.1"]
    let command = isCopying ? ["127.0.0.1:\(attempt.command.joined())"] : attempt.command
    return attempt.before
      + server.client(key, attempt.options + goal + command, program: attempt.program)
  }

  /// The files beside the store, without those that the test itself makes with each run.
  private func listing(_ sandbox: HuddleSandbox) throws -> [Substring] {
    try sandbox.run(["ls", sandbox.folder]).output.split(separator: "\n")
  }
}
