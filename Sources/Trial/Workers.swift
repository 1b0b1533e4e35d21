import Glibc

/// Threads among which work is shared, as many as there are processors.
enum Workers {
  private final class Box: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// Does the same on every thread, and returns when all are through; whoever takes what from where
  /// is the work's own business.
  static func run(_ work: @escaping @Sendable () -> Void) {
    var threads: [pthread_t] = []
    for _ in 1..<max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN))) {
      var thread = pthread_t()
      let box = Unmanaged.passRetained(Box(work))
      let code = pthread_create(
        &thread, nil,
        { pointer in
          if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().work() }
          return nil
        }, box.toOpaque())
      if code == 0 { threads.append(thread) } else { box.release() }
    }
    work()
    for thread in threads { pthread_join(thread, nil) }
  }
}
