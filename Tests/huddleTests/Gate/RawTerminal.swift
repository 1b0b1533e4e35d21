import Glibc
import Testing

/// A program in a terminal that keeps every byte, takes any bytes for keys and claims any size.
///
/// Nothing is read but where a test asks for it, so that it can also be somebody who does not look.
final class RawTerminal {
  private let descriptor: Int32
  private let process: pid_t
  private var status: Int32?
  /// What was read so far.
  private(set) var output: [UInt8] = []

  init(
    _ sandbox: HuddleSandbox, _ words: [String], columns: UInt16 = 120, rows: UInt16 = 40
  ) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (descriptor, other): (Int32, Int32) = (-1, -1)
    try #require(openpty(&descriptor, &other, nil, nil, &size) == 0)
    let name = ttyname(other).map { String(cString: $0) } ?? ""
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(other, F_SETFD, FD_CLOEXEC)
    defer { close(other) }
    self.descriptor = descriptor
    // The first terminal that the leader of a session opens becomes its own.
    process = try sandbox.start(
      ["env", "TERM=xterm-256color"] + words, ownSession: true
    ) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(descriptor)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    kill(process, SIGWINCH)
  }

  /// Types bytes as they stand, reading meanwhile so that neither side waits for the other.
  func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, status == nil {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN | POLLOUT), revents: 0)
      poll(&ready, 1, 1_000)
      if ready.revents & Int16(POLLIN) != 0 { take() }
      if ready.revents & Int16(POLLOUT) != 0 {
        let written = rest.prefix(256).withUnsafeBytes {
          write(descriptor, $0.baseAddress, $0.count)
        }
        if written > 0 { rest = rest.dropFirst(written) }
      }
      if hasEnded() { return }
    }
  }

  /// Waits until the program takes every key itself.
  func isRaw() throws {
    try waits(until: "the program takes every key", reading: false) {
      var modes = termios()
      return hasEnded()
        || tcgetattr(descriptor, &modes) == 0 && modes.c_lflag & tcflag_t(ICANON) == 0
    }
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  /// Waits until something was sent that stands nowhere before.
  func shows(_ text: String) throws {
    try waits(until: "the terminal is sent “\(text)”") {
      String(decoding: output, as: UTF8.self).contains(text)
    }
  }

  /// Waits until nothing has been sent for a while, or the program has ended.
  func rests(for milliseconds: Int = 150) {
    var count = -1
    while count != output.count, !hasEnded() {
      count = output.count
      for _ in 0..<(milliseconds / 10) {
        take(waiting: 10)
        if count != output.count { break }
      }
    }
  }

  /// Lets the program work.
  func pause(milliseconds: Int32) { poll(nil, 0, milliseconds) }

  /// Forgets what was read.
  func forget() { output = [] }

  /// Waits until the program has ended, and reads what it sends; its exit code, or a signal below 0.
  func ends() throws -> Int32 {
    try waits(until: "the program ends") { hasEnded() }
    return code
  }

  /// As `ends()`, without reading anything.
  func endsUnseen() throws -> Int32 {
    try waits(until: "the program ends", reading: false) { hasEnded() }
    return code
  }

  var isRunning: Bool { !hasEnded() }

  private var code: Int32 {
    let status = status ?? 0
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  private func hasEnded() -> Bool {
    if status != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    self.status = status
    take()
    return true
  }

  private func take(waiting milliseconds: Int32 = 0) {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var wait = milliseconds
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while poll(&ready, 1, wait) > 0, ready.revents & Int16(POLLIN) != 0 {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return }
      output += buffer[..<count]
      wait = 0
    }
    // The other end is closed: nothing comes, and at once.
    if ready.revents & Int16(POLLHUP) != 0 { poll(nil, 0, milliseconds) }
  }

  private func waits(
    until words: String, reading: Bool = true, _ isSo: () throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(120)
    while try !isSo() {
      guard ContinuousClock.now < deadline else {
        throw Missed(words: words, sent: String(decoding: output.suffix(2_000), as: UTF8.self))
      }
      if reading { take(waiting: 20) } else { poll(nil, 0, 20) }
    }
  }

  private struct Missed: Error, CustomStringConvertible {
    var words: String
    var sent: String
    var description: String {
      "it never came about that \(words); it was sent \(sent.debugDescription)"
    }
  }
}
