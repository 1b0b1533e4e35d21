import Glibc

/// A thread for what waits most of its time, so that it takes none from whoever computes.
enum OwnThread {
  /// Runs something on a thread of its own; where none can be had it is left undone.
  static func run(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(work))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, box.toOpaque())
    if code == 0 { pthread_detach(thread) } else { box.release() }
  }

  /// Lets others go first from here on, as what is left to do is nothing that somebody waits for.
  ///
  /// On Linux the priority is the thread's, and that of what it starts.
  static func giveWay() { _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10) }

  private final class Box: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
