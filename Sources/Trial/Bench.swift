import Glibc

/// A temporary folder with a store, and the program that was built beside this one.
final class Bench {
  let folder: String
  let program: String
  /// What a name in the store's own folder begins with while a process saves.
  private static let signsOfSaving = ["/.store/lock", "/.store/tmp", "/.store/intent"]

  init() throws(TrialError) {
    var template = Array("/tmp/huddle-trial-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .cannot("make a folder in /tmp", code: errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let own = realpath("/proc/self/exe", nil) else {
      throw .cannot("find itself", code: errno)
    }
    defer { free(own) }
    let path = String(cString: own)
    program = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/huddle"
  }

  /// Gives a bench that is removed afterwards, whatever happens, unless it is to stay.
  static func use<Result>(
    keeping isKept: Bool, _ body: (Bench) throws(TrialError) -> Result
  ) throws(TrialError) -> Result {
    let bench = try Bench()
    defer { if isKept { print("kept \(bench.folder)") } else { bench.remove() } }
    return try body(bench)
  }

  /// Where the store is, below the folder.
  var place = "store"

  var store: String { "\(folder)/\(place)" }

  private var variables: [String] {
    ["HOME=\(folder)", "HUDDLE_STORE=\(store)", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "TERM=dumb"]
  }

  /// Starts the program with pipes, or nothing, for its input and output, and a file for its errors.
  func start(
    _ words: [String], input: Int32?, output: Int32, errors: String
  ) throws(TrialError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    let modes = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 2, "\(folder)/\(errors)", modes, 0o644)
    let arguments = ([program] + words).map { strdup($0) }
    let environment = variables.map { strdup($0) }
    defer { for text in arguments + environment { free(text) } }
    // What is ignored here, a program that was started from a shell does not ignore.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process = pid_t()
    let failure = posix_spawn(
      &process, program, &actions, &attributes, arguments + [nil], environment + [nil])
    guard failure == 0 else { throw .cannot("start \(program)", code: failure) }
    return process
  }

  /// Runs the program to its end; its code and what it printed.
  func run(_ words: [String]) throws(TrialError) -> (code: Int32, output: String) {
    let run = try Conversation(words, of: self, isAsked: false, errors: "run.errors")
    var lines: [String] = []
    while !run.hasEnded {
      Conversation.wait(for: [run], milliseconds: -1)
      lines += run.hear()
    }
    return (run.reap(), lines.joined(separator: "\n"))
  }

  /// Runs the program, which must succeed; what it printed.
  @discardableResult
  func must(_ words: [String]) throws(TrialError) -> String {
    let (code, output) = try run(words)
    guard code == 0 else { throw .failed(words, code: code, errors: text("run.errors")) }
    return output
  }

  /// The exit code, or the signal's number below zero.
  static func code(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  /// Makes a file in the folder; its path.
  func write(_ text: String, to name: String) throws(TrialError) -> String {
    let path = "\(folder)/\(name)"
    guard let file = fopen(path, "we") else { throw .cannot("write \(path)", code: errno) }
    fputs(text, file)
    guard fclose(file) == 0 else { throw .cannot("write \(path)", code: errno) }
    return path
  }

  /// What stands in a file of the folder.
  func text(_ name: String) -> String {
    guard let file = fopen("\(folder)/\(name)", "re") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// Whether a stopped process has a file of a save open: it holds or awaits the lock, stages,
  /// commits or writes the journal.
  func isInSave(_ process: pid_t) -> Bool {
    let path = "/proc/\(process)/fd"
    guard let folder = opendir(path) else { return false }
    defer { closedir(folder) }
    var target = [UInt8](repeating: 0, count: 4096)
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let length = target.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return readlink("\(path)/\(name)", base.assumingMemoryBound(to: CChar.self), buffer.count)
      }
      guard length > 0 else { continue }
      let opened = String(decoding: target[..<length], as: UTF8.self)
      if Self.signsOfSaving.contains(where: { opened.hasPrefix(store + $0) }) { return true }
    }
    return false
  }

  func remove() {
    var process = pid_t()
    let words: [String] = ["rm", "-rf", folder]
    let arguments = words.map { strdup($0) }
    defer { for text in arguments { free(text) } }
    guard posix_spawn(&process, "/bin/rm", nil, nil, arguments + [nil], nil) == 0 else { return }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
