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
    if pipe2(&ends, O_CLOEXEC | O_NONBLOCK) != 0 { ends = [-1, -1] }
    pipeEnds = (ends[0], ends[1])
  }

  /// The descriptor that becomes readable when there is something to take.
  var wakeDescriptor: Int32 { pipeEnds.reading }

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    var byte: UInt8 = 1
    _ = write(pipeEnds.writing, &byte, 1)
  }

  func takeAll() -> [Event] {
    events.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
