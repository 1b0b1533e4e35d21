import Glibc

/// A program that is asked in lines and answers in lines.
final class Conversation {
  let process: pid_t
  /// The name of the file that its errors go to.
  let errors: String
  /// Readable when it has answered or ended.
  let descriptor: Int32
  private var input: Int32?
  private var heard: [UInt8] = []
  /// Whether it will say nothing more.
  private(set) var hasEnded = false
  private var code: Int32?

  /// Starts the program; one that is not asked anything finds the end of its input at once.
  init(_ words: [String], of bench: Bench, isAsked: Bool, errors: String) throws(TrialError) {
    let answers = try Self.pipe()
    let questions = isAsked ? try Self.pipe() : nil
    defer {
      close(answers.writing)
      if let questions { close(questions.reading) }
    }
    process = try bench.start(
      words, input: questions?.reading, output: answers.writing, errors: errors)
    self.errors = errors
    descriptor = answers.reading
    input = questions?.writing
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(descriptor)
    closeInput()
  }

  private static func pipe() throws(TrialError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw .cannot("make a pipe", code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  func ask(_ line: String) {
    guard let input else { return }
    let bytes = Array("\(line)\n".utf8)
    // Who is gone does not hear it; that shows when nothing is answered.
    _ = write(input, bytes, bytes.count)
  }

  /// Tells it that nothing more will be asked.
  func closeInput() {
    if let input { close(input) }
    input = nil
  }

  /// The whole lines it has said since it was last listened to.
  func hear() -> [String] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !hasEnded {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        heard += buffer[..<count]
      } else if count == 0 {
        hasEnded = true
      } else if errno != EINTR {
        break
      }
    }
    guard let end = heard.lastIndex(of: 0x0A) else { return [] }
    defer { heard.removeFirst(end + 1) }
    return heard[..<end].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Stops the process where it is; false where it has ended already.
  func stop() -> Bool {
    if code != nil { return false }
    kill(process, SIGSTOP)
    var status: Int32 = 0
    while waitpid(process, &status, WUNTRACED) < 0, errno == EINTR {}
    if status & 0xFF == 0x7F { return true }
    code = Bench.code(status)
    return false
  }

  /// Waits for the end of the process; its exit code, or the signal's number below zero.
  func reap() -> Int32 {
    if let code { return code }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let found = Bench.code(status)
    code = found
    return found
  }

  /// Waits until one of some programs answers or ends, or the time is over.
  static func wait(for conversations: some Sequence<Conversation>, milliseconds: Int) {
    var waits = conversations.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    _ = poll(&waits, nfds_t(waits.count), Int32(milliseconds))
  }
}
