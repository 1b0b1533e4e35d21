import Glibc
import Testing

/// A real sshd on the loopback, with a store behind its gate and keys made for it.
///
/// One key leads through the gate as each member; a last one, `free`, has no line that restrains it:
/// with it the same attempts succeed, which shows that the gate is what stops them.
final class SSHServer {
  let sandbox: HuddleSandbox
  let port: Int
  var gateLog: String { "\(sandbox.folder)/gate.log" }
  var serverLog: String { "\(sandbox.folder)/sshd.log" }

  static let isInstalled = access("/usr/sbin/sshd", X_OK) == 0 && access("/usr/bin/ssh", X_OK) == 0

  /// Variables that the server hands on, so that the gate is what takes them away.
  private static let handedOn =
    "LANG LC_* COLORTERM NO_COLOR TERMINFO TERMINFO_DIRS TERMCAP EDITOR VISUAL PAGER HUDDLE_* XDG_* "
    + "GIT_* ESCDELAY LESS* NCURSES_*"

  init(_ sandbox: HuddleSandbox, members: [String]) throws {
    self.sandbox = sandbox
    // sshd wants this folder where it may change users.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    let folder = sandbox.folder
    var lines = ""
    for name in ["host", "free"] + members {
      let made = try sandbox.run(
        ["/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(name)"])
      try #require(made.code == 0, "\(made.errors)")
    }
    for member in members {
      let invited = try sandbox.huddle(
        "member", "invite", member, "--key", "\(folder)/\(member).pub")
      try #require(invited.code == 0, "\(invited.errors)")
      lines += invited.output.replacing(
        "--store", with: "--log \(folder)/gate.log --store")
    }
    lines += try HuddleSandbox.text(of: "\(folder)/free.pub")
    _ = try sandbox.file("authorized_keys", lines)
    _ = try sandbox.file("gate.log", "")
    chmod("\(folder)/authorized_keys", 0o600)
    var port = 0
    for _ in 0..<20 {
      port = Int.random(in: 20_000..<60_000)
      let configuration = try sandbox.file(
        "sshd_config",
        """
        Port \(port)
        ListenAddress 127.0.0.1
        HostKey \(folder)/host
        PidFile \(folder)/sshd.pid
        AuthorizedKeysFile \(folder)/authorized_keys
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin yes
        AllowTcpForwarding yes
        AllowStreamLocalForwarding yes
        AllowAgentForwarding yes
        X11Forwarding yes
        PermitTunnel yes
        AcceptEnv \(Self.handedOn)
        Subsystem sftp internal-sftp
        LogLevel DEBUG1
        MaxStartups 200
        """)
      let started = try sandbox.run(
        ["/usr/sbin/sshd", "-f", configuration, "-E", "\(folder)/sshd.log"])
      if started.code == 0, Self.isUp(folder) { break }
    }
    self.port = port
  }

  deinit {
    guard let text = try? HuddleSandbox.text(of: "\(sandbox.folder)/sshd.pid"),
      let process = pid_t(text.prefix { $0.isNumber })
    else { return }
    kill(process, SIGTERM)
  }

  private static func isUp(_ folder: String) -> Bool {
    for _ in 0..<100 {
      if access("\(folder)/sshd.pid", R_OK) == 0 { return true }
      _ = poll(nil, 0, 20)
    }
    return false
  }

  /// The words of a client that comes with a key.
  func client(_ key: String, _ words: [String], program: String = "/usr/bin/ssh") -> [String] {
    let isCopying = program.hasSuffix("scp") || program.hasSuffix("sftp")
    return [
      "timeout", "--foreground", "60", program, isCopying ? "-P" : "-p", "\(port)", "-F", "none",
      "-i",
      "\(sandbox.folder)/\(key)", "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no",
      "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
    ] + words
  }

  /// Runs a client with a key, with options before the server's name and a command after it.
  func ssh(
    _ key: String, options: [String] = [], _ command: [String] = [], input: String = ""
  ) throws -> HuddleRun {
    try sandbox.run(client(key, options + ["127.0.0.1"] + command), input: input)
  }

  /// A client in a terminal of its own.
  func session(
    _ key: String, _ command: [String] = [], columns: Int = 120, rows: Int = 40
  ) throws -> TerminalSession {
    try TerminalSession(
      sandbox, client(key, ["-tt", "127.0.0.1"] + command), isProgram: false, columns: columns,
      rows: rows)
  }

  /// What the gate has written down, line by line.
  func refusals() throws -> [Substring] {
    try HuddleSandbox.text(of: gateLog).split(separator: "\n")
  }

  /// What the server itself has written down.
  func serverLines() throws -> [Substring] {
    try HuddleSandbox.text(of: serverLog).split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }
}
