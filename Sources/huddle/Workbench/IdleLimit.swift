import Glibc
import Synchronization

/// Notices when nobody has pressed a key, sent or taken anything for a while.
final class IdleLimit: Sendable {
  private let milliseconds: Int
  private let lastSign: Mutex<Int>

  convenience init(minutes: Double) { self.init(seconds: minutes * 60) }

  init(seconds: Double) {
    milliseconds = Int(seconds * 1_000)
    lastSign = Mutex(Self.now)
  }

  /// Somebody is there.
  func note() { lastSign.withLock { $0 = Self.now } }

  /// Begins to wait, on a thread of its own, and does something once nobody is there any more.
  func start(whenOver: @escaping @Sendable () -> Void) {
    OwnThread.run { [self] in
      while true {
        let left = lastSign.withLock { $0 } + milliseconds - Self.now
        if left <= 0 { return whenOver() }
        poll(nil, 0, Int32(clamping: left))
      }
    }
  }

  /// Why a session ended by this.
  var words: String {
    let (number, unit) =
      milliseconds < 60_000 ? (milliseconds / 1_000, "second") : (milliseconds / 60_000, "minute")
    return
      "nobody pressed a key or sent anything for \(number) \(number == 1 ? unit : unit + "s"), "
      + "so this session was ended"
  }

  /// On a clock that only goes forward.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
