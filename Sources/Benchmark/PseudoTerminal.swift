import Glibc

/// A program in a pseudo-terminal, of which every byte it sends is seen with its time.
///
/// There is no terminal behind it that could be slow: what is measured is the program alone.
final class PseudoTerminal {
  /// Bytes that came before a silence.
  struct Burst {
    var bytes: [UInt8] = []
    /// When the first and the last of them came.
    var first: Moment?
    var last: Moment?
  }

  /// Readable when the program has sent something.
  let descriptor: Int32
  private let process: pid_t
  /// When the program was started.
  let start: Moment

  /// Starts a program in a terminal of 120×40.
  init(_ words: [String], variables: [String]) throws(BenchmarkError) {
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    var (descriptor, other): (Int32, Int32) = (-1, -1)
    guard openpty(&descriptor, &other, nil, nil, &size) == 0, let name = ttyname(other) else {
      throw .noTerminal
    }
    let path = String(cString: name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(other, F_SETFD, FD_CLOEXEC)
    // The program has it open by the time this end is closed here.
    defer { close(other) }
    self.descriptor = descriptor
    start = .now
    // The first terminal that the leader of a session opens becomes its own.
    process = try Spawn.start(
      words, variables: variables, inputs: [(0, path, O_RDWR)],
      copies: [(0, 1), (0, 2)], ownSession: true)
  }

  deinit {
    kill(process, SIGKILL)
    close(descriptor)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// What Linux tells of the memory that the program has written to, in kB.
  var privateKilobytes: Double {
    guard let file = fopen("/proc/\(process)/smaps_rollup", "re") else { return .nan }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("Private_Dirty:") else { continue }
      return text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? .nan
    }
    return .nan
  }

  func type(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Pastes a text of any length, as a terminal does, and reads meanwhile what is sent, so that
  /// neither side waits for the other.
  func paste(_ text: String) throws(BenchmarkError) {
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    var sent = 0
    while sent < bytes.count {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&ready, 1, 20_000) > 0 else { throw .neverShown("the paste") }
      if ready.revents & Int16(POLLIN) != 0 { _ = try take() }
      guard ready.revents & Int16(POLLOUT) != 0 else { continue }
      let count = bytes[sent...].withUnsafeBytes {
        write(descriptor, $0.baseAddress, min(1_024, $0.count))
      }
      sent += max(0, count)
    }
  }

  /// Takes what has been sent by now.
  func take() throws(BenchmarkError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { throw .ended("a change") }
    return Array(buffer[..<count])
  }

  /// Takes what is sent until nothing has come for so many milliseconds.
  ///
  /// - Parameters:
  ///   - silence: how long nothing must come.
  ///   - text: what must have come before a silence counts.
  ///   - patience: how many milliseconds it may take to come.
  ///   - onText: called once, when the text has come.
  func burst(
    silence: Int32, after text: String = "", patience: Double = 20_000,
    onText: (Moment) -> Void = { _ in }
  ) throws(BenchmarkError) -> Burst {
    let beginning = Moment.now
    var burst = Burst()
    var awaited = text.isEmpty ? nil : Array(text.utf8)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&ready, 1, silence) == 0 {
        if awaited == nil { return burst }
        if Moment.now.milliseconds(since: beginning) > patience { throw .neverShown(text) }
        continue
      }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { throw .ended(text) }
      let now = Moment.now
      if burst.first == nil { burst.first = now }
      burst.last = now
      burst.bytes += buffer[..<count]
      if let wanted = awaited, burst.bytes.firstRange(of: wanted) != nil {
        awaited = nil
        onText(now)
      }
    }
  }
}

extension Array where Element == UInt8 {
  /// Where some bytes stand first. Complexity: O(*n* · *m*), for screens and not for files.
  func firstRange(of wanted: [UInt8]) -> Range<Int>? {
    guard wanted.count <= count else { return nil }
    for start in 0...(count - wanted.count)
    where self[start] == wanted[0] && self[start..<(start + wanted.count)].elementsEqual(wanted) {
      return start..<(start + wanted.count)
    }
    return nil
  }
}
