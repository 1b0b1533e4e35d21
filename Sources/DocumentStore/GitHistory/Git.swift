import Glibc

/// The program git, run on one repository: without a shell, without hooks and without anybody's
/// configuration.
///
/// Input comes from a file and only the output through a pipe, so that neither side ever waits for
/// the other and no signal comes of one that ends early.
struct Git {
  /// The repository's folder, in which git runs.
  let repository: Descriptor
  /// Kept open by git as long as it runs, so that the lock outlives whoever started it; nil for
  /// whoever only reads.
  let lock: Descriptor?
  /// The rights that its files get.
  let fileMode: UInt32

  /// What a run came to.
  struct Result: Sendable {
    /// The exit code; that of a signal below zero.
    let code: Int32
    let output: [UInt8]
  }

  /// Runs git to its end.
  ///
  /// - Throws: `SystemFailure` with ENOENT where git is not installed.
  func run(_ words: [String], input: Descriptor? = nil) throws(SystemFailure) -> Result {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemFailure("run git", code: errno) }
    defer { Glibc.close(ends[0]) }
    let process: pid_t
    do throws(SystemFailure) {
      process = try start(words, input: input, output: ends[1])
    } catch {
      Glibc.close(ends[1])
      throw error
    }
    Glibc.close(ends[1])
    let output = Self.readAll(ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return Result(code: -1, output: output) }
    }
    return Result(code: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F), output: output)
  }

  private func start(
    _ words: [String], input: Descriptor?, output: Descriptor
  ) throws(SystemFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    changeFolder(&actions, repository)
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    if let lock { posix_spawn_file_actions_adddup2(&actions, lock, 3) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that this program's threads hold back are not held back from git.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments = (["git"] + settings + words).map { strdup($0) }
    let variables = Self.environment.map { strdup($0) }
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    let failure = posix_spawnp(
      &process, "git", &actions, &attributes, arguments + [nil], variables + [nil])
    guard failure == 0 else { throw SystemFailure("run git", code: failure) }
    return process
  }

  /// What is said before the command, so that nothing else can say otherwise.
  private var settings: [String] {
    [
      "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.fsync=all", "gc.auto=0",
      "core.sharedRepository=0\(String(fileMode | 0o600, radix: 8))",
    ].flatMap { ["-c", $0] }
  }

  private static var environment: [String] {
    [
      "PATH=\(getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")",
      "HOME=/nonexistent", "LC_ALL=C", "TZ=UTC", "GIT_DIR=.", "GIT_CONFIG_NOSYSTEM=1",
      "GIT_CONFIG_GLOBAL=/dev/null", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0",
      "GIT_NO_REPLACE_OBJECTS=1",
    ]
  }

  private static func readAll(_ descriptor: Descriptor) -> [UInt8] {
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &part, part.count)
      if count > 0 { all += part[..<count] }
      if count == 0 || count < 0 && errno != EINTR { return all }
    }
  }
}

/// glibc's `pipe2`, which its headers show to GNU sources only and Swift's import is not one.
@_silgen_name("pipe2")
private func pipe2(_ ends: UnsafeMutablePointer<Int32>, _ flags: Int32) -> Int32

/// glibc's `posix_spawn_file_actions_addfchdir_np`, likewise.
@_silgen_name("posix_spawn_file_actions_addfchdir_np")
@discardableResult
private func changeFolder(
  _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ folder: Descriptor
) -> Int32
