import Glibc
import Synchronization
import Workbench

/// Where work done elsewhere leaves its events for the thread that owns the terminal.
///
/// A byte in a pipe wakes that thread; it then takes all events at once.
final class Mailbox: Sendable {
  private let events = Mutex<[Event]>([])
  private let pipeEnds: (reading: Int32, writing: Int32)

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 {
      // A full pipe already wakes the reader, so a writer need never wait; a child needs neither.
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    pipeEnds = (ends[0], ends[1])
  }

  /// The descriptor that becomes readable when there is something to take.
  var wakeDescriptor: Int32 { pipeEnds.reading }

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    var byte: UInt8 = 1
    _ = write(pipeEnds.writing, &byte, 1)
  }

  /// Waits until there is something to take, or for so long.
  func wait(milliseconds: Int32) {
    var ready = pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return }
    // Else the next one that waits would not.
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wakeDescriptor, &bytes, bytes.count) == bytes.count {}
  }

  func takeAll() -> [Event] {
    events.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
