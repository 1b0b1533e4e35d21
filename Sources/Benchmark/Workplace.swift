import Glibc

/// A temporary folder, the programs that are measured, and what they find in their environment.
final class Workplace {
  let folder: String
  /// The program that was built beside this one.
  let program: String
  let variables: [String]

  init() throws(BenchmarkError) {
    var template = Array("/tmp/huddle-benchmark-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .noFile("/tmp") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let own = realpath("/proc/self/exe", nil) else { throw .noFile("/proc/self/exe") }
    defer { free(own) }
    let path = String(cString: own)
    program = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/huddle"
    variables = [
      "HOME=\(folder)", "XDG_DATA_HOME=\(folder)/data", "LANG=C.UTF-8", "TERM=xterm-256color",
      "PATH=\(getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")",
    ]
  }

  deinit { _ = try? Spawn.run(["rm", "-rf", folder], variables: variables) }

  /// Runs a program that must succeed; what it printed.
  @discardableResult
  func run(_ words: [String], input: String = "/dev/null") throws(BenchmarkError) -> String {
    let output = "\(folder)/output"
    let cost = try Spawn.run(words, variables: variables, input: input, output: output)
    guard cost.code == 0 else { throw .failed(words, try text(of: "\(output).errors")) }
    return try text(of: output)
  }

  /// What a program costs that must succeed.
  func cost(_ words: [String]) throws(BenchmarkError) -> Spawn.Cost {
    let output = "\(folder)/output"
    let cost = try Spawn.run(words, variables: variables, output: output)
    guard cost.code == 0 else { throw .failed(words, try text(of: "\(output).errors")) }
    return cost
  }

  /// Lets the kernel forget what it holds in memory of the files below a folder.
  func forget(below folder: String) throws(BenchmarkError) {
    // POSIX_FADV_DONTNEED drops only what is on the disk already.
    sync()
    let names = try run(["find", folder, "-type", "f"]).split(separator: "\n").map(String.init)
    for name in names {
      let file = open(name, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { continue }
      posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
      close(file)
    }
  }

  func has(_ name: String) -> Bool {
    (try? Spawn.run([name, "--version"], variables: variables))?.code == 0
  }

  /// Writes a file of the folder, part by part.
  func write(_ name: String, _ parts: ((String) -> Void) -> Void) throws(BenchmarkError) -> String {
    let path = "\(folder)/\(name)"
    guard let file = fopen(path, "we") else { throw .noFile(path) }
    parts { text in
      var text = text
      text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    }
    guard fclose(file) == 0 else { throw .noFile(path) }
    return path
  }

  private func text(of path: String) throws(BenchmarkError) -> String {
    guard let file = fopen(path, "re") else { throw .noFile(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
