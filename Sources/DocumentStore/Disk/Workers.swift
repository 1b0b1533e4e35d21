import Glibc
import Synchronization

/// Does the same with each of some items, a few at a time, and answers in the items' order.
///
/// The caller's thread works too, and where no other can be had it does everything. Several threads
/// wait for a disk in the time of one, which matters even where there is a single processor.
/// - Complexity: O(items), on that many threads.
public func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], threads: Int, _ body: @escaping @Sendable (Item) -> Result
) -> [Result] {
  let progress = Progress(items: items, body: body)
  let others = (1..<max(1, min(threads, items.count))).compactMap { _ in
    SystemThread.start { progress.work() }
  }
  progress.work()
  for thread in others { pthread_join(thread, nil) }
  return progress.results
}

private final class Progress<Item: Sendable, Result: Sendable>: Sendable {
  private let items: [Item]
  private let body: @Sendable (Item) -> Result
  private let state: Mutex<(next: Int, results: [Result?])>

  init(items: [Item], body: @escaping @Sendable (Item) -> Result) {
    self.items = items
    self.body = body
    state = Mutex((0, Array(repeating: nil, count: items.count)))
  }

  /// In the items' order; called when every thread is through.
  var results: [Result] { state.withLock { $0.results.compactMap(\.self) } }

  func work() {
    while true {
      let index = state.withLock { state in
        state.next += 1
        return state.next - 1
      }
      guard index < items.count else { return }
      let result = body(items[index])
      state.withLock { $0.results[index] = result }
    }
  }
}
