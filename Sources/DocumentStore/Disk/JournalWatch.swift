import Glibc
import Synchronization

/// Wakes whoever waits when a journal grows, as soon as the system says so.
///
/// It only hints: on a file system that tells nothing, such as one of a network, a wait just ends
/// when its time is over, and whoever waited looks for itself.
public final class JournalWatch: Sendable {
  /// Why a wait ended.
  public enum Wake: Sendable { case grown, elapsed, stopped }

  private let disk: Disk
  /// The system's queue of hints; below zero where it gives none.
  private let hints: Descriptor
  private let watched = Mutex<Set<String>>([])
  /// A byte written into the one end ends every wait at the other.
  private let stopping: (reading: Descriptor, writing: Descriptor)
  /// Keeps the folder open.
  private let store: DocumentStore

  public init(_ store: DocumentStore) {
    self.store = store
    disk = store.disk
    hints = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stopping = (ends[0], ends[1])
    watchFolders()
  }

  deinit {
    for descriptor in [hints, stopping.reading, stopping.writing] where descriptor >= 0 {
      Glibc.close(descriptor)
    }
  }

  /// Ends the wait that is on, and every later one at once.
  public func stop() {
    var byte: UInt8 = 1
    _ = write(stopping.writing, &byte, 1)
  }

  /// Waits until a journal grows, for at most so long.
  public func wait(milliseconds: Int32) -> Wake {
    var ready = [
      pollfd(fd: stopping.reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: hints, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&ready, 2, milliseconds)
    if count > 0, ready[0].revents != 0 { return .stopped }
    // A host that is new to the store has a folder of its own.
    watchFolders()
    return takeHints() ? .grown : .elapsed
  }

  /// Waits for so long, whatever grows.
  ///
  /// - Returns: whether to stop.
  public func pause(milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: stopping.reading, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, milliseconds) > 0
  }

  private func takeHints() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    var hasSome = false
    while hints >= 0, read(hints, &buffer, buffer.count) > 0 { hasSome = true }
    return hasSome
  }

  private func watchFolders() {
    guard hints >= 0 else { return }
    let hosts = ((try? disk.list("journal")) ?? nil)?.entries.map(\.name) ?? []
    for path in ["journal"] + hosts.map({ "journal/\($0)" }) {
      guard !watched.withLock({ $0.contains(path) }),
        let folder = (try? disk.openFolder(path)) ?? nil
      else { continue }
      defer { disk.files.close(folder) }
      let kinds = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
      // Named by what is open, so that no link on the way is followed.
      guard inotify_add_watch(hints, "/proc/self/fd/\(folder)", kinds) >= 0 else { continue }
      watched.withLock { _ = $0.insert(path) }
    }
  }
}
