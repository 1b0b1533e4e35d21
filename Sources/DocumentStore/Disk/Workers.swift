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

/// Does the same with each of some items, a few at a time, and hands over the results in the items'
/// order: those of some while the next are worked out.
///
/// - Parameter use: called on the caller's thread.
/// - Throws: what `use` throws; what is being worked out then is waited for and forgotten.
func inParallel<Item: Sendable, Result: Sendable, Failure: Error>(
  _ items: [Item], threads: Int, atOnce count: Int, _ body: @escaping @Sendable (Item) -> Result,
  use: (Result) throws(Failure) -> Void
) throws(Failure) {
  var rest = items[...]
  func begin() -> Ahead<[Result]>? {
    guard !rest.isEmpty else { return nil }
    let next = Array(rest.prefix(count))
    rest = rest.dropFirst(count)
    return Ahead { inParallel(next, threads: threads, body) }
  }
  var ahead = begin()
  while let current = ahead {
    let results = current.value()
    ahead = begin()
    do throws(Failure) {
      for result in results { try use(result) }
    } catch {
      _ = ahead?.value()
      throw error
    }
  }
}

/// Something that is worked out on another thread until it is asked for.
private final class Ahead<Value: Sendable>: Sendable {
  private let found = Mutex<Value?>(nil)
  private let body: @Sendable () -> Value
  private let thread = Mutex<pthread_t?>(nil)

  init(_ body: @escaping @Sendable () -> Value) {
    self.body = body
    let started = SystemThread.start { [self] in
      let value = body()
      found.withLock { $0 = value }
    }
    thread.withLock { $0 = started }
  }

  /// Waits for it; where no thread could be had it is worked out now. Called once.
  func value() -> Value {
    if let thread = thread.withLock({ $0 }) { pthread_join(thread, nil) }
    return found.withLock { $0 } ?? body()
  }
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
