import Glibc
import Testing

/// A real sshd on the loopback, with a store behind its gate and keys made for it.
///
/// One key leads through the gate as each member; a last one, `free`, has no line that restrains it:
/// with it the same attempts succeed, which shows that the gate is what stops them.
///
/// It ends with the tests, however they end, and the sessions that it let in end with it: a shell
/// keeps it until nobody holds the other end of a pipe any more.
final class SSHServer {
  let sandbox: HuddleSandbox
  let port: Int
  private let keeper: pid_t
  /// The end of the pipe that says that the server is still wanted.
  private let wish: Int32
  var gateLog: String { "\(sandbox.folder)/gate.log" }
  var serverLog: String { "\(sandbox.folder)/sshd.log" }

  static let isInstalled = access("/usr/sbin/sshd", X_OK) == 0 && access("/usr/bin/ssh", X_OK) == 0

  /// Variables that the server hands on, so that the gate is what takes them away.
  static let handedOn =
    "LANG LC_* COLORTERM NO_COLOR TERMINFO TERMINFO_DIRS TERMCAP EDITOR VISUAL PAGER HUDDLE_* XDG_* "
    + "GIT_* ESCDELAY LESS* NCURSES_* LINES COLUMNS"

  /// - Parameter handsOn: the names of the variables that clients may set.
  init(
    _ sandbox: HuddleSandbox, members: [String], handsOn: String = SSHServer.handedOn
  ) throws {
    self.sandbox = sandbox
    // sshd wants this folder where it may change users.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    try Self.makeKeys(sandbox, members)
    (port, keeper, wish) = try Self.start(sandbox, handsOn)
  }

  deinit { Self.end(keeper, wish) }

  private static func end(_ keeper: pid_t, _ wish: Int32) {
    close(wish)
    var status: Int32 = 0
    while waitpid(keeper, &status, 0) < 0, errno == EINTR {}
  }

  private static func makeKeys(_ sandbox: HuddleSandbox, _ members: [String]) throws {
    let folder = sandbox.folder
    var lines = ""
    for name in ["host", "free"] + members where access("\(folder)/\(name)", R_OK) != 0 {
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
  }

  private static func start(
    _ sandbox: HuddleSandbox, _ handsOn: String
  ) throws -> (port: Int, keeper: pid_t, wish: Int32) {
    let folder = sandbox.folder
    for _ in 0..<50 {
      let port = Int.random(in: 20_000..<32_000)
      let configuration = try sandbox.file("sshd_config", settings(folder, port, handsOn))
      _ = try sandbox.file("sshd.log", "")
      var ends: [Int32] = [-1, -1]
      try #require(pipe2(&ends, O_CLOEXEC) == 0)
      let keeper = try sandbox.start([
        "sh", "-c", keeping, "sh", configuration, "\(folder)/sshd.log",
      ]) { actions in
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
      }
      close(ends[0])
      if try isUp(folder, port) { return (port, keeper, ends[1]) }
      end(keeper, ends[1])
    }
    throw NoServer()
  }

  /// Runs the server until the input ends, and its sessions no longer.
  private static let keeping = """
    /usr/sbin/sshd -D -f "$1" -E "$2" </dev/null & server=$!
    read -r line
    kill $server $(cat /proc/$server/task/$server/children)
    wait
    """

  private struct NoServer: Error {}

  private static func settings(_ folder: String, _ port: Int, _ handsOn: String) -> String {
    """
    Port \(port)
    ListenAddress 127.0.0.1
    HostKey \(folder)/host
    PidFile none
    AuthorizedKeysFile \(folder)/authorized_keys
    StrictModes no
    UsePAM no
    PasswordAuthentication no
    KbdInteractiveAuthentication no
    PermitRootLogin yes
    PermitUserEnvironment yes
    AllowTcpForwarding yes
    AllowStreamLocalForwarding yes
    AllowAgentForwarding yes
    GatewayPorts clientspecified
    X11Forwarding yes
    XAuthLocation /bin/true
    PermitTunnel yes
    AcceptEnv \(handsOn)
    Subsystem sftp internal-sftp
    Subsystem huddle /bin/sh
    LogLevel DEBUG2
    LoginGraceTime 600
    MaxStartups 200
    """
  }

  /// Whether the server listens; false where it gave up, as when somebody else has its port.
  private static func isUp(_ folder: String, _ port: Int) throws -> Bool {
    for _ in 0..<6_000 {
      let told = try HuddleSandbox.text(of: "\(folder)/sshd.log")
      if told.contains("Server listening on 127.0.0.1 port \(port)") { return true }
      if told.contains("Cannot bind any address") { return false }
      _ = poll(nil, 0, 10)
    }
    return false
  }

  /// The words of a client that comes with a key.
  func client(_ key: String, _ words: [String], program: String = "/usr/bin/ssh") -> [String] {
    let isCopying = program.hasSuffix("scp") || program.hasSuffix("sftp")
    return [
      "timeout", "--foreground", "--kill-after", "10", "600", program, isCopying ? "-P" : "-p",
      "\(port)", "-F", "none", "-i", "\(sandbox.folder)/\(key)", "-o", "IdentitiesOnly=yes", "-o",
      "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
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

/// glibc's `pipe2`, which its headers show to GNU sources only and Swift's import is not one.
@_silgen_name("pipe2")
private func pipe2(_ ends: UnsafeMutablePointer<Int32>, _ flags: Int32) -> Int32
