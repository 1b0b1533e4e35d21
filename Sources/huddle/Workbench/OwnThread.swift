import DocumentStore
import Glibc

/// A thread for what waits most of its time, so that it takes none from whoever computes.
enum OwnThread {
  /// Runs something on a thread of its own.
  ///
  /// - Returns: false where none can be had, and it is left undone.
  @discardableResult
  static func run(_ work: @escaping @Sendable () -> Void) -> Bool {
    SystemThread.run(work)
  }

  /// Lets others go first from here on, as what is left to do is nothing that somebody waits for.
  ///
  /// On Linux the priority is the thread's, and that of what it starts.
  static func giveWay() { _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10) }
}
