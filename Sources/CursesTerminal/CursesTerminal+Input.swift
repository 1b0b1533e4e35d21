import CNcurses
import Cells
import Glibc

extension CursesTerminal {
  /// Waits for something to happen and returns all of it.
  ///
  /// Empty where the wake descriptor became readable, which is drained here, or where `timeout`
  /// passed. The longest wait is without a timeout; nothing is sent or computed meanwhile.
  ///
  /// - Parameters:
  ///   - wakeDescriptor: the reading end of a pipe that other threads write to; -1 for none.
  ///   - milliseconds: how long to wait at most; nil waits for as long as it takes.
  public func nextInput(waitingOn wakeDescriptor: Int32, milliseconds: Int? = nil) -> [Input] {
    guard isOpen else { return [.hangup] }
    if !pending.isEmpty {
      defer { pending = [] }
      return pending
    }
    var descriptors = [STDIN_FILENO, signals, wakeDescriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    // Interrupted or not: what is ready is looked at, and signals have a descriptor.
    let patience =
      decoder.isPasting ? Self.untilPasteEnds : milliseconds.map { Int32(clamping: $0) }
    let ready = poll(&descriptors, nfds_t(descriptors.count), patience ?? -1)
    guard ready > 0 else { return ready == 0 ? decoder.endPaste().map { [$0] } ?? [] : [] }
    if descriptors[2].revents != 0 {
      var bytes = [UInt8](repeating: 0, count: 4_096)
      _ = read(wakeDescriptor, &bytes, bytes.count)
    }
    var inputs = descriptors[1].revents != 0 ? takeSignals() : []
    if descriptors[0].revents != 0 {
      let typed = readAll()
      inputs += typed
      // Readable without anything to read is the end of the line.
      let ended = Int16(POLLHUP | POLLERR | POLLNVAL)
      if decoder.isAtRest && typed.isEmpty && !decoder.sawSomething
        && (descriptors[0].revents & ended != 0 || inputHasEnded())
      {
        inputs.append(.hangup)
      }
    }
    return inputs
  }

  private func takeSignals() -> [Input] {
    let taken = Int(curses_take_signals())
    var inputs: [Input] = []
    if taken & CURSES_STOP != 0 {
      suspend()
      inputs += pending
      pending = []
    }
    if taken & CURSES_RESIZED != 0 {
      curses_follow_size()
      forgetShown()
      inputs += resizes()
    }
    if taken & CURSES_HUNG_UP != 0 { inputs.append(.hangup) }
    return inputs
  }

  /// A change of size that was not told of yet; several signals may come of one change.
  private func resizes() -> [Input] {
    guard size != knownSize else { return [] }
    knownSize = size
    return [.resize(size)]
  }

  /// Milliseconds after which a paste that is never ended ends.
  private static let untilPasteEnds: Int32 = 500
  /// Milliseconds after which other things have their turn, however long a paste goes on.
  private static let longestRead = 1_000

  private func readAll() -> [Input] {
    var inputs: [Input] = []
    let begun = Self.milliseconds()
    decoder.sawSomething = false
    while true {
      let event = curses_read()
      if event.kind != CURSES_NOTHING {
        inputs += decoder.decode(RawEvent(event), at: Self.milliseconds())
        // A flood is handed over in portions, so that drawing keeps up.
        if inputs.count >= 512 && decoder.isAtRest { break }
        continue
      }
      if let input = decoder.rest() { inputs.append(input) }
      if !decoder.isPasting { break }
      if Self.milliseconds() - begun > Self.longestRead { break }
      // The rest of a paste may be on its way; a paste that is never ended ends after a moment.
      var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      if poll(&descriptor, 1, Self.untilPasteEnds) <= 0
        || descriptor.revents & Int16(POLLIN) == 0
      {
        if let paste = decoder.endPaste() { inputs.append(paste) }
        break
      }
    }
    return inputs
  }

  private func inputHasEnded() -> Bool {
    var waiting: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &waiting) != 0 || waiting == 0
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// Stops the process as `^z` does; on return the terminal is taken again, and the next input is
  /// `.resumed`.
  ///
  /// - Returns: false where the process does not stop.
  @discardableResult
  public func suspend() -> Bool {
    guard stops else { return false }
    lend { curses_stop() }
    // While it is stopped, only the shell is told of the window.
    pending += resizes() + [.resumed]
    return true
  }
}

extension RawEvent {
  init(_ event: CursesEvent) {
    switch Int(event.kind) {
    case CURSES_TEXT: self = .byte(UInt8(truncatingIfNeeded: event.value))
    case CURSES_KEY: self = .named(Int(event.value))
    case CURSES_MOUSE:
      self = .mouse(Int(event.value), Point(column: Int(event.column), row: Int(event.row)))
    default: self = .other
    }
  }
}
