import DocumentStore
import Glibc

/// Threads among which work is shared, as many as there are processors.
enum Workers {
  /// Does the same on every thread, and returns when all are through; whoever takes what from where
  /// is the work's own business.
  static func run(_ work: @escaping @Sendable () -> Void) {
    let processors = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let threads = (1..<processors).compactMap { _ in SystemThread.start(work) }
    work()
    for thread in threads { pthread_join(thread, nil) }
  }
}
