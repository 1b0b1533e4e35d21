import Glibc

/// The way in over SSH: who somebody is comes from the key's line and the store alone.
struct Gate {
  var member: String
  var store: String
  var idleMinutes: Double
  var logPath: String?

  /// Lets somebody in, or says why not.
  ///
  /// - Returns: the exit code.
  func run() -> Int32 {
    let variables = Self.variables()
    let home = Self.home
    let log = GateLog(
      path: logPath ?? "\(home)/.local/state/huddle/gate.log", member: member,
      from: GateLog.address(variables["SSH_CONNECTION"]))
    let cleaned = GateEnvironment(variables)
    if !cleaned.refused.isEmpty {
      let names = cleaned.refused.prefix(20).map(GateRefusal.clipped).joined(separator: ", ")
      log.refused("not taken over from the environment: \(names)")
    }
    do throws(GateRefusal) {
      let wish = try Self.wish()
      Self.establish(cleaned, home: home)
      let idle = IdleLimit(minutes: idleMinutes)
      Entrance.admit(Entrance.Pass(store: store, member: member, log: log, idle: idle))
      idle.start { Entrance.end(idle.words) }
      switch wish {
      case .help:
        Output.line(Self.help)
        return 0
      case .workbench(let words), .command(let words): return Program.run(words)
      }
    } catch {
      log.refused(error.words)
      Output.note("huddle: \(error.words)")
      return 2
    }
  }

  /// What can be given over SSH, each with what it does.
  private static var help: String {
    let width = AdmittedCommand.all.map(\.name.count).max() ?? 0
    let lines = AdmittedCommand.all.map { command in
      let abstract = Huddle.command(command.name)?.configuration.abstract ?? ""
      return
        "  \(command.name)\(String(repeating: " ", count: width - command.name.count))  \(abstract)"
    }
    return "Nothing, or a section, opens the workbench. These can be given as well, and ssh HOST "
      + "COMMAND --help tells more of each:\n\n" + lines.joined(separator: "\n")
  }

  private static func wish() throws(GateRefusal) -> GateWish {
    guard let bytes = getenv("SSH_ORIGINAL_COMMAND") else { return try GateWish("") }
    guard let text = String(validatingCString: bytes) else { throw .notUnicode }
    return try GateWish(text)
  }

  /// Leaves in the environment what came through, and what huddle and git look for, in places that
  /// no caller names. There is no home: neither terminals nor themes are described there.
  private static func establish(_ environment: GateEnvironment, home: String) {
    clearenv()
    for (name, value) in environment.kept { setenv(name, value, 1) }
    setenv("PATH", "/usr/bin:/bin", 1)
    setenv("HOME", "/nonexistent", 1)
    setenv("XDG_STATE_HOME", "\(home)/.local/state", 1)
    // Over a line the bytes of one key may arrive apart; that is all this says.
    setenv("SSH_CONNECTION", "gate", 1)
  }

  private static func variables() -> [String: String] {
    var result: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let parts = String(cString: entry).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
      next += 1
    }
    return result
  }

  /// The account's folder, as the system has it.
  private static var home: String { Account.own?.folder ?? "" }
}
