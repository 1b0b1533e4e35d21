import Glibc

/// Starts programs.
enum Spawn {
  /// What a program that ran to its end took.
  struct Cost {
    var code: Int32
    var seconds: Double
    /// The part of it in which a processor worked for the program.
    var processorSeconds: Double
    /// The most memory it had at a time, in MB.
    var megabytes: Double
  }

  /// `POSIX_SPAWN_SETSID` of glibc's `<spawn.h>`, which shows it to GNU programs only.
  private static let newSession: Int16 = 0x80

  /// Runs a program to its end, its output in a file or nowhere.
  static func run(
    _ words: [String], variables: [String], input: String = "/dev/null",
    output: String = "/dev/null"
  ) throws(BenchmarkError) -> Cost {
    let start = Moment.now
    let process = try self.start(
      words, variables: variables,
      inputs: [
        (0, input, O_RDONLY), (1, output, O_WRONLY | O_CREAT | O_TRUNC),
        (2, "\(output).errors", O_WRONLY | O_CREAT | O_TRUNC),
      ].map { $0.1 == "/dev/null.errors" ? ($0.0, "/dev/null", O_WRONLY) : $0 })
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    return Cost(
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F),
      seconds: Moment.now.milliseconds(since: start) / 1_000,
      processorSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds,
      megabytes: Double(usage.ru_maxrss) / 1_024)
  }

  /// Starts a program, which is looked for in the path.
  static func start(
    _ words: [String], variables: [String], inputs: [(Int32, String, Int32)],
    copies: [(Int32, Int32)] = [], ownSession: Bool = false
  ) throws(BenchmarkError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, path, modes) in inputs {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, modes, 0o644)
    }
    for (from, to) in copies { posix_spawn_file_actions_adddup2(&actions, from, to) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if ownSession { posix_spawnattr_setflags(&attributes, newSession) }
    let arguments = words.map { strdup($0) }
    let environment = variables.map { strdup($0) }
    defer { for text in arguments + environment { free(text) } }
    var process = pid_t()
    let failure = posix_spawnp(
      &process, words.first ?? "", &actions, &attributes, arguments + [nil], environment + [nil])
    guard failure == 0 else { throw .cannotStart(words.first ?? "", failure) }
    return process
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}
