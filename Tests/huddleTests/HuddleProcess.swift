import Glibc
import Synchronization
import Testing

/// What the built program did with some arguments.
struct HuddleRun {
  var code: Int32
  var output: String
  var errors: String

  /// The last line on standard error, which says why a command failed.
  var reason: String { errors.split(separator: "\n").last.map(String.init) ?? "" }
}

/// A folder with a store and files, and the built program to use on it.
final class HuddleSandbox {
  let folder: String
  var environment: [String] = []

  init() throws {
    var template = Array("/tmp/huddle-cli-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    Leftovers.register(folder)
  }

  var store: String { "\(folder)/store" }

  /// Whether the program that watches system calls is there: `apt-get install strace`.
  static let canTrace = access("/usr/bin/strace", X_OK) == 0

  /// A file in the folder; its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(folder)/\(name)"
    // Nothing that another test starts at the same moment may hold it open.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes {
        write(descriptor, $0.baseAddress, $0.count)
      }
      try #require(written > 0)
      start += written
    }
    return path
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  /// Runs the program on the sandbox's store as the operating system's user.
  @discardableResult
  func huddle(_ arguments: String..., input: String = "") throws -> HuddleRun {
    try huddle(arguments, input: input)
  }

  @discardableResult
  func huddle(
    _ arguments: [String], input: String = "", outputPath: String? = nil
  ) throws -> HuddleRun {
    try run([Self.program] + arguments, input: input, outputPath: outputPath)
  }

  /// What the program finds in its environment.
  var variables: [String] {
    [
      "HOME=\(folder)", "XDG_DATA_HOME=\(folder)/data", "HUDDLE_STORE=\(store)",
      "LANG=C.UTF-8", "TERM=dumb", "PATH=/usr/bin:/bin",
    ] + environment
  }

  /// Runs any program in the sandbox's environment.
  func run(
    _ words: [String], input: String = "", outputPath: String? = nil
  ) throws -> HuddleRun {
    try run(words, bytes: Array(input.utf8), outputPath: outputPath)
  }

  func run(_ words: [String], bytes: [UInt8], outputPath: String? = nil) throws -> HuddleRun {
    let inputPath = try file("input", bytes)
    let process = try start(words) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
      let modes = O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(
        &actions, 1, outputPath ?? "\(folder)/output", modes, 0o644)
      posix_spawn_file_actions_addopen(&actions, 2, "\(folder)/errors", modes, 0o644)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return HuddleRun(
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F),
      output: outputPath == nil ? try Self.text(of: "\(folder)/output") : "",
      errors: try Self.text(of: "\(folder)/errors"))
  }

  /// Starts any program in the sandbox's environment; whoever does so waits for it.
  func start(
    _ words: [String], ownSession: Bool = false,
    streams: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    streams(&actions)
    // Threads that run tests block signals, and what they start would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | (ownSession ? Self.newSession : 0))
    var process = pid_t()
    let name = words.first ?? ""
    let words = words.map { strdup($0) }
    let settings = variables.map { strdup($0) }
    defer { for word in words + settings { free(word) } }
    let failure = posix_spawnp(
      &process, name, &actions, &attributes, words + [nil], settings + [nil])
    try #require(failure == 0, "cannot start \(name)")
    return process
  }

  /// `POSIX_SPAWN_SETSID` of glibc's `<spawn.h>`, which shows it to GNU programs only.
  private static let newSession: Int16 = 0x80

  static func text(of path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// The program, which is built beside the tests.
  static let program: String = {
    let maps = (try? text(of: "/proc/self/maps")) ?? ""
    let line = maps.split(separator: "\n").first { $0.hasSuffix(".xctest") } ?? ""
    let path = line.drop { $0 != "/" }
    return path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/huddle"
  }()
}

/// The folders to remove when the process ends.
private enum Leftovers {
  private static let paths = Mutex<[String]>([])

  static func register(_ path: String) {
    paths.withLock { paths in
      if paths.isEmpty { atexit { Leftovers.remove() } }
      paths.append(path)
    }
  }

  private static func remove() { paths.withLock { for path in $0 { removeTree(path) } } }

  /// What a link leads to is not ours to remove.
  private static func removeTree(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0, let folder = fdopendir(descriptor) else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { removeTree("\(path)/\(name)") }
    }
    closedir(folder)
    rmdir(path)
  }
}
