import Glibc

/// Lets those who wait for a lock have it in the order in which they came.
///
/// The kernel gives a lock that falls free to whoever asks next, which under load is seldom the one
/// that was woken for it: some wait for seconds while others save again and again. Here each takes a
/// number, and waits until the one before is through. The numbers are bytes of the lock's file,
/// locked for as long as the file is open, and the file's size is the number given last:
///
/// ```
/// byte 0   held while a number is taken
/// byte n   held by whoever has the number n, from taking it to the end of the turn
/// ```
///
/// Nothing else hangs on it: who passes too early, because the one before was killed or a call
/// failed, waits for the lock itself.
enum LockQueue {
  /// How many numbers there are before they begin anew; more than can wait at a time.
  private static let numbers = 4096

  /// Returns when it is this descriptor's turn; closing the descriptor ends the turn.
  static func wait(_ descriptor: Descriptor) {
    guard set(.exclusive, byte: 0, of: descriptor) else { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      set(.none, byte: 0, of: descriptor)
      return
    }
    let last = min(Int(status.st_size), numbers)
    let own = last % numbers + 1
    let isTaken =
      set(.exclusive, byte: own, of: descriptor) && ftruncate(descriptor, own) == 0
    set(.none, byte: 0, of: descriptor)
    guard isTaken, last > 0 else { return }
    if set(.shared, byte: last, of: descriptor) { set(.none, byte: last, of: descriptor) }
  }

  private enum Hold {
    case exclusive, shared, none

    var type: Int32 {
      switch self {
      case .exclusive: F_WRLCK
      case .shared: F_RDLCK
      case .none: F_UNLCK
      }
    }
  }

  /// Linux's `F_OFD_SETLKW`, which glibc shows to GNU sources only: a lock that belongs to the open
  /// file and waits.
  private static let command: Int32 = 38

  @discardableResult
  private static func set(_ hold: Hold, byte: Int, of descriptor: Descriptor) -> Bool {
    var range = flock(
      l_type: Int16(hold.type), l_whence: Int16(SEEK_SET), l_start: byte, l_len: 1, l_pid: 0)
    while fcntl(descriptor, command, &range) != 0 { if errno != EINTR { return false } }
    return true
  }
}
