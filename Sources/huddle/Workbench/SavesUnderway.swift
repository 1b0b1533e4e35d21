import Glibc
import Synchronization

/// How many changes are being carried out, so that nobody leaves in the middle of one.
final class SavesUnderway: Sendable {
  /// How long whoever leaves waits for what is not saved yet, in milliseconds.
  private static let patience = 30_000
  private static let pause: Int32 = 5

  private let count = Mutex(0)

  var isNone: Bool { count.withLock { $0 == 0 } }

  func begin() { count.withLock { $0 += 1 } }

  func end() { count.withLock { $0 -= 1 } }

  /// Waits until all are through.
  ///
  /// - Returns: whether they are; a disk that does not answer is not waited for without end.
  func finish() -> Bool {
    var waited = 0
    while !isNone {
      guard waited < Self.patience else { return false }
      _ = poll(nil, 0, Self.pause)
      waited += Int(Self.pause)
    }
    return true
  }
}
