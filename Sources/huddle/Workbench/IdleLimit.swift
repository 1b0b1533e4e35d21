import Glibc
import Synchronization
import Workbench

/// Ends a session in which nobody has pressed a key for a while, as if the line had dropped: what
/// was typed is kept as a draft.
final class IdleLimit: Sendable {
  private struct State {
    var lastInput: Int
    var isOver = false
  }

  private let seconds: Int
  private let state: Mutex<State>

  convenience init(minutes: Int) { self.init(seconds: minutes * 60) }

  init(seconds: Int) {
    self.seconds = seconds
    state = Mutex(State(lastInput: Self.now))
  }

  /// Somebody is there.
  func note() { state.withLock { $0.lastInput = Self.now } }

  /// Begins to wait; the mailbox gets the end of the line.
  func start(_ mailbox: Mailbox) {
    OwnThread.run { [self] in
      while true {
        let left = state.withLock { $0.lastInput } + seconds - Self.now
        if left <= 0 { break }
        poll(nil, 0, Int32(clamping: left * 1_000))
      }
      state.withLock { $0.isOver = true }
      mailbox.post(.input(.hangup))
    }
  }

  /// What to say when the session has ended by this.
  var wordsAtEnd: String? {
    guard state.withLock({ $0.isOver }) else { return nil }
    let minutes = seconds / 60
    return "nobody pressed a key for \(minutes) \(minutes == 1 ? "minute" : "minutes"), so this "
      + "session was ended; what you were typing is kept as a draft"
  }

  /// Seconds on a clock that only goes forward.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
